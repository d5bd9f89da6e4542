#pragma once
/// @file
/// Scores without a verb of their own, which go on from the amount before: 国家级加3分,省级2分.
#include "core/clause/amount.hpp"

#include <cstdint>

namespace heng::clause {

/// Whether the words end at the glyph `place`.
bool ends_at(const Words& words, std::uint32_t place);

/// 国家级加3分,省级2分 and 堵塞的每台次扣2分,漏洒的每台次5分: the score of the token `number` has
/// the verb of `amount` and a condition of its own.
bool goes_on_from(const Layout& layout, std::uint32_t number, const Amount& amount);

/// 扣责任单位1分、分管负责人0.5分: the score of the token `number` is charged to another for the
/// same.
bool charges_another(const Layout& layout, std::uint32_t number, const Amount& amount);

}  // namespace heng::clause
