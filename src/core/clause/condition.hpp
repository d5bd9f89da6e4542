#pragma once
/// @file
/// The words in front of an amount, nearest phrase first.
#include "core/clause/amount.hpp"

#include <cstdint>
#include <vector>

namespace heng::clause {

/// What an amount stands on: the phrases between the amount before it and itself, in the same
/// sentence.
struct Condition {
    const Layout* layout = nullptr;
    const Words* words = nullptr;
    std::uint32_t floor = 0;  ///< Glyph behind the mention before.
    std::uint32_t begin = 0;  ///< First glyph of the amount.
    std::uint32_t own = 0;    ///< Index of the phrase that holds the amount.
    /// Slices with words of their own, nearest first; bracketed asides are left out. Never more
    /// than a few.
    std::vector<Slice> slices;
    bool own_is_bare = false;  ///< 扣1分 alone, or 则扣1分, behind its comma.

    bool empty() const { return slices.empty(); }
    const Slice& nearest() const { return slices.front(); }
};

Condition condition_of(const Layout& layout, const Amount& amount, std::uint32_t floor);

}  // namespace heng::clause
