#pragma once
/// @file
/// A grid row by row, merged cells filled down and to the right.
#include "core/intake/grid.hpp"

#include <cstddef>
#include <vector>

namespace heng::intake {

/// Columns beyond this are not looked at.
constexpr std::size_t columns_max = 256;

class GridRows {
public:
    explicit GridRows(const Grid& grid) : grid_(grid) {}

    /// The cell over each column of the next row that has any, nullptr for none; empty at the end.
    /// A row that is covered by merged cells alone counts.
    const std::vector<const Cell*>& next();

private:
    struct Over {
        const Cell* cell = nullptr;
        std::size_t end = 0;  ///< The row behind its last.
    };

    const Grid& grid_;
    std::size_t at_ = 0;
    std::size_t row_ = 0;
    std::vector<Over> over_;
    std::vector<const Cell*> cells_;
};

}  // namespace heng::intake
