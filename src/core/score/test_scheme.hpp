#pragma once
/// @file
/// Small schemes and facts for tests, written as short as the story they tell.
#include "core/score/unit_score.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::score::test {

/// @pre `text` is a decimal; anything else stops the test.
inline Decimal dec(std::string_view text) {
    return Decimal::parse(text).value();
}

inline scheme::Branch once(std::string id, std::string_view points) {
    scheme::Branch branch;
    branch.id = std::move(id);
    branch.points = dec(points);
    return branch;
}

inline scheme::Branch each(std::string id, std::string_view points, std::string_view step = "1") {
    scheme::Branch branch = once(std::move(id), points);
    branch.basis = scheme::Basis::each;
    branch.step = dec(step);
    return branch;
}

/// Without a target the finding states the gap.
inline scheme::Branch shortfall(std::string id, std::string_view points, std::string_view step,
                                std::string_view target = "") {
    scheme::Branch branch = each(std::move(id), points, step);
    branch.basis = scheme::Basis::shortfall;
    if (!target.empty()) branch.target = {scheme::Comparison::at_least, dec(target), ""};
    return branch;
}

inline scheme::Branch excess(std::string id, std::string_view points, std::string_view step,
                             std::string_view target = "") {
    scheme::Branch branch = shortfall(std::move(id), points, step, target);
    branch.basis = scheme::Basis::excess;
    if (branch.target) branch.target->op = scheme::Comparison::at_most;
    return branch;
}

inline scheme::Branch level(std::string id, std::string_view points, std::string words) {
    scheme::Branch branch = once(std::move(id), points);
    branch.basis = scheme::Basis::level;
    branch.level = std::move(words);
    return branch;
}

/// 扣1-3分: a person chooses.
inline scheme::Branch range(std::string id, std::string_view least, std::string_view most) {
    scheme::Branch branch = once(std::move(id), least);
    branch.points_max = dec(most);
    return branch;
}

inline scheme::Branch percent(std::string id, std::string_view share) {
    scheme::Branch branch;
    branch.id = std::move(id);
    branch.percent_of_task = dec(share);
    return branch;
}

/// 该项不得分, or 一票否决: without an amount of its own.
inline scheme::Branch without_amount(std::string id, scheme::Effect effect) {
    scheme::Branch branch;
    branch.id = std::move(id);
    branch.effect = effect;
    return branch;
}

inline scheme::Branch award(scheme::Branch branch) {
    branch.effect = scheme::Effect::award;
    return branch;
}

inline scheme::Branch capped(scheme::Branch branch, std::string_view points) {
    branch.cap = {.whole_task = points == "task",
                  .points = points == "task" ? Decimal{} : dec(points)};
    return branch;
}

inline scheme::Branch capped_together(scheme::Branch branch, std::string_view points) {
    branch = capped(std::move(branch), points);
    branch.cap_shared = true;
    return branch;
}

inline scheme::Branch partial(scheme::Branch branch, scheme::Partial partial) {
    branch.partial = partial;
    return branch;
}

inline scheme::Clause clause(std::vector<scheme::Branch> branches) {
    scheme::Clause clause;
    clause.branches = std::move(branches);
    return clause;
}

inline scheme::Task task(std::string_view points, std::vector<scheme::Clause> clauses) {
    scheme::Task task;
    task.points = dec(points);
    task.clauses = std::move(clauses);
    for (std::size_t i = 0; i < task.clauses.size(); ++i) {
        task.clauses[i].no = std::to_string(i + 1);
    }
    return task;
}

/// A task whose branches stand in clauses of their own, so that nothing but the task joins them.
inline scheme::Task task_of(std::string_view points, std::vector<scheme::Branch> branches) {
    std::vector<scheme::Clause> clauses;
    for (scheme::Branch& branch : branches) clauses.push_back(clause({std::move(branch)}));
    return task(points, std::move(clauses));
}

/// One domain `d`, composed 80 to 20, a quota of 30 %; one category for each list of tasks.
inline scheme::Scheme scheme_of_categories(std::vector<std::vector<scheme::Task>> categories) {
    scheme::Scheme scheme;
    scheme.id = "test";
    scheme.domains.push_back(
        {.id = "d", .name = "领域", .lead = {}, .cites = {}, .focus = {}, .at = {}});
    scheme.composition.indicators_percent = Decimal::whole(80);
    scheme.composition.review_percent = Decimal::whole(20);
    scheme.grading.quota_percent = Decimal::whole(30);
    scheme::Table table;
    table.domain = "d";
    for (std::vector<scheme::Task>& tasks : categories) {
        scheme::Category category;
        category.no = std::to_string(table.categories.size() + 1);
        for (scheme::Task& task : tasks) {
            task.no = "(" + std::to_string(category.tasks.size() + 1) + ")";
            category.points += task.points;
            category.tasks.push_back(std::move(task));
        }
        table.points += category.points;
        table.categories.push_back(std::move(category));
    }
    scheme.tables.push_back(std::move(table));
    return scheme;
}

inline scheme::Scheme scheme_of(std::vector<scheme::Task> tasks) {
    std::vector<std::vector<scheme::Task>> categories;
    categories.push_back(std::move(tasks));
    return scheme_of_categories(std::move(categories));
}

/// What is found: a branch by its id, a value, and perhaps the case that it belongs to.
struct Fact {
    std::string branch;
    std::string value = "1";
    std::string case_id = {};
};

inline std::vector<Finding> findings_of(const Rules& rules, const std::vector<Fact>& facts) {
    std::vector<Finding> findings;
    for (const Fact& fact : facts) {
        Finding finding;
        finding.branch = rules.find(fact.branch).value();
        finding.value = dec(fact.value);
        finding.case_id = fact.case_id;
        findings.push_back(std::move(finding));
    }
    return findings;
}

inline UnitScore score_facts(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    const Rules rules = compile(scheme, scheme.tables.front());
    return score_unit(rules, findings_of(rules, facts));
}

/// What the facts cost on balance, as text: `points` of the table minus the indicator score.
inline std::string lost(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    const UnitScore score = score_facts(scheme, facts);
    return (score.points - score.indicator).text();
}

}  // namespace heng::score::test
