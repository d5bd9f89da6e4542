/// @file
/// What the reference model makes of the facts: points lost, totals, and how well a unit may be
/// graded (A9, A14, A16, A18.4).
#include "core/act/reference_model.hpp"

#include <algorithm>

namespace heng::act::test {

namespace {

/// The points of branch 1.1 under the edition that rules the year on `day`.
Decimal once_on(const YearFacts& year, Date day) {
    Decimal out;
    for (const YearFacts::Edition& one : year.editions)
        if (one.from <= day) out = one.once;
    return out;
}

}  // namespace

/// What the finding would cost if there were no other.
std::int64_t ReferenceModel::cost_alone(const Record& finding, Date day) const {
    const Clause& clause = *clause_of(finding.branch);
    const std::int64_t times = std::max<std::int64_t>(0, finding.value.units() / Decimal::one);
    const bool is_once = finding.branch == "1.1";
    const std::int64_t cost =
        is_once ? (finding.value > Decimal{} ? once_on(years.at(finding.year), day).units() : 0)
                : times * Decimal::parse(clause.points)->units();
    return std::min(cost,
                    points_of(std::string(clause.domain), std::string(clause.task)) * Decimal::one);
}

/// One case is deducted once per unit, where it costs most; of equals the first clause, then the
/// highest value, then the first finding.
bool ReferenceModel::loses_its_case(std::int64_t id, Date day) const {
    const Record& mine = records.at(id);
    const Clause* const clause = clause_of(mine.branch);
    if (mine.case_id.empty()) return false;
    for (const std::int64_t other_id : find("finding", mine.year, "confirmed", mine.unit)) {
        const Record& other = records.at(other_id);
        const Clause* const others = clause_of(other.branch);
        const bool competes =
            other_id != id && other.case_id == mine.case_id && others->domain == clause->domain;
        if (!competes) continue;
        const std::int64_t cost = cost_alone(mine, day);
        const std::int64_t cost_of_other = cost_alone(other, day);
        if (cost_of_other != cost) {
            if (cost_of_other > cost) return true;
        } else if (others != clause) {
            if (others < clause) return true;
        } else if (mine.branch != "1.1" && other.value != mine.value) {
            if (other.value > mine.value) return true;
        } else if (other_id < id) {
            return true;
        }
    }
    return false;
}

Decimal ReferenceModel::lost_on(std::int64_t year, const std::string& unit,
                                const std::string& domain, const std::string& task,
                                Date day) const {
    // Of what happens once, or is measured, the worst counts; what is counted adds up before it is
    // stepped.
    std::map<const Clause*, std::int64_t> worst;
    std::map<const Clause*, std::int64_t> counts;
    for (const std::int64_t id : find("finding", year, "confirmed", unit)) {
        const Record& finding = records.at(id);
        const Clause* const clause = clause_of(finding.branch);
        if (clause->domain != domain || clause->task != task || loses_its_case(id, day)) continue;
        if (has_word("1.1 2.2", finding.branch))
            worst[clause] = std::max(worst[clause], cost_alone(finding, day));
        else
            counts[clause] += finding.value.units();
    }
    std::int64_t lost = 0;
    for (const auto& [clause, cost] : worst) lost += cost;
    for (const auto& [clause, count] : counts)
        lost += count / Decimal::one * Decimal::parse(clause->points)->units();
    return Decimal::of_units(std::min(lost, points_of(domain, task) * Decimal::one));
}

Decimal ReferenceModel::total_of(std::int64_t year, const std::string& unit,
                                 const std::string& domain, Date day) const {
    std::int64_t indicator = 100 * Decimal::one;
    for (const std::string task : {"(一)", "(二)"})
        if (!assessors_of(domain, task).empty())
            indicator -= lost_on(year, unit, domain, task, day).units();
    const auto& reviews = years.at(year).reviews;
    const auto review = reviews.find(unit);
    const std::int64_t given = review == reviews.end() ? 0 : review->second.units();
    // 80 and 20 of 100, to two places, half up.
    return Decimal::of_units((4 * indicator + given + 250) / 500 * 100);
}

std::size_t ReferenceModel::best_grade(std::int64_t year, const std::string& unit) const {
    bool is_barred = false;
    bool is_fraud = false;
    for (const std::int64_t id : find("circumstance", year, "confirmed", unit)) {
        const Record& one = records.at(id);
        is_barred = is_barred || (has_word("criticism survey", one.branch) && one.side == "counts");
        is_fraud = is_fraud || one.branch == "fraud";
    }
    for (const std::int64_t id : find("misconduct", year, "decided", unit)) {
        const Record& one = records.at(id);
        is_fraud = is_fraud || (one.side == "unit" && one.grade != "unfounded");
    }
    return grade_index(is_barred ? "ordinary" : "good") + (is_fraud ? 1 : 0);
}

}  // namespace heng::act::test
