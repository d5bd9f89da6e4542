#include "core/view/years.hpp"

#include "core/cycle/open_matters.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

List editions_of(const cycle::Cycle& cycle) {
    List out;
    for (const cycle::Edition& one : cycle.indicators.editions)
        out.push_back(
            Object{{"id", one.id}, {"draft", print(one.draft)}, {"from", print(one.from)}});
    return out;
}

}  // namespace

Checked<Value> years(const Scope& scope) {
    if (const auto seen = check_listed(scope, View::indicators); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const auto& [year, cycle] : scope.state.cycles) {
        const cycle::Edition* const edition = cycle.indicators.edition_on(scope.day);
        const cycle::Rulebook* const rulebook = scope.context().rulebook(cycle);
        out.push_back(
            Object{{"id", year},
                   {"year", year},
                   {"stage", cycle::name(cycle.stage)},
                   {"edition", edition == nullptr ? Value() : Value(edition->id)},
                   {"edition_from", edition == nullptr ? Value() : print(edition->from)},
                   {"scheme", rulebook == nullptr ? Value() : Value(rulebook->scheme().name)},
                   {"editions", editions_of(cycle)}});
    }
    return out;
}

Checked<Value> open_matters(const Scope& scope, int number) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::misconduct, {}); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const cycle::OpenMatter& one : cycle::open_matters(year->cycle, year->rulebook->scheme()))
        out.push_back(Object{
            {"id", std::string(one.en) + ' ' + one.id}, {"kind", one.zh}, {"record", one.id}});
    return out;
}

}  // namespace heng::view
