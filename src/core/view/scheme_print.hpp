#pragma once
/// @file
/// How views write a scheme: tables down to the branches, and everything the regulation says
/// beside them.
#include "core/view/print.hpp"

namespace heng::view {

/// Its name, source and basis, "articles", "statements", "bodies", "domains" with their tables
/// (categories → tasks → clauses → branches), "composition", "grading", "bars", "consequences",
/// "terms", "holidays", "working_weekends", "settings", "conventions" and "references".
Object print_scheme(const cycle::Rulebook& rulebook);
/// The tables alone: a row for each domain, with its "categories".
List print_tables(const cycle::Rulebook& rulebook);

/// The categories of one table, as `print_scheme` writes them.
List print_table(const scheme::Scheme& scheme, const scheme::Table& table);
/// When a branch takes points and how many: all of it but its id and its words.
Object print_branch_terms(const scheme::Branch& branch);

}  // namespace heng::view
