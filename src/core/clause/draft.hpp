#pragma once
/// @file
/// A branch in the making, with the words that it was read from.
#include "core/clause/count.hpp"
#include "core/scheme/branch.hpp"

#include <cstdint>
#include <optional>

namespace heng::clause {

struct Draft {
    scheme::Branch branch;
    Condition condition;
    std::optional<Count> count;
    std::uint32_t begin = 0;  ///< Glyphs of its phrase of the clause.
    std::uint32_t end = 0;
    bool free_of_cost = false;  ///< 不扣分, 得满分: counts as a band, gives no branch.
    bool is_open = false;       ///< 视情扣分: no amount is stated …
    bool has_least = false;     ///< … but its lower end is: 最低扣0.5分.
    bool paired = false;        ///< One of 分别扣3分、2分: its level is settled.
    bool worked_out = false;    ///< From 加倍 or 减半.
};

}  // namespace heng::clause
