#pragma once
/// @file
/// Reads the table of decisions: `unit,grade,reason`. People grade where the rules leave it to
/// them, or depart from what the rules propose; either way they say why.
#include "core/grade/grade.hpp"
#include "shell/csv/flaws.hpp"
#include "shell/csv/table_text.hpp"
#include "shell/csv/unit_ids.hpp"

#include <vector>

namespace heng::csv {

struct ReadDecisions {
    std::vector<grade::Decision> decisions;  ///< Their units are numbers of the register.
    Flaws flaws;
};

/// Reads all rows, whatever is wrong with them. Flaws: those of `Header` and
///   - `csv_fields_differ`, `csv_quote_open`, `text_not_utf8`;
///   - `unit_empty`, `unit_unknown`, `unit_duplicate`, `grade_unknown`, `decision_without_reason`.
/// Whether the rules allow a decision shows only once the year is graded: `app::Year::decide`.
ReadDecisions read_decisions(const TableText& table, const UnitIds& ids);

/// What is wrong with the header alone, where nothing is known of the units.
Flaws check_decisions_header(const TableText& table);

}  // namespace heng::csv
