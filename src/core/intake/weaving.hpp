#pragma once
/// @file
/// One candidate for how a torn text is put together, and the ways in which its next line can go
/// on.
#include "core/base/decimal.hpp"
#include "core/intake/adjacency.hpp"
#include "core/intake/column_widths.hpp"
#include "core/intake/thread.hpp"
#include "core/intake/unweave.hpp"

#include <array>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace heng::intake {

/// What is known of the whole text.
struct Loom {
    const Adjacency& words;
    const std::set<std::u32string>& names;
    const ColumnWidths& widths;
    bool are_numbered = true;  ///< Whether clauses have numbers, as they mostly have.
};

/// How things stand behind some line.
struct Weaving {
    int cost = 0;
    std::size_t step = 0;                     ///< Of the search, behind which it stands.
    Placed placed;                            ///< The last line.
    std::array<Thread, roles> threads;        ///< By Role.
    std::array<std::size_t, roles> groups{};  ///< The task that each column has come to, from 1.
    int clause_number = 0;
    int category_ordinal = 0;
    int task_ordinal = 0;
    bool has_category_points = false;
    bool has_task_points = false;
    bool is_task_last = false;  ///< The heading that was written last is that of a task.
    int column = -1;            ///< Of the strand before, for those that share a line.
    /// Of the last category and task, where they are known: a line break may have torn them apart.
    std::array<std::optional<Decimal>, 2> points_of_headings;

    Thread& thread(Role role) { return threads[static_cast<std::size_t>(role)]; }
    const Thread& thread(Role role) const { return threads[static_cast<std::size_t>(role)]; }
    std::optional<Decimal>& points(Role role) {
        return points_of_headings[role == Role::task ? 1 : 0];
    }
    std::optional<Decimal> points(Role role) const {
        return points_of_headings[role == Role::task ? 1 : 0];
    }
    std::size_t& group(Role role) { return groups[static_cast<std::size_t>(role)]; }
    std::size_t group(Role role) const { return groups[static_cast<std::size_t>(role)]; }
    /// The last task that any column has begun.
    std::size_t newest_group() const;
};

struct Option {
    int cost = 0;
    Placed placed;
    Weaving after;
};

/// All ways in which strand `index` can go on from `weaving`; at least one.
std::vector<Option> options_for(const Weaving& weaving, const std::vector<Strand>& strands,
                                std::size_t index, const Loom& loom);

/// What the end of the text leaves undone.
int cost_of_finishing(const Weaving& weaving);

}  // namespace heng::intake
