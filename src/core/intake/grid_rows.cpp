#include "core/intake/grid_rows.hpp"

#include <algorithm>

namespace heng::intake {

const std::vector<const Cell*>& GridRows::next() {
    cells_.clear();
    if (at_ == grid_.cells.size()) return cells_;
    // Rows in which nothing begins tell nothing new.
    row_ = grid_.cells[at_].row;
    for (; at_ < grid_.cells.size() && grid_.cells[at_].row == row_; ++at_) {
        const Cell& cell = grid_.cells[at_];
        const std::size_t end = std::min(cell.column + cell.columns, columns_max);
        if (over_.size() < end) over_.resize(end);
        for (std::size_t column = cell.column; column < end; ++column)
            over_[column] = {&cell, row_ + cell.rows};
    }
    for (const Over& over : over_) cells_.push_back(over.end > row_ ? over.cell : nullptr);
    return cells_;
}

std::string cell_name(std::size_t row, std::size_t column) {
    std::string name;
    for (std::size_t rest = column + 1; rest > 0; rest = (rest - 1) / 26)
        name.insert(name.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return name + std::to_string(row + 1);
}

}  // namespace heng::intake
