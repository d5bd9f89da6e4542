/// @file
/// The indicator tables of a scheme: their domains, sums, bodies, ids and branches.
#include "core/scheme/check_parts.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::scheme {

namespace {

bool scores(const Branch& branch) {
    return branch.effect == Effect::deduct || branch.effect == Effect::award;
}

bool counts_steps(Basis basis) {
    return basis == Basis::each || basis == Basis::shortfall || basis == Basis::excess;
}

/// A task that only adds (加分项) has no points of its own to lose.
bool only_awards(const Task& task) {
    std::size_t branches = 0;
    for (const Clause& clause : task.clauses) {
        for (const Branch& branch : clause.branches) {
            if (branch.effect != Effect::award) return false;
            ++branches;
        }
    }
    return branches > 0;
}

bool only_awards(const Category& category) {
    const auto only = [](const Task& task) { return only_awards(task); };
    return !category.tasks.empty() && std::ranges::all_of(category.tasks, only);
}

/// Everything wrong with one branch, whatever else its table holds.
class BranchCheck {
public:
    BranchCheck(const Task& task, const Clause& clause, const Branch& branch)
        : task_(task),
          branch_(branch),
          place_(place_at(clause.at, designation(task, clause, branch))) {}

    Issues run() && {
        check_amount();
        check_percent();
        check_step();
        if (branch_.basis == Basis::level && branch_.level.value_or("").empty()) {
            report(Code::branch_level_missing, {});
        }
        if (branch_.cap && !branch_.cap->whole_task && branch_.cap->points <= Decimal{}) {
            report(Code::cap_not_positive, {branch_.cap->points.text()});
        }
        return std::move(issues_);
    }

private:
    void report(Code code, std::vector<std::string> args) {
        issues_.push_back({code, place_, std::move(args)});
    }

    void check_positive(const char* key, const std::optional<Decimal>& value) {
        if (value && *value <= Decimal{}) report(Code::points_not_positive, {key, value->text()});
    }

    /// An amount, and only one: points with or without a range, or a share of the task.
    void check_amount() {
        const bool has_points = branch_.points || branch_.points_max;
        const bool has_amount = has_points || branch_.percent_of_task;
        if (scores(branch_) && !has_amount) report(Code::branch_without_points, {});
        const bool is_needless =
            scores(branch_) ? has_points && branch_.percent_of_task : has_amount;
        if (is_needless) report(Code::branch_points_needless, {needless_amount().text()});
        check_positive("points", branch_.points);
        check_positive("points_max", branch_.points_max);
        if (branch_.points && branch_.points_max && *branch_.points_max < *branch_.points) {
            report(Code::branch_range_inverted,
                   {branch_.points->text(), branch_.points_max->text()});
        }
    }

    Decimal needless_amount() const {
        if (branch_.points) return *branch_.points;
        return branch_.points_max ? *branch_.points_max : *branch_.percent_of_task;
    }

    /// Scores are sums of four-place amounts, so a share of the task must be one.
    void check_percent() {
        if (!branch_.percent_of_task) return;
        const Decimal percent = *branch_.percent_of_task;
        check_positive("percent_of_task", percent);
        if (percent > Decimal::whole(100)) {
            report(Code::percent_out_of_range, {"percent_of_task", percent.text()});
        }
        const Int128 product = Int128{task_.points.units()} * percent.units();
        if (product % Decimal::whole(100).units() != 0) {
            report(Code::branch_percent_inexact, {percent.text()});
        }
    }

    void check_step() {
        const std::string basis(name(branch_.basis));
        const bool needs_step = counts_steps(branch_.basis);
        if (needs_step && !branch_.step) report(Code::branch_step_missing, {basis});
        if (!needs_step && branch_.step) report(Code::branch_step_needless, {basis});
        if (needs_step) check_positive("step", branch_.step);
    }

    const Task& task_;
    const Branch& branch_;
    Place place_;
    Issues issues_;
};

/// Walks the tables in order, so that their issues come in the order of the file.
class TableCheck {
public:
    explicit TableCheck(const Scheme& scheme) : scheme_(scheme) {}

    Issues run() && {
        for (const Table& table : scheme_.tables) check(table);
        return std::move(issues_);
    }

private:
    void report(Code code, Place place, std::vector<std::string> args) {
        issues_.push_back({code, std::move(place), std::move(args)});
    }

    void check_positive(const SourceLine& at, const std::string& item, Decimal points) {
        if (points > Decimal{}) return;
        report(Code::points_not_positive, place_at(at, item), {"points", points.text()});
    }

    void check(const Table& table) {
        check_domain(table);
        check_positive(table.at, table.domain, table.points);
        Tally sum;
        Ids categories;
        for (const Category& category : table.categories) {
            sum.add(category.points);
            append(issues_, categories.add(category.no, place_at(category.at, category.no)));
            check(category);
        }
        if (sum.total() != table.points) {
            report(Code::table_sum_differs, place_at(table.at, table.domain),
                   {sum.total().text(), table.points.text()});
        }
    }

    void check_domain(const Table& table) {
        const Place place = place_at(table.at, table.domain);
        const Domain* domain = scheme_.find_domain(table.domain);
        if (domain == nullptr || domain->id != table.domain) {
            report(Code::domain_unknown, place, {table.domain, domain_ids()});
            return;
        }
        if (!domains_.insert(table.domain).second) {
            report(Code::domain_table_repeated, place, {domain->name});
        }
        const Decimal full = scheme_.composition.indicators_full;
        if (table.points > full) {
            report(Code::indicators_sum_over, place,
                   {domain->name, table.points.text(), full.text()});
        }
    }

    std::string domain_ids() const {
        std::string ids;
        for (const Domain& domain : scheme_.domains) ids += (ids.empty() ? "" : ", ") + domain.id;
        return ids;
    }

    void check(const Category& category) {
        if (!category.points.is_zero() || !only_awards(category)) {
            check_positive(category.at, category.no, category.points);
        }
        Tally sum;
        Ids tasks;
        for (const Task& task : category.tasks) {
            sum.add(task.points);
            append(issues_, tasks.add(task.no, place_at(task.at, task.no)));
            check(task);
        }
        if (sum.total() != category.points) {
            report(Code::category_sum_differs, place_at(category.at, category.no),
                   {category.name, sum.total().text(), category.points.text()});
        }
    }

    void check(const Task& task) {
        if (!task.points.is_zero() || !only_awards(task)) {
            check_positive(task.at, task.no, task.points);
        }
        check_bodies(task.assessors, place_at(task.at, task.no));
        Ids clauses;
        for (const Clause& clause : task.clauses) {
            const Place place = place_at(clause.at, designation(task, clause));
            append(issues_, clauses.add(clause.no, place));
            if (clause.assessors) check_bodies(*clause.assessors, place);
            for (const Branch& branch : clause.branches) {
                const std::string item = designation(task, clause, branch);
                append(issues_, branches_.add(branch.id, place_at(clause.at, item)));
                append(issues_, BranchCheck(task, clause, branch).run());
            }
        }
    }

    void check_bodies(const std::vector<std::string>& names, const Place& place) {
        if (scheme_.bodies.empty()) return;
        for (const std::string& body : names) {
            if (scheme_.find_body(body) == nullptr) report(Code::body_unknown, place, {body});
        }
    }

    const Scheme& scheme_;
    Ids branches_;  ///< Of all tables: a finding names a branch, not its table.
    std::set<std::string_view> domains_;
    Issues issues_;
};

}  // namespace

Issues check_tables(const Scheme& scheme) {
    return TableCheck(scheme).run();
}

}  // namespace heng::scheme
