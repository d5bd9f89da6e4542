#include "shell/http/api/view_table.hpp"

#include "core/view/findings.hpp"
#include "core/view/heat_map.hpp"
#include "core/view/me.hpp"
#include "core/view/sheet.hpp"
#include "core/view/standings.hpp"
#include "core/view/units.hpp"
#include "core/view/work_list.hpp"
#include "core/view/years.hpp"

#include <array>
#include <charconv>

namespace heng::http {

namespace {

using view::Scope;
using Answer = Checked<ledger::Value>;

std::string text(const Request& request, std::string_view name) {
    return std::string(request.path_value(name));
}

/// The whole number of a text; 0, which names nothing, for any other.
std::int64_t whole(std::string_view text) {
    std::int64_t out = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), out);
    return read.ec == std::errc{} && read.ptr == text.data() + text.size() ? out : 0;
}

int year(const Request& request) {
    const std::int64_t number = whole(request.path_value("year"));
    return number > 0 && number < 10'000 ? static_cast<int>(number) : 0;
}

std::int64_t record(const Request& request) {
    return whole(request.path_value("record"));
}

/// A view that needs nothing but the scope.
template <Answer (*view)(const Scope&)>
constexpr auto plain = [](const Scope& scope, const Request&) { return view(scope); };

/// A view of a year.
template <Answer (*view)(const Scope&, int)>
constexpr auto of_year =
    [](const Scope& scope, const Request& request) { return view(scope, year(request)); };

/// A view of one unit or domain in a year.
template <Answer (*view)(const Scope&, int, const std::string&)>
constexpr auto of_one = [](const Scope& scope, const Request& request) {
    const std::string unit = text(request, "unit");
    return view(scope, year(request), unit.empty() ? text(request, "domain") : unit);
};

Answer show_unit(const Scope& scope, const Request& request) {
    return view::unit(scope, text(request, "unit"));
}

std::optional<cycle::FindingStage> stage_named(std::string_view text) {
    using enum cycle::FindingStage;
    for (const cycle::FindingStage one : {recorded, confirmed, withdrawn})
        if (cycle::name(one) == text) return one;
    return std::nullopt;
}

Answer list_findings(const Scope& scope, const Request& request) {
    view::FindingFilter filter;
    filter.unit = request.query_value("unit");
    filter.domain = request.query_value("domain");
    filter.task = request.query_value("task");
    if (const auto quarter = request.query_value("quarter"))
        filter.quarter = static_cast<int>(whole(*quarter) % 10);
    if (const auto stage = request.query_value("stage")) {
        filter.stage = stage_named(*stage);
        if (!filter.stage)
            return tl::unexpected(
                Issues{Error{Code::argument_unusable, {}, {"stage", *stage, ""}}});
    }
    return view::findings(scope, year(request), filter);
}

Answer show_finding(const Scope& scope, const Request& request) {
    return view::finding(scope, year(request), cycle::FindingId{record(request)});
}

constexpr auto table = std::to_array<ViewRoute>({
    {"/api/v1/me", plain<view::me>},
    {"/api/v1/work-list", plain<view::work_list>},
    {"/api/v1/years", plain<view::years>},
    {"/api/v1/years/{year}/open-matters", of_year<view::open_matters>},
    {"/api/v1/units", plain<view::units>},
    {"/api/v1/units/{unit}", show_unit},
    {"/api/v1/people", plain<view::people>},
    {"/api/v1/bodies", plain<view::bodies>},
    {"/api/v1/years/{year}/units/{unit}/sheet", of_one<view::sheet>},
    {"/api/v1/years/{year}/domains/{domain}/standings", of_one<view::standings>},
    {"/api/v1/years/{year}/domains/{domain}/heat-map", of_one<view::heat_map>},
    {"/api/v1/years/{year}/findings", list_findings},
    {"/api/v1/years/{year}/findings/{record}", show_finding},
});

}  // namespace

std::span<const ViewRoute> view_routes() {
    return table;
}

}  // namespace heng::http
