/// @file
/// The office works proposals and comments into one scheme and puts it before the commission
/// (A8.7). Only a scheme that passes its check becomes a draft.
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, Field{files_name, Kind::scheme, Need::required, "方案文件", "Files of the scheme"},
    note_field};

Decision decide(const Context& context, const Fields& in) {
    const auto candidate = find_candidate(context, in);
    if (!candidate) return tl::unexpected(candidate.error());
    return done(consolidate_indicators, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    const cycle::DraftId id{entry.seq};
    cycle_of(state, in).indicators.drafts[id] = {
        id, read_files(in), cycle::DraftStage::consolidated, in.text_or_empty("note")};
}

}  // namespace

const Act consolidate_indicators{.id = "consolidate_indicators",
                                 .zh = "汇总审核指标体系",
                                 .en = "Consolidate the indicators",
                                 .cites = "A8.1 A8.2 A8.7 A9.1 A9.2",
                                 .fields = fields,
                                 .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                                 .decide = decide,
                                 .apply = apply};

}  // namespace heng::act
