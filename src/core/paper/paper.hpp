#pragma once
/// @file
/// An official document (公文) before any file format, with the elements of GB/T 9704-2012: what is
/// said, to whom, in which form; not where it stands on the page. DOCX and PDF are made from it.
#include "core/cycle/ids.hpp"
#include "core/report/document.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::paper {

using cycle::Date;

/// 文件式, 信函格式 (DOC-16), 纪要, and a table or text without 版头.
enum class Form { document, letter, minutes, plain };
/// 下行, 平行, 上行, and what stays inside.
enum class Direction { down, level, up, internal };
/// How long it is kept (DOC-21).
enum class Retention { permanent, thirty_years, ten_years };

std::string_view name(Form form);
std::string_view name(Direction direction);
/// 永久, 30年, 10年.
std::string_view name(Retention retention);

/// A table with the widths of its columns, relative to each other. Of the first `merged` columns
/// and the last `merged_last`, equal cells below each other are one, as far as those before them
/// are.
struct Table {
    report::Table content;
    std::vector<int> widths;  ///< As many as columns, all above 0.
    std::size_t merged = 0;
    std::size_t merged_last = 0;
    bool operator==(const Table&) const = default;
};

/// Headings of level 2 are written 一、, of level 3（一）, of level 4 `1.`, with their numbers in
/// the text (DOC-11). A heading of level 1 is a title inside an annex.
using Block = std::variant<report::Heading, report::Paragraph, report::Note, Table>;

/// An annex begins on a page of its own (DOC-12).
struct Annex {
    std::string title;
    bool is_landscape = false;
    std::vector<Block> blocks;
    bool operator==(const Annex&) const = default;
};

struct Paper {
    std::string kind;  ///< reminder, result_notice, … or that of a draft: ranking_table.
    std::string type;  ///< 文种: 通知, 函, 通报, 报告, 纪要; empty where it is none of the fifteen.
    std::string tag;  ///< 提醒, 督办: what the type alone does not say; may be empty.
    Form form = Form::document;
    Direction direction = Direction::down;
    std::string mark;    ///< 发文机关标志, red.
    std::string number;  ///< 发文字号; empty for what is not issued.
    /// Of 上行文. An empty text leaves the place for the name, which the ledger does not hold.
    std::optional<std::string> signer;
    /// The title in pieces that no line break divides (DOC-9).
    std::vector<std::string> title;
    std::vector<std::string> to;      ///< 主送.
    std::vector<std::string> copies;  ///< 抄送.
    std::vector<Block> body;
    std::vector<Annex> annexes;
    std::string signature;  ///< 署名; empty for minutes and tables.
    std::optional<Date> dated;
    std::string printed_by;  ///< 印发机关.
    std::optional<Date> printed_on;
    Retention retention = Retention::ten_years;
    bool is_landscape = false;  ///< Of a plain table.
    bool operator==(const Paper&) const = default;
};

/// The title in one piece.
std::string title_of(const Paper& paper);
/// Body and annexes as the neutral Document that terminals and other formats print.
report::Document document_of(const Paper& paper);

/// The title on as few lines of at most `characters` as it needs, in the shape of a trapezoid or
/// a diamond where its pieces allow (DOC-9). A piece longer than a line is divided.
std::vector<std::string> title_lines(const std::vector<std::string>& pieces,
                                     std::size_t characters);

/// 2026年3月2日 (DOC-13).
std::string print_day(Date day);
/// 16.2 of A16.2 as 第十六条; what is not of that form comes back as it is.
std::string print_article(std::string_view cites);
/// 一 to 九十九. @pre 0 < number < 100
std::string chinese_number(int number);
/// The text with full-width brackets, commas, colons and the like beside Chinese characters, as
/// official documents are printed; sources often have half-width ones.
std::string typeset(std::string_view text);
/// How many columns of half width the text takes: 2 for a Chinese character, 1 for a digit.
std::size_t half_widths(std::string_view text);

}  // namespace heng::paper
