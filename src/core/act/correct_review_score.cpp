/// @file
/// Puts another review score in the place of the one there is, with the reason and the document
/// (A14.3). The old one stands until a second person has confirmed the new one.
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field, score_field, reason_field, proof_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    return subject_reviewed_unit(context, context.cycle_of(in), in.text("unit"));
}

Decision decide(const Context& context, const Fields& in) {
    if (!context.cycle_of(in).reviews.score_of(in.text("unit")))
        return refused(Code::record_unknown, {"述职评议得分", "review score", in.text("unit")});
    if (const auto fits = check_score(context, in); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(correct_review_score, in);
}

}  // namespace

const Act correct_review_score{.id = "correct_review_score",
                               .zh = "更正述职评议得分",
                               .en = "Correct a review score",
                               .cites = "A14.3 A20.2",
                               .fields = fields,
                               .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                               .subject = subject,
                               .decide = decide,
                               .apply = take_entry};

}  // namespace heng::act
