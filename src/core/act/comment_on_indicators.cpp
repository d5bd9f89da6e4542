/// @file
/// A unit says what it thinks of the tables that are being made: the bottom-up half of A8.5.
#include "core/act/indicator_acts.hpp"
#include "core/act/people.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field,
                            Field{"text", Kind::text, Need::required, "意见", "Comment"}};

Decision decide(const Context&, const Fields& in) {
    return done(comment_on_indicators, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Comment comment{{entry.seq}, entry.person(), in.text("unit"), in.text("text")};
    cycle_of(state, in).indicators.comments.emplace(comment.id, std::move(comment));
}

}  // namespace

const Act comment_on_indicators{.id = "comment_on_indicators",
                                .zh = "对指标提出意见",
                                .en = "Comment on the indicators",
                                .cites = "A8.5",
                                .fields = fields,
                                .stages = {cycle::Stage::drafting, cycle::Stage::drafting},
                                .subject = subject_unit,
                                .decide = decide,
                                .apply = apply};

}  // namespace heng::act
