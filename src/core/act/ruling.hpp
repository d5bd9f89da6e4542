#pragma once
/// @file
/// Rulings on a recheck and on its appeal (APP-3): the outcome, what it puts right, and the version
/// of the result that this makes.
#include "core/act/aftermath_acts.hpp"
#include "core/act/grading_acts.hpp"

namespace heng::act {

inline constexpr Field withdrawn_row[] = {
    {"finding", Kind::record, Need::required, "扣分记录", "Finding"}};
inline constexpr Field corrected_row[] = {
    {"finding", Kind::record, Need::required, "扣分记录", "Finding"},
    {"value", Kind::decimal, Need::required, "更正后的数值", "Corrected value"}};

/// What both rulings hand in. A change names what it puts right; an annulment withdraws every
/// finding in question and what was deliberated about the unit.
inline constexpr Field ruling_fields[] = {
    year_field,
    recheck_field,
    {"ruling", Kind::choice, Need::required, "处理结果", "Ruling", cycle::ruling_words},
    reason_field,
    {"withdrawn",
     Kind::rows,
     Need::optional,
     "撤销的扣分记录",
     "Findings withdrawn",
     {},
     withdrawn_row},
    {"corrected",
     Kind::rows,
     Need::optional,
     "更正的扣分记录",
     "Findings corrected",
     {},
     corrected_row},
    {"review", Kind::decimal, Need::optional, "更正后的述职评议得分", "Corrected review score"},
    settled_field,
};

/// The members that the ruling adds to its event: none where the result is upheld. Refused are
///   - `ruling_unfit`          the outcome does not go with what is named;
///   - `record_unknown`, `record_stage_unfit`   a finding is not the unit's, or does not count;
///   - `value_out_of_range`, `review_out_of_range`
///   - what `revise` refuses.
[[nodiscard]] Checked<std::vector<ledger::Member>> rule(const Context& context, const Fields& in,
                                                        const cycle::Recheck& recheck);

/// Carries out a ruling that is in the ledger.
cycle::Decided apply_ruling(cycle::Cycle& cycle, const Entry& entry, const Fields& in,
                            const cycle::Recheck& recheck, cycle::VersionCause cause);

}  // namespace heng::act
