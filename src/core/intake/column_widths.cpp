#include "core/intake/column_widths.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

constexpr int tolerance = 3;  ///< Half characters: a mark that may not begin a line, a digit more.

}  // namespace

void ColumnWidths::learn(Role role, std::size_t page, int width) {
    seen_[static_cast<std::size_t>(role)][page].push_back(width);
}

/// The width that most lines have, if at least half of those have it that are not far wider: text
/// that was joined again has lines of any length.
int ColumnWidths::common_width(std::vector<int>& widths) {
    if (widths.size() < 3) return 0;
    std::sort(widths.begin(), widths.end());
    int best = 0;
    std::ptrdiff_t best_count = 0;
    for (const int width : widths) {
        const auto end = std::upper_bound(widths.begin(), widths.end(), width);
        const auto begin = std::lower_bound(widths.begin(), end, width - tolerance);
        if (end - begin > best_count) {
            best_count = end - begin;
            best = width;
        }
    }
    const auto comparable =
        std::upper_bound(widths.begin(), widths.end(), best + tolerance) - widths.begin();
    return best_count >= 3 && best_count * 2 >= comparable ? best : 0;
}

void ColumnWidths::settle() {
    for (std::size_t role = 0; role < roles; ++role) {
        std::vector<int> all;
        for (auto& [page, widths] : seen_[role]) {
            all.insert(all.end(), widths.begin(), widths.end());
            by_page_[role][page] = common_width(widths);
        }
        overall_[role] = common_width(all);
    }
}

int ColumnWidths::width(Role role, std::size_t page) const {
    const auto index = static_cast<std::size_t>(role);
    const auto found = by_page_[index].find(page);
    if (found != by_page_[index].end() && found->second != 0) return found->second;
    return overall_[index];
}

int ColumnWidths::cost_of_standing(Role role, std::size_t page, int width) const {
    const int usual = this->width(role, page);
    if (usual == 0 || width <= usual + tolerance) return 0;
    return role == Role::clause || role == Role::requirement ? 5 : 25;
}

int ColumnWidths::cost_of_breaking(Role role, std::size_t page, int width) const {
    const int usual = this->width(role, page);
    if (usual == 0 || width > usual + tolerance) return 0;
    return width >= usual - tolerance ? -5 : 10;
}

}  // namespace heng::intake
