#pragma once
/// @file
/// Reads the table of findings: `unit,branch,value,status` and, where it has them,
/// `case,occurred_on,note`.
#include "app/finding_lists.hpp"
#include "app/year.hpp"
#include "shell/csv/flaws.hpp"
#include "shell/csv/table_text.hpp"
#include "shell/csv/unit_ids.hpp"

#include <deque>
#include <vector>

namespace heng::csv {

struct ReadFindings {
    std::deque<app::FindingLists> lists;  ///< One a thread.
    std::vector<app::Stretch> stretches;  ///< In the order of the table.
    std::vector<score::Finding> watched;  ///< The confirmed findings of one unit.
    Flaws flaws;
};

/// What findings refer to.
struct Known {
    const app::DomainRules& rules;
    const app::UnitRegister& units;
    const UnitIds& ids;
    UnitIndex watched = no_unit;
    /// Whether to check that a branch is of the unit's domain. It costs a look into memory for
    /// every finding, which scoring does not need for the same check: so this is only asked when
    /// that has failed.
    bool with_domains = false;
};

/// Reads all rows, whatever is wrong with them. Flaws: those of `Header` and
///   - `csv_fields_differ`, `csv_quote_open`;
///   - `unit_empty`, `unit_unknown`, `branch_unknown`, `status_unknown`, and
///   `branch_not_in_domain`,
///     this one for certain only if `Known::with_domains`;
///   - `value_not_decimal`, `value_out_of_range`, `date_unknown` for those that count;
///   - `text_not_utf8` for a case or a note.
ReadFindings read_findings(const TableText& table, const Known& known,
                           const app::RunOptions& options);

/// The header alone, for when the units are not known.
Flaws check_findings_header(const TableText& table);

}  // namespace heng::csv
