#pragma once
/// @file
/// The row of titles of an indicator table in a grid.
#include "core/intake/grid.hpp"
#include "core/intake/headings.hpp"

#include <array>
#include <optional>
#include <vector>

namespace heng::intake {

/// Where each column stands.
struct GridHeader {
    std::vector<std::optional<Column>>
        columns;                              ///< By place; nothing for a title that is not known.
    std::vector<bool> is_points_of_category;  ///< For columns of points.

    bool has(Column column) const;
};

/// The header that a row makes, if it is one: titles of clauses and of a task or category.
std::optional<GridHeader> header_of(const std::vector<const Cell*>& row);

/// Whether every cell of the row that is not blank is a title.
bool is_title_row(const std::vector<const Cell*>& row);

}  // namespace heng::intake
