/// @file
/// Every paper holds everything that its screen shows: what the view answers is looked for in the
/// paper, member by member, in the words of papers.
#include "core/base/text.hpp"
#include "core/scheme/scheme.hpp"
#include "core/view/aftermath.hpp"
#include "core/view/documents.hpp"
#include "core/view/grading_desk.hpp"
#include "core/view/half_year.hpp"
#include "core/view/progress.hpp"
#include "core/view/results.hpp"
#include "core/view/scheme.hpp"
#include "core/view/sheet.hpp"
#include "core/view/year_end.hpp"
#include "papers/outline.hpp"
#include "papers/whole_year.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace heng::app::demo {
namespace {

using ledger::Value;

/// As the office sees it on the last day; what papers show of a unit is the unit's own.
const act::Actor office{"office_1", cycle::Capacity::office, "市考核办"};

view::Scope scope() {
    return {whole().account.state, rulebooks(), office, whole().account.last_day};
}

/// A member's text as papers write it.
std::string worded(const std::string& key, const std::string& text) {
    if (const auto day = ledger::parse_date(text)) return paper::print_day(*day);
    if (key == "cites") return paper::print_article(text);
    if (const auto grade = scheme::grade_named(text)) return std::string(scheme::name(*grade));
    return paper::typeset(text);
}

/// The texts and figures under `keys`, wherever they stand below `value`, but for what is below a
/// member of `left_out`.
void collect(const Value& value, const std::set<std::string>& keys,
             const std::set<std::string>& left_out, std::vector<std::string>& out) {
    if (const auto* const list = value.list())
        for (const Value& one : *list) collect(one, keys, left_out, out);
    if (value.object() == nullptr) return;
    for (const ledger::Member& member : value.object()->members()) {
        if (left_out.contains(member.key)) continue;
        collect(member.value, keys, left_out, out);
        if (!keys.contains(member.key)) continue;
        if (member.value.text() != nullptr) out.push_back(worded(member.key, *member.value.text()));
        if (member.value.number() != nullptr) out.push_back(std::to_string(*member.value.number()));
        if (member.value.list() != nullptr)
            for (const Value& one : *member.value.list())
                if (one.text() != nullptr) out.push_back(worded(member.key, *one.text()));
    }
}

Value taken(Checked<Value> answer) {
    EXPECT_TRUE(answer) << message(answer.error().front(), Language::en);
    return answer ? std::move(*answer) : Value{};
}

Value member(const Value& value, std::string_view key) {
    return *value.object()->find(key);
}

/// Those rows of a list that `fits`.
Value rows_where(const Value& list, const std::function<bool(const Value&)>& fits) {
    ledger::List out;
    for (const Value& one : *list.list())
        if (fits(one)) out.push_back(one);
    return out;
}

struct Case {
    const char* name;
    std::function<Value()> screen;
    std::function<paper::Paper()> paper;
    std::set<std::string> keys;
    std::set<std::string> left_out = {};
};

std::ostream& operator<<(std::ostream& out, const Case& one) {
    return out << one.name;
}

const std::set<std::string> sheet_keys{
    "unit_name",   "domain_name", "points", "indicator", "review",      "total", "name",
    "lost",        "gained",      "score",  "body",      "clause_text", "asked", "taken",
    "occurred_on", "note",        "case",   "value",     "reason_text"};

std::set<std::string> with(std::set<std::string> keys, const std::set<std::string>& more) {
    keys.insert(more.begin(), more.end());
    return keys;
}

Value self_checks() {
    ledger::List out;
    const Value rows = taken(view::self_checks(scope(), year));
    for (const Value& row : *rows.list())
        out.push_back(taken(view::self_check(scope(), year, *member(row, "id").text())));
    return out;
}

const IssuedPaper& transfer() {
    return first_of(DocumentKind::transfer);
}

Value referred() {
    const std::string text = paper::outline_of(transfer().paper);
    return rows_where(taken(view::misconduct(scope(), year)), [&](const Value& one) {
        return text.find(*member(one, "text").text()) != std::string::npos;
    });
}

/// What was deliberated before the first minutes; a recheck may bring more of both.
Value deliberated() {
    const ledger::Date day = first_of(DocumentKind::grading_minutes).document.issued_on;
    return rows_where(
        member(taken(view::grading_desk(scope(), year)), "deliberations"),
        [&](const Value& one) { return *ledger::parse_date(*member(one, "on").text()) <= day; });
}

std::int64_t last_version() {
    return whole().cycle().grading.versions.back().no;
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        // How the system reads a clause is no part of what is issued.
        {"indicators_issued",
         [] { return member(taken(view::scheme(scope(), year, std::nullopt)), "domains"); },
         [] { return last_of(DocumentKind::indicators_issued).paper; },
         {"name", "lead", "focus", "title", "points", "requirement", "text", "assessors", "cites"},
         {"branches"}},
        {"task_sheet", [] { return taken(view::sheet(scope(), year, "D07")); },
         [] { return *paper::task_sheet(facts({}), "D07", ""); },
         with(sheet_keys, {"edition", "settled_on", "signed_on", "signed_for", "assessors"})},
        {"result_notice",
         [] {
             return taken(
                 view::sheet(scope(), year, *last_of(DocumentKind::result_notice).document.to));
         },
         [] { return last_of(DocumentKind::result_notice).paper; }, sheet_keys},
        {"result_circular",
         [] { return taken(view::result(scope(), year, last_version())); },
         [] { return last_of(DocumentKind::result_circular).paper; },
         {"unit_name", "domain_name", "rank", "indicator", "review", "total", "grade_name", "text",
          "cites"}},
        // What each grade entails is said in the circular, not row by row.
        {"ranking",
         [] { return taken(view::result(scope(), year, last_version())); },
         [] { return *paper::ranking(facts({}), ""); },
         {"unit_name", "domain_name", "rank", "indicator", "review", "total", "grade_name", "text",
          "cites"},
         {"entails"}},
        {"half_year_circular",
         [] { return taken(view::half_year(scope(), year)); },
         [] { return first_of(DocumentKind::half_year_circular).paper; },
         {"domain_name", "on", "text", "published_on"}},
        // Of self-checks the circular gives what was made of them (A12.6).
        {"half_year_evaluations",
         self_checks,
         [] { return first_of(DocumentKind::half_year_circular).paper; },
         {"unit_name", "evaluation", "comments", "suggestions"},
         {"tasks", "summary", "returned", "evidence"}},
        {"grading_minutes",
         deliberated,
         [] { return first_of(DocumentKind::grading_minutes).paper; },
         {"unit_name", "grade", "reason", "cites", "on"}},
        {"explanation",
         [] {
             const auto& report = first_of(DocumentKind::explanation);
             return rows_where(taken(view::explanations(scope(), year)), [&](const Value& one) {
                 return *member(one, "id").number() == report.document.event;
             });
         },
         [] { return first_of(DocumentKind::explanation).paper; },
         {"unit_name", "causes", "text", "until", "person", "filed_on"}},
        {"transfer",
         referred,
         [] { return transfer().paper; },
         {"who", "conduct_name", "occurred_on", "recorded_on", "text", "referred_to", "evidence"}},
        {"interpretation",
         [] { return taken(view::interpretations(scope())); },
         [] { return first_of(DocumentKind::interpretation).paper; },
         {"given_on", "cites", "question", "answer"}},
        {"archive_catalogue",
         [] {
             return rows_where(taken(view::documents(scope(), year)), [](const Value& one) {
                 return *member(one, "issuer").text() == "市考核办";
             });
         },
         [] {
             std::vector<paper::Filed> filed;
             for (const IssuedPaper& one : papers()) filed.push_back({&one.paper, 1});
             return paper::archive_catalogue(facts({}), filed);
         },
         {"issuer", "issued_on", "no"}},
    };
    return all;
}

