#include "core/score/rules.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>

namespace heng::score {

namespace {

using scheme::Branch;
using scheme::Effect;

/// Lays out one table, clause by clause; groups and shared caps begin anew with every clause.
class Layout {
public:
    Layout(const scheme::Scheme& scheme, const scheme::Table& table) : scheme_(scheme) {
        rules_.points = table.points.units();
        rules_.same_case = scheme.settings.same_case;
    }

    void add(const scheme::Category& category) {
        if (floor() == scheme::Floor::category) open_floor(category.points);
        for (const scheme::Task& task : category.tasks) {
            if (floor() == scheme::Floor::task) open_floor(task.points);
            rules_.tasks.push_back(task.points.units());
            write_off_ = no_index;
            if (floor() != scheme::Floor::task && has_zero(task)) {
                rules_.write_offs.push_back(task.points.units());
                write_off_ = static_cast<std::uint32_t>(rules_.write_offs.size() - 1);
            }
            for (const scheme::Clause& clause : task.clauses) {
                shared_limits_.clear();
                groups_ = {no_index, no_index};
                for (const Branch& branch : clause.branches) {
                    rules_.origins.push_back({&category, &task, &clause, &branch});
                    add(task, branch);
                }
            }
        }
    }

    Rules finish() && {
        for (BranchIndex i = 0; i < rules_.origins.size(); ++i) {
            rules_.index_by_id.emplace(rules_.origins[i].branch->id, i);
            Rule& rule = rules_.branches[i];
            const auto branches = static_cast<std::uint32_t>(rules_.branches.size());
            rule.account = rule.group == no_index ? i : branches + rule.group;
        }
        return std::move(rules_);
    }

private:
    scheme::Floor floor() const { return scheme_.settings.floor; }

    static bool has_zero(const scheme::Task& task) {
        const auto zeroes = [](const Branch& branch) { return branch.effect == Effect::zero; };
        return std::ranges::any_of(task.clauses, [&](const scheme::Clause& clause) {
            return std::ranges::any_of(clause.branches, zeroes);
        });
    }

    void open_floor(Decimal points) { rules_.floors.push_back(points.units()); }

    void add(const scheme::Task& task, const Branch& branch) {
        Rule rule{};
        rule.effect = branch.effect;
        rule.basis = branch.basis;
        rule.partial =
            branch.partial == scheme::Partial::down ? scheme_.settings.partial : branch.partial;
        rule.points = amount(task, branch);
        rule.meaning = scheme::value_meaning(branch);
        const bool is_open = rule.meaning == scheme::ValueMeaning::points;
        rule.points_max = branch.points_max ? branch.points_max->units()
                          : is_open         ? all_points
                                            : rule.points;
        rule.step = branch.step ? branch.step->units() : Decimal::one;
        set_target(branch, rule);
        rule.limit = limit(task, branch);
        rule.group = branch.basis == scheme::Basis::level ? group(branch.effect) : no_index;
        rule.task = static_cast<std::uint32_t>(rules_.tasks.size() - 1);
        rule.floor = rules_.floors.empty() || branch.effect == Effect::award
                         ? no_index
                         : static_cast<std::uint32_t>(rules_.floors.size() - 1);
        rule.write_off = branch.effect == Effect::award ? no_index : write_off_;
        rule.adds_up = rule.basis == scheme::Basis::each;
        set_tariff(rule);
        if (rule.price > 0) rule.steps_max = std::min(rule.steps_max, all_points / rule.price);
        rules_.branches.push_back(rule);
    }

    /// What a value costs, from the fields that say so in the words of the scheme.
    void set_tariff(Rule& rule) const {
        // Levels of one clause are compared by what their caps leave of them.
        const bool compared = rule.group != no_index && rule.limit != no_index;
        const std::int64_t most = compared ? rules_.limits[rule.limit] : all_points;
        if (rule.meaning == scheme::ValueMeaning::points) {
            rule.steps_max = most;
            return;
        }
        rule.price = std::min(rule.points, most);
        if (rule.basis == scheme::Basis::once || rule.basis == scheme::Basis::level) {
            rule.steps_max = 1;
            return;
        }
        const bool is_shortfall = rule.basis == scheme::Basis::shortfall;
        if (rule.meaning == scheme::ValueMeaning::measured) {
            rule.sign = is_shortfall ? -1 : 1;
            rule.offset = is_shortfall ? rule.target : -rule.target;
        }
        rule.steps = Divisor(rule.step);
        if (rule.partial == scheme::Partial::up) rule.offset += rule.step - 1;
        rule.proportional = rule.partial == scheme::Partial::proportional;
    }

    static std::int64_t amount(const scheme::Task& task, const Branch& branch) {
        if (branch.effect == Effect::zero) return task.points.units();
        if (branch.effect == Effect::veto) return 0;
        if (branch.percent_of_task) {
            return multiply_divide(task.points, *branch.percent_of_task, Decimal::whole(100),
                                   {4, RoundingMode::half_up})
                .units();
        }
        return branch.points ? branch.points->units() : 0;
    }

    /// A figure supplied for the year turns a gap into a measure.
    void set_target(const Branch& branch, Rule& rule) const {
        if (branch.target) rule.target = branch.target->value.units();
        if (rule.meaning != scheme::ValueMeaning::gap) return;
        for (const scheme::Reference& reference : scheme_.references) {
            if (reference.branch != branch.id) continue;
            rule.target = reference.value.units();
            rule.meaning = scheme::ValueMeaning::measured;
        }
    }

    /// Shared caps of one clause are one limit where they are equal; awards have theirs apart.
    std::uint32_t limit(const scheme::Task& task, const Branch& branch) {
        if (!branch.cap) return no_index;
        const bool is_award = branch.effect == Effect::award;
        const Decimal points = branch.cap->whole_task ? task.points : branch.cap->points;
        for (const SharedLimit& shared : shared_limits_) {
            const bool is_same = shared.is_award == is_award && shared.points == points;
            if (branch.cap_shared && is_same) return shared.index;
        }
        rules_.limits.push_back(points.units());
        const auto index = static_cast<std::uint32_t>(rules_.limits.size() - 1);
        if (branch.cap_shared) shared_limits_.push_back({is_award, points, index});
        return index;
    }

    /// Levels that add and levels that deduct do not exclude one another.
    std::uint32_t group(Effect effect) {
        std::uint32_t& group = groups_[effect == Effect::award ? 1 : 0];
        if (group == no_index) group = rules_.groups++;
        return group;
    }

    struct SharedLimit {
        bool is_award;
        Decimal points;
        std::uint32_t index;
    };

    const scheme::Scheme& scheme_;
    Rules rules_;
    std::vector<SharedLimit> shared_limits_;
    std::array<std::uint32_t, 2> groups_{};
    std::uint32_t write_off_ = no_index;
};

}  // namespace

Rules compile(const scheme::Scheme& scheme, const scheme::Table& table) {
    Layout layout(scheme, table);
    for (const scheme::Category& category : table.categories) layout.add(category);
    return std::move(layout).finish();
}

std::optional<BranchIndex> Rules::find(std::string_view branch_id) const {
    const auto found = index_by_id.find(branch_id);
    if (found == index_by_id.end()) return std::nullopt;
    return found->second;
}

}  // namespace heng::score
