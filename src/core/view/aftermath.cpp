#include "core/view/aftermath.hpp"

#include "core/cycle/calendar.hpp"
#include "core/cycle/follow_up.hpp"
#include "core/cycle/settling.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

Checked<YearScope> find_aftermath(const Scope& scope, int year, View view = View::aftermath) {
    if (const auto seen = check_listed(scope, view); !seen) return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

Value print_decided(const Scope& scope, const std::optional<cycle::Decided>& decided) {
    if (!decided) return {};
    Object out{{"ruling", cycle::name(decided->ruling)},
               {"on", print(decided->on)},
               {"reason", decided->reason},
               {"version", print(decided->version)}};
    add_person(out, "by", scope, decided->by);
    return out;
}

Value print_appeal(const Scope& scope, const std::optional<cycle::Appeal>& appeal) {
    if (!appeal) return {};
    Object out{{"id", appeal->event},
               {"filed_on", print(appeal->filed_on)},
               {"text", appeal->text},
               {"evidence", print_evidence(appeal->evidence)},
               {"decided", print_decided(scope, appeal->decided)}};
    add_person(out, "by", scope, appeal->by);
    return out;
}

/// When the recheck, or its appeal, must be decided; nothing once neither is open.
std::optional<Date> limit_of(const YearScope& year, cycle::RecheckId id) {
    for (const cycle::OpenRecheck& one : cycle::rechecks_open(year.cycle, year.rulebook->scheme()))
        if (one.recheck == id) return one.due;
    return std::nullopt;
}

Value print_recheck(const YearScope& year, const cycle::Recheck& one) {
    Object out{{"id", print(one.id)},
               {"version", one.version},
               {"filed_on", print(one.filed_on)},
               {"text", one.text},
               {"findings", print_ids(one.findings)},
               {"evidence", print_evidence(one.evidence)},
               {"until", print(limit_of(year, one.id))},
               {"decided", print_decided(year.scope, one.decided)},
               {"appeal", print_appeal(year.scope, one.appeal)}};
    add_unit(out, year.scope, one.unit);
    add_person(out, "by", year.scope, one.by);
    if (!year.scope.is_unit())
        out.add("not_to_decide", print_texts(cycle::people_in_question(year.cycle, one)));
    return out;
}

List print_measures(const std::vector<cycle::Measure>& measures) {
    List out;
    for (const cycle::Measure& one : measures)
        out.push_back(
            Object{{"text", one.text}, {"until", print(one.until)}, {"person", one.person}});
    return out;
}

Value print_consequences(const YearScope& year, const cycle::UnitConsequences& one) {
    List entails;
    for (const scheme::Consequence* const consequence : one.entails)
        entails.push_back(Object{
            {"id", consequence->id}, {"text", consequence->text}, {"cites", consequence->cites}});
    Object out{{"id", one.unit},
               {"grade", scheme::identifier(one.grade)},
               {"entails", std::move(entails)}};
    add_unit(out, year.scope, one.unit);
    add_domain(out, year.rulebook, one.domain);
    if (!year.scope.is_unit()) out.add("persons", print_texts(one.persons));
    return out;
}

}  // namespace

Checked<Value> rechecks(const Scope& scope, int number) {
    const auto year = find_aftermath(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.aftermath.rechecks)
        if (year->may_see(View::aftermath, about(one.unit)))
            out.push_back(print_recheck(*year, one));
    return out;
}

Checked<Value> explanations(const Scope& scope, int number) {
    const auto year = find_aftermath(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.aftermath.explanations) {
        if (!year->may_see(View::aftermath, about(one.unit))) continue;
        Object row{{"id", print(id)},
                   {"filed_on", print(one.filed_on)},
                   {"causes", one.causes},
                   {"measures", print_measures(one.measures)},
                   {"evidence", print_evidence(one.evidence)},
                   {"stage", cycle::name(one.stage)},
                   {"note", one.note}};
        add_unit(row, scope, one.unit);
        add_person(row, "by", scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> explanations_owed(const Scope& scope, int number) {
    const auto year = find_aftermath(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const cycle::OwedExplanation& one :
         cycle::explanations_owed(year->cycle, year->rulebook->scheme())) {
        if (!year->may_see(View::aftermath, about(one.unit))) continue;
        Object row{{"id", one.unit},
                   {"until", print(one.due)},
                   {"last", one.last == nullptr ? Value() : print(one.last->id)},
                   {"is_missing", one.is_missing()},
                   {"is_overdue", one.is_overdue(scope.day)}};
        add_unit(row, scope, one.unit);
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> consequences(const Scope& scope, int number) {
    const auto year = find_aftermath(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    const auto& versions = year->cycle.grading.versions;
    if (versions.empty()) return out;
    for (const cycle::UnitConsequences& one :
         cycle::consequences_of(year->rulebook->scheme(), scope.state.units_and_people,
                                versions.back(), cycle::assessed_on(year->cycle, scope.day)))
        if (year->may_see(View::aftermath, about(one.unit)))
            out.push_back(print_consequences(*year, one));
    return out;
}

Checked<Value> hand_overs(const Scope& scope, int number) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::aftermath, {}); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const cycle::HandOver& one : year->cycle.aftermath.hand_overs)
        out.push_back(Object{{"id", one.event},
                             {"by", one.by},
                             {"on", print(one.on)},
                             {"version", one.version},
                             {"to", print_texts(one.to)}});
    return out;
}

}  // namespace heng::view
