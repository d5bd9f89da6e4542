#include "core/view/heat_map.hpp"

#include "core/cycle/standing.hpp"
#include "core/view/print.hpp"
#include "core/view/sheet.hpp"

namespace heng::view {

namespace {

List print_tasks(const YearScope& year, const cycle::DomainId& domain) {
    List out;
    const scheme::Table* const table = year.rulebook->scheme().find_table(domain);
    if (table == nullptr) return out;
    for (const scheme::Category& category : table->categories)
        for (const scheme::Task& task : category.tasks)
            out.push_back(Object{{"id", task.no},
                                 {"name", task.name},
                                 {"category", category.name},
                                 {"points", print(task.points)}});
    return out;
}

struct Cells {
    List cells;
    Decimal lost;  ///< By all of them.
};

Cells cells_of(const YearScope& year, const cycle::DomainId& domain, const cycle::UnitId& unit) {
    Cells out;
    const cycle::UnitSheet sheet = cycle::sheet_of(year.cycle, *year.rulebook, unit, domain);
    for (const scheme::Task* const task : year.rulebook->tasks(domain)) {
        const cycle::SheetKey key{unit, domain, task->no};
        if (!year.may_see(View::sheets, about(unit, bodies_of_task(year, key)))) continue;
        const auto figures = cycle::figures_of(*year.rulebook, domain, task->no, sheet);
        out.lost += figures.lost;
        out.cells.push_back(
            Object{{"task", task->no},
                   {"lost", print(figures.lost)},
                   {"findings", static_cast<std::int64_t>(figures.findings.size())}});
    }
    return out;
}

}  // namespace

Checked<Value> heat_map(const Scope& scope, int number, const cycle::DomainId& domain) {
    if (const auto seen = check_listed(scope, View::sheets); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (year->rulebook->scheme().find_domain(domain) == nullptr)
        return unknown(domain_kind, domain);
    List rows;
    for (const cycle::Unit* const unit : year->participants(domain)) {
        Cells found = cells_of(*year, domain, unit->id);
        if (found.cells.empty()) continue;
        Object row{
            {"id", unit->id}, {"cells", std::move(found.cells)}, {"lost", print(found.lost)}};
        add_unit(row, scope, unit->id);
        rows.emplace_back(std::move(row));
    }
    Object out{{"id", domain},
               {"year", number},
               {"tasks", print_tasks(*year, domain)},
               {"rows", std::move(rows)}};
    add_domain(out, year->rulebook, domain);
    return out;
}

}  // namespace heng::view
