#pragma once
/// @file
/// How views write what belongs to a grade: open questions, and the facts that bear on it.
#include "core/view/print.hpp"

namespace heng::view {

/// Rows {"id", "text", "cites"}, in the order of the questions' bits.
List print_questions(std::uint16_t questions);
/// {"best", "serious", "no_progress", "lowered_by", "barred_by"}.
Value print_bearing(const cycle::Bearing& bearing);
/// Rows {"cites", "text"}; without words where the rule alone gives the grade.
List print_reasons(const std::vector<cycle::GradeReason>& reasons);

}  // namespace heng::view
