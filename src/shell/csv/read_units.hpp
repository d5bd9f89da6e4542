#pragma once
/// @file
/// Reads the table of units: `unit,domain,review,veto,serious` and, where it has them,
/// `name,fraud`.
#include "app/year.hpp"
#include "shell/csv/flaws.hpp"
#include "shell/csv/table_text.hpp"

namespace heng::csv {

/// The domain of a unit whose own is not known.
constexpr app::DomainIndex no_domain = 0xFFFF;

struct ReadUnits {
    app::UnitRegister units;  ///< Bad rows too, as far as they have an id: findings may name them.
    Flaws flaws;
    bool has_header = false;  ///< Without one nothing is known of its units.
};

/// Reads all rows, whatever is wrong with them. Flaws: those of `Header` and
///   - `csv_fields_differ`, `csv_quote_open`;
///   - `unit_empty`; `text_not_utf8` for an id or a name;
///   - `domain_unknown`, `domain_without_table`, `review_out_of_range`, `flag_unknown`;
///   - `domain_without_units` for a table without rows.
ReadUnits read_units(const TableText& table, const app::DomainRules& rules,
                     const app::RunOptions& options);

/// Adds `unit_duplicate` to the flaws for each row whose unit has a row before it.
void find_duplicates(const TableText& table, Flaws& flaws);

}  // namespace heng::csv
