/// @file
/// What is due in monitoring: quarters to open, tasks to mark, and the next step of each matter.
#include "core/cycle/dues.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

Due quarter_due(Duty what, Debtor by, const QuarterKey& key, Date until) {
    Due out = make_due(what, std::move(by), until);
    out.domain = key.domain;
    out.quarter = key.quarter;
    return out;
}

/// Who has to mark the task for the unit: its assessors, without one that is itself the unit; the
/// lead where that leaves nobody.
std::vector<Debtor> markers(const DueBasis& basis, const scheme::Task& task, const UnitId& unit) {
    std::vector<Debtor> out;
    for (const BodyName& body : assessors_of(task))
        if (!basis.state.units_and_people.is_itself(body, unit))
            out.push_back({Capacity::assessor, body});
    if (out.empty()) out.push_back(basis.lead_of(unit));
    return out;
}

/// Those who have to mark a task that nobody has marked yet for one of `units`, in the order of
/// tasks.
std::vector<Debtor> silent_markers(const DueBasis& basis, int quarter, const scheme::Table& table,
                                   const std::vector<const Unit*>& units) {
    std::vector<Debtor> out;
    for (const scheme::Category& category : table.categories)
        for (const scheme::Task& task : category.tasks)
            for (const Unit* const unit : units) {
                if (basis.cycle.monitoring.progress_of(quarter, unit->id, task.no)) continue;
                for (Debtor& debtor : markers(basis, task, unit->id))
                    if (std::find(out.begin(), out.end(), debtor) == out.end())
                        out.push_back(std::move(debtor));
            }
    return out;
}

/// Of one quarter of a domain that has begun while an edition was in force.
std::vector<Due> dues_of_quarter(const DueBasis& basis, const scheme::Domain& domain, int quarter) {
    std::vector<Due> out;
    const scheme::Table* const table = basis.scheme.find_table(domain.id);
    const auto units = basis.state.participants(basis.cycle, domain.id, basis.today);
    const Date after = plus_days(last_day(basis.cycle.year, quarter), 1);
    const auto until = basis.limit(Duty::mark_progress, after);
    if (table == nullptr || units.empty() || !until) return out;
    const QuarterKey key{domain.id, quarter};
    const Quarter* const opened = basis.cycle.monitoring.find_quarter(domain.id, quarter);
    if (opened == nullptr)
        return {quarter_due(Duty::open_monitoring, {Capacity::lead, domain.lead}, key, *until)};
    for (Debtor& debtor : silent_markers(basis, quarter, *table, units)) {
        out.push_back(quarter_due(Duty::mark_progress, std::move(debtor), key, *until));
        out.back().record = opened->id.seq;
    }
    return out;
}

std::vector<Due> quarter_dues(const DueBasis& basis) {
    std::vector<Due> out;
    const Date in_force_from = basis.cycle.indicators.editions.front().from;
    for (const scheme::Domain& domain : basis.scheme.domains) {
        for (int quarter = 1; quarter <= 4; ++quarter) {
            const bool has_begun = first_day(basis.cycle.year, quarter) <= basis.today;
            if (!has_begun || last_day(basis.cycle.year, quarter) < in_force_from) continue;
            const auto some = dues_of_quarter(basis, domain, quarter);
            out.insert(out.end(), some.begin(), some.end());
        }
    }
    return out;
}

struct NextStep {
    Duty what;
    Debtor by;
};

NextStep next_step(const DueBasis& basis, const Matter& matter) {
    switch (matter.stage) {
        case MatterStage::planned: return {Duty::carry_out_measures, {Capacity::unit, matter.unit}};
        case MatterStage::reported: return {Duty::review_rectification, basis.lead_of(matter.unit)};
        case MatterStage::accepted: return {Duty::close_supervision, basis.office()};
        case MatterStage::told:
        case MatterStage::acknowledged:
        case MatterStage::returned:
        case MatterStage::closed:
        case MatterStage::withdrawn: break;
    }
    return {Duty::answer_matter, {Capacity::unit, matter.unit}};
}

std::vector<Due> dues_of_matter(const DueBasis& basis, const Matter& matter) {
    std::vector<Due> out;
    const auto add = [&](NextStep next, std::optional<Date> until) {
        if (!until) return;
        out.push_back(make_due(next.what, std::move(next.by), *until));
        out.back().record = matter.id.seq;
        out.back().about = matter.unit;
    };
    add(next_step(basis, matter), limit_of(matter, basis.scheme));
    if (matter.supervision == Supervision::requested)
        add({Duty::decide_supervision, basis.office()},
            basis.limit(Duty::decide_supervision, matter.last(StepKind::supervision_requested).on));
    return out;
}

}  // namespace

std::vector<Due> monitoring_dues(const DueBasis& basis) {
    std::vector<Due> out;
    if (basis.cycle.stage <= Stage::year_end) out = quarter_dues(basis);
    for (const auto& [id, matter] : basis.cycle.monitoring.matters) {
        const auto some = dues_of_matter(basis, matter);
        out.insert(out.end(), some.begin(), some.end());
    }
    return out;
}

}  // namespace heng::cycle
