#include "core/paper/arrangement.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <numeric>

namespace heng::paper {

SignaturePlace place_signature(std::string_view signature, std::string_view date) {
    constexpr int four_characters = 8;
    const auto signature_width = static_cast<int>(half_widths(signature));
    const auto date_width = static_cast<int>(half_widths(date));
    const int middle = four_characters + date_width / 2;
    if (signature_width / 2 <= middle) return {middle - signature_width / 2, four_characters};
    return {0, std::max(four_characters, (signature_width - date_width) / 2)};
}

std::vector<AnnexLine> annex_lines(const Paper& paper) {
    constexpr int two_characters = 4;
    constexpr int five_characters = 10;
    std::vector<AnnexLine> out;
    const std::size_t count = paper.annexes.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::string number = count > 1 ? std::to_string(i + 1) + "." : "";
        if (i == 0)
            out.push_back({"附件：" + number, paper.annexes[i].title, two_characters});
        else
            out.push_back({number, paper.annexes[i].title, five_characters});
    }
    return out;
}

std::string annex_mark(const Paper& paper, std::size_t index) {
    return paper.annexes.size() > 1 ? "附件" + std::to_string(index + 1) : "附件";
}

std::size_t title_characters(int characters) {
    constexpr int body_size = 16;
    constexpr int title_size = 22;
    return static_cast<std::size_t>(std::max(characters * body_size / title_size - 1, 1));
}

std::vector<std::size_t> merged_columns(const Table& table) {
    const std::size_t columns = table.content.columns.size();
    INVARIANT(table.merged + table.merged_last <= columns, "no column is merged twice");
    std::vector<std::size_t> out(table.merged + table.merged_last);
    std::iota(out.begin(), out.end(), 0);
    for (std::size_t i = table.merged; i < out.size(); ++i) out[i] += columns - out.size();
    return out;
}

std::vector<std::vector<Span>> spans_of(const Table& table) {
    const auto& rows = table.content.rows;
    std::vector<std::vector<Span>> out(rows.size());
    for (auto& row : out) row.resize(table.content.columns.size());
    const std::vector<std::size_t> merged = merged_columns(table);
    for (auto last = merged.begin(); last != merged.end(); ++last) {
        const std::size_t column = *last;
        std::size_t top = 0;
        for (std::size_t row = 1; row < rows.size(); ++row) {
            const bool is_same = std::all_of(merged.begin(), last + 1, [&](std::size_t one) {
                return rows[row][one] == rows[top][one];
            });
            if (!is_same) {
                top = row;
                continue;
            }
            ++out[top][column].rows;
            out[row][column].rows = 0;
        }
    }
    return out;
}

std::vector<int> column_widths(const Table& table, int total) {
    const int sum = std::accumulate(table.widths.begin(), table.widths.end(), 0);
    INVARIANT(sum > 0 && table.widths.size() == table.content.columns.size(),
              "every column has a width");
    std::vector<int> out;
    int left = total;
    int weight = sum;
    for (const int one : table.widths) {
        out.push_back(left * one / weight);
        left -= out.back();
        weight -= one;
    }
    return out;
}

}  // namespace heng::paper
