#pragma once
/// @file
/// What one scheme changes against another: between a year and the next, a draft and the one
/// before it, an edition and the change that someone asks for (A8.10, A8.12).
#include "core/cycle/ids.hpp"
#include "core/scheme/scheme.hpp"

#include <string_view>
#include <vector>

namespace heng::cycle {

enum class DifferenceKind { added, removed, changed };
/// What differs. `section` is everything outside the indicator tables: grading, bars, calendar.
enum class SchemePart { domain, category, task, clause, branch, section };
std::string_view name(DifferenceKind kind);
std::string_view name(SchemePart part);

struct Difference {
    DifferenceKind kind = DifferenceKind::changed;
    SchemePart part = SchemePart::section;
    DomainId domain;    ///< Empty for a section.
    std::string item;   ///< As people call it: 一, (一), (一)8, 1.8b; of a section its key.
    std::string field;  ///< Of what changed: points, text, assessors …; empty for a section.
    std::string before;
    std::string after;  ///< Of what is added or removed: its name or text, on its side.
    bool operator==(const Difference&) const = default;
};

/// All differences, none where the schemes say the same: domain by domain in the order of `after`,
/// then what only `before` has, then the sections.
///
/// Tasks and clauses are the same if their words are, else if their number is, so that a clause put
/// in between changes only the numbers of those behind it; branches are the same by their id,
/// because findings name them by it.
std::vector<Difference> scheme_diff(const scheme::Scheme& before, const scheme::Scheme& after);

}  // namespace heng::cycle
