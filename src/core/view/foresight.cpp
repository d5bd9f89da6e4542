#include "core/view/foresight.hpp"

#include "core/cycle/settling.hpp"
#include "core/view/print.hpp"
#include "core/view/sheet.hpp"

namespace heng::view {

Checked<Value> foresight(const Scope& scope, int number, const cycle::UnitId& unit,
                         const Supposed::Added& finding) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    const bool is_known = scope.state.units_and_people.find_unit(unit) != nullptr &&
                          year->may_see(View::units, about(unit));
    if (!is_known) return unknown(unit_kind, unit);
    const cycle::DomainId& domain = year->domain_of(unit);
    if (year->rulebook->scheme().find_domain(domain) == nullptr) return unknown(unit_kind, unit);
    const auto then = suppose(*year, unit, domain, {{}, {}, {finding}, std::nullopt});
    if (!then) return tl::unexpected(then.error());
    const std::string& task = year->rulebook->find_branch(finding.branch)->origin().task->no;
    const cycle::SheetKey key{unit, domain, task};
    if (!year->may_see(View::sheets, about(unit, bodies_of_task(*year, key))))
        return unknown(unit_kind, unit);
    const auto figures = [&](const cycle::Cycle& cycle) {
        return cycle::figures_of(*year->rulebook, domain, task,
                                 cycle::sheet_of(cycle, *year->rulebook, unit, domain));
    };
    const auto before = figures(year->cycle);
    const auto after = figures(*then);
    return Object{
        {"id", finding.branch},           {"task", task},
        {"points", print(before.points)}, {"before", print(before.score())},
        {"after", print(after.score())},  {"taken", print(before.score() - after.score())}};
}

}  // namespace heng::view
