#pragma once
/// @file
/// Sheets that are one table: a heading, then a row for each record. Their headings are those of
/// the acts' fields where a column can be imported again.
#include "core/base/error.hpp"
#include "core/ledger/canonical.hpp"
#include "core/report/book.hpp"

#include <span>
#include <string_view>

namespace heng::report {

/// An identifier and what people call it.
struct Term {
    std::string_view id;
    std::string_view zh;
    std::string_view en;
};

enum class Holds : std::uint8_t { text, number, date };

struct FlatColumn {
    std::string_view key;  ///< Of the view's rows.
    std::string_view zh;
    std::string_view en;
    Holds holds = Holds::text;
    int width = 12;                    ///< In characters of half width.
    std::span<const Term> terms = {};  ///< What stands for the identifiers of the view.
};

/// A sheet of the objects in `rows`. Absent and null members leave their cell empty, lists are
/// joined by 、.
BookSheet flat_sheet(std::string name, std::string head, std::span<const FlatColumn> columns,
                     const ledger::List& rows, Language language);

}  // namespace heng::report
