/// @file
/// Opens the year after this one with this year's last scheme as what its own is made from. It must
/// be consolidated and consented to like any other (A8.3, A8.8): its year, calendar and figures are
/// still the old ones. `cycle::scheme_diff` shows what the new one changes.
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

Decision decide(const Context& context, const Fields& in) {
    const std::int64_t next = in.whole("year") + 1;
    if (context.state.find_cycle(static_cast<int>(next)) != nullptr)
        return refused(Code::record_exists, {"年度", "year", std::to_string(next)});
    return done(carry_forward, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    const cycle::Indicators& last = cycle_of(state, in).indicators;
    const cycle::DraftId id{entry.seq};
    cycle::Cycle next;
    next.year = static_cast<int>(in.whole("year")) + 1;
    next.indicators.drafts[id] = {
        id, last.drafts.at(last.editions.back().draft).files, cycle::DraftStage::carried, {}};
    state.cycles.emplace(next.year, std::move(next));
}

}  // namespace

const Act carry_forward{.id = "carry_forward",
                        .zh = "结转下一年度",
                        .en = "Carry the scheme into the next year",
                        .cites = "A8.3 A8.10",
                        .fields = fields,
                        .stages = {cycle::Stage::year_end, cycle::Stage::archived},
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
