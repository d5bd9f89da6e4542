#pragma once
/// @file
/// The net under the reader: scores beside a verb of scoring that found their way into no branch.
#include "core/clause/amount.hpp"

#include <cstdint>
#include <vector>

namespace heng::clause {

/// Tokens of the scores that stand in a phrase with 扣, 减 or 加, and that no mention holds, no
/// count measures (`used`, by figure), and that are neither gained (得2分), nor compared
/// (低于60分), nor a part of a total (分值8分).
std::vector<std::uint32_t> unread_scores(const Layout& layout, const std::vector<Mention>& mentions,
                                         const std::vector<bool>& used);

}  // namespace heng::clause
