#pragma once
/// @file
/// The acts of the half-year evaluation (A12), and what they share.
#include "core/act/act.hpp"

#include <initializer_list>

namespace heng::act {

extern const Act open_half_year;
extern const Act submit_self_check;
extern const Act return_self_check;
extern const Act review_self_check;
extern const Act collect_half_year;
extern const Act publish_half_year_circular;

inline constexpr Stages half_year_stages{cycle::Stage::in_force, cycle::Stage::in_force};

/// `record_unknown` unless the office has opened the half-year.
[[nodiscard]] Result<void> check_half_year_open(const cycle::Cycle& cycle);
/// `record_stage_unfit` unless the unit's self-check is at one of `needed`.
[[nodiscard]] Result<void> check_self_check(const cycle::HalfYear& half_year,
                                            const std::string& unit,
                                            std::initializer_list<cycle::SelfCheckStage> needed);

}  // namespace heng::act
