/// @file
/// What a regulation leaves open: points against clauses, bodies against articles, missing parts.
#include "core/scheme/check.hpp"
#include "core/scheme/check_parts.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::scheme {

namespace {

/// A16 of A16.2.
std::string_view article_of(std::string_view cites) {
    return cites.substr(0, cites.find('.'));
}

/// The articles that name the bodies of the assessment: those which name the leads of its domains.
class AssessorArticles {
public:
    explicit AssessorArticles(const Scheme& scheme) : scheme_(scheme) {
        for (const Domain& domain : scheme.domains) {
            const Body* lead = scheme.find_body(domain.lead);
            if (lead != nullptr && !lead->cites.empty()) articles_.insert(article_of(lead->cites));
        }
    }

    /// A body that is not listed at all is an error, found elsewhere.
    bool lack(std::string_view body_name) const {
        const Body* body = scheme_.find_body(body_name);
        return body != nullptr && !articles_.empty() &&
               !articles_.contains(article_of(body->cites));
    }

    /// Their numbers: 5.
    std::string numbers() const {
        std::string text;
        for (std::string_view article : articles_) {
            if (article.starts_with('A')) article.remove_prefix(1);
            if (!text.empty()) text += "、";
            text += article;
        }
        return text;
    }

private:
    const Scheme& scheme_;
    std::set<std::string_view> articles_;
};

/// What one finding on `branch` can cost, before any cap.
Decimal amount_of(const Task& task, const Branch& branch) {
    if (branch.points_max) return *branch.points_max;
    if (branch.points) return *branch.points;
    if (!branch.percent_of_task) return {};
    const Decimal percent = std::clamp(*branch.percent_of_task, Decimal{}, Decimal::whole(100));
    return multiply_divide(task.points, percent, Decimal::whole(100), {4, RoundingMode::down});
}

Decimal capped(const Task& task, const Branch& branch, Decimal amount) {
    if (!branch.cap) return amount;
    return std::min(amount, branch.cap->whole_task ? task.points : branch.cap->points);
}

/// What one finding on each branch of a clause can cost: of its levels only the highest applies,
/// and branches under a shared cap cost no more than that together.
Decimal cost_of_each(const Task& task, const Clause& clause) {
    Tally sum;
    Tally shared;
    const Branch* sharing = nullptr;
    Decimal level;
    for (const Branch& branch : clause.branches) {
        if (branch.effect != Effect::deduct) continue;
        const Decimal amount = capped(task, branch, amount_of(task, branch));
        if (branch.basis == Basis::level) {
            level = std::max(level, amount);
        } else if (branch.cap && branch.cap_shared) {
            sharing = &branch;
            shared.add(amount);
        } else {
            sum.add(amount);
        }
    }
    if (sharing != nullptr) sum.add(capped(task, *sharing, shared.total()));
    sum.add(level);
    return sum.total();
}

/// The same of its flat deductions alone.
Decimal cost_of_flat(const Task& task, const Clause& clause) {
    Clause flat = clause;
    std::erase_if(flat.branches, [](const Branch& b) { return b.basis != Basis::once; });
    return cost_of_each(task, flat);
}

/// Walks the tables in order, so that warnings come in the order of the file.
class RegulationCheck {
public:
    explicit RegulationCheck(const Scheme& scheme) : scheme_(scheme), articles_(scheme) {
        for (const Reference& reference : scheme.references) supplied_.insert(reference.branch);
    }

    Issues run() && {
        check_source();
        for (const Table& table : scheme_.tables) check(table);
        return std::move(issues_);
    }

private:
    void report(Code code, Place place, std::vector<std::string> args) {
        issues_.push_back({code, std::move(place), std::move(args)});
    }

    void check_source() {
        const Source& source = scheme_.source;
        const Place place = place_at(source.at, "source");
        for (const std::string& part : source.missing) {
            report(Code::source_incomplete, place, {part});
        }
        if (!source.complete && source.missing.empty()) {
            report(Code::source_incomplete, place, {source.title});
        }
    }

    void check(const Table& table) {
        const Decimal full = scheme_.composition.indicators_full;
        if (table.points < full) {
            const Domain* domain = scheme_.find_domain(table.domain);
            report(Code::indicators_sum_short, place_at(table.at, table.domain),
                   {domain == nullptr ? table.domain : domain->name, table.points.text(),
                    full.text()});
        }
        for (const Category& category : table.categories) {
            for (const Task& task : category.tasks) check(task);
        }
        append(issues_, check_overlaps(table));
    }

    void check(const Task& task) {
        const Place place = place_at(task.at, task.no);
        check_points(task, place);
        for (const std::string& body : task.assessors) check_listed(body, place);
        for (const Clause& clause : task.clauses) {
            check_assessors(task, clause);
            append(issues_, check_wording(task, clause));
            check_references(task, clause);
        }
    }

    void check_points(const Task& task, const Place& place) {
        if (task.clauses.empty()) {
            report(Code::task_without_clauses, place, {task.no, task.points.text()});
            return;
        }
        Tally each;
        Tally flat;
        for (const Clause& clause : task.clauses) {
            each.add(cost_of_each(task, clause));
            flat.add(cost_of_flat(task, clause));
        }
        const auto compare = [&](Code code, Decimal cost) {
            if (cost > task.points) report(code, place, {task.no, cost.text(), task.points.text()});
        };
        compare(Code::task_overdrawn, each.total());
        compare(Code::task_flat_overdrawn, flat.total());
    }

    /// Once a body, where the tables first use it.
    void check_listed(const std::string& body, const Place& place) {
        if (!articles_.lack(body) || !reported_.insert(body).second) return;
        report(Code::assessor_not_in_article, place, {body, articles_.numbers()});
    }

    void check_assessors(const Task& task, const Clause& clause) {
        if (!clause.assessors) return;
        const std::string item = designation(task, clause);
        const Place place = place_at(clause.at, item);
        for (const std::string& body : *clause.assessors) {
            check_listed(body, place);
            const auto known = std::ranges::find(task.assessors, body);
            if (!task.assessors.empty() && known == task.assessors.end()) {
                report(Code::assessor_not_in_task, place, {item, body, task.no});
            }
        }
    }

    void check_references(const Task& task, const Clause& clause) {
        for (const Branch& branch : clause.branches) {
            if (!branch.reference || branch.target || supplied_.contains(branch.id)) continue;
            report(Code::reference_without_figure,
                   place_at(clause.at, designation(task, clause, branch)),
                   {branch.id, *branch.reference});
        }
    }

    const Scheme& scheme_;
    AssessorArticles articles_;
    std::set<std::string_view> supplied_;  ///< Branches whose figure for the year is there.
    std::set<std::string_view> reported_;
    Issues issues_;
};

}  // namespace

Issues check_regulation(const Scheme& scheme) {
    return RegulationCheck(scheme).run();
}

}  // namespace heng::scheme
