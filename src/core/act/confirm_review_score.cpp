/// @file
/// A second person compares an entered review score with its document; from then on it counts
/// (A14.3, A20.2).
#include "core/act/review_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, Field{"entry", Kind::record, Need::required,
                                              "待确认的述职评议得分", "Entered review score"}};

const cycle::ReviewEntry* find_entry(const Context& context, const Fields& in) {
    return context.cycle_of(in).reviews.find(in.record<cycle::ReviewEntry>("entry"));
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    const cycle::ReviewEntry* const entry = find_entry(context, in);
    if (entry == nullptr)
        return refused(Code::record_unknown,
                       {"述职评议得分", "entered review score", std::to_string(in.whole("entry"))});
    auto out = subject_reviewed_unit(context, context.cycle_of(in), entry->unit);
    if (out) out->first_persons = {entry->entered_by};
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::ReviewEntry& entry = *find_entry(context, in);
    if (entry.stage == cycle::ReviewEntryStage::entered) return done(confirm_review_score, in);
    return refused(Code::record_stage_unfit,
                   {"述职评议得分", "entered review score", std::to_string(entry.id.seq),
                    std::string(cycle::name(entry.stage)),
                    std::string(cycle::name(cycle::ReviewEntryStage::entered))});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Reviews& reviews = cycle_of(state, in).reviews;
    cycle::ReviewEntry& entered = reviews.entries.at({in.whole("entry")});
    entered.stage = cycle::ReviewEntryStage::confirmed;
    entered.confirmed_by = entry.person();
    reviews.scores[entered.unit] = entered.score;
    reviews.given_by[entered.unit] = entry.seq;
}

}  // namespace

const Act confirm_review_score{.id = "confirm_review_score",
                               .zh = "确认述职评议得分",
                               .en = "Confirm a review score",
                               .cites = "A14.3 A20.2",
                               .fields = fields,
                               .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                               .subject = subject,
                               .decide = decide,
                               .apply = apply};

}  // namespace heng::act
