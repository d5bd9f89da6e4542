/// @file
/// The office publishes a supervision circular (督查通报): every unit named has to analyse, rectify
/// and report (A11.8), on a matter that runs already or on a new one.
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"

#include <array>
#include <set>

namespace heng::act {

namespace {

constexpr std::array unit_row{
    unit_field, Field{"text", Kind::text, Need::required, "通报事项", "What it is named for"},
    Field{"matter", Kind::record, Need::optional, "已有事项", "The matter that runs already"}};
constexpr std::array fields{
    year_field, Field{"text", Kind::text, Need::required, "通报内容", "Text of the circular"},
    Field{"units", Kind::rows, Need::required, "被通报的考核对象", "Units named", {}, unit_row}};

/// What is wrong with naming a matter that runs already, if `row` does.
Result<void> check_running(const cycle::Cycle& cycle, const Fields& row) {
    if (!row.has("matter")) return {};
    const auto id = row.record<cycle::Matter>("matter");
    const cycle::Matter* const matter = cycle.monitoring.find_matter(id);
    if (matter == nullptr || matter->unit != row.text("unit"))
        return refuse(Code::record_unknown, {},
                      {"该考核对象的事项", "matter of the unit", std::to_string(id.seq)});
    return check_matter(*matter, running_stages);
}

Issues check_rows(const Context& context, const cycle::Cycle& cycle, const Fields& in) {
    Issues issues;
    std::set<std::int64_t> named;
    for (const Fields& row : in.rows("units")) {
        if (const auto fits = check_named_unit(context, cycle, row.text("unit")); !fits)
            issues.push_back(fits.error());
        else if (const auto runs = check_running(cycle, row); !runs)
            issues.push_back(runs.error());
        else if (row.has("matter") && !named.insert(row.whole("matter")).second)
            issues.push_back(
                {Code::record_exists, {}, {"事项", "matter", std::to_string(row.whole("matter"))}});
    }
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (Issues issues = check_rows(context, cycle, in); !issues.empty())
        return tl::unexpected(std::move(issues));
    Decision out =
        done(publish_supervision_circular, in,
             {issue_document(cycle, cycle::DocumentKind::supervision_circular, context.actor.of)});
    for (const Fields& row : in.rows("units"))
        if (!row.has("matter"))
            out->push_back(matter_of_circular(in.whole("year"), row.text("unit"),
                                              cycle::MatterOrigin::supervision_circular,
                                              row.text("text"), context.next_seq));
    return out;
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Monitoring& monitoring = cycle_of(state, in).monitoring;
    monitoring.circulars[{entry.seq}] = {{entry.seq}, entry.day(), in.text("text")};
    for (const Fields& row : in.rows("units")) {
        if (!row.has("matter")) continue;
        cycle::Matter& matter = monitoring.matters.at(row.record<cycle::Matter>("matter"));
        matter.stage = cycle::MatterStage::told;
        matter.steps.push_back(
            step_of(cycle::StepKind::named_in_circular, entry, in, row.text("text")));
    }
}

}  // namespace

const Act publish_supervision_circular{.id = "publish_supervision_circular",
                                       .zh = "印发督查通报",
                                       .en = "Publish a supervision circular",
                                       .cites = "A11.7 A11.8",
                                       .fields = fields,
                                       .stages = monitoring_stages,
                                       .decide = decide,
                                       .apply = apply};

}  // namespace heng::act
