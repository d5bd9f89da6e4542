#include "intake/torn_table.hpp"

#include "core/base/text.hpp"
#include "core/intake/chars.hpp"

#include <algorithm>
#include <vector>

namespace heng::intake::test {

namespace {

using Lines = std::vector<std::u32string>;
using Row = std::array<std::u32string, 5>;

/// What may not begin a line hangs over its end.
bool hangs(char32_t c) {
    return std::u32string_view(U"，。；、：）》”】,;:)").find(c) != std::u32string_view::npos;
}

Lines broken(const std::u32string& text, int width) {
    Lines lines(1);
    for (const char32_t c : text) {
        if (c == U'\n') {
            lines.emplace_back();
            continue;
        }
        const int room = width_of(std::u32string(1, c));
        const int taken = width_of(lines.back());
        if (taken + room > width && !(hangs(c) && taken + room <= width + 2)) lines.emplace_back();
        lines.back() += c;
    }
    return lines;
}

void place(std::vector<Row>& rows, std::size_t column, const Lines& lines, bool is_centred) {
    if (rows.size() < lines.size()) rows.resize(lines.size());
    const std::size_t top = is_centred ? (rows.size() - lines.size()) / 2 : 0;
    for (std::size_t i = 0; i < lines.size(); ++i) rows[top + i][column] = lines[i];
}

std::string heading(const std::string& name, Decimal points, const Tearing& tearing) {
    return name + (tearing.points_on_own_line ? "\n(" : "(") + points.text() + "分)";
}

std::vector<Row> rows_of(const scheme::Task& task, const Tearing& tearing) {
    std::string clauses;
    for (const scheme::Clause& clause : task.clauses) {
        if (!clauses.empty()) clauses += '\n';
        clauses += clause.no + '.' + clause.text;
        if (clause.assessors) clauses += "【" + join(*clause.assessors, "、") + "】";
    }
    const auto lines = [&](const std::string& text, std::size_t column) {
        return broken(chars_of(text), tearing.widths[column]);
    };
    const Lines name = lines(heading(task.no + task.name, task.points, tearing), 1);
    const Lines requirement = lines(task.requirement, 2);
    const Lines assessors = lines(join(task.assessors, tearing.between_bodies), 4);
    std::vector<Row> rows(std::max({name.size(), requirement.size(), assessors.size()}));
    place(rows, 3, lines(clauses, 3), false);
    place(rows, 1, name, tearing.is_centred);
    place(rows, 2, requirement, tearing.is_centred);
    place(rows, 4, assessors, tearing.is_centred);
    return rows;
}

std::string print(const Row& row, const Tearing& tearing) {
    std::u32string out;
    for (std::size_t i = 0; i < row.size(); ++i) {
        out += row[i];
        if (tearing.keeps_columns)
            out.append(
                static_cast<std::size_t>(std::max(2, tearing.widths[i] + 4 - width_of(row[i]))),
                U' ');
        else if (!row[i].empty())
            out += U'\n';
    }
    return text_of(out) + (tearing.keeps_columns ? "\n" : "");
}

std::string full_width(std::string_view text) {
    std::u32string out = chars_of(text);
    constexpr std::u32string_view half = U",;:()";
    constexpr std::u32string_view full = U"，；：（）";
    for (char32_t& c : out)
        if (const std::size_t at = half.find(c); at != half.npos) c = full[at];
    return text_of(out);
}

}  // namespace

std::string torn(const scheme::Table& table, const Tearing& tearing) {
    std::vector<Row> rows;
    for (const scheme::Category& category : table.categories) {
        std::vector<Row> own;
        for (const scheme::Task& task : category.tasks)
            for (Row& row : rows_of(task, tearing)) own.push_back(std::move(row));
        place(
            own, 0,
            broken(chars_of(heading(category.no + "、" + category.name, category.points, tearing)),
                   tearing.widths[0]),
            tearing.is_centred);
        rows.insert(rows.end(), own.begin(), own.end());
    }
    const Row titles{U"考核指标", U"基本任务", U"任务要求", U"扣分细则", U"考核责任单位"};
    std::string out = table.title + '\n';
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % tearing.lines_of_page == 0) {
            if (i > 0) out += "— " + std::to_string(i / tearing.lines_of_page) + " —\n";
            out += print(titles, tearing);
        }
        out += print(rows[i], tearing);
    }
    return tearing.is_full_width ? full_width(out) : out;
}

}  // namespace heng::intake::test
