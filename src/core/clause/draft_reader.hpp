#pragma once
/// @file
/// Mentions of amounts → drafts of branches.
#include "core/clause/doubt.hpp"
#include "core/clause/draft.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace heng::clause {

struct DraftSet {
    std::vector<Draft> drafts;
    std::vector<Doubt> doubts;
};

/// Drafts in the order of the text, with caps and levels.
/// @param begin First glyph of the clause, behind its numbering.
DraftSet read_drafts(const Layout& layout, std::uint32_t begin);

}  // namespace heng::clause
