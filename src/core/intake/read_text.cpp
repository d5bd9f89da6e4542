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

namespace {

/// Goes through the strands of a file and keeps those of one table.
class TableFinder {
public:
    explicit TableFinder(std::size_t wanted) : wanted_(wanted) {}

    TableLines run(const std::vector<Strand>& all) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool may_be_title = is_title(all[i]) || is_part_of_title(all[i].text);
            const TitleRun run = may_be_title ? titles_at(all, i) : TitleRun{};
            if (is_header(run)) {
                meet_header(all, i);
                i = run.end - 1;
            } else {
                take(all[i]);
            }
        }
        return std::move(table_);
    }

private:
    /// The header of a new page, or behind the end of the table that of another.
    void meet_header(const std::vector<Strand>& all, std::size_t at) {
        ++page_;
        if (is_over_ && !is_continued_) {
            ++number_;
            std::u32string title = title_before(all, at);
            if (number_ == wanted_) {
                table_.title = std::move(title);
                table_.is_found = true;
            } else {
                table_.others.push_back({number_, all[at].line, std::move(title)});
            }
        }
        is_over_ = false;
        is_continued_ = false;
    }

    void take(const Strand& strand) {
        if (says_continued(strand.text)) is_continued_ = number_ > 0;
        if (is_over_ || number_ != wanted_ || strand.text == table_.title ||
            is_web_word(strand.text)) {
            is_over_ = is_over_ || ends_table(strand.text);
            return;
        }
        if (ends_table(strand.text)) {
            is_over_ = true;
            return;
        }
        if (is_beside_table(strand, table_.total)) return;
        std::size_t begin = 0;
        std::vector<std::size_t> starts = clause_starts_inside(strand.text);
        starts.push_back(strand.text.size());
        for (const std::size_t end : starts) {
            Strand part = strand;
            part.page = page_;
            part.text = trimmed(View(strand.text).substr(begin, end - begin));
            part.shares_line = strand.shares_line && begin == 0;
            table_.strands.push_back(std::move(part));
            begin = end;
        }
    }

    std::size_t wanted_;
    std::size_t number_ = 0;     ///< Of tables begun so far.
    std::size_t page_ = 0;       ///< Of headers met so far.
    bool is_over_ = true;        ///< No table is open.
    bool is_continued_ = false;  ///< 续表 was seen since the last header.
    TableLines table_;
};

}  // namespace

TableLines find_table(const std::vector<std::u32string>& lines, std::size_t wanted) {
    std::vector<Strand> all;
    for (std::size_t i = 0; i < lines.size(); ++i)
        for (Strand& strand : segments_of(lines[i], i + 1)) all.push_back(std::move(strand));
    return TableFinder(wanted).run(all);
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

Draft read_text(const PlainText& text, std::size_t wanted) {
    const std::vector<std::u32string> lines = lines_of(text.text);
    if (lines.size() > lines_max) return refused(text.file, lines.size(), lines_max);
    const TableLines table = find_table(lines, wanted);
    if (table.strands.size() > table_lines_max)
        return refused(text.file, table.strands.size(), table_lines_max);
    Adjacency words;
    std::set<std::u32string> names;
    for (const std::u32string& line : lines) {
        words.learn(line);
        for (std::u32string& name : bracketed_names(line))
            if (names.size() < names_max) names.insert(std::move(name));
    }
    Draft draft = sort_out(table, unweave(table.strands, words, names), names, text.file);
    if (table.is_found)
        for (const TableLines::Other& other : table.others)
            draft.issues.push_back({Code::import_text_unplaced,
                                    {text.file, other.line, 0, ""},
                                    {other_table(other.number, other.title)}});
    return draft;
}

}  // namespace heng::intake
