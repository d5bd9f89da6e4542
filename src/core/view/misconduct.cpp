/// @file
/// Misconduct of units, assessors and staff (A18 to A20).
#include "core/view/aftermath.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

Value conduct_name(const cycle::Misconduct& one) {
    const auto found = std::find_if(
        cycle::conducts.begin(), cycle::conducts.end(),
        [&one](const auto& known) { return known.of == one.accused && known.id == one.conduct; });
    return found == cycle::conducts.end() ? Value(one.conduct) : Value(found->zh);
}

Value print_misconduct(const cycle::Misconduct& one) {
    return Object{{"id", print(one.id)},
                  {"accused", cycle::name(one.accused)},
                  {"who", one.who},
                  {"conduct", one.conduct},
                  {"conduct_name", conduct_name(one)},
                  {"occurred_on", print(one.occurred_on)},
                  {"text", one.text},
                  {"evidence", print_evidence(one.evidence)},
                  {"recorded_by", one.recorded_by},
                  {"recorded_on", print(one.recorded_on)},
                  {"stage", cycle::name(one.stage)},
                  {"referred_to", print_texts(one.referred_to)},
                  {"sanction", one.sanction ? Value(cycle::name(*one.sanction)) : Value()},
                  {"decided_by", print(one.decided_by)},
                  {"authority", one.authority},
                  {"reason", one.reason},
                  {"lowers_grade", one.lowers_grade()}};
}

}  // namespace

Checked<Value> misconduct(const Scope& scope, int number) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::misconduct, {}); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const auto& [id, one] : year->cycle.aftermath.misconduct)
        out.push_back(print_misconduct(one));
    return out;
}

}  // namespace heng::view
