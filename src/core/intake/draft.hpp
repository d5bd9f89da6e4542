#pragma once
/// @file
/// An indicator table as it was found, before it is checked: every part with its place in the file.
#include "core/base/decimal.hpp"
#include "core/base/error.hpp"
#include "core/scheme/scheme.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::intake {

struct DraftClause {
    int number = 0;            ///< As written; 0 where it has none.
    std::u32string text;       ///< With its 【…】, without its number.
    std::u32string assessors;  ///< Of a cell of its own.
    Place place;
};

struct DraftTask {
    std::u32string no;  ///< (一); empty where none is written.
    std::u32string name;
    std::optional<Decimal> points;
    std::u32string requirement;
    std::u32string assessors;  ///< Names, with line breaks or marks between them.
    std::vector<DraftClause> clauses;
    Place place;
    bool illustrative = false;
};

struct DraftCategory {
    std::u32string no;  ///< 一; empty where none is written.
    std::u32string name;
    std::optional<Decimal> points;
    std::vector<DraftTask> tasks;
    Place place;
};

struct Draft {
    std::u32string title;
    std::vector<DraftCategory> categories;
    std::optional<Decimal> total;    ///< 合计, if the table says one.
    std::set<std::u32string> names;  ///< Bodies named in 【…】 anywhere in the file.
    Issues issues;                   ///< What was doubtful on the way here.
};

/// For which domain a table is, what the ids of its branches begin with (D1.2a), and which of the
/// tables in each file it is.
struct TableName {
    std::string domain;
    std::string prefix;
    std::size_t number = 1;
};

/// What a doubt says of another indicator table, which is passed over.
std::string other_table(std::size_t number, std::u32string_view title);

/// 县(区) is the first annex, whose branches have bare numbers; the others begin with the letter of
/// the domain.
std::string usual_prefix(std::string_view domain);

/// A table and every doubt about it. With an error among the issues the table is not to be used.
struct Intake {
    scheme::Table table;
    Issues issues;
};

/// Numbers what has no number, reads every clause into its branches and compares the sums.
/// Issues: `import_points_unread` (a task without points), `import_table_absent` (no task at all),
/// and the doubts `import_number_missing`, `import_clause_unread`, `reading_doubtful`,
/// `import_assessor_missing`, `import_points_differ`, `import_order_doubtful`.
Intake finish(const Draft& draft, const TableName& name);

}  // namespace heng::intake
