#include "app/command_rows.hpp"

#include "app/command_grid.hpp"

#include <algorithm>

namespace heng::app {

namespace {

using act::Field;
using act::Kind;

std::optional<CommandColumn> find_in_rows(std::span<const Field> fields, std::string_view title) {
    for (const Field& owner : fields) {
        if (owner.kind != Kind::rows) continue;
        for (const Field& field : owner.row)
            if (CommandColumn{&field, &owner}.name() == title || field.zh == title)
                return CommandColumn{&field, &owner};
    }
    return std::nullopt;
}

}  // namespace

std::string CommandColumn::name() const {
    return (rows == nullptr ? "" : std::string(rows->name) + '/') + std::string(field->name);
}

std::optional<CommandColumn> find_column(std::span<const Field> fields, std::string_view title) {
    const Field* const own = find_field(fields, title);
    if (own != nullptr && own->kind != Kind::rows) return CommandColumn{own, nullptr};
    return find_in_rows(fields, title);
}

bool are_names(std::span<const Field> fields, std::span<const std::string> titles) {
    return !titles.empty() &&
           std::all_of(titles.begin(), titles.end(), [&](const std::string& title) {
               const auto column = find_column(fields, title);
               return column && column->name() == title;
           });
}

void CommandRows::begin_row(std::size_t line) {
    line_ = line;
    own_ = {};
    of_rows_.clear();
}

void CommandRows::add(const CommandColumn& column, ledger::Value value) {
    ledger::Object& target = column.rows == nullptr ? own_ : of_rows_[column.rows];
    target.add(std::string(column.field->name), std::move(value));
}

void CommandRows::end_row() {
    const bool is_blank = own_.members().empty() && of_rows_.empty();
    if (is_blank) return;
    if (!own_.members().empty() || !has_command_) {
        end_command();
        has_command_ = true;
        body_ = std::move(own_);
        table_.lines.push_back(line_);
    }
    for (auto& [owner, row] : of_rows_) {
        rows_[owner].emplace_back(std::move(row));
        row_lines_[std::string(owner->name)].push_back(line_);
    }
}

void CommandRows::end_command() {
    if (!has_command_) return;
    for (auto& [owner, rows] : rows_) body_.add(std::string(owner->name), std::move(rows));
    table_.bodies.push_back(std::move(body_));
    table_.row_lines.push_back(std::move(row_lines_));
    rows_.clear();
    row_lines_.clear();
    has_command_ = false;
}

CommandTable CommandRows::finish() && {
    end_command();
    return std::move(table_);
}

}  // namespace heng::app
