#pragma once
/// @file
/// What the verbs need of the file formats, as plain functions. Main fills them; no format knows
/// another.
#include "app/year.hpp"
#include "core/act/field.hpp"
#include "core/base/result.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/intake/grid.hpp"
#include "core/ledger/canonical.hpp"
#include "core/report/book.hpp"
#include "core/report/document.hpp"
#include "core/scheme/scheme.hpp"

#include <filesystem>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

/// Which columns of the result, in which order, and where to.
struct ResultRequest {
    std::string columns;  ///< Names separated by commas; empty for the default ones.
    std::string path;     ///< Or `-` for standard output.
};

/// The bodies of commands that a table gives, and the line of each, the first of them where it
/// takes several.
struct CommandTable {
    std::vector<ledger::Object> bodies;
    std::vector<std::size_t> lines;
    /// Of each command, by the act's field of rows: the lines of these rows.
    std::vector<std::map<std::string, std::vector<std::size_t>>> row_lines = {};
    std::string guessed = {};  ///< The encoding its bytes were taken for, if they did not say it.
    std::string sheet = {};    ///< Where it is one of a workbook: then lines are its rows …
    std::map<std::string, std::size_t> columns = {};  ///< … and fields have a column, from 0.
};

/// A table of plain texts: as many cells in each row as there are columns.
struct TextTable {
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// One clause to be read, as the caller named it.
struct ClauseLine {
    std::string id;  ///< A JSON value, printed back as it came.
    std::string text;
};

/// The scheme that the files in an event make, or all that is wrong with them.
using ReadSchemeFiles = std::function<Checked<scheme::Scheme>(const ledger::Object& files)>;

struct Formats {
    std::function<Checked<scheme::Scheme>(const std::filesystem::path&)> load_scheme;
    /// File name → text.
    std::function<std::map<std::string, std::string>(const scheme::Scheme&)> print_scheme;
    /// A scheme as events carry it, and back: file name → tree.
    std::function<ledger::Object(const scheme::Scheme&)> scheme_files;
    ReadSchemeFiles read_scheme_files;
    std::function<std::string(const scheme::Scheme&)> scheme_json;
    std::function<std::string(const Issues&, Language)> issues_json;
    std::function<std::string(const report::Document&)> document_json;
    /// A line of JSON Lines, or a plain line, whose id is then its number.
    std::function<Result<ClauseLine>(std::string_view line, std::size_t number)> read_clause_line;
    std::function<std::string(const ClauseLine&, const clause::Reading&)> reading_json;

    /// Reads, scores and grades a year, or says all that is wrong with its tables.
    std::function<tl::expected<Year, Rejection>(const scheme::Scheme&, const YearFiles&,
                                                const RunOptions&)>
        read_year;
    /// Nothing if the columns can be written.
    std::function<Result<void>(const std::string& columns)> check_columns;
    /// Writes the whole result or nothing.
    std::function<Result<void>(const Year&, const ResultRequest&, const RunOptions&)> write_results;
    std::function<std::string(const Year&)> year_json;

    /// A docx, xlsx, csv, tsv or txt file as tables or text.
    std::function<Result<intake::Source>(const std::string& path)> read_office;
    /// The rows of a CSV file, or of the first sheet of an xlsx, as commands, a column for each of
    /// the act's `fields`.
    std::function<Checked<CommandTable>(const std::string& path, std::span<const act::Field> fields,
                                        std::span<const std::string> ignored)>
        read_commands;
    std::function<Result<void>(const std::string& path, const TextTable&)> write_table;
    /// The bytes of an .xlsx file.
    std::function<Result<std::string>(const report::Book&)> print_book;
    /// One sheet as CSV that spreadsheet programs open.
    std::function<std::string(const report::BookSheet&)> print_sheet;
};

}  // namespace heng::app
