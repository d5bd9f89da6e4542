/// @file
/// Every small world against an oracle: slow, obvious, and written from DESIGN.md section 5 alone.
#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace heng::score {
namespace {

using namespace test;
using scheme::Basis;
using scheme::Branch;
using scheme::Effect;
using scheme::Floor;
using scheme::Partial;
using scheme::SameCase;

// ---- The oracle: whole ten-thousandths, one sentence of the text after another.

using Points = long long;

/// A shape of branch, and values with which to find it.
struct Shape {
    std::string name;
    Branch (*make)(std::string id);
    std::vector<std::string> values;
};

Points units(const std::optional<Decimal>& value) {
    return value ? value->units() : 0;
}

/// 扣1-3分, 扣3分以内: the finding states the points.
bool is_chosen(const Branch& branch) {
    const bool has_amount = branch.points || branch.percent_of_task;
    const bool scores = branch.effect == Effect::deduct || branch.effect == Effect::award;
    return scores && (branch.points_max || !has_amount);
}

/// points × ⌊quantity / step⌋; an unfinished step costs nothing, a whole step, or its share.
Points steps_cost(const Branch& branch, Points points, Points quantity) {
    if (quantity <= 0) return 0;
    const Points step = units(branch.step);
    if (branch.partial == Partial::proportional) return points * quantity / step;
    const bool up = branch.partial == Partial::up;
    return points * ((up ? quantity + step - 1 : quantity) / step);
}

/// The amount of a branch by its basis. Every proportion in these worlds is exact.
Points cost(const Branch& branch, Points task_points, Points value) {
    if (branch.effect == Effect::veto) return 0;
    if (branch.effect == Effect::zero) return value > 0 ? task_points : 0;
    if (is_chosen(branch)) return value;
    const Points points = branch.percent_of_task ? task_points * units(branch.percent_of_task) /
                                                       Decimal::whole(100).units()
                                                 : units(branch.points);
    switch (branch.basis) {
        case Basis::once:
        case Basis::level: return value > 0 ? points : 0;
        case Basis::each: return steps_cost(branch, points, value);
        case Basis::shortfall:
            return steps_cost(branch, points,
                              branch.target ? units(branch.target->value) - value : value);
        case Basis::excess:
            return steps_cost(branch, points,
                              branch.target ? value - units(branch.target->value) : value);
    }
    return 0;
}

/// Counts of one branch add up; of flat deductions, measures and levels the worst stands.
Points cost_of_all(const Branch& branch, Points task_points, const std::vector<Points>& values) {
    Points sum = 0;
    Points worst = 0;
    for (const Points value : values) {
        sum += value;
        worst = std::max(worst, cost(branch, task_points, value));
    }
    return branch.basis == Basis::each ? cost(branch, task_points, sum) : worst;
}

Points cap_of(const Branch& branch, Points task_points) {
    return branch.cap->whole_task ? task_points : branch.cap->points.units();
}

/// What a clause deducts, or awards: each branch up to its cap, the costliest level of all, and
/// branches that share a cap up to that.
Points clause_cost(const scheme::Clause& clause, Points task_points, Effect effect,
                   const std::map<std::string, std::vector<Points>>& values) {
    Points total = 0;
    Points costliest_level = 0;
    std::map<Points, Points> shared;
    for (const Branch& branch : clause.branches) {
        if (branch.effect != effect || !values.contains(branch.id)) continue;
        Points points = cost_of_all(branch, task_points, values.at(branch.id));
        if (branch.cap) points = std::min(points, cap_of(branch, task_points));
        if (branch.basis == Basis::level) {
            costliest_level = std::max(costliest_level, points);
        } else if (branch.cap_shared) {
            shared[cap_of(branch, task_points)] += points;
        } else {
            total += points;
        }
    }
    for (const auto& [cap, points] : shared) total += std::min(cap, points);
    return total + costliest_level;
}

struct Verdict {
    Points indicator = 0;
    bool vetoed = false;
};

Verdict judge_kept(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    std::map<std::string, std::vector<Points>> values;
    for (const Fact& fact : facts) values[fact.branch].push_back(dec(fact.value).units());
    Verdict verdict;
    for (const scheme::Category& category : scheme.tables.front().categories) {
        Points category_lost = 0;
        for (const scheme::Task& task : category.tasks) {
            const Points points = task.points.units();
            Points lost = 0;
            bool is_zero = false;
            for (const scheme::Clause& clause : task.clauses) {
                lost += clause_cost(clause, points, Effect::deduct, values);
                is_zero = is_zero || clause_cost(clause, points, Effect::zero, values) > 0;
                verdict.indicator += clause_cost(clause, points, Effect::award, values);
                for (const Branch& branch : clause.branches) {
                    if (branch.effect != Effect::veto || !values.contains(branch.id)) continue;
                    for (const Points value : values.at(branch.id)) verdict.vetoed |= value > 0;
                }
            }
            if (is_zero) lost = std::max(lost, points);  // 该项不得分
            if (scheme.settings.floor == Floor::task) lost = std::min(lost, points);  // 扣完为止
            category_lost += lost;
        }
        if (scheme.settings.floor == Floor::category) {
            category_lost = std::min(category_lost, static_cast<Points>(category.points.units()));
        }
        verdict.indicator += category.points.units() - category_lost;
    }
    return verdict;
}

const Branch& branch_of(const scheme::Scheme& scheme, const std::string& id,
                        std::size_t& position) {
    position = 0;
    for (const auto& category : scheme.tables.front().categories) {
        for (const auto& task : category.tasks) {
            for (const auto& clause : task.clauses) {
                for (const Branch& branch : clause.branches) {
                    if (branch.id == id) return branch;
                    ++position;
                }
            }
        }
    }
    throw std::logic_error("no such branch");
}

/// One fact is deducted once, at its highest clause: the one that costs a unit most that has
/// nothing else; of equal ones the first in the table, and of one clause the larger count.
std::vector<Fact> one_for_each_case(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    std::vector<Fact> kept;
    std::map<std::string, Fact> highest;
    const Points full = judge_kept(scheme, {}).indicator;
    for (const Fact& fact : facts) {
        std::size_t position = 0;
        const Branch& branch = branch_of(scheme, fact.branch, position);
        const bool costs = branch.effect == Effect::deduct || branch.effect == Effect::zero;
        if (fact.case_id.empty() || !costs) {
            kept.push_back(fact);
            continue;
        }
        const auto [standing, is_new] = highest.emplace(fact.case_id, fact);
        if (is_new) continue;
        std::size_t standing_position = 0;
        branch_of(scheme, standing->second.branch, standing_position);
        const Points mine = full - judge_kept(scheme, {fact}).indicator;
        const Points others = full - judge_kept(scheme, {standing->second}).indicator;
        const bool counts_more =
            branch.basis == Basis::each && dec(fact.value) > dec(standing->second.value);
        const bool wins = mine != others                  ? mine > others
                          : position != standing_position ? position < standing_position
                                                          : counts_more;
        if (wins) standing->second = fact;
    }
    for (auto& [id, fact] : highest) kept.push_back(std::move(fact));
    return kept;
}

Verdict judge(const scheme::Scheme& scheme, const std::vector<Fact>& facts) {
    return judge_kept(scheme, scheme.settings.same_case == SameCase::every
                                  ? facts
                                  : one_for_each_case(scheme, facts));
}

// ---- The worlds: two branches, in every arrangement, with up to three findings.

const std::vector<Shape>& shapes() {
    static const std::vector<Shape> all{
        {"once", [](std::string id) { return once(id, "2"); }, {"0", "3"}},
        {"percent", [](std::string id) { return percent(id, "50"); }, {"1"}},
        {"each", [](std::string id) { return each(id, "1"); }, {"1", "2"}},
        {"each by two", [](std::string id) { return each(id, "0.5", "2"); }, {"1", "3"}},
        {"each up",
         [](std::string id) { return partial(each(id, "1", "2"), Partial::up); },
         {"1", "2"}},
        {"each in proportion",
         [](std::string id) { return partial(each(id, "1", "2"), Partial::proportional); },
         {"1", "2.5"}},
        {"each with cap", [](std::string id) { return capped(each(id, "1"), "2"); }, {"1", "4"}},
        {"each with shared cap",
         [](std::string id) { return capped_together(each(id, "1"), "2"); },
         {"1", "2"}},
        {"once with shared cap",
         [](std::string id) { return capped_together(once(id, "1.5"), "2"); },
         {"1"}},
        {"each to the task",
         [](std::string id) { return capped(each(id, "1"), "task"); },
         {"2", "9"}},
        {"range", [](std::string id) { return range(id, "1", "3"); }, {"1", "2.5"}},
        {"shortfall", [](std::string id) { return shortfall(id, "1", "1", "3"); }, {"1", "3.5"}},
        {"gap", [](std::string id) { return shortfall(id, "0.5", "5"); }, {"4", "11"}},
        {"excess",
         [](std::string id) { return capped(excess(id, "1", "1", "1"), "2"); },
         {"2", "9"}},
        {"level", [](std::string id) { return level(id, "1", "中"); }, {"1"}},
        {"level with cap",
         [](std::string id) { return capped(level(id, "4", "差"), "1.5"); },
         {"1"}},
        {"zero", [](std::string id) { return without_amount(id, Effect::zero); }, {"1"}},
        {"award", [](std::string id) { return award(capped(each(id, "1"), "2")); }, {"1", "3"}},
        {"award level", [](std::string id) { return award(level(id, "2", "优")); }, {"1"}},
        {"veto", [](std::string id) { return without_amount(id, Effect::veto); }, {"0", "1"}},
    };
    return all;
}

/// One clause, two clauses of a task, two tasks of a category, two categories.
std::vector<scheme::Scheme> arrangements(const Branch& a, const Branch& b) {
    return {scheme_of({task("3", {clause({a, b})}), task("1", {})}),
            scheme_of({task_of("3", {a, b}), task("1", {})}),
            scheme_of({task_of("3", {a}), task_of("2", {b})}),
            scheme_of_categories({{task_of("3", {a})}, {task_of("2", {b})}})};
}

/// Every list of at most three of `facts`, in the order given, repetitions included.
std::vector<std::vector<Fact>> lists_of(const std::vector<Fact>& facts) {
    std::vector<std::vector<Fact>> lists{{}};
    for (std::size_t a = 0; a < facts.size(); ++a) {
        lists.push_back({facts[a]});
        for (std::size_t b = a; b < facts.size(); ++b) {
            lists.push_back({facts[a], facts[b]});
            for (std::size_t c = b; c < facts.size(); ++c) {
                lists.push_back({facts[a], facts[b], facts[c]});
            }
        }
    }
    return lists;
}

std::string print(const std::vector<Fact>& facts) {
    std::string text;
    for (const Fact& fact : facts)
        text += fact.branch + "=" + fact.value + "(" + fact.case_id + ") ";
    return text;
}

/// The number of findings lists that were judged alike, backwards as well; stops at the first
/// difference.
std::size_t compare(const scheme::Scheme& scheme, const std::vector<std::vector<Fact>>& lists) {
    const Rules rules = compile(scheme, scheme.tables.front());
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const Verdict expected = judge(scheme, lists[i]);
        std::vector<Finding> findings = findings_of(rules, lists[i]);
        for (int direction = 0; direction < 2; ++direction) {
            const UnitScore score = score_unit(rules, findings);
            EXPECT_EQ(score.indicator, Decimal::of_units(expected.indicator)) << print(lists[i]);
            EXPECT_EQ(score.vetoed, expected.vetoed) << print(lists[i]);
            if (testing::Test::HasFailure()) return i;
            std::reverse(findings.begin(), findings.end());
        }
    }
    return lists.size();
}

