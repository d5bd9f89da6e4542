#pragma once
/// @file
/// The acts of the review (述职评议, A14.3), and what they share.
#include "core/act/act.hpp"

#include <array>

namespace heng::act {

extern const Act open_ballot;
extern const Act cancel_ballot;
extern const Act close_ballot;
extern const Act enter_paper_count;
extern const Act enter_review_score;
extern const Act correct_review_score;
extern const Act confirm_review_score;

inline constexpr Field ballot_field{"ballot", Kind::record, Need::required, "述职评议投票",
                                    "Ballot"};
inline constexpr Field score_field{"score", Kind::decimal, Need::required, "述职评议得分",
                                   "Review score"};
/// The marks of a ballot, as fields and as members of an event; in their order.
inline constexpr std::array<std::string_view, cycle::counted_marks> mark_keys{"good", "fair",
                                                                              "ordinary", "poor"};

/// The open ballot that the field `ballot` names, or `record_unknown`, or `record_stage_unfit`.
[[nodiscard]] Checked<const cycle::Ballot*> find_open_ballot(const Context& context,
                                                             const Fields& in);

/// It concerns the ballot's domain; the office stands in where the lead is one of the units.
[[nodiscard]] Checked<Subject> subject_ballot(const Context& context, const Fields& in);

/// Nothing if the actor belongs to none of the ballot's units and its votes are cast as the act
/// needs it; else `recusal`, `record_stage_unfit`.
enum class Voting { online, on_paper };
[[nodiscard]] Checked<void> check_counting(const Context& context, const cycle::Ballot& ballot,
                                           Voting needed);

/// {"merged": …, "tallies": …}: the count as it may be seen.
std::vector<ledger::Member> print_count(const cycle::ShownCount& count);
/// The same back. @pre the event carries them
cycle::ShownCount read_count(const Fields& in);
/// {"scores": …}: what the count gives each unit that got a valid vote.
ledger::Member print_scores(const cycle::Ballot& ballot, const cycle::ShownCount& count);
/// Closes the ballot with the count and the scores of the event.
void take_result(cycle::State& state, const Entry& entry, const Fields& in);

/// It concerns the unit; the office stands in where the lead is the unit itself.
[[nodiscard]] Checked<Subject> subject_reviewed_unit(const Context& context,
                                                     const cycle::Cycle& cycle,
                                                     const std::string& unit);
/// `value_out_of_range` unless the scheme's scale has the score.
[[nodiscard]] Result<void> check_score(const Context& context, const Fields& in);
/// The entry waits for its second person; one that waited before it is replaced.
void take_entry(cycle::State& state, const Entry& entry, const Fields& in);

}  // namespace heng::act
