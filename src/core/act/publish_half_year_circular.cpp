/// @file
/// The office publishes progress and evaluations of all domains, with comments and suggestions by
/// unit (A12.6, A12.7). A unit that gets suggestions has a matter to rectify (A12.8).
#include "core/act/half_year_acts.hpp"
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"

#include <array>
#include <set>

namespace heng::act {

namespace {

constexpr std::array unit_row{
    unit_field, Field{"comments", Kind::text, Need::required, "点评", "Comments"},
    Field{"suggestions", Kind::text, Need::optional, "工作建议", "Suggestions"}};
constexpr std::array fields{
    year_field, Field{"text", Kind::text, Need::required, "通报内容", "Text of the circular"},
    Field{"units", Kind::rows, Need::required, "各考核对象点评", "Units", {}, unit_row}};

Issues check_collected(const Context& context, const cycle::Cycle& cycle) {
    Issues issues;
    for (const scheme::Domain& domain : rulebook_of(context, cycle).scheme().domains)
        if (!cycle.half_year.collected.contains(domain.id) &&
            !context.state.participants(cycle, domain.id, context.today).empty())
            issues.push_back({Code::record_stage_unfit,
                              {},
                              {"领域", "domain", domain.id, "not_collected", "collected"}});
    return issues;
}

Issues check_rows(const Context& context, const cycle::Cycle& cycle, const Fields& in) {
    Issues issues;
    std::set<std::string> named;
    for (const Fields& row : in.rows("units")) {
        const std::string& unit = row.text("unit");
        if (const auto fits = check_named_unit(context, cycle, unit); !fits)
            issues.push_back(fits.error());
        else if (!named.insert(unit).second)
            issues.push_back({Code::record_exists, {}, {"考核对象", "unit", unit}});
    }
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (const auto open = check_half_year_open(cycle); !open)
        return tl::unexpected(Issues{open.error()});
    if (cycle.half_year.circular)
        return refused(Code::record_exists,
                       {"半年评估通报", "half-year circular", std::to_string(cycle.year)});
    Issues issues = check_collected(context, cycle);
    for (Error& error : check_rows(context, cycle, in)) issues.push_back(std::move(error));
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    Decision out =
        done(publish_half_year_circular, in,
             {issue_document(cycle, cycle::DocumentKind::half_year_circular, context.actor.of)});
    for (const Fields& row : in.rows("units"))
        if (row.has("suggestions"))
            out->push_back(matter_of_circular(in.whole("year"), row.text("unit"),
                                              cycle::MatterOrigin::half_year_circular,
                                              row.text("suggestions"), context.next_seq));
    return out;
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::HalfYearCircular circular{entry.seq, entry.day(), in.text("text"), {}};
    for (const Fields& row : in.rows("units"))
        circular.remarks[row.text("unit")] = {row.text("comments"),
                                              row.text_or_empty("suggestions")};
    cycle_of(state, in).half_year.circular = std::move(circular);
}

}  // namespace

const Act publish_half_year_circular{.id = "publish_half_year_circular",
                                     .zh = "印发半年评估通报",
                                     .en = "Publish the half-year circular",
                                     .cites = "A12.6 A12.7 A12.8",
                                     .fields = fields,
                                     .stages = half_year_stages,
                                     .decide = decide,
                                     .apply = apply};

}  // namespace heng::act
