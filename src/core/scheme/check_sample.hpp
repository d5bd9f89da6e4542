#pragma once
/// @file
/// A small scheme without any issue, for the tests of the checks: each case changes one thing.
#include "core/scheme/check.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace heng::scheme::sample {

inline Decimal dec(std::string_view text) {
    return Decimal::parse(text).value();
}

inline Branch flat(std::string id, std::string_view points, std::string text) {
    Branch branch;
    branch.id = std::move(id);
    branch.text = std::move(text);
    branch.points = dec(points);
    return branch;
}

inline Branch counted(std::string id, std::string_view points, std::string per, std::string text) {
    Branch branch = flat(std::move(id), points, std::move(text));
    branch.basis = Basis::each;
    branch.step = Decimal::whole(1);
    branch.per = std::move(per);
    return branch;
}

/// A clause whose text is that of its branches.
inline Clause clause(std::string no, std::vector<Branch> branches, std::size_t line) {
    Clause made;
    made.no = std::move(no);
    for (const Branch& branch : branches) {
        made.text += (made.text.empty() ? "" : ";") + branch.text;
    }
    made.branches = std::move(branches);
    made.at = {"table.yaml", line};
    return made;
}

inline Task task(std::string no, std::string_view points, std::vector<Clause> clauses) {
    Task made;
    made.no = std::move(no);
    made.name = "学习";
    made.points = dec(points);
    made.assessors = {"宣传部"};
    made.clauses = std::move(clauses);
    made.at = {"table.yaml", 3};
    return made;
}

/// One domain of 10 points: a task of 6 with two clauses and a task of 4 with one.
inline Table table() {
    Table made{"county", "", dec("10"), {}, {"table.yaml", 1}};
    Category category{"一", "思想建设", dec("10"), {}, {"table.yaml", 2}};
    category.tasks.push_back(
        task("(一)", "6",
             {clause("1", {flat("1.1a", "2", "无年度方案,扣2分")}, 4),
              clause("2", {counted("1.2a", "0.5", "起", "发生失泄密,每1起扣0.5分")}, 5)}));
    category.tasks.push_back(
        task("(二)", "4", {clause("1", {flat("2.1a", "1", "缺席学习,扣1分")}, 7)}));
    made.categories.push_back(std::move(category));
    return made;
}

inline Scheme scheme() {
    Scheme made;
    made.source.title = "某市办法";
    for (const int no : {5, 14, 16}) made.articles.push_back({no, "", "", {"head.yaml", 1}});
    made.statements.push_back({"A5.1", "permission", "", {"head.yaml", 2}});
    made.statements.push_back({"A16.2", "computation", "", {"head.yaml", 3}});
    made.bodies.push_back({"组织部", {Role::lead}, "A5.1", {{"统筹", "A5"}}, {"head.yaml", 4}});
    made.bodies.push_back({"宣传部", {Role::assessor}, "A5", {}, {"head.yaml", 5}});
    made.bodies.push_back({"老干局", {Role::assessor}, "", {}, {"head.yaml", 6}});
    made.domains.push_back({"county", "县(区)", "组织部", "A5.1", "", {"head.yaml", 7}});
    made.composition = {dec("80"), dec("20"), dec("10"), dec("100"), "A14", {"head.yaml", 8}};
    made.grading.quota_percent = dec("30");
    made.grading.candidate_band = dec("0.1");
    made.grading.cites = "A16.2";
    made.bars.push_back({"criticised", "", Grade::ordinary, "A16", {}});
    made.consequences.push_back({"explain", {Grade::poor}, "", "A16", {}});
    made.calendar.terms.push_back({"reply", "", TermUnit::days, 5, std::nullopt, "convention", {}});
    made.conventions.push_back({"floor", "", "settings.floor", "A16.2", {}});
    made.tables.push_back(table());
    return made;
}

inline Category& first_category(Scheme& s) {
    return s.tables[0].categories[0];
}
inline Task& first_task(Scheme& s) {
    return first_category(s).tasks[0];
}
inline Clause& first_clause(Scheme& s) {
    return first_task(s).clauses[0];
}
inline Branch& flat_branch(Scheme& s) {
    return first_clause(s).branches[0];
}
inline Branch& counted_branch(Scheme& s) {
    return first_task(s).clauses[1].branches[0];
}

inline void set_clause_assessor(Scheme& s, std::string body) {
    first_clause(s).assessors = std::vector<std::string>{std::move(body)};
}

inline std::vector<std::string> ids(const Issues& issues) {
    std::vector<std::string> result;
    for (const Error& issue : issues) result.emplace_back(entry(issue.code).id);
    return result;
}

/// One way to provoke a code, and a change as like it as possible that must not.
struct Case {
    const char* name;
    Code code;
    void (*provoke)(Scheme&);
    void (*near_miss)(Scheme&);
};

/// Whether `cases` provoke every code from `first` to `last`.
template <class Cases>
std::vector<std::string> unprovoked(const Cases& cases, Code first, Code last) {
    std::vector<std::string> result;
    for (auto at = static_cast<int>(first); at <= static_cast<int>(last); ++at) {
        const auto provokes = [at](const Case& c) { return static_cast<int>(c.code) == at; };
        if (std::ranges::none_of(cases, provokes)) {
            result.emplace_back(entry(static_cast<Code>(at)).id);
        }
    }
    return result;
}

}  // namespace heng::scheme::sample
