#include "shell/pdf/table.hpp"

#include "core/paper/arrangement.hpp"

#include <algorithm>
#include <numeric>

namespace heng::pdf {

namespace {

constexpr double line_height = 14.5;
constexpr double padding = 3;
constexpr double border = 0.5;
constexpr TextStyle cell_style{Role::body, size_table, size_table, false};
constexpr TextStyle head_style{Role::level1, size_table, size_table, false};

using Cell = std::vector<Line>;

double height_of(std::size_t lines) {
    return static_cast<double>(lines) * line_height + 2 * padding;
}

std::size_t lines_in(double height) {
    const double room = height - 2 * padding + 0.01;
    return room < line_height ? 0 : static_cast<std::size_t>(room / line_height);
}

/// A merged cell while its rows are drawn.
struct Group {
    Cell cell;
    std::size_t drawn = 0;  ///< Lines that stand on a page already.
    double top = 0;         ///< Of its part on this page.
    bool is_open = false;
    std::size_t left() const { return cell.size() - drawn; }
};

class TableDrawing {
public:
    TableDrawing(Flow& flow, const paper::Table& table)
        : flow_(flow),
          table_(table),
          spans_(paper::spans_of(table)),
          merged_(paper::merged_columns(table)),
          groups_(merged_.size()) {
        const auto total = static_cast<int>(flow.width() / points_per_twip);
        for (const int twips : paper::column_widths(table, total))
            widths_.push_back(twips * points_per_twip);
        for (std::size_t i = 0; i < widths_.size(); ++i)
            head_.push_back(set(i, table.content.columns[i].title, head_style));
        for (std::size_t i = 0; i < widths_.size(); ++i)
            if (std::find(merged_.begin(), merged_.end(), i) == merged_.end()) single_.push_back(i);
    }

    void draw() {
        flow_.need(least());
        draw_head();
        for (std::size_t row = 0; row < table_.content.rows.size(); ++row) draw_row(row);
        close_groups(0);
        flow_.skip(line_height / 2);
    }

    double least() {
        if (table_.content.rows.empty()) return head_height();
        double height = height_of(1);
        for (const std::size_t i : single_)
            height = std::max(height,
                              height_of(set(i, table_.content.rows.front()[i], cell_style).size()));
        return head_height() + std::min(height, flow_.height() / 3);
    }

private:
    Cell set(std::size_t column, const std::string& text, const TextStyle& style) {
        return flow_.setter().set(text, style, widths_[column] - 2 * padding);
    }

    static double tallest(const std::vector<Cell>& cells) {
        std::size_t lines = 1;
        for (const Cell& cell : cells) lines = std::max(lines, cell.size());
        return height_of(lines);
    }
    double head_height() const { return tallest(head_); }
    double x_of(std::size_t column) const {
        return flow_.left() + std::accumulate(widths_.begin(),
                                              widths_.begin() + static_cast<std::ptrdiff_t>(column),
                                              0.0);
    }

    void draw_head() {
        const double height = head_height();
        for (std::size_t i = 0; i < head_.size(); ++i)
            draw_cell(i, head_[i], 0, head_[i].size(), flow_.y(), height, head_style, true);
        flow_.skip(height);
    }

    void draw_row(std::size_t row) {
        begin_groups(row);
        std::vector<Cell> cells;
        for (const std::size_t i : single_)
            cells.push_back(set(i, table_.content.rows[row][i], cell_style));
        const double height = std::max(tallest(cells), groups_need(row));
        if (height > flow_.room() && fits_on_a_page(height)) break_page();
        draw_whole_or_part(row, cells);
    }

    bool fits_on_a_page(double height) const { return height <= flow_.height() - head_height(); }

