#pragma once
/// @file
/// A branch (分句): one stated amount of a clause, in the form the engine evaluates.
/// docs/reference/clauses.md says how clause text becomes branches.
#include "core/base/decimal.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::scheme {

/// What a branch does: 扣分, 加分, 该项不得分, 一票否决.
enum class Effect { deduct, award, zero, veto };

/// How the amount follows from the finding's value.
enum class Basis {
    once,       ///< points, however often
    each,       ///< points × ⌊count / step⌋
    shortfall,  ///< points × ⌊(target − measured) / step⌋
    excess,     ///< points × ⌊(measured − target) / step⌋
    level,      ///< the points of the one level that applies
};

/// What an unfinished step costs: nothing, a whole step, or its share.
enum class Partial { down, up, proportional };

/// The demand whose miss costs points: `at_least` 2 次 for 少于2次.
enum class Comparison { at_least, at_most, more_than, less_than };

struct Target {
    Comparison op = Comparison::at_least;
    Decimal value;
    std::string unit;  ///< As written: 次, %, 小时; empty where the text names none.
    bool operator==(const Target&) const = default;
};

/// The most that a branch can cost.
struct Cap {
    bool whole_task = false;  ///< 扣完为止: the task's points; `points` is then unused.
    Decimal points;
    bool operator==(const Cap&) const = default;
};

struct Branch {
    std::string id;    ///< Unique in its scheme: 1.8b. Empty in a reading that stands in no scheme.
    std::string text;  ///< The words of the clause that this branch reads.
    Effect effect = Effect::deduct;
    Basis basis = Basis::once;
    std::optional<Decimal> points;      ///< Per step or once; positive.
    std::optional<Decimal> points_max;  ///< 扣1-3分: a person chooses between `points` and this.
    std::optional<Decimal> percent_of_task;  ///< 扣该项分值的50%: in place of `points`.
    std::optional<std::string> per;          ///< The unit counted: 起, 项, 次, 百分点.
    std::optional<Decimal> step;             ///< For each, shortfall and excess; positive.
    std::optional<Target> target;
    std::optional<std::string> reference;  ///< A figure supplied for the year: 全省平均水平.
    std::optional<std::string> level;      ///< The words of the band or tier.
    std::optional<Cap> cap;
    bool cap_shared = false;  ///< One cap over all branches of the clause that carry it.
    std::vector<std::string> items;
    std::vector<std::string> subjects;
    std::optional<std::string> deadline;
    Partial partial = Partial::down;

    bool operator==(const Branch&) const = default;
};

/// The identifiers used in files, JSON and messages; a reader of text accepts exactly these.
std::string_view name(Effect effect);
std::string_view name(Basis basis);
std::string_view name(Partial partial);
std::string_view name(Comparison op);
std::optional<Effect> effect_named(std::string_view text);
std::optional<Basis> basis_named(std::string_view text);
std::optional<Partial> partial_named(std::string_view text);
std::optional<Comparison> comparison_named(std::string_view text);

/// Whether two readings agree in everything that costs points or decides when: all fields but `id`
/// and `text`.
bool same_reading(const Branch& a, const Branch& b);

}  // namespace heng::scheme
