#pragma once
/// @file
/// How wide the columns of torn text are, learnt from the lines that a column broke.
#include "core/intake/unweave.hpp"

#include <array>
#include <map>
#include <span>
#include <vector>

namespace heng::intake {

class ColumnWidths {
public:
    /// A line of `role` on `page` that was broken at the edge of its column. For clauses the first
    /// guess comes from numbered lines that do not end a sentence; the other columns follow after a
    /// first search.
    void learn(Role role, std::size_t page, int width);
    /// To be called once all is learnt.
    void settle();

    /// The width of the column on a page, in half characters, or 0 where its lines have no common
    /// width.
    int width(Role role, std::size_t page) const;

    /// How badly a line of `width` stands in the column, and the next line behind one that was that
    /// wide.
    int cost_of_standing(Role role, std::size_t page, int width) const;
    int cost_of_breaking(Role role, std::size_t page, int width) const;

private:
    static int common_width(std::vector<int>& widths);

    std::array<std::map<std::size_t, std::vector<int>>, roles> seen_;
    std::array<std::map<std::size_t, int>, roles> by_page_;
    std::array<int, roles> overall_{};
};

}  // namespace heng::intake
