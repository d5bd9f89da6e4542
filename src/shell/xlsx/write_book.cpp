#include "shell/xlsx/write_book.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"
#include "shell/xlsx/faces.hpp"

#include <sys/stat.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace heng::xlsx {

namespace {

using report::BookSheet;
using report::Cell;
using report::CellRange;
using report::Formula;

constexpr std::size_t cell_characters_max = 32'767;  // UTF-16 units
constexpr std::string_view cut_mark = "……（过长，已截断 cut）";

/// Whether `_x0041_` stands at `at`, which a reader would take for an A.
bool is_escape(std::string_view text, std::size_t at) {
    constexpr std::size_t length = 7;
    const std::string_view part = text.substr(at, length);
    return part.size() == length && part.starts_with("_x") && part.back() == '_' &&
           part.substr(2, 4).find_first_not_of("0123456789abcdefABCDEF") == part.npos;
}

/// `text` without what XML cannot carry, and no longer than a cell may be.
std::string fit(std::string_view text) {
    std::string out;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint one = decode_utf8(text, at);
        at += one.length;
        const bool is_control = (one.value < 0x20 && one.value != '\n' && one.value != '\t') ||
                                one.value == 0x7F || one.value == 0xFFFE || one.value == 0xFFFF;
        if (is_control) continue;
        if (is_escape(text, at - one.length)) out += "_x005F";
        length += one.value > 0xFFFF ? 2 : 1;
        if (length > cell_characters_max - 40) return out += cut_mark;
        append_utf8(out, one.value);
    }
    return out;
}

/// `text` where & begins an instruction; a digit must not lengthen the size of letters before it.
std::string in_margin(std::string_view text) {
    std::string out = " ";
    for (const char c : fit(text)) {
        if (c == '&') out += c;
        out += c;
    }
    constexpr std::size_t bytes_max = 200;  // of 255 characters, with what stands before
    if (out.size() > bytes_max)
        out.resize(find_invalid_utf8(out.substr(0, bytes_max)).value_or(bytes_max));
    return out;
}

/// The nearest binary number. A Decimal of up to 15 digits comes back from it unchanged.
double number(Decimal value) {
    return static_cast<double>(value.units()) / static_cast<double>(Decimal::one);
}

