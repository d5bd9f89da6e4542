#pragma once
/// @file
/// One domain's indicator table, laid out for scoring: every branch with its amount, step, target
/// and the limits above it, in ten-thousandths of a point (the units of Decimal).
#include "core/base/divisor.hpp"
#include "core/base/result.hpp"
#include "core/scheme/scheme.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heng::score {

using BranchIndex = std::uint32_t;

/// No limit, no group: the branch stands alone.
constexpr std::uint32_t no_index = std::numeric_limits<std::uint32_t>::max();
/// Stands for "all there is"; far above any table, far below overflow when added up.
constexpr std::int64_t all_points = std::numeric_limits<std::int64_t>::max() / 1024;

/// A branch as the engine evaluates it. All amounts in ten-thousandths.
struct alignas(64) Rule {
    // What every finding needs comes first and fills one line of the cache. It follows from what
    // stands below. A value costs, whatever the basis, the whole steps of `sign × value + offset`,
    // at most `steps_max` of them, at `price` each: never more than `all_points`.
    std::int64_t offset = 0;
    Divisor steps{1};  ///< By `step`.
    std::int64_t steps_max = std::numeric_limits<std::int64_t>::max();
    std::int64_t price = 1;
    std::uint32_t limit;    ///< Into `Rules::limits`: the cap of the branch, or no_index.
    std::uint32_t floor;    ///< Into `Rules::floors`, or no_index where deductions never stop.
    std::uint32_t account;  ///< Into the costs that a sheet keeps: of the branch, or of its group.
    std::uint32_t write_off;  ///< Into `Rules::write_offs`, or no_index.
    scheme::Effect effect;
    std::int8_t sign = 1;
    bool proportional = false;  ///< An unfinished step costs its share.
    bool adds_up = false;       ///< Several findings are one sum, rather than the worst counting.

    scheme::Basis basis;
    scheme::Partial partial;
    scheme::ValueMeaning meaning;
    std::int64_t points;      ///< Per step, once, or by level; a `zero` asks for the whole task.
    std::int64_t points_max;  ///< Where a person chooses: the most; else equal to `points`.
    std::int64_t step;        ///< Above 0.
    std::int64_t target;      ///< 0 where the finding states the gap itself.
    std::uint32_t group;      ///< Into `Rules::groups`: levels of which one applies, or no_index.
    std::uint32_t task;
};

struct Rules {
    std::vector<Rule> branches;
    std::vector<std::int64_t> limits;  ///< Caps; a shared cap stands once.
    std::vector<std::int64_t> floors;  ///< What a task, or a category, has to lose.
    /// Points of the tasks that a `zero` can write off though their floor lies elsewhere.
    std::vector<std::int64_t> write_offs;
    std::uint32_t groups = 0;         ///< Sets of levels that exclude one another.
    std::vector<std::int64_t> tasks;  ///< Points of each task.
    std::int64_t points = 0;          ///< Of the whole table.
    scheme::SameCase same_case = scheme::SameCase::highest;

    /// Where each branch came from, in the order of `branches`.
    struct Origin {
        const scheme::Category* category;
        const scheme::Task* task;
        const scheme::Clause* clause;
        const scheme::Branch* branch;
    };
    std::vector<Origin> origins;
    std::unordered_map<std::string_view, BranchIndex> index_by_id;

    std::optional<BranchIndex> find(std::string_view branch_id) const;
    std::size_t accounts() const { return branches.size() + groups; }
};

/// Lays out `table` under the settings and the reference figures of `scheme`. The result refers
/// into `scheme`, which must outlive it.
/// @pre the scheme has passed check_structure.
Rules compile(const scheme::Scheme& scheme, const scheme::Table& table);

}  // namespace heng::score
