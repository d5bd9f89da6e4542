#include "core/intake/read_text.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/headings.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

using View = std::u32string_view;

constexpr std::size_t titles_min = 3;

std::vector<std::u32string> lines_of(std::string_view text) {
    std::vector<std::u32string> lines;
    for (std::size_t at = 0; at <= text.size() && lines.size() <= lines_max;) {
        const std::size_t end = std::min(text.find_first_of("\n\f", at), text.size());
        lines.push_back(chars_of(text.substr(at, end - at)));
        at = end + 1;
    }
    return lines;
}

/// The parts of a line that two or more blanks set apart.
std::vector<Strand> segments_of(View line, std::size_t number) {
    std::vector<Strand> segments;
    for (std::size_t at = line.find_first_not_of(U' '); at != line.npos;) {
        const std::size_t gap = std::min(line.find(U"  ", at), line.size());
        Strand strand;
        strand.text = tidied(line.substr(at, gap - at));
        strand.line = number;
        strand.x = width_of(line.substr(0, at));
        strand.shares_line = !segments.empty();
        if (!strand.text.empty()) segments.push_back(std::move(strand));
        at = line.find_first_not_of(U' ', gap);
    }
    return segments;
}

bool is_title(const Strand& strand) {
    return column_titled(strand.text).has_value();
}

/// The run of titles that begins at `at`, broken titles among them.
struct TitleRun {
    std::size_t end = 0;
    std::size_t titles = 0;
    bool has_clause = false;
};
TitleRun titles_at(const std::vector<Strand>& strands, std::size_t at) {
    TitleRun run{at, 0, false};
    std::u32string broken;
    for (; run.end < strands.size() && run.end < at + 16; ++run.end) {
        const Strand& strand = strands[run.end];
        if (is_title(strand)) {
            ++run.titles;
            run.has_clause = run.has_clause || column_titled(strand.text) == Column::clause;
        } else if (is_part_of_title(strand.text)) {
            broken += strand.text;
            if (column_titled(broken)) {
                ++run.titles;
                run.has_clause = run.has_clause || column_titled(broken) == Column::clause;
                broken.clear();
            }
        } else {
            break;
        }
    }
    return run;
}

bool is_header(const TitleRun& run) {
    return run.titles >= titles_min && run.has_clause;
}

/// The line or two before the header.
std::u32string title_before(const std::vector<Strand>& strands, std::size_t header) {
    std::u32string title;
    for (std::size_t i = header; i-- > 0 && i + 4 > header;) {
        const std::u32string& line = strands[i].text;
        if (is_page_furniture(line)) break;
        if (is_signature(line) || line.starts_with(U"单位:") || line.starts_with(U"单位："))
            continue;
        if (ends_sentence(line) || line.size() > 60) break;
        title.insert(0, line);
        const bool is_whole = contains(title, U"年") || title.size() > 24;
        if (is_whole) break;
    }
    return title;
}

bool is_web_word(View line) {
    return is_page_furniture(line) && !is_digit(line.front()) && !points_alone(line);
}

/// Takes a row of sums and lines of signatures out.
bool is_beside_table(const Strand& strand, std::optional<Decimal>& total) {
    if (is_total(strand.text)) {
        std::u32string digits;
        for (const char32_t c : strand.text)
            if (is_digit(c) || c == U'.') digits += c;
        if (const auto points = Decimal::parse(text_of(digits))) total = points;
        return true;
    }
    const std::size_t mark = strand.text.find_first_of(U":：(（");
    return mark != strand.text.npos && mark < 8 &&
           is_signature(View(strand.text).substr(0, mark + 1));
}

}  // namespace

TableLines find_table(const std::vector<std::u32string>& lines) {
    std::vector<Strand> all;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (Strand& strand : segments_of(lines[i], i + 1)) all.push_back(std::move(strand));
    TableLines table;
    std::size_t page = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const TitleRun run =
            is_title(all[i]) || is_part_of_title(all[i].text) ? titles_at(all, i) : TitleRun{};
        if (is_header(run)) {
            if (!table.is_found) table.title = title_before(all, i);
            table.is_found = true;
            ++page;
            i = run.end - 1;
            continue;
        }
        if (!table.is_found || all[i].text == table.title || is_web_word(all[i].text)) continue;
        if (ends_table(all[i].text)) break;
        if (is_beside_table(all[i], table.total)) continue;
        Strand strand = all[i];
        strand.page = page;
        std::size_t begin = 0;
        std::vector<std::size_t> starts = clause_starts_inside(strand.text);
        starts.push_back(strand.text.size());
        for (const std::size_t end : starts) {
            Strand part = strand;
            part.text = trimmed(View(strand.text).substr(begin, end - begin));
            part.shares_line = strand.shares_line && begin == 0;
            table.strands.push_back(std::move(part));
            begin = end;
        }
    }
    return table;
}

namespace {

Draft refused(const std::string& file, std::size_t lines, std::size_t limit) {
    Draft draft;
    draft.issues.push_back({Code::office_file_too_large,
                            {file, 0, 0, ""},
                            {std::to_string(lines) + " lines", std::to_string(limit)}});
    return draft;
}

}  // namespace

Draft read_text(const PlainText& text) {
    const std::vector<std::u32string> lines = lines_of(text.text);
    if (lines.size() > lines_max) return refused(text.file, lines.size(), lines_max);
    const TableLines table = find_table(lines);
    if (table.strands.size() > table_lines_max)
        return refused(text.file, table.strands.size(), table_lines_max);
    Adjacency words;
    std::set<std::u32string> names;
    for (const std::u32string& line : lines) {
        words.learn(line);
        for (std::u32string& name : bracketed_names(line))
            if (names.size() < names_max) names.insert(std::move(name));
    }
    return sort_out(table, unweave(table.strands, words, names), names, text.file);
}

}  // namespace heng::intake
