#pragma once
/// @file
/// Words around a verb that name a score, or take a share of one: 扣该项30%的分值,
/// 扣该项分值的一部分.
#include "core/clause/layout.hpp"

#include <cstdint>

namespace heng::clause {

/// 扣分, 扣分值
bool ends_in_score(const Words& words, std::uint32_t verb);

/// 扣分指标分值为100分: the verb names a part of the total, and charges nothing.
bool names_part(const Words& words, std::uint32_t verb);

/// 扣该项30%, 扣30%的分值: the share whose figure is the token `number` is one of the item's score.
bool speaks_of_item(const Words& words, std::uint32_t verb, std::uint32_t number);

/// 扣该项分值的大部分: not all of the score that the token before `last` names.
bool takes_part(const Words& words, std::uint32_t verb, std::uint32_t last);

/// 按未完成任务比例扣分
bool speaks_of_share(const Layout& layout, std::uint32_t verb);

}  // namespace heng::clause
