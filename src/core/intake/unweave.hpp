#pragma once
/// @file
/// Plain text of a table whose columns were interleaved line by line, put back in order.
///
/// Each line is given to a column so that the whole is as plausible as can be: numbering goes on by
/// one, sentences and brackets are finished before the next item begins, words broken by the line
/// end occur whole elsewhere in the same text, lines that a column broke are as wide as the column,
/// amounts and 【…】 belong to clauses. The most plausible whole is searched for line by line, with
/// a limited number of candidates kept.
#include "core/intake/adjacency.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace heng::intake {

enum class Role : std::uint8_t { category, task, requirement, clause, assessor, furniture };
constexpr std::size_t roles = 6;

/// A line, or the part of a line that blanks of the layout set apart from others.
struct Strand {
    std::u32string text;
    std::size_t line = 0;      ///< From 1.
    std::size_t page = 0;      ///< Rises with each repeated header.
    int x = 0;                 ///< Where it begins on its line, in half characters.
    bool shares_line = false;  ///< Behind another strand of the same line.
};

struct Placed {
    Role role = Role::furniture;
    bool starts = false;  ///< A new item of its column: heading, requirement of the next task,
                          ///< numbered clause.
    std::size_t group =
        0;  ///< The task it belongs to, from 1 in the order of the text; 0 before the first.
    bool is_points = false;  ///< Points of the heading before it.
    int margin =
        0;  ///< By how much the next best column was worse; small or below zero is doubtful.
};

struct Unwoven {
    std::vector<Placed> placed;  ///< One for each strand.
    std::size_t groups = 0;      ///< How many tasks were seen.
};

/// Below this `margin` a placing is doubtful.
constexpr int doubtful_below = 8;

/// @param words  neighbours learnt from the whole text
/// @param names  bodies named in the text
Unwoven unweave(const std::vector<Strand>& strands, const Adjacency& words,
                const std::set<std::u32string>& names);

}  // namespace heng::intake
