#pragma once
/// @file
/// What referring and deciding misconduct share (A18 to A20).
#include "core/act/aftermath_acts.hpp"

#include <initializer_list>

namespace heng::act {

/// It concerns the unit accused, or the unit that the accused body is itself. Who recorded it, who
/// is accused, and who acts for the accused body do not decide it.
[[nodiscard]] Checked<Subject> subject_misconduct(const Context& context, const Fields& in);

/// `record_stage_unfit` unless the case stands in one of `stages`.
[[nodiscard]] Result<void> check_stage(const cycle::Misconduct& misconduct,
                                       std::initializer_list<cycle::MisconductStage> stages);

}  // namespace heng::act
