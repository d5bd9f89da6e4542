#include "core/view/what_if.hpp"

#include "core/cycle/settling.hpp"
#include "core/grade/turning_point.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

const cycle::UnitStanding* find_unit(const cycle::DomainStanding& domain,
                                     const cycle::UnitId& unit) {
    const auto found = std::find_if(domain.units.begin(), domain.units.end(),
                                    [&unit](const auto& one) { return one.unit == unit; });
    return found == domain.units.end() ? nullptr : &*found;
}

/// The domain now, and as it would be; the same units in the same order.
struct Question {
    const YearScope& year;
    cycle::DomainId domain;
    cycle::UnitId unit;
    bool is_graded;  ///< The actor may see ranks and grades of all.
    cycle::DomainStanding before;
    cycle::DomainStanding after;
};

Object print_place(const Question& question, const cycle::UnitStanding& one) {
    const cycle::Rulebook& rulebook = *question.year.rulebook;
    const bool sees_review = question.year.may_see(View::reviews, about(question.unit));
    const bool has_total = one.review && sees_review;
    Object out{{"indicator", print(one.indicator)},
               {"review", sees_review ? print(one.review) : Value()},
               {"total", has_total ? print_published(rulebook, one.published.total) : Value()}};
    if (!question.is_graded) return out;
    out.add("rank", static_cast<std::int64_t>(one.proposed.rank));
    out.add("grade", scheme::identifier(one.proposed.grade));
    return out;
}

List others_moved(const Question& question) {
    List out;
    for (std::size_t i = 0; i < question.before.units.size(); ++i) {
        const cycle::UnitStanding& was = question.before.units[i];
        const cycle::UnitStanding& is = question.after.units[i];
        if (was.unit == question.unit || was.proposed == is.proposed) continue;
        Object row{{"id", was.unit},
                   {"before", print_place(question, was)},
                   {"after", print_place(question, is)}};
        add_unit(row, question.year.scope, was.unit);
        out.emplace_back(std::move(row));
    }
    return out;
}

Value turning_point_of(const Question& question) {
    const YearScope& year = question.year;
    const cycle::UnitSheet sheet =
        cycle::sheet_of(year.cycle, *year.rulebook, question.unit, question.domain);
    std::vector<grade::Standing> standings;
    std::size_t own = 0;
    for (const cycle::UnitStanding& one : question.before.units) {
        if (one.unit == question.unit) own = standings.size();
        standings.push_back(one.standing);
    }
    const cycle::UnitStanding& unit = question.before.units[own];
    const bool is_barred = unit.standing.best != scheme::Grade::good && !sheet.score.vetoed;
    const auto found = grade::turning_point(
        {year.rulebook->scheme(), year.rulebook->rules(question.domain), standings, own,
         unit.review.value_or(Decimal{}), sheet.findings, is_barred});
    if (!found) return {};
    List findings;
    for (const std::size_t index : found->findings) findings.push_back(print(sheet.ids[index]));
    return Object{{"findings", std::move(findings)},
                  {"grade", scheme::identifier(found->grade)},
                  {"total", print_published(*year.rulebook, found->total)}};
}

Value answer(const Question& question) {
    Object out{{"id", question.unit},
               {"before", print_place(question, *find_unit(question.before, question.unit))},
               {"after", print_place(question, *find_unit(question.after, question.unit))}};
    add_unit(out, question.year.scope, question.unit);
    add_domain(out, question.year.rulebook, question.domain);
    if (!question.is_graded) return out;
    out.add("moved", others_moved(question));
    out.add("turning_point", turning_point_of(question));
    return out;
}

}  // namespace

Checked<Value> what_if(const Scope& scope, int number, const cycle::UnitId& unit,
                       const Supposed& supposed) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    const bool is_seen = scope.state.units_and_people.find_unit(unit) != nullptr &&
                         year->may_see(View::sheets, about(unit));
    if (!is_seen) return unknown(unit_kind, unit);
    const cycle::DomainId& domain = year->domain_of(unit);
    if (year->rulebook->scheme().find_domain(domain) == nullptr) return unknown(unit_kind, unit);
    const auto then = suppose(*year, unit, domain, supposed);
    if (!then) return tl::unexpected(then.error());
    const Date day = cycle::assessed_on(year->cycle, scope.day);
    const Question question{
        *year,
        domain,
        unit,
        year->may_see(View::grading, about_domain(domain)),
        cycle::standing_of(scope.state, year->cycle, *year->rulebook, domain, day),
        cycle::standing_of(scope.state, *then, *year->rulebook, domain, day)};
    if (find_unit(question.before, unit) == nullptr) return unknown(unit_kind, unit);
    return answer(question);
}

}  // namespace heng::view
