#pragma once
/// @file
/// A document before any file format: headings, paragraphs, tables and notes. Terminal, DOCX, PDF
/// and spreadsheet are made from this one tree.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::report {

struct Heading {
    int level = 1;  ///< 1 for the title, then 2, 3.
    std::string text;
    bool operator==(const Heading&) const = default;
};

struct Paragraph {
    std::string text;
    bool operator==(const Paragraph&) const = default;
};

/// What qualifies the text above it: a convention, a rule that applied, an open question.
struct Note {
    std::string text;
    bool operator==(const Note&) const = default;
};

enum class Align { start, end };

struct Column {
    std::string title;
    Align align = Align::start;
    bool operator==(const Column&) const = default;
};

struct Table {
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>>
        rows;  ///< As many cells as columns; — where none applies.
    bool operator==(const Table&) const = default;
};

using Block = std::variant<Heading, Paragraph, Note, Table>;

struct Document {
    std::vector<Block> blocks;
    bool operator==(const Document&) const = default;
};

/// What a cell says where nothing applies.
constexpr std::string_view not_applicable = "—";

}  // namespace heng::report
