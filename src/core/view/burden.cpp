#include "core/view/burden.hpp"

#include "core/cycle/follow_up.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

struct Asked {
    std::int64_t reminders = 0;
    std::int64_t circulars = 0;
    std::int64_t supervisions = 0;
    std::int64_t self_checks = 0;
    std::int64_t explanations = 0;
    std::int64_t reports = 0;
    std::int64_t total() const {
        return reminders + circulars + supervisions + self_checks + explanations;
    }
};

void count_matters(Asked& asked, const cycle::Cycle& cycle, const cycle::UnitId& unit) {
    for (const auto& [id, matter] : cycle.monitoring.matters) {
        if (matter.unit != unit) continue;
        if (matter.origin == cycle::MatterOrigin::reminder) ++asked.reminders;
        asked.supervisions += matter.supervision == cycle::Supervision::ordered ? 1 : 0;
        asked.reports += static_cast<std::int64_t>(matter.reports.size());
        asked.circulars +=
            std::count_if(matter.steps.begin(), matter.steps.end(), [](const cycle::Step& step) {
                return step.kind == cycle::StepKind::named_in_circular;
            });
    }
}

Asked asked_of(const YearScope& year, const cycle::UnitId& unit,
               const std::vector<cycle::OwedExplanation>& owed) {
    Asked out;
    count_matters(out, year.cycle, unit);
    out.self_checks = year.cycle.half_year.opened_on ? 1 : 0;
    out.explanations = std::count_if(owed.begin(), owed.end(),
                                     [&unit](const auto& one) { return one.unit == unit; });
    return out;
}

}  // namespace

Checked<Value> burden(const Scope& scope, int number) {
    if (const auto seen = check_listed(scope, View::progress); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    const auto owed = cycle::explanations_owed(year->cycle, year->rulebook->scheme());
    List out;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains) {
        for (const cycle::Unit* const unit : year->participants(domain.id)) {
            if (!year->may_see(View::progress, about(unit->id))) continue;
            const Asked asked = asked_of(*year, unit->id, owed);
            Object row{{"id", unit->id},
                       {"reminders", asked.reminders},
                       {"circulars", asked.circulars},
                       {"supervisions", asked.supervisions},
                       {"self_checks", asked.self_checks},
                       {"explanations", asked.explanations},
                       {"total", asked.total()},
                       {"reports", asked.reports}};
            add_unit(row, scope, unit->id);
            add_domain(row, year->rulebook, domain.id);
            out.emplace_back(std::move(row));
        }
    }
    return out;
}

}  // namespace heng::view
