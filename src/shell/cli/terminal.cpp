#include "shell/cli/terminal.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <vector>

namespace heng::cli {

namespace {

using report::Align;
using report::Table;

/// East Asian wide ranges that occur in assessment texts; other characters take one column.
bool is_wide(char32_t c) {
    return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
           (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
           (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
           (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

/// Quotation marks and dashes that Chinese fonts draw wide are narrow by Unicode; terminals follow
/// Unicode.
std::size_t width_of(char32_t c) {
    return is_wide(c) ? 2 : 1;
}

/// Whether a line may begin with `next` after one that ends with `last`. Numbers and words stay
/// whole, and closing punctuation does not open a line.
bool may_break(char32_t last, char32_t next) {
    constexpr std::u32string_view closing = U",.;:!?)%，。；：！？、）》」』”’】〕％";
    constexpr std::u32string_view opening = U"(（《「『“‘【〔";
    const auto is_word = [](char32_t c) {
        return (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z') ||
               c == U'.' || c == U'-';
    };
    if (is_word(last) && is_word(next)) return false;
    return closing.find(next) == std::u32string_view::npos &&
           opening.find(last) == std::u32string_view::npos;
}

/// The longest head of `text` that fits `width` and ends where a line may end; where there is none,
/// what fits.
std::size_t line_length(std::string_view text, std::size_t width) {
    std::size_t used = 0;
    std::size_t best = 0;
    char32_t last = U' ';
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        if (next.value == U'\n') return at;
        if (at > 0 && may_break(last, next.value)) best = at;
        used += width_of(next.value);
        if (used > width) return best > 0 ? best : std::max(at, next.length);
        at += next.length;
        last = next.value;
    }
    return text.size();
}

std::vector<std::string> wrap(std::string_view text, std::size_t width) {
    std::vector<std::string> lines;
    do {
        const std::size_t length = line_length(text, width);
        lines.emplace_back(text.substr(0, length));
        text.remove_prefix(length);
        if (text.starts_with('\n')) text.remove_prefix(1);
        while (text.starts_with(' ')) text.remove_prefix(1);
    } while (!text.empty());
    return lines;
}

std::string padded(const std::string& text, std::size_t width, Align align) {
    const std::size_t used = display_width(text);
    const std::string blanks(width > used ? width - used : 0, ' ');
    return align == Align::end ? blanks + text : text + blanks;
}

void trim_end(std::string& text) {
    while (text.ends_with(' ')) text.pop_back();
}

constexpr std::string_view gap = "  ";

/// Natural widths, the widest cut down until the row fits.
std::vector<std::size_t> column_widths(const Table& table, std::size_t width_max) {
    std::vector<std::size_t> widths;
    for (const report::Column& column : table.columns)
        widths.push_back(display_width(column.title));
    for (const auto& row : table.rows) {
        for (std::size_t c = 0; c < widths.size(); ++c) {
            widths[c] = std::max(widths[c], display_width(row[c]));
        }
    }
    constexpr std::size_t narrowest = 8;
    const auto total = [&widths] {
        std::size_t sum = gap.size() * (widths.size() - 1);
        for (const std::size_t width : widths) sum += width;
        return sum;
    };
    while (!widths.empty() && total() > width_max) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= narrowest) break;
        --*widest;
    }
    return widths;
}

std::string print_row(const Table& table, const std::vector<std::string>& cells,
                      const std::vector<std::size_t>& widths) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 1;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        columns.push_back(wrap(cells[c], widths[c]));
        height = std::max(height, columns.back().size());
    }
    std::string out;
    for (std::size_t line = 0; line < height; ++line) {
        std::string text;
        for (std::size_t c = 0; c < widths.size(); ++c) {
            if (c > 0) text += gap;
            const std::string cell = line < columns[c].size() ? columns[c][line] : "";
            text += padded(cell, widths[c], table.columns[c].align);
        }
        trim_end(text);
        out += text + '\n';
    }
    return out;
}

std::string print_table(const Table& table, std::size_t width_max) {
    const std::vector<std::size_t> widths = column_widths(table, width_max);
    std::vector<std::string> titles;
    std::vector<std::string> rules;
    for (std::size_t c = 0; c < widths.size(); ++c) {
        titles.push_back(table.columns[c].title);
        rules.emplace_back(widths[c], '-');
    }
    std::string out = table.caption.empty() ? "" : table.caption + '\n';
    out += print_row(table, titles, widths) + print_row(table, rules, widths);
    for (const auto& row : table.rows) out += print_row(table, row, widths);
    return out + '\n';
}

/// Wrapped text whose first line opens with `mark`, the others indented below it.
std::string wrapped(std::string_view text, std::size_t width, std::string_view mark) {
    const std::string indent(display_width(mark), ' ');
    std::string out;
    for (const std::string& line : wrap(text, width - indent.size())) {
        out += (out.empty() ? std::string(mark) : indent) + line + '\n';
    }
    return out;
}

struct Printer {
    std::size_t width_max;

    std::string operator()(const report::Heading& heading) const {
        const std::string rule(std::min(display_width(heading.text), width_max),
                               heading.level == 1 ? '=' : '-');
        return heading.text + '\n' + rule + "\n\n";
    }
    std::string operator()(const report::Paragraph& paragraph) const {
        return wrapped(paragraph.text, width_max, "") + '\n';
    }
    std::string operator()(const report::Note& note) const {
        return wrapped(note.text, width_max, "  · ") + '\n';
    }
    std::string operator()(const Table& table) const { return print_table(table, width_max); }
};

}  // namespace

std::size_t display_width(std::string_view text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        width += width_of(next.value);
        at += next.length;
    }
    return width;
}

std::string print_document(const report::Document& document, std::size_t width_max) {
    std::string out;
    for (const report::Block& block : document.blocks) out += std::visit(Printer{width_max}, block);
    return out;
}

std::string print_issue(const Error& issue, Language language) {
    const bool zh = language == Language::zh;
    const bool is_error = severity(issue) == Severity::error;
    const std::string_view kind = is_error ? (zh ? "错误" : "error") : (zh ? "提示" : "warning");
    std::string out = print(issue.place);
    if (!out.empty()) out += ": ";
    out += std::string(kind) + " [" + std::string(entry(issue.code).id) + "] " +
           message(issue, language);
    const std::string remedy_text = remedy(issue, language);
    if (!remedy_text.empty()) out += "\n    " + remedy_text;
    return out;
}

}  // namespace heng::cli
