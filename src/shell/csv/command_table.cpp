#include "shell/csv/command_table.hpp"

#include "app/command_grid.hpp"
#include "app/command_rows.hpp"
#include "core/base/text.hpp"
#include "shell/csv/flaws.hpp"
#include "shell/csv/print_sheet.hpp"
#include "shell/csv/result_file.hpp"
#include "shell/csv/row_reader.hpp"
#include "shell/csv/table_text.hpp"

#include <algorithm>
#include <set>

namespace heng::csv {

namespace {

class CommandReader {
public:
    CommandReader(const TableText& text, std::span<const act::Field> fields)
        : text_(text), lines_(text.bytes()), rows_(text.bytes()), fields_(fields) {}

    Checked<app::CommandTable> read(std::span<const std::string> ignored) {
        const std::string_view bytes = text_.bytes();
        if (const auto invalid = find_invalid_utf8(bytes)) {
            report(Code::text_not_utf8, *invalid, {});
            return tl::unexpected(std::move(issues_));
        }
        std::size_t at = bytes.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
        if (at == bytes.size()) report(Code::csv_empty, at, {});
        if (issues_.empty()) at = read_header(at, ignored);
        while (issues_.size() < app::listed_issues_max && !columns_.empty() && at < bytes.size())
            at = read_row(at);
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        return std::move(commands_).finish();
    }

private:
    void report(Code code, std::size_t offset, std::vector<std::string> args,
                std::string column = {}) {
        const std::size_t line = lines_.line(offset);
        issues_.push_back({code,
                           {text_.name(), line, lines_.column(offset), std::move(column)},
                           std::move(args)});
    }

    /// The header, or the row below it where that says the names of fields, as templates do.
    std::size_t read_header(std::size_t at, std::span<const std::string> ignored) {
        const std::size_t second = rows_.read(at).next;
        if (second < text_.bytes().size()) {
            std::vector<std::string> names;
            for (const Field& field : rows_.read(second).fields) names.emplace_back(field.text);
            if (app::are_names(fields_, names)) at = second;
        }
        const Row& row = rows_.read(at);
        std::set<std::string> seen;
        for (const Field& field : row.fields) {
            const std::string title(field.text);
            const bool is_ignored =
                std::find(ignored.begin(), ignored.end(), title) != ignored.end();
            columns_.push_back(is_ignored ? std::nullopt : app::find_column(fields_, title));
            const auto& column = columns_.back();
            if (!seen.insert(column ? column->name() : title).second)
                report(Code::csv_header_duplicate, field.offset, {title});
            else if (!is_ignored && !column)
                report(Code::field_unknown, field.offset, {title});
        }
        if (!issues_.empty()) columns_.clear();
        return row.next;
    }

    std::size_t read_row(std::size_t at) {
        const Row& row = rows_.read(at);
        const std::size_t line = lines_.line(row.begin);
        const bool is_blank = row.fields.size() == 1 && row.fields[0].text.empty();
        if (is_blank) return row.next;
        if (row.open_quote) {
            report(Code::csv_quote_open, *row.open_quote, {});
            return row.next;
        }
        if (row.fields.size() != columns_.size()) {
            report(Code::csv_fields_differ, row.begin,
                   {std::to_string(row.fields.size()), std::to_string(columns_.size())});
            return row.next;
        }
        commands_.begin_row(line);
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (columns_[i] && !row.fields[i].text.empty()) add_cell(*columns_[i], row.fields[i]);
        commands_.end_row();
        return row.next;
    }

    void add_cell(const app::CommandColumn& column, const Field& cell) {
        const act::Field& field = *column.field;
        const bool is_text = field.kind == act::Kind::text || field.kind == act::Kind::id;
        auto value = app::cell_value(field.kind, is_text ? unguarded(cell.text) : cell.text);
        if (value)
            commands_.add(column, std::move(*value));
        else
            report(
                Code::field_malformed, cell.offset,
                {std::string(field.zh), std::string(field.en), std::string(act::name(field.kind))},
                column.name());
    }

    const TableText& text_;
    LineCounter lines_;
    RowReader rows_;
    std::span<const act::Field> fields_;
    std::vector<std::optional<app::CommandColumn>> columns_;  ///< Nothing for an ignored one.
    app::CommandRows commands_;
    Issues issues_;
};

std::string print_cell(const std::string& text) {
    if (text.find_first_of(",\"\r\n") == text.npos) return text;
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + '"';
}

std::string print_row(const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) {
        if (&cell != &cells.front()) out += ',';
        out += print_cell(cell);
    }
    return out + '\n';
}

}  // namespace

Checked<app::CommandTable> read_commands(const std::string& path,
                                         std::span<const act::Field> fields,
                                         std::span<const std::string> ignored) {
    const auto text = TableText::open(path);
    if (!text) return tl::unexpected(Issues{text.error()});
    return CommandReader(*text, fields).read(ignored);
}

Result<void> write_table(const std::string& path, const app::TextTable& table) {
    auto file = ResultFile::create(path);
    if (!file) return tl::unexpected(file.error());
    bool is_written = file->write(print_row(table.columns));
    for (const auto& row : table.rows) is_written = is_written && file->write(print_row(row));
    if (!is_written) return refuse(Code::file_unwritable, {}, {path});
    return file->finish();
}

}  // namespace heng::csv
