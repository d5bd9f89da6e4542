/// @file
/// The office publishes the approved result as version 1: the event carries every row. It numbers
/// the circular to all and a notice for each unit.
#include "core/act/grading_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

std::vector<Issued> documents_for(const std::vector<cycle::ResultRow>& rows) {
    std::vector<Issued> out{{cycle::DocumentKind::result_circular, {}}};
    for (const cycle::ResultRow& row : rows)
        out.push_back({cycle::DocumentKind::result_notice, row.unit});
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (!cycle.grading.approval)
        return refused(
            Code::record_stage_unfit,
            {"等次建议", "grade proposal", std::to_string(cycle.year), "proposed", "approved"});
    if (const auto fits = check_proposal(context, cycle); !fits)
        return tl::unexpected(Issues{fits.error()});
    const auto rows =
        cycle::settle_year(context.state, cycle, *context.rulebook(cycle), context.today);
    if (!rows) return tl::unexpected(rows.error());
    return done(publish_results, in,
                {{"version", 1},
                 {"rows", write_rows(*rows)},
                 issue_documents(cycle, context.actor.of, documents_for(*rows))});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    add_version(cycle, entry, in, cycle::VersionCause::publication);
    cycle.stage = cycle::Stage::published;
}

}  // namespace

const Act publish_results{.id = "publish_results",
                          .zh = "公布考核结果",
                          .en = "Publish the result",
                          .cites = "A15.1 A15.2 A16.1",
                          .fields = fields,
                          .stages = {cycle::Stage::grading, cycle::Stage::grading},
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
