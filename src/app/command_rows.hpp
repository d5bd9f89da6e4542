#pragma once
/// @file
/// Rows of a table as commands: a row each, or several where the act itself has rows. What CSV and
/// workbooks have in common.
#include "app/formats.hpp"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace heng::app {

/// Where a column goes: into a field of the act, or into a field of its rows.
struct CommandColumn {
    const act::Field* field = nullptr;
    const act::Field* rows = nullptr;  ///< The act's field of rows; nullptr for its other fields.

    /// unit, or measures/unit.
    std::string name() const;
};

/// The column that a title heads: a field's name, its Chinese title, or measures/unit. A Chinese
/// title of a row's field does where no field of the act has it. Nothing for what is none.
std::optional<CommandColumn> find_column(std::span<const act::Field> fields,
                                         std::string_view title);

/// Whether every title is the name of a column: the second row of headings that templates have.
bool are_names(std::span<const act::Field> fields, std::span<const std::string> titles);

/// Puts commands together from rows. A row that only has fields of the act's rows goes on with the
/// command above it.
class CommandRows {
public:
    void begin_row(std::size_t line);
    /// @pre a row is begun, and no cell of it had this column yet.
    void add(const CommandColumn& column, ledger::Value value);
    /// A row without cells leaves nothing behind.
    void end_row();
    /// Of the table only `bodies`, `lines` and `row_lines` are set.
    CommandTable finish() &&;

private:
    void end_command();

    std::size_t line_ = 0;
    ledger::Object own_;                                   ///< Of the row.
    std::map<const act::Field*, ledger::Object> of_rows_;  ///< Of the row.
    bool has_command_ = false;
    ledger::Object body_;                                        ///< Of the command.
    std::map<const act::Field*, ledger::List> rows_;             ///< Of the command.
    std::map<std::string, std::vector<std::size_t>> row_lines_;  ///< Of the command.
    CommandTable table_;
};

}  // namespace heng::app
