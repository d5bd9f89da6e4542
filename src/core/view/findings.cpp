#include "core/view/findings.hpp"

#include "core/cycle/calendar.hpp"
#include "core/cycle/standing.hpp"
#include "core/view/print.hpp"

#include <algorithm>
#include <array>

namespace heng::view {

namespace {

constexpr Kind finding_kind{"扣分记录", "finding"};

std::string_view name(cycle::ObjectionStage stage) {
    constexpr std::array<std::string_view, 3> words{"filed", "upheld", "dismissed"};
    return words[static_cast<std::size_t>(stage)];
}

bool passes(const YearScope& year, const FindingFilter& filter, const cycle::Finding& one) {
    if (filter.unit && *filter.unit != one.unit) return false;
    if (filter.stage && *filter.stage != one.stage) return false;
    if (filter.quarter && *filter.quarter != cycle::quarter_of(one.fact.occurred_on)) return false;
    if (!filter.domain && !filter.task) return true;
    const auto place = year.rulebook->find_branch(one.fact.branch);
    if (!place) return false;
    if (filter.domain && *filter.domain != place->domain->id) return false;
    return !filter.task || *filter.task == place->origin().task->no;
}

void add_place(Object& out, const YearScope& year, const std::string& branch) {
    const auto place = year.rulebook->find_branch(branch);
    out.add("branch", branch);
    out.add("domain", place ? Value(place->domain->id) : Value());
    out.add("task", place ? Value(place->origin().task->no) : Value());
    out.add("task_name", place ? Value(place->origin().task->name) : Value());
    out.add("clause", place ? Value(place->origin().clause->no) : Value());
    out.add("branch_text", place ? Value(place->origin().branch->text) : Value());
    out.add("meaning",
            place ? Value(scheme::name(place->rules->branches[place->index].meaning)) : Value());
}

Object print_row(const YearScope& year, const cycle::Finding& one) {
    Object out{{"id", print(one.id)},
               {"body", one.body},
               {"value", print(one.fact.value)},
               {"occurred_on", print(one.fact.occurred_on)},
               {"recorded_on", print(one.recorded_on)},
               {"confirmed_on", print(one.confirmed_on)},
               {"stage", cycle::name(one.stage)},
               {"case", one.fact.case_id},
               {"source", one.fact.source},
               {"note", one.fact.note}};
    add_unit(out, year.scope, one.unit);
    add_place(out, year, one.fact.branch);
    return out;
}

/// A row of a list of findings.
Object print_list_row(const YearScope& year, const cycle::Finding& one) {
    Object out = print_row(year, one);
    out.add("objection", one.objection ? Value(name(one.objection->stage)) : Value());
    add_person(out, "recorded_by", year.scope, one.recorded_by);
    return out;
}

Value print_objection(const Scope& scope, const std::optional<cycle::Objection>& objection) {
    if (!objection) return {};
    Object out{{"filed_on", print(objection->filed_on)},
               {"text", objection->text},
               {"evidence", print_evidence(objection->evidence)},
               {"stage", name(objection->stage)},
               {"answer", objection->answer}};
    add_person(out, "by", scope, objection->by);
    return out;
}

Object print_step(const Scope& scope, std::string_view step, Date on, const cycle::PersonId& by) {
    Object out{{"step", step}, {"on", print(on)}};
    add_person(out, "by", scope, by);
    return out;
}

List steps_of(const Scope& scope, const cycle::Finding& one) {
    List out{print_step(scope, "recorded", one.recorded_on, one.recorded_by)};
    if (one.confirmed_on)
        out.push_back(print_step(scope, "confirmed", *one.confirmed_on, *one.confirmed_by));
    if (one.objection)
        out.push_back(print_step(scope, "objected", one.objection->filed_on, one.objection->by));
    return out;
}

List duplicates_of(const YearScope& year, const cycle::Finding& one) {
    List out;
    const cycle::Findings& all = year.cycle.findings;
    for (const cycle::FindingId id : all.possible_duplicates(one.unit, one.fact, one.id))
        if (may_see_finding(year, *all.find(id))) out.emplace_back(id.seq);
    return out;
}

/// What it costs the unit, where it counts.
void add_cost(Object& out, const YearScope& year, const cycle::Finding& one) {
    const auto place = year.rulebook->find_branch(one.fact.branch);
    std::optional<score::Deduction> cost;
    if (place) {
        const auto sheet = cycle::sheet_of(year.cycle, *year.rulebook, one.unit, place->domain->id);
        const auto at = std::find(sheet.ids.begin(), sheet.ids.end(), one.id);
        if (at != sheet.ids.end())
            cost = sheet.score.deductions[static_cast<std::size_t>(at - sheet.ids.begin())];
    }
    const bool is_less = cost && cost->reason != score::Reason::none;
    out.add("asked", cost ? print(cost->asked) : Value());
    out.add("taken", cost ? print(cost->taken) : Value());
    out.add("reason_text", is_less ? Value(score::sentence(cost->reason, Language::zh)) : Value());
}

}  // namespace

bool may_see_finding(const YearScope& year, const cycle::Finding& finding) {
    if (year.scope.is_unit() && !finding.confirmed_on) return false;
    Subject subject = about(finding.unit, {finding.body});
    const auto place = year.rulebook->find_branch(finding.fact.branch);
    if (place) {
        const auto& named = place->assessors();
        subject.assessors.insert(subject.assessors.end(), named.begin(), named.end());
    }
    return year.may_see(View::findings, subject);
}

Checked<Value> findings(const Scope& scope, int number, const FindingFilter& filter) {
    if (const auto seen = check_listed(scope, View::findings); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.findings.all) {
        if (!passes(*year, filter, one) || !may_see_finding(*year, one)) continue;
        out.push_back(print_list_row(*year, one));
    }
    return out;
}

Checked<Value> finding(const Scope& scope, int number, cycle::FindingId id) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Finding* const found = year->cycle.findings.find(id);
    if (found == nullptr || !may_see_finding(*year, *found)) return unknown(finding_kind, id.seq);
    Object out = print_row(*year, *found);
    out.add("evidence", print_evidence(found->fact.evidence));
    out.add("reason", found->reason);
    out.add("objection", print_objection(scope, found->objection));
    out.add("steps", steps_of(scope, *found));
    out.add("possible_duplicates", duplicates_of(*year, *found));
    add_cost(out, *year, *found);
    return out;
}

Checked<Value> possible_duplicates(const Scope& scope, int number, const cycle::UnitId& unit,
                                   const cycle::Fact& fact) {
    if (const auto seen = check_listed(scope, View::findings); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (scope.state.units_and_people.find_unit(unit) == nullptr) return unknown(unit_kind, unit);
    List out;
    const cycle::Findings& all = year->cycle.findings;
    for (const cycle::FindingId id : all.possible_duplicates(unit, fact))
        if (may_see_finding(*year, *all.find(id)))
            out.push_back(print_list_row(*year, *all.find(id)));
    return out;
}

}  // namespace heng::view
