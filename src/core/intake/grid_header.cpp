#include "core/intake/grid_header.hpp"

#include "core/intake/chars.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

/// With tables that have no task column, what is called category is the task; of two columns of
/// categories the second is the task, also where one title stands over both.
void settle_tasks(GridHeader& header) {
    if (header.has(Column::task)) return;
    std::optional<std::size_t> last;
    for (std::size_t i = 0; i < header.columns.size(); ++i)
        if (header.columns[i] == Column::category) last = i;
    if (!last) return;
    header.columns[*last] = Column::task;
}

/// Whether the row heads what was found about whom, or how it is computed: such tables name tasks
/// and clauses as well.
bool heads_records(const std::vector<const Cell*>& row) {
    constexpr auto titles =
        std::to_array<std::u32string_view>({U"考核对象", U"被考核单位", U"被考核对象", U"发生日期",
                                            U"发生时间", U"扣分事实", U"分句"});
    return std::any_of(row.begin(), row.end(), [&](const Cell* cell) {
        return cell != nullptr && std::find(titles.begin(), titles.end(),
                                            tidied(chars_of(cell->text))) != titles.end();
    });
}

/// Points belong to the heading on their left.
void settle_points(GridHeader& header) {
    header.is_points_of_category.assign(header.columns.size(), false);
    bool is_category = false;
    for (std::size_t i = 0; i < header.columns.size(); ++i) {
        const auto column = header.columns[i];
        if (column == Column::category) is_category = true;
        if (column == Column::task || column == Column::requirement || column == Column::clause)
            is_category = false;
        if (column == Column::points) header.is_points_of_category[i] = is_category;
    }
}

}  // namespace

bool GridHeader::has(Column column) const {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
}

std::optional<GridHeader> header_of(const std::vector<const Cell*>& row) {
    if (heads_records(row)) return std::nullopt;
    GridHeader header;
    for (const Cell* cell : row)
        header.columns.push_back(cell == nullptr ? std::nullopt
                                                 : column_titled(chars_of(cell->text)));
    const bool has_heading = header.has(Column::task) || header.has(Column::category);
    if (!header.has(Column::clause) || !has_heading) return std::nullopt;
    settle_tasks(header);
    settle_points(header);
    return header;
}

bool is_title_row(const std::vector<const Cell*>& row) {
    bool has_title = false;
    for (const Cell* cell : row) {
        if (cell == nullptr) continue;
        const std::u32string text = tidied(chars_of(cell->text));
        if (text.empty()) continue;
        if (!column_titled(text)) return false;
        has_title = true;
    }
    return has_title;
}

}  // namespace heng::intake
