#include "core/view/heat_map.hpp"

#include "core/cycle/calendar.hpp"
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

struct Cell {
    Decimal lost;
    std::int64_t findings = 0;
};

/// One for each task in the order of the table. A finding counts in the quarter in which the fact
/// happened, with what it takes beside those of the whole year: so the quarters add up to it.
std::vector<Cell> add_up(const score::Rules& rules, const cycle::UnitSheet& sheet,
                         std::optional<int> quarter) {
    std::vector<Cell> out(sheet.score.tasks.size());
    for (const score::Deduction& one : sheet.score.deductions) {
        const score::Finding& finding = sheet.findings[one.finding];
        const auto day = ledger::parse_date(finding.occurred_on);
        if (quarter && (!day || cycle::quarter_of(*day) != *quarter)) continue;
        const score::Rule& rule = rules.branches[finding.branch];
        Cell& cell = out[rule.task];
        ++cell.findings;
        if (rule.effect != scheme::Effect::award) cell.lost += one.taken;
    }
    return out;
}

struct Cells {
    List cells;
    Decimal lost;  ///< By all of them.
};

Cells cells_of(const YearScope& year, const cycle::DomainId& domain, const cycle::UnitId& unit,
               std::optional<int> quarter) {
    Cells out;
    const std::vector<Cell> cells =
        add_up(year.rulebook->rules(domain),
               cycle::sheet_of(year.cycle, *year.rulebook, unit, domain), quarter);
    for (const scheme::Task* const task : year.rulebook->tasks(domain)) {
        const cycle::SheetKey key{unit, domain, task->no};
        if (!year.may_see(View::sheets, about(unit, bodies_of_task(year, key)))) continue;
        const Cell& cell = cells[*year.rulebook->task_index(domain, task->no)];
        out.lost += cell.lost;
        out.cells.push_back(
            Object{{"task", task->no}, {"lost", print(cell.lost)}, {"findings", cell.findings}});
    }
    return out;
}

}  // namespace

Checked<Value> heat_map(const Scope& scope, int number, const cycle::DomainId& domain,
                        std::optional<int> quarter) {
    if (const auto seen = check_listed(scope, View::sheets); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (year->rulebook->scheme().find_domain(domain) == nullptr)
        return unknown(domain_kind, domain);
    List rows;
    for (const cycle::Unit* const unit : year->participants(domain)) {
        Cells found = cells_of(*year, domain, unit->id, quarter);
        if (found.cells.empty()) continue;
        Object row{
            {"id", unit->id}, {"cells", std::move(found.cells)}, {"lost", print(found.lost)}};
        add_unit(row, scope, unit->id);
        rows.emplace_back(std::move(row));
    }
    Object out{{"id", domain},
               {"year", number},
               {"quarter", quarter ? Value(std::int64_t{*quarter}) : Value()},
               {"tasks", print_tasks(*year, domain)},
               {"rows", std::move(rows)}};
    add_domain(out, year->rulebook, domain);
    return out;
}

}  // namespace heng::view
