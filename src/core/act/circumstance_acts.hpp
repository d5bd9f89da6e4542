#pragma once
/// @file
/// The acts on circumstances (A16.3 to A16.6, A18.4), and what they share.
#include "core/act/act.hpp"

namespace heng::act {

extern const Act record_circumstance;
extern const Act confirm_circumstance;
extern const Act withdraw_circumstance;

inline constexpr Field circumstance_field{"circumstance", Kind::record, Need::required, "定等情形",
                                          "Circumstance"};
/// Circumstances may come to light until the result is published.
inline constexpr Stages circumstance_stages{cycle::Stage::in_force, cycle::Stage::grading};

/// The circumstance that the field names. @pre `subject_circumstance` has found it
const cycle::Circumstance& circumstance_of(const Context& context, const Fields& in);

/// It concerns the circumstance's unit; whoever recorded it was the first. `record_unknown`.
[[nodiscard]] Checked<Subject> subject_circumstance(const Context& context, const Fields& in);

/// `record_stage_unfit` of a circumstance that is not at the stage `needed`.
tl::unexpected<Issues> unfit(const cycle::Circumstance& circumstance,
                             cycle::CircumstanceStage needed);

}  // namespace heng::act
