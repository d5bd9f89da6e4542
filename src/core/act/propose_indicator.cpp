/// @file
/// An assessor says what should stand in the year's tables: at a task or clause of its own, or as
/// something new (A5.10, A8.4).
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field,
    domain_field,
    task_field,
    clause_field,
    Field{"text", Kind::text, Need::required, "建议的指标和计分规则", "Indicator and its rule"},
    reason_field,
};

Decision decide(const Context&, const Fields& in) {
    return done(propose_indicator, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Proposal proposal{{entry.seq},    entry.person(),  in.text("of"),
                             read_place(in), in.text("text"), in.text("reason")};
    cycle_of(state, in).indicators.proposals.emplace(proposal.id, std::move(proposal));
}

}  // namespace

const Act propose_indicator{.id = "propose_indicator",
                            .zh = "提出指标建议",
                            .en = "Propose an indicator",
                            .cites = "A5.10 A8.2 A8.4",
                            .fields = fields,
                            .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                            .subject = subject_place,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
