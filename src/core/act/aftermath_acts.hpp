#pragma once
/// @file
/// The acts on a published result (A17 to A20), and what they share: finding the records they name,
/// and changing the result.
#include "core/act/act.hpp"
#include "core/cycle/follow_up.hpp"

#include <array>

namespace heng::act {

extern const Act request_recheck;
extern const Act decide_recheck;
extern const Act appeal;
extern const Act decide_appeal;
extern const Act file_explanation;
extern const Act accept_explanation;
extern const Act return_explanation;
extern const Act hand_on_consequences;
extern const Act record_misconduct;
extern const Act refer_misconduct;
extern const Act decide_misconduct;

inline constexpr Field recheck_field{"recheck", Kind::record, Need::required, "复核申请",
                                     "Recheck"};
inline constexpr Field explanation_field{"explanation", Kind::record, Need::required, "书面说明",
                                         "Explanation"};
inline constexpr Field misconduct_field{"misconduct", Kind::record, Need::required, "违纪问题",
                                        "Misconduct"};
/// Where something is sent.
inline constexpr Field recipients_field{"to", Kind::texts, Need::required, "发送单位",
                                        "Recipients"};

/// The records that these fields name, or `record_unknown`.
[[nodiscard]] Checked<const cycle::Recheck*> find_recheck(const Context& context, const Fields& in);
[[nodiscard]] Checked<const cycle::Explanation*> find_explanation(const Context& context,
                                                                  const Fields& in);
[[nodiscard]] Checked<const cycle::Misconduct*> find_misconduct(const Context& context,
                                                                const Fields& in);

/// It concerns the unit that asked for the recheck.
[[nodiscard]] Checked<Subject> subject_recheck(const Context& context, const Fields& in);
/// It concerns the unit that explains itself.
[[nodiscard]] Checked<Subject> subject_explanation(const Context& context, const Fields& in);

/// `record_stage_unfit` unless the explanation waits for an answer.
[[nodiscard]] Result<void> check_waiting(const cycle::Explanation& explanation);

/// `field_missing` for a list that names nothing.
[[nodiscard]] Result<void> check_not_empty(const Fields& in, const Field& field);

/// The members of an event by which `amendment` changes the published result: `version`, `rows`,
/// `lapsed` (units whose deliberation no longer answers what the rules ask), `moved` (the units
/// beside its own whose total, rank or grade changes) and the documents that tell them. `amended`
/// is the year after it. Refused are
///   - `act_not_permitted`   grades are set by someone who does not act for the commission;
///   - `recusal`             a grade is set of a unit that the actor belongs to;
///   - `record_unknown`      a grade is set of a unit of another domain, or rests on no statement;
///   - what `settle_again` refuses: an impossible grade, a question that the change leaves open.
/// @pre the findings that it names are confirmed
[[nodiscard]] Checked<std::vector<ledger::Member>> revise(const Context& context,
                                                          const cycle::Cycle& before,
                                                          cycle::Cycle amended,
                                                          const cycle::Amendment& amendment);

}  // namespace heng::act
