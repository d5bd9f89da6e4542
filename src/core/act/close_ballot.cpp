/// @file
/// The lead closes a ballot: what lay in its box becomes the units' review scores (A14.3, DEB-2).
/// The count is put in by the program. It closes the box only after all else was found right: then
/// `ballot_uncounted` is the one refusal, and the act is asked for again with the count.
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, ballot_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Ballot& ballot = **find_open_ballot(context, in);
    if (const auto fits = check_counting(context, ballot, Voting::online); !fits)
        return tl::unexpected(fits.error());
    if (context.counted == nullptr)
        return refused(Code::ballot_uncounted, {std::to_string(ballot.id.seq)});
    if (const auto fits = cycle::check_tallies(ballot, *context.counted); !fits)
        return tl::unexpected(Issues{fits.error()});
    const cycle::ShownCount shown = cycle::show(ballot, *context.counted);
    auto computed = print_count(shown);
    computed.push_back(print_scores(ballot, shown));
    return done(close_ballot, in, std::move(computed));
}

}  // namespace

const Act close_ballot{.id = "close_ballot",
                       .zh = "结束述职评议投票",
                       .en = "Close a ballot",
                       .cites = "A14.3",
                       .fields = fields,
                       .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                       .subject = subject_ballot,
                       .decide = decide,
                       .apply = take_result};

}  // namespace heng::act
