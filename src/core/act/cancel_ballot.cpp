/// @file
/// Ends an open ballot without a result, with the reason: something was frozen wrongly, or the
/// meeting fell through (A14.3).
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, ballot_field, reason_field};

Decision decide(const Context&, const Fields& in) {
    return done(cancel_ballot, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Ballot& ballot = cycle_of(state, in).reviews.ballots.at({in.whole("ballot")});
    ballot.stage = cycle::BallotStage::cancelled;
    ballot.reason = in.text("reason");
}

}  // namespace

const Act cancel_ballot{.id = "cancel_ballot",
                        .zh = "取消述职评议投票",
                        .en = "Cancel a ballot",
                        .cites = "A14.3",
                        .fields = fields,
                        .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                        .subject = subject_ballot,
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
