#pragma once
/// @file
/// The acts on findings (扣分记录), and what they share.
#include "core/act/act.hpp"

namespace heng::act {

extern const Act record_finding;
extern const Act confirm_finding;
extern const Act correct_finding;
extern const Act withdraw_finding;
extern const Act object_to_finding;
extern const Act answer_objection;
extern const Act supply_reference;

inline constexpr Field finding_field{"finding", Kind::record, Need::required, "扣分记录",
                                     "Finding"};

/// What a finding says, as recording and correcting it hand it in.
inline constexpr Field fact_fields[] = {
    {"branch", Kind::id, Need::required, "扣分细则分句", "Branch"},
    {"value", Kind::decimal, Need::required, "数值", "Value"},
    {"occurred_on", Kind::date, Need::required, "发生日期", "Happened on"},
    {"case", Kind::id, Need::optional, "案件号", "Case"},
    {"source", Kind::text, Need::optional, "来源", "Source"},
    {"note", Kind::text, Need::required, "事实", "The fact in words"},
    evidence_field,
};
cycle::Fact read_fact(const Fields& in);

/// Whether `fact` can be said of `unit` under the edition in force on the day it happened:
///   - `edition_absent`, `branch_unknown`, `branch_not_in_domain`, `value_out_of_range`
///   - `too_early`   it happens after today;
///   - what `check_sheet_open` refuses.
[[nodiscard]] Result<void> check_fact(const Context& context, const cycle::Cycle& cycle,
                                      const std::string& unit, const cycle::Fact& fact);

/// `sheet_settled` where the task of the branch is settled for the unit: what was settled changes
/// only after the office has reopened it (A13.4).
[[nodiscard]] Result<void> check_sheet_open(const Context& context, const cycle::Cycle& cycle,
                                            const std::string& unit, const std::string& branch);

/// The bodies that may record against the branch, about `unit` where it is given (see
/// `bodies_for_branch`), or why there are none: `edition_absent`, `branch_unknown`.
[[nodiscard]] Checked<std::vector<std::string>> assessors_of(const Context& context,
                                                             const cycle::Cycle& cycle,
                                                             const std::string& branch,
                                                             const std::string* unit = nullptr);

/// The finding that the field `finding` names, or `record_unknown`.
[[nodiscard]] Checked<const cycle::Finding*> find_finding(const Context& context, const Fields& in);

/// It concerns the finding's unit; its assessor is the body that recorded it; the person who
/// recorded it was the first.
[[nodiscard]] Checked<Subject> subject_finding(const Context& context, const Fields& in);

/// `record_stage_unfit` unless the finding stands where the act needs it.
[[nodiscard]] Result<void> check_stage(const cycle::Finding& finding, cycle::FindingStage needed);

}  // namespace heng::act
