#pragma once
/// @file
/// Amounts that decide the whole year: 一票否决, 取消评优资格, 直接定为不合格.
#include "core/clause/amount.hpp"

#include <cstdint>
#include <optional>

namespace heng::clause {

/// The veto that the token states, or nothing: 低于60分的定为不合格 is a grading band, and
/// 被一票否决的,扣5分 a condition. 取消该项得分 gives the whole score.
/// @pre `token` is of role veto, forbid or verdict.
std::optional<Amount> read_veto(const Layout& layout, std::uint32_t token);

}  // namespace heng::clause
