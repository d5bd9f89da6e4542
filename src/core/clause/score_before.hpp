#pragma once
/// @file
/// Scores that stand before their verb: 按每件0.5分扣减, 在2分以内酌情扣分.
#include "core/clause/layout.hpp"

#include <cstdint>
#include <optional>

namespace heng::clause {

struct ScoreBefore {
    std::uint32_t number = 0;  ///< Its token.
    Slice unit;                ///< 处 of 0.5分/处扣除; empty where there is none.
    bool at_choice = false;    ///< 在2分以内: no lower end.
};

/// The score that the verb, a token, has before it, or nothing.
std::optional<ScoreBefore> score_before(const Words& words, std::uint32_t verb);

}  // namespace heng::clause