class SmallWorlds : public testing::TestWithParam<std::pair<Floor, SameCase>> {};

TEST_P(SmallWorlds, AgreeWithTheOracle) {
    const auto [floor, same_case] = GetParam();
    std::size_t worlds = 0;
    for (std::size_t i = 0; i < shapes().size(); ++i) {
        for (std::size_t j = i; j < shapes().size(); ++j) {
            std::vector<Fact> facts;
            for (const std::string case_id : {"", "X"}) {
                for (const std::string& value : shapes()[i].values)
                    facts.push_back({"a", value, case_id});
                for (const std::string& value : shapes()[j].values)
                    facts.push_back({"b", value, case_id});
            }
            const std::vector<std::vector<Fact>> lists = lists_of(facts);
            for (scheme::Scheme& scheme :
                 arrangements(shapes()[i].make("a"), shapes()[j].make("b"))) {
                scheme.settings.floor = floor;
                scheme.settings.same_case = same_case;
                worlds += compare(scheme, lists);
                ASSERT_FALSE(HasFailure()) << shapes()[i].name << " and " << shapes()[j].name;
            }
        }
    }
    EXPECT_GT(worlds, 50'000U);
}

INSTANTIATE_TEST_SUITE_P(Settings, SmallWorlds,
                         testing::Values(std::pair{Floor::task, SameCase::highest},
                                         std::pair{Floor::task, SameCase::every},
                                         std::pair{Floor::category, SameCase::highest},
                                         std::pair{Floor::none, SameCase::highest}));

}  // namespace
}  // namespace heng::score
