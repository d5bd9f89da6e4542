#pragma once
/// @file
/// Names of figures that must be supplied for the year: 全省平均水平, 上年度, 任务数.
#include "core/clause/layout.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace heng::clause {

struct Reference {
    std::string text;
    bool compared = false;  ///< 低于, 较 or the like leads to it, not only 完成.
    bool measured =
        false;  ///< A figure follows at once: 目标任务100%. The figure is the demand then.
};

/// The reference whose last word is the token `head`, or nothing where the word names none.
std::optional<Reference> reference_at(const Layout& layout, std::uint32_t head);

/// The reference between the glyphs `begin` and `end`, from the token `first` on.
std::optional<Reference> reference_between(const Layout& layout, std::uint32_t first,
                                           std::uint32_t begin, std::uint32_t end);

}  // namespace heng::clause
