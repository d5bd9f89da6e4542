#include "core/view/half_year.hpp"

#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

using cycle::SelfCheck;

Checked<YearScope> find_half_year(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::self_checks); !seen)
        return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

/// The numbers of the unit's tasks of whose check the actor sees what it says.
std::vector<std::string> seen_tasks(const YearScope& year, const cycle::UnitId& unit) {
    std::vector<std::string> out;
    for (const scheme::Task* const task : year.rulebook->tasks(year.domain_of(unit)))
        if (year.may_see(View::self_checks, about(unit, cycle::assessors_of(*task))))
            out.push_back(task->no);
    return out;
}

bool is_among(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

bool may_see_something(const YearScope& year, const cycle::UnitId& unit) {
    return year.may_see(View::self_checks, about(unit)) || !seen_tasks(year, unit).empty();
}

/// When the unit has to hand in, while it has to.
std::optional<Date> limit_of(const YearScope& year, const cycle::UnitId& unit) {
    const cycle::HalfYear& half_year = year.cycle.half_year;
    const auto stage = half_year.stage_of(unit);
    if (stage != cycle::SelfCheckStage::absent && stage != cycle::SelfCheckStage::returned)
        return std::nullopt;
    return cycle::self_check_limit(half_year, unit, year.rulebook->scheme(), year.cycle.year);
}

Object print_row(const YearScope& year, const cycle::UnitId& unit) {
    const cycle::HalfYear& half_year = year.cycle.half_year;
    const SelfCheck* const found = half_year.find_self_check(unit);
    const bool is_submitted = found != nullptr && found->submission;
    Object out{{"id", unit},
               {"stage", cycle::name(half_year.stage_of(unit))},
               {"submitted_on", is_submitted ? print(found->submission->submitted_on) : Value()},
               {"until", print(limit_of(year, unit))}};
    add_unit(out, year.scope, unit);
    add_domain(out, year.rulebook, year.domain_of(unit));
    return out;
}

List print_tasks(const cycle::Submission& submission, const std::vector<std::string>& seen) {
    List out;
    for (const cycle::TaskCheck& one : submission.tasks)
        if (is_among(seen, one.task))
            out.push_back(
                Object{{"id", one.task}, {"done", one.done}, {"shortcomings", one.shortcomings}});
    return out;
}

Value print_returned(const Scope& scope, const std::optional<cycle::ReturnedSelfCheck>& returned) {
    if (!returned) return {};
    Object out{{"on", print(returned->returned_on)}, {"reason", returned->reason}};
    add_person(out, "by", scope, returned->by);
    return out;
}

Value print_evaluation(const Scope& scope, const std::optional<cycle::Evaluation>& evaluation) {
    if (!evaluation) return {};
    Object out{{"on", print(evaluation->reviewed_on)},
               {"evaluation", evaluation->evaluation},
               {"comments", evaluation->comments}};
    add_person(out, "by", scope, evaluation->by);
    return out;
}

Value print_remarks(const cycle::HalfYear& half_year, const cycle::UnitId& unit) {
    if (!half_year.circular) return {};
    const auto found = half_year.circular->remarks.find(unit);
    if (found == half_year.circular->remarks.end()) return {};
    return Object{{"comments", found->second.comments}, {"suggestions", found->second.suggestions}};
}

/// What only those who see the whole self-check see of it.
void add_rest(Object& out, const YearScope& year, const cycle::UnitId& unit) {
    const SelfCheck none;
    const SelfCheck* const found = year.cycle.half_year.find_self_check(unit);
    const SelfCheck& self_check = found == nullptr ? none : *found;
    const auto& submission = self_check.submission;
    out.add("summary", submission ? Value(submission->summary) : Value());
    out.add("evidence", submission ? print_evidence(submission->evidence) : List{});
    out.add("returned", print_returned(year.scope, self_check.returned));
    out.add("evaluation", print_evaluation(year.scope, self_check.evaluation));
    out.add("remarks", print_remarks(year.cycle.half_year, unit));
}

List print_collected(const YearScope& year) {
    List out;
    for (const auto& [domain, one] : year.cycle.half_year.collected) {
        Object row{{"id", domain}, {"on", print(one.collected_on)}};
        add_domain(row, year.rulebook, domain);
        add_person(row, "by", year.scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

}  // namespace

Checked<Value> half_year(const Scope& scope, int number) {
    const auto year = find_half_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::HalfYear& half_year = year->cycle.half_year;
    Value circular;
    if (half_year.circular)
        circular = Object{{"id", half_year.circular->event},
                          {"published_on", print(half_year.circular->published_on)},
                          {"text", half_year.circular->text}};
    return Object{{"id", number},
                  {"opened_on", print(half_year.opened_on)},
                  {"collected", print_collected(*year)},
                  {"circular", std::move(circular)}};
}

Checked<Value> self_checks(const Scope& scope, int number) {
    const auto year = find_half_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    if (!year->cycle.half_year.opened_on) return out;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains)
        for (const cycle::Unit* const unit : year->participants(domain.id))
            if (may_see_something(*year, unit->id)) out.push_back(print_row(*year, unit->id));
    return out;
}

Checked<Value> self_check(const Scope& scope, int number, const cycle::UnitId& unit) {
    const auto year = find_half_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (scope.state.units_and_people.find_unit(unit) == nullptr || !may_see_something(*year, unit))
        return unknown(unit_kind, unit);
    Object out = print_row(*year, unit);
    const bool is_whole = year->may_see(View::self_checks, about(unit));
    const SelfCheck* const found = year->cycle.half_year.find_self_check(unit);
    const bool is_submitted = found != nullptr && found->submission;
    out.add("is_whole", is_whole);
    out.add("tasks",
            is_submitted ? print_tasks(*found->submission, seen_tasks(*year, unit)) : List{});
    if (is_whole) add_rest(out, *year, unit);
    return out;
}

}  // namespace heng::view