/// A file name of our own, gone at the end.
class ScratchFile {
public:
    ScratchFile() {
        std::error_code none;
        path_ = (std::filesystem::temp_directory_path(none) / "heng-book-XXXXXX").string();
        const int file = ::mkstemp(path_.data());
        if (file >= 0)
            ::close(file);
        else
            path_.clear();
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() {
        if (!path_.empty()) ::unlink(path_.c_str());
    }
    const std::string& path() const { return path_; }
    std::string read() const {
        std::ifstream file(path_, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }

private:
    std::string path_;
};

class SheetWriter {
public:
    SheetWriter(const BookSheet& sheet, lxw_worksheet* to, Faces& faces)
        : sheet_(sheet), to_(to), faces_(faces) {}

    void write() {
        for (std::uint16_t i = 0; i < report::column_count(sheet_.widths); ++i)
            worksheet_set_column(to_, i, i, sheet_.widths[i], nullptr);
        for (std::uint32_t i = 0; i < sheet_.heights.size(); ++i)
            if (sheet_.heights[i] > 0) worksheet_set_row(to_, i, sheet_.heights[i], nullptr);
        // Merging blanks the cells that it takes in: it comes first, then every cell its own face.
        for (const CellRange& one : sheet_.merged)
            worksheet_merge_range(to_, one.first_row, one.first_column, one.last_row,
                                  one.last_column, "", face(one.first_row, one.first_column));
        for (std::uint32_t row = 0; row < sheet_.rows.size(); ++row)
            for (std::uint16_t column = 0; column < report::column_count(sheet_.rows[row]);
                 ++column)
                write_cell(row, column, sheet_.rows[row][column]);
        for (const report::Choices& one : sheet_.choices) offer(one);
        set_up_page();
    }

private:
    lxw_format* face(std::uint32_t row, std::uint16_t column) {
        return faces_.of(sheet_.rows[row][column].look);
    }

    void write_cell(std::uint32_t row, std::uint16_t column, const Cell& cell) {
        lxw_format* const format = faces_.of(cell.look);
        if (const auto* const text = std::get_if<std::string>(&cell.value)) {
            if (text->empty())
                write_blank(row, column, cell, format);
            else
                worksheet_write_string(to_, row, column, fit(*text).c_str(), format);
        } else if (const auto* const value = std::get_if<Decimal>(&cell.value)) {
            worksheet_write_number(to_, row, column, number(*value), format);
        } else if (const auto* const day = std::get_if<ledger::Date>(&cell.value)) {
            lxw_datetime date{};
            date.year = static_cast<int>(day->year());
            date.month = static_cast<int>(static_cast<unsigned>(day->month()));
            date.day = static_cast<int>(static_cast<unsigned>(day->day()));
            worksheet_write_datetime(to_, row, column, &date, faces_.of_date(cell.look));
        } else if (const auto* const formula = std::get_if<Formula>(&cell.value)) {
            write_formula(row, column, *formula, format);
        } else {
            write_blank(row, column, cell, format);
        }
    }

    void write_blank(std::uint32_t row, std::uint16_t column, const Cell& cell,
                     lxw_format* format) {
        if (cell.look.paint != report::Paint::plain)
            worksheet_write_blank(to_, row, column, format);
    }

    void write_formula(std::uint32_t row, std::uint16_t column, const Formula& formula,
                       lxw_format* format) {
        const std::string text = '=' + formula.text;
        if (const auto* const value = std::get_if<Decimal>(&formula.value))
            worksheet_write_formula_num(to_, row, column, text.c_str(), format, number(*value));
        else
            worksheet_write_formula_str(to_, row, column, text.c_str(), format,
                                        fit(std::get<std::string>(formula.value)).c_str());
    }

    void offer(const report::Choices& one) {
        std::vector<const char*> words;
        for (const std::string& word : one.words) words.push_back(word.c_str());
        words.push_back(nullptr);
        lxw_data_validation rule{};
        rule.ignore_blank = LXW_VALIDATION_ON;
        rule.dropdown = LXW_VALIDATION_ON;
        rule.show_error = LXW_VALIDATION_ON;
        const std::string source = '=' + one.source;
        if (one.words.empty()) {
            rule.validate = LXW_VALIDATION_TYPE_LIST_FORMULA;
            rule.value_formula = const_cast<char*>(source.c_str());
        } else {
            rule.validate = LXW_VALIDATION_TYPE_LIST;
            rule.value_list = const_cast<char**>(words.data());
        }
        const CellRange& at = one.at;
        const lxw_error done = worksheet_data_validation_range(to_, at.first_row, at.first_column,
                                                               at.last_row, at.last_column, &rule);
        INVARIANT(done == LXW_NO_ERROR, "choices fit what a cell may offer");
    }

    void set_up_page() {
        constexpr std::uint8_t a4 = 9;
        const report::Page& page = sheet_.page;
        worksheet_set_paper(to_, a4);
        if (page.landscape) worksheet_set_landscape(to_);
        worksheet_set_margins(to_, 0.5, 0.5, 0.7, 0.7);
        worksheet_fit_to_pages(to_, 1, 0);
        worksheet_center_horizontally(to_);
        if (!sheet_.head.empty())
            worksheet_set_header(to_, ("&C&\"黑体\"&14" + in_margin(sheet_.head)).c_str());
        worksheet_set_footer(to_, "&L&9&A&R&9&P / &N");
        // Ids are texts even where they look like numbers.
        worksheet_ignore_errors(to_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, "A1:XFD1048576");
        if (page.repeat_count > 0)
            worksheet_repeat_rows(to_, page.repeat_first,
                                  page.repeat_first + page.repeat_count - 1);
        if (page.columns > 0 && !sheet_.rows.empty())
            worksheet_print_area(to_, 0, 0, static_cast<std::uint32_t>(sheet_.rows.size() - 1),
                                 static_cast<std::uint16_t>(page.columns - 1));
        if (sheet_.frozen_rows > 0 || sheet_.frozen_columns > 0)
            worksheet_freeze_panes(to_, sheet_.frozen_rows, sheet_.frozen_columns);
        if (sheet_.can_filter)
            worksheet_autofilter(
                to_, sheet_.frozen_rows - 1, 0, static_cast<std::uint32_t>(sheet_.rows.size() - 1),
                static_cast<std::uint16_t>(sheet_.rows[sheet_.frozen_rows - 1].size() - 1));
    }

    const BookSheet& sheet_;
    lxw_worksheet* to_;
    Faces& faces_;
};

/// No time of the clock: what a book says it was made from stands in it.
constexpr std::time_t no_time = 946'684'800;  // 2000-01-01

void describe(lxw_workbook* workbook, const report::Book& book) {
    std::string title = fit(book.title);
    std::string author = "衡";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.author = author.data();
    properties.created = no_time;
    workbook_set_properties(workbook, &properties);
}

}  // namespace

Result<std::string> write_book(const report::Book& book) {
    const ScratchFile scratch;
    if (scratch.path().empty()) return refuse(Code::file_unwritable, {}, {"heng-book"});
    lxw_workbook* const workbook = workbook_new(scratch.path().c_str());
    if (workbook == nullptr) return refuse(Code::file_unwritable, {}, {scratch.path()});
    describe(workbook, book);
    Faces faces(workbook);
    for (const BookSheet& sheet : book.sheets) {
        lxw_worksheet* const to = workbook_add_worksheet(workbook, sheet.name.c_str());
        INVARIANT(to != nullptr, "names of sheets are short and different");
        SheetWriter(sheet, to, faces).write();
    }
    if (workbook_close(workbook) != LXW_NO_ERROR)
        return refuse(Code::file_unwritable, {}, {scratch.path()});
    std::string bytes = scratch.read();
    if (bytes.empty()) return refuse(Code::file_unwritable, {}, {scratch.path()});
    return bytes;
}

}  // namespace heng::xlsx
