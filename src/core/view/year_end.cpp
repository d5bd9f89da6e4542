#include "core/view/year_end.hpp"

#include "core/cycle/settling.hpp"
#include "core/cycle/sheet_need.hpp"
#include "core/view/print.hpp"
#include "core/view/sheet.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind sheet_kind{"任务评分表", "task sheet"};

Checked<YearScope> find_year_end(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::sheets); !seen)
        return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

bool may_see_sheet(const YearScope& year, const cycle::SheetKey& key) {
    const bool is_in_table = year.rulebook->find_task(key.domain, key.task) != nullptr;
    return year.may_see(View::sheets,
                        is_in_table ? about(key.unit, bodies_of_task(year, key)) : about(key.unit));
}

bool may_see_group(const YearScope& year, const cycle::Group& group) {
    const Scope& scope = year.scope;
    if (scope.is_unit()) return false;
    const bool is_member =
        std::any_of(group.members.begin(), group.members.end(),
                    [&scope](const auto& one) { return one.person == scope.actor.person; });
    return is_member ||
           std::any_of(group.domains.begin(), group.domains.end(),
                       [&year](const auto& domain) {
                           return year.may_see(View::sheets, about_domain(domain));
                       }) ||
           std::any_of(group.units.begin(), group.units.end(), [&year](const auto& unit) {
               return year.may_see(View::sheets, about(unit));
           });
}

void add_figures(Object& out, const cycle::SheetFigures& figures) {
    out.add("points", print(figures.points));
    out.add("lost", print(figures.lost));
    out.add("gained", print(figures.gained));
    out.add("score", print(figures.score()));
}

void add_record(Object& out, const Scope& scope, const cycle::Sheet& sheet) {
    out.add("stage", cycle::name(sheet.stage));
    out.add("body", sheet.body);
    out.add("settled_on", print(sheet.settled_on));
    out.add("signed_for", sheet.signed_for);
    out.add("signed_on", print(sheet.signed_on));
    add_person(out, "settled_by", scope, sheet.settled_by);
    add_person(out, "signed_by", scope, sheet.signed_by);
}

/// The same members where there is no sheet yet.
void add_no_record(Object& out, const Scope& scope) {
    for (const char* const key : {"stage", "body", "settled_on", "signed_for", "signed_on"})
        out.add(key, Value());
    for (const char* const key : {"settled_by", "signed_by"})
        add_person(out, key, scope, std::nullopt);
}

bool passes(const SheetFilter& filter, const cycle::SheetKey& key,
            std::optional<cycle::SheetNeed> need) {
    return (!filter.unit || *filter.unit == key.unit) &&
           (!filter.domain || *filter.domain == key.domain) &&
           (!filter.task || *filter.task == key.task) && (!filter.need || filter.need == need);
}

/// Not for a unit, which would learn from it of findings that nobody has confirmed.
std::optional<cycle::SheetNeed> seen_need(const YearScope& year, const cycle::SheetKey& key,
                                          const cycle::UnitSheet& unit_sheet) {
    if (year.scope.is_unit()) return std::nullopt;
    return cycle::need_of(year.cycle, *year.rulebook, key, unit_sheet);
}

/// The rows of one unit.
void add_rows(List& out, const YearScope& year, const SheetFilter& filter,
              const cycle::UnitId& unit, const cycle::DomainId& domain) {
    const cycle::UnitSheet unit_sheet = cycle::sheet_of(year.cycle, *year.rulebook, unit, domain);
    for (const scheme::Task* const task : year.rulebook->tasks(domain)) {
        const cycle::SheetKey key{unit, domain, task->no};
        const auto need = seen_need(year, key, unit_sheet);
        if (!passes(filter, key, need) || !may_see_sheet(year, key)) continue;
        const cycle::Sheet* const found = year.cycle.year_end.find(key);
        Object row{{"id", unit + '/' + task->no},
                   {"task", task->no},
                   {"task_name", task->name},
                   {"need", need ? Value(cycle::name(*need)) : Value()},
                   {"record", found == nullptr ? Value() : print(found->id)}};
        if (!year.scope.is_unit())
            row.add("undecided",
                    print_ids(cycle::undecided_findings(year.cycle, *year.rulebook, key)));
        add_unit(row, year.scope, unit);
        add_domain(row, year.rulebook, domain);
        add_figures(row, cycle::figures_of(*year.rulebook, domain, task->no, unit_sheet));
        if (found == nullptr)
            add_no_record(row, year.scope);
        else
            add_record(row, year.scope, *found);
        out.emplace_back(std::move(row));
    }
}

}  // namespace

Checked<Value> groups(const Scope& scope, int number) {
    const auto year = find_year_end(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, group] : year->cycle.year_end.groups) {
        if (!may_see_group(*year, group)) continue;
        List members;
        for (const cycle::GroupMember& one : group.members)
            members.push_back(Object{{"person", one.person}, {"body", one.body}});
        out.push_back(Object{{"id", print(id)},
                             {"name", group.name},
                             {"formed_on", print(group.formed_on)},
                             {"members", std::move(members)},
                             {"domains", print_texts(group.domains)},
                             {"units", print_texts(group.units)},
                             {"is_replaced", group.is_replaced}});
    }
    return out;
}

Checked<Value> units_without_group(const Scope& scope, int number) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::sheets, {}); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const cycle::UnitId& unit :
         cycle::units_without_group(scope.state, year->cycle, *year->rulebook,
                                    cycle::assessed_on(year->cycle, scope.day))) {
        Object row{{"id", unit}};
        add_unit(row, scope, unit);
        add_domain(row, year->rulebook, year->domain_of(unit));
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> task_sheets(const Scope& scope, int number, const SheetFilter& filter) {
    const auto year = find_year_end(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains)
        for (const cycle::Unit* const unit : year->participants(domain.id))
            add_rows(out, *year, filter, unit->id, domain.id);
    return out;
}

Checked<Value> task_sheet(const Scope& scope, int number, cycle::SheetId id) {
    const auto year = find_year_end(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Sheet* const found = year->cycle.year_end.find(id);
    if (found == nullptr || !may_see_sheet(*year, found->key)) return unknown(sheet_kind, id.seq);
    Object out{{"id", print(id)},
               {"task", found->key.task},
               {"findings", print_ids(found->figures.findings)},
               {"reason", found->reason}};
    add_unit(out, scope, found->key.unit);
    add_domain(out, year->rulebook, found->key.domain);
    add_figures(out, found->figures);
    add_record(out, scope, *found);
    return out;
}

}  // namespace heng::view