class Screens : public testing::TestWithParam<Case> {};

TEST_P(Screens, AreInTheirPapers) {
    const Case& one = GetParam();
    std::vector<std::string> wanted;
    collect(one.screen(), one.keys, one.left_out, wanted);
    EXPECT_GT(wanted.size(), 2U) << "a screen without anything proves nothing";
    const std::string all = paper::outline_of(one.paper());
    std::set<std::string> lacking;
    for (const std::string& text : wanted)
        if (all.find(text) == std::string::npos) lacking.insert(text);
    EXPECT_TRUE(lacking.empty()) << [&] {
        std::string out;
        for (const std::string& text : lacking) out += text + "\n";
        return out;
    }();
}

INSTANTIATE_TEST_SUITE_P(Cases, Screens, testing::ValuesIn(cases()));

TEST(ScreensOfMatters, AreInTheirReminders) {
    for (const IssuedPaper& one : papers()) {
        if (one.document.kind != DocumentKind::reminder) continue;
        const Value screen = taken(view::matter(scope(), year, {one.document.event}));
        const std::string all = paper::outline_of(one.paper);
        for (const char* const key : {"unit_name", "text"})
            EXPECT_NE(all.find(worded(key, *member(screen, key).text())), std::string::npos)
                << one.paper.number << ' ' << key;
        const Value tasks = member(screen, "tasks");
        for (const Value& task : *tasks.list())
            EXPECT_NE(all.find(paper::typeset(*task.text())), std::string::npos)
                << one.paper.number;
    }
}

}  // namespace
}  // namespace heng::app::demo
