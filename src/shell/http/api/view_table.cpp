#include "shell/http/api/view_table.hpp"

#include "core/base/invariant.hpp"
#include "core/view/aftermath.hpp"
#include "core/view/burden.hpp"
#include "core/view/circumstances.hpp"
#include "core/view/documents.hpp"
#include "core/view/evidence.hpp"
#include "core/view/findings.hpp"
#include "core/view/grading_desk.hpp"
#include "core/view/half_year.hpp"
#include "core/view/heat_map.hpp"
#include "core/view/me.hpp"
#include "core/view/progress.hpp"
#include "core/view/results.hpp"
#include "core/view/reviews.hpp"
#include "core/view/scheme.hpp"
#include "core/view/sheet.hpp"
#include "core/view/standings.hpp"
#include "core/view/units.hpp"
#include "core/view/work_list.hpp"
#include "core/view/year_end.hpp"
#include "core/view/years.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/paging.hpp"
#include "shell/http/router.hpp"

#include <algorithm>
#include <array>

namespace heng::http {

namespace {

using view::Scope;
using Viewed = Checked<ledger::Value>;

std::string text(const Request& request, std::string_view name) {
    return std::string(request.path_value(name));
}

/// The whole number of a text; 0, which names nothing, for any other.
std::int64_t whole(std::string_view text) {
    return whole_number(text).value_or(0);
}

int year(const Request& request) {
    const std::int64_t number = whole(request.path_value("year"));
    return number > 0 && number < 10'000 ? static_cast<int>(number) : 0;
}

std::int64_t record(const Request& request) {
    return whole(request.path_value("record"));
}

/// A view that needs nothing but the scope.
template <Viewed (*view)(const Scope&)>
constexpr auto plain = [](const Scope& scope, const Request&) { return view(scope); };

/// A view of a year.
template <Viewed (*view)(const Scope&, int)>
constexpr auto of_year =
    [](const Scope& scope, const Request& request) { return view(scope, year(request)); };

/// A view of one unit or domain in a year.
template <Viewed (*view)(const Scope&, int, const std::string&)>
constexpr auto of_one = [](const Scope& scope, const Request& request) {
    const std::string unit = text(request, "unit");
    return view(scope, year(request), unit.empty() ? text(request, "domain") : unit);
};

Viewed show_unit(const Scope& scope, const Request& request) {
    return view::unit(scope, text(request, "unit"));
}

/// A view of one record of a year.
template <class Of, Viewed (*view)(const Scope&, int, cycle::Id<Of>)>
constexpr auto of_record = [](const Scope& scope, const Request& request) {
    return view(scope, year(request), cycle::Id<Of>{record(request)});
};

tl::unexpected<Issues> unusable(std::string_view key, const std::string& value,
                                std::string expected) {
    return tl::unexpected(
        Issues{Error{Code::argument_unusable, {}, {std::string(key), value, std::move(expected)}}});
}

/// The filter `key` as one of these, by their names: nothing without it, or `argument_unusable`.
template <class Choice, std::size_t count>
Checked<std::optional<Choice>> choice(const Request& request, std::string_view key,
                                      const std::array<Choice, count>& choices) {
    const auto text = request.query_value(key);
    if (!text) return std::nullopt;
    std::string words;
    for (const Choice one : choices) {
        if (cycle::name(one) == *text) return one;
        words += (words.empty() ? "" : " | ") + std::string(cycle::name(one));
    }
    return unusable(key, *text, words);
}

Checked<std::optional<int>> quarter(const Request& request) {
    const auto text = request.query_value("quarter");
    if (!text) return std::nullopt;
    const std::int64_t number = whole(*text);
    if (number < 1 || number > 4) return unusable("quarter", *text, "1 – 4");
    return static_cast<int>(number);
}

Viewed list_findings(const Scope& scope, const Request& request) {
    constexpr std::array stages{cycle::FindingStage::recorded, cycle::FindingStage::confirmed,
                                cycle::FindingStage::withdrawn};
    const auto stage = choice(request, "stage", stages);
    const auto in_quarter = quarter(request);
    if (!stage) return tl::unexpected(stage.error());
    if (!in_quarter) return tl::unexpected(in_quarter.error());
    return view::findings(scope, year(request),
                          {request.query_value("unit"), request.query_value("domain"),
                           request.query_value("task"), *stage, *in_quarter});
}

Viewed list_duplicates(const Scope& scope, const Request& request) {
    const auto day = ledger::parse_date(request.query_value("occurred_on").value_or(""));
    if (!day)
        return unusable("occurred_on", request.query_value("occurred_on").value_or(""),
                        "2021-06-30");
    cycle::Fact fact;
    fact.branch = request.query_value("branch").value_or("");
    fact.occurred_on = *day;
    fact.case_id = request.query_value("case").value_or("");
    fact.note = request.query_value("note").value_or("");
    return view::possible_duplicates(scope, year(request), request.query_value("unit").value_or(""),
                                     fact);
}

Viewed show_heat_map(const Scope& scope, const Request& request) {
    const auto in_quarter = quarter(request);
    if (!in_quarter) return tl::unexpected(in_quarter.error());
    return view::heat_map(scope, year(request), text(request, "domain"), *in_quarter);
}

Viewed list_evidence(const Scope& scope, const Request& request) {
    return view::evidence(scope, year(request), request.query_value("text").value_or(""));
}

Viewed list_progress(const Scope& scope, const Request& request) {
    const auto in_quarter = quarter(request);
    if (!in_quarter) return tl::unexpected(in_quarter.error());
    return view::progress(scope, year(request),
                          {*in_quarter, request.query_value("unit"), request.query_value("task")});
}

Viewed list_task_sheets(const Scope& scope, const Request& request) {
    constexpr std::array needs{cycle::SheetNeed::settling, cycle::SheetNeed::signature,
                               cycle::SheetNeed::answer, cycle::SheetNeed::resettling};
    const auto need = choice(request, "need", needs);
    if (!need) return tl::unexpected(need.error());
    return view::task_sheets(scope, year(request),
                             {request.query_value("unit"), request.query_value("domain"),
                              request.query_value("task"), *need});
}

Viewed show_scheme(const Scope& scope, const Request& request) {
    return view::scheme(scope, year(request), request.query_value("edition"));
}

Viewed show_result(const Scope& scope, const Request& request) {
    return view::result(scope, year(request), record(request));
}

/// Of the draft in the path against the one that `?from=` names.
Viewed show_diff(const Scope& scope, const Request& request) {
    const std::string before = request.query_value("from").value_or("");
    return view::scheme_diff(scope, cycle::DraftId{whole(before)}, cycle::DraftId{record(request)});
}

/// Of a draft that is in the ledger.
Viewed show_dry_run(const Scope& scope, const Request& request) {
    const auto seen = view::draft(scope, year(request), cycle::DraftId{record(request)});
    if (!seen) return seen;
    const auto found = scope.rulebooks.find(cycle::DraftId{record(request)});
    INVARIANT(found != scope.rulebooks.end(), "every draft has its rulebook");
    return view::dry_run(scope, year(request), *found->second);
}

constexpr auto table = std::to_array<ViewRoute>({
    {"/api/v1/me", plain<view::me>},
    {"/api/v1/work-list", plain<view::work_list>},
    {"/api/v1/years", plain<view::years>},
    {"/api/v1/units", plain<view::units>},
    {"/api/v1/units/{unit}", show_unit},
    {"/api/v1/people", plain<view::people>},
    {"/api/v1/bodies", plain<view::bodies>},
    {"/api/v1/interpretations", plain<view::interpretations>},
    {"/api/v1/years/{year}/open-matters", of_year<view::open_matters>},
    {"/api/v1/years/{year}/scheme", show_scheme},
    {"/api/v1/years/{year}/drafts", of_year<view::drafts>},
    {"/api/v1/years/{year}/drafts/{record}", of_record<cycle::Draft, view::draft>, true},
    {"/api/v1/years/{year}/drafts/{record}/files", of_record<cycle::Draft, view::draft_files>,
     true},
    {"/api/v1/years/{year}/drafts/{record}/diff", show_diff, true},
    {"/api/v1/years/{year}/drafts/{record}/dry-run", show_dry_run, true},
    {"/api/v1/years/{year}/proposals", of_year<view::proposals>},
    {"/api/v1/years/{year}/comments", of_year<view::comments>},
    {"/api/v1/years/{year}/changes", of_year<view::changes>},
    {"/api/v1/years/{year}/units/{unit}/sheet", of_one<view::sheet>},
    {"/api/v1/years/{year}/domains/{domain}/standings", of_one<view::standings>},
    {"/api/v1/years/{year}/domains/{domain}/heat-map", show_heat_map},
    {"/api/v1/years/{year}/findings", list_findings},
    {"/api/v1/years/{year}/findings/{record}", of_record<cycle::Finding, view::finding>},
    {"/api/v1/years/{year}/possible-duplicates", list_duplicates},
    {"/api/v1/years/{year}/evidence", list_evidence},
    {"/api/v1/years/{year}/references", of_year<view::references>},
    {"/api/v1/years/{year}/quarters", of_year<view::quarters>},
    {"/api/v1/years/{year}/progress", list_progress},
    {"/api/v1/years/{year}/matters", of_year<view::matters>},
    {"/api/v1/years/{year}/matters/{record}", of_record<cycle::Matter, view::matter>},
    {"/api/v1/years/{year}/circulars", of_year<view::circulars>},
    {"/api/v1/years/{year}/half-year", of_year<view::half_year>},
    {"/api/v1/years/{year}/self-checks", of_year<view::self_checks>},
    {"/api/v1/years/{year}/self-checks/{unit}", of_one<view::self_check>},
    {"/api/v1/years/{year}/groups", of_year<view::groups>},
    {"/api/v1/years/{year}/units-without-group", of_year<view::units_without_group>},
    {"/api/v1/years/{year}/task-sheets", list_task_sheets},
    {"/api/v1/years/{year}/task-sheets/{record}", of_record<cycle::Sheet, view::task_sheet>},
    {"/api/v1/years/{year}/reviews", of_year<view::reviews>},
    {"/api/v1/years/{year}/review-entries", of_year<view::review_entries>},
    {"/api/v1/years/{year}/ballots", of_year<view::ballots>, true},
    {"/api/v1/years/{year}/ballots/{record}", of_record<cycle::Ballot, view::ballot>, true},
    {"/api/v1/years/{year}/circumstances", of_year<view::circumstances>},
    {"/api/v1/years/{year}/grading-desk", of_year<view::grading_desk>},
    {"/api/v1/years/{year}/results", of_year<view::results>},
    {"/api/v1/years/{year}/results/{record}", show_result},
    {"/api/v1/years/{year}/rechecks", of_year<view::rechecks>},
    {"/api/v1/years/{year}/explanations", of_year<view::explanations>},
    {"/api/v1/years/{year}/explanations-owed", of_year<view::explanations_owed>},
    {"/api/v1/years/{year}/consequences", of_year<view::consequences>},
    {"/api/v1/years/{year}/hand-overs", of_year<view::hand_overs>},
    {"/api/v1/years/{year}/misconduct", of_year<view::misconduct>},
    {"/api/v1/years/{year}/documents", of_year<view::documents>},
    {"/api/v1/years/{year}/burden", of_year<view::burden>},
});

}  // namespace

std::span<const ViewRoute> view_routes() {
    return table;
}

Checked<Answer> print_view(const ViewRoute& route, const view::Scope& scope,
                           const Request& request) {
    const auto value = route.view(scope, request);
    if (!value) return tl::unexpected(value.error());
    const ledger::List* const items = value->list();
    const Result<ledger::Value> body = items == nullptr ? *value : page_of(*items, request);
    if (!body) return tl::unexpected(Issues{body.error()});
    return make_answer(print_json(*body));
}

std::optional<LookedAt> find_view(std::string_view target) {
    static const Router views = [] {
        Router out;
        for (const ViewRoute& route : table)
            out.add({Method::get, std::string(route.pattern), Handler()});
        return out;
    }();
    const std::size_t question = std::min(target.find('?'), target.size());
    const auto path = normalise_path(target.substr(0, question));
    if (!path) return std::nullopt;
    Match match = views.find(Method::get, *path);
    if (match.route == nullptr) return std::nullopt;
    LookedAt out;
    out.route = std::find_if(table.begin(), table.end(), [&](const ViewRoute& one) {
        return one.pattern == match.route->pattern;
    });
    out.request.path = *path;
    out.request.query = target.substr(std::min(question + 1, target.size()));
    out.request.path_values = std::move(match.path_values);
    return out;
}

}  // namespace heng::http