    /// A row higher than a page is divided.
    void draw_whole_or_part(std::size_t row, const std::vector<Cell>& cells) {
        std::size_t done = 0;
        for (;;) {
            std::size_t most = 1;
            for (const Cell& cell : cells)
                most = std::max(most, cell.size() - std::min(done, cell.size()));
            const double wanted = std::max(height_of(most), groups_need(row));
            const bool is_last = wanted <= flow_.room();
            const double height =
                is_last ? wanted : std::max(height_of(1), height_of(lines_in(flow_.room())));
            const std::size_t lines = is_last ? most : std::max<std::size_t>(lines_in(height), 1);
            for (std::size_t i = 0; i < cells.size(); ++i) {
                const std::size_t first = std::min(done, cells[i].size());
                const std::size_t end = std::min(first + lines, cells[i].size());
                draw_cell(single_[i], cells[i], first, end, flow_.y(), height, cell_style, false);
            }
            flow_.skip(height);
            if (is_last) return;
            done += lines;
            break_page();
        }
    }

    // Merged cells

    void begin_groups(std::size_t row) {
        for (std::size_t i = 0; i < merged_.size(); ++i) {
            if (spans_[row][merged_[i]].rows == 0) continue;
            close_groups(i);
            for (std::size_t open = i; open < merged_.size(); ++open)
                groups_[open] = {
                    set(merged_[open], table_.content.rows[row][merged_[open]], cell_style), 0,
                    flow_.y(), true};
            return;
        }
    }

    /// How high a row must be for merged cells that end with it to hold what is left of them.
    double groups_need(std::size_t row) const {
        double need = 0;
        for (std::size_t i = 0; i < merged_.size(); ++i) {
            const bool is_last =
                row + 1 == table_.content.rows.size() || spans_[row + 1][merged_[i]].rows > 0;
            if (!is_last) continue;
            need = std::max(need, height_of(groups_[i].left()) - (flow_.y() - groups_[i].top));
        }
        return need;
    }

    void close_groups(std::size_t first) {
        for (std::size_t i = first; i < merged_.size(); ++i) {
            if (!groups_[i].is_open) continue;
            draw_group(i);
            groups_[i].is_open = false;
        }
    }

    void draw_group(std::size_t index) {
        Group& group = groups_[index];
        const double height = flow_.y() - group.top;
        if (height <= 0) return;
        // What has been said in full before is said again where there is room for it.
        const std::size_t first = group.left() == 0 ? 0 : group.drawn;
        std::size_t end = std::min(first + lines_in(height), group.cell.size());
        if (group.left() == 0 && end < group.cell.size()) end = first;
        draw_cell(merged_[index], group.cell, first, end, group.top, height, cell_style, false);
        group.drawn = std::max(group.drawn, end);
    }

    void break_page() {
        for (std::size_t i = 0; i < merged_.size(); ++i) draw_group(i);
        flow_.next_page();
        draw_head();
        for (Group& group : groups_) group.top = flow_.y();
    }

    void draw_cell(std::size_t column, const Cell& cell, std::size_t first, std::size_t end,
                   double top, double height, const TextStyle& style, bool is_head) {
        const double x = x_of(column);
        const double width = widths_[column];
        Canvas& canvas = flow_.canvas();
        canvas.rule(x, top, x + width, top, border);
        canvas.rule(x, top + height, x + width, top + height, border);
        canvas.rule(x, top, x, top + height, border);
        canvas.rule(x + width, top, x + width, top + height, border);
        const auto lines = static_cast<double>(end - first);
        double y = top + (height - lines * line_height) / 2;
        const bool is_right =
            !is_head && table_.content.columns[column].align == report::Align::end;
        for (std::size_t i = first; i < end; ++i) {
            double indent = padding;
            if (is_head) indent = (width - cell[i].width) / 2;
            if (is_right) indent = width - padding - cell[i].width;
            canvas.draw(cell[i], style, x + indent, y + (line_height - style.size) / 2);
            y += line_height;
        }
    }

    Flow& flow_;
    const paper::Table& table_;
    std::vector<double> widths_;
    std::vector<Cell> head_;
    std::vector<std::vector<paper::Span>> spans_;
    std::vector<std::size_t> merged_;  ///< Places of the columns with merged cells.
    std::vector<std::size_t> single_;  ///< Of the others.
    std::vector<Group> groups_;        ///< One for each of `merged_`.
};

}  // namespace

void draw_table(Flow& flow, const paper::Table& table) {
    TableDrawing(flow, table).draw();
}

double least_height(Flow& flow, const paper::Table& table) {
    return TableDrawing(flow, table).least();
}

}  // namespace heng::pdf
