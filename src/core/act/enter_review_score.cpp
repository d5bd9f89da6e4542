/// @file
/// Takes in a review score that another procedure has fixed, with its document (A14.3). It counts
/// once a second person has confirmed it.
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field, score_field, proof_field, note_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    return subject_reviewed_unit(context, context.cycle_of(in), in.text("unit"));
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Reviews& reviews = context.cycle_of(in).reviews;
    const std::string& unit = in.text("unit");
    if (reviews.score_of(unit))
        return refused(Code::record_exists, {"述职评议得分", "review score", unit});
    if (const cycle::Ballot* const ballot = reviews.ballot_about(unit))
        return refused(Code::record_exists,
                       {"述职评议投票", "ballot", std::to_string(ballot->id.seq)});
    if (const auto fits = check_score(context, in); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(enter_review_score, in);
}

}  // namespace

const Act enter_review_score{.id = "enter_review_score",
                             .zh = "录入述职评议得分",
                             .en = "Enter a review score",
                             .cites = "A14.3",
                             .fields = fields,
                             .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                             .subject = subject,
                             .decide = decide,
                             .apply = take_entry};

}  // namespace heng::act
