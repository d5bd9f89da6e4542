#include "core/view/all_views.hpp"

#include "core/view/aftermath.hpp"
#include "core/view/burden.hpp"
#include "core/view/circumstances.hpp"
#include "core/view/documents.hpp"
#include "core/view/evidence.hpp"
#include "core/view/findings.hpp"
#include "core/view/foresight.hpp"
#include "core/view/grading_desk.hpp"
#include "core/view/half_year.hpp"
#include "core/view/heat_map.hpp"
#include "core/view/log.hpp"
#include "core/view/me.hpp"
#include "core/view/progress.hpp"
#include "core/view/results.hpp"
#include "core/view/reviews.hpp"
#include "core/view/scheme.hpp"
#include "core/view/sheet.hpp"
#include "core/view/standings.hpp"
#include "core/view/units.hpp"
#include "core/view/what_if.hpp"
#include "core/view/work_list.hpp"
#include "core/view/year_end.hpp"
#include "core/view/years.hpp"

#include <cctype>

namespace heng::view::test {

namespace {

struct Shown {
    std::string view;
    Checked<Value> answer;
};

/// Every view function with every argument that there is something behind, and some without.
std::vector<Shown> all_views(const Scope& scope, const cycle::Rulebook& candidate,
                             const std::vector<ledger::Event>& events) {
    const int year = 2021;
    std::vector<Shown> out{{"me", me(scope)},
                           {"years", years(scope)},
                           {"open_matters", open_matters(scope, year)},
                           {"work_list", work_list(scope)},
                           {"units", units(scope)},
                           {"people", people(scope)},
                           {"bodies", bodies(scope)},
                           {"scheme", scheme(scope, year, std::nullopt)},
                           {"drafts", drafts(scope, year)},
                           {"proposals", proposals(scope, year)},
                           {"comments", comments(scope, year)},
                           {"changes", changes(scope, year)},
                           {"scheme_diff", scheme_diff(scope, year, candidate)},
                           {"dry_run", dry_run(scope, year, candidate)},
                           {"findings", findings(scope, year, {})},
                           {"references", references(scope, year)},
                           {"quarters", quarters(scope, year)},
                           {"progress", progress(scope, year, {})},
                           {"matters", matters(scope, year)},
                           {"circulars", circulars(scope, year)},
                           {"half_year", half_year(scope, year)},
                           {"self_checks", self_checks(scope, year)},
                           {"groups", groups(scope, year)},
                           {"units_without_group", units_without_group(scope, year)},
                           {"task_sheets", task_sheets(scope, year, {})},
                           {"reviews", reviews(scope, year)},
                           {"review_entries", review_entries(scope, year)},
                           {"ballots", ballots(scope, year)},
                           {"circumstances", circumstances(scope, year)},
                           {"grading_desk", grading_desk(scope, year)},
                           {"results", results(scope, year)},
                           {"rechecks", rechecks(scope, year)},
                           {"explanations", explanations(scope, year)},
                           {"explanations_owed", explanations_owed(scope, year)},
                           {"consequences", consequences(scope, year)},
                           {"hand_overs", hand_overs(scope, year)},
                           {"misconduct", misconduct(scope, year)},
                           {"documents", documents(scope, year)},
                           {"interpretations", interpretations(scope)},
                           {"log", log(scope, events)},
                           {"evidence", evidence(scope, year, {})},
                           {"burden", burden(scope, year)}};
    for (const char* const domain : {"counties", "departments"}) {
        out.push_back({"standings", standings(scope, year, domain)});
        out.push_back({"heat_map", heat_map(scope, year, domain)});
        out.push_back({"heat_map", heat_map(scope, year, domain, 4)});
    }
    for (const std::string& id : unit_ids) {
        out.push_back({"unit " + id, unit(scope, id)});
        out.push_back(
            {"possible_duplicates " + id,
             possible_duplicates(scope, year, id, {"1.2", {}, scope.day, {}, {}, {}, {}})});
        out.push_back({"sheet " + id, sheet(scope, year, id)});
        out.push_back({"self_check " + id, self_check(scope, year, id)});
        out.push_back({"what_if " + id, what_if(scope, year, id, {})});
        out.push_back(
            {"foresight " + id, foresight(scope, year, id, {"1.2", Decimal::whole(1), {}})});
        Supposed ruined;  // so that others move
        ruined.review = Decimal{};
        out.push_back({"what_if ruined " + id, what_if(scope, year, id, ruined)});
    }
    const auto last = static_cast<std::int64_t>(events.size()) + 1;
    for (std::int64_t seq = 1; seq <= last; ++seq) {
        out.push_back({"draft", draft(scope, year, {seq})});
        out.push_back({"draft_files", draft_files(scope, year, {seq})});
        out.push_back({"finding", finding(scope, year, {seq})});
        out.push_back({"matter", matter(scope, year, {seq})});
        out.push_back({"task_sheet", task_sheet(scope, year, {seq})});
        out.push_back({"ballot", ballot(scope, year, {seq})});
        out.push_back({"result", result(scope, year, seq)});
    }
    return out;
}

/// Every text and key in it.
void collect(const Value& value, std::vector<std::string>& out) {
    if (value.text() != nullptr) out.push_back(*value.text());
    if (value.list() != nullptr)
        for (const Value& one : *value.list()) collect(one, out);
    if (value.object() != nullptr)
        for (const ledger::Member& one : value.object()->members()) {
            out.push_back(one.key);
            collect(one.value, out);
        }
}

}  // namespace

std::vector<std::string> texts_of(const Value& value) {
    std::vector<std::string> out;
    collect(value, out);
    return out;
}

bool names(const std::string& text, const std::string& id) {
    for (auto at = text.find(id); at != std::string::npos; at = text.find(id, at + 1)) {
        const auto is_word = [](char c) {
            return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.';
        };
        const bool begins = at == 0 || !is_word(text[at - 1]);
        const std::size_t after = at + id.size();
        if (begins && (after == text.size() || !is_word(text[after]))) return true;
    }
    return false;
}

std::vector<Seen> seen_by(const Scope& scope, const cycle::Rulebook& candidate,
                          const std::vector<ledger::Event>& events) {
    std::vector<Seen> out;
    for (auto& [view, answer] : all_views(scope, candidate, events))
        if (answer) out.push_back({view, *answer, texts_of(*answer)});
    return out;
}

}  // namespace heng::view::test
