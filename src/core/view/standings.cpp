#include "core/view/standings.hpp"

#include "core/cycle/settling.hpp"
#include "core/view/grades.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

Value print_row(const YearScope& year, const cycle::UnitStanding& unit) {
    const cycle::Rulebook& rulebook = *year.rulebook;
    const cycle::GradeRange range = cycle::range_of(unit);
    Object out{{"id", unit.unit},
               {"rank", static_cast<std::int64_t>(unit.proposed.rank)},
               {"indicator", print_published(rulebook, unit.published.indicator)},
               {"review", unit.review ? print_published(rulebook, *unit.review) : Value()},
               {"total", print_published(rulebook, unit.published.total)},
               {"proposed", scheme::identifier(unit.proposed.grade)},
               {"questions", print_questions(unit.proposed.questions)},
               {"bearing", print_bearing(unit.bearing)},
               {"best", scheme::identifier(range.best)},
               {"worst", scheme::identifier(range.worst)}};
    add_unit(out, year.scope, unit.unit);
    return out;
}

}  // namespace

Checked<Value> standings(const Scope& scope, int number, const cycle::DomainId& domain) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::grading, about_domain(domain)); !seen)
        return tl::unexpected(seen.error());
    if (year->rulebook->scheme().find_domain(domain) == nullptr)
        return unknown(domain_kind, domain);
    auto standing = cycle::standing_of(scope.state, year->cycle, *year->rulebook, domain,
                                       cycle::assessed_on(year->cycle, scope.day));
    std::stable_sort(
        standing.units.begin(), standing.units.end(),
        [](const auto& a, const auto& b) { return a.proposed.rank < b.proposed.rank; });
    List rows;
    for (const cycle::UnitStanding& unit : standing.units) rows.push_back(print_row(*year, unit));
    Object out{{"id", domain},
               {"year", number},
               {"quota", static_cast<std::int64_t>(standing.quota)},
               {"is_complete", standing.is_complete},
               {"rows", std::move(rows)}};
    add_domain(out, year->rulebook, domain);
    return out;
}

}  // namespace heng::view
