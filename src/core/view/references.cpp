/// @file
/// The figures of the year that clauses refer to, supplied or still wanting.
#include "core/view/findings.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

Value print_reference(const YearScope& year, const cycle::BranchPlace& place) {
    const score::Rules::Origin& origin = place.origin();
    const auto& supplied = year.cycle.findings.references;
    const auto found = supplied.find(origin.branch->id);
    const bool is_there = found != supplied.end();
    return Object{{"id", origin.branch->id},
                  {"domain", place.domain->id},
                  {"task", origin.task->no},
                  {"branch_text", origin.branch->text},
                  {"reference", print(origin.branch->reference)},
                  {"assessors", print_texts(place.assessors())},
                  {"value", is_there ? print(found->second.value) : Value()},
                  {"source", is_there ? Value(found->second.source) : Value()}};
}

}  // namespace

Checked<Value> references(const Scope& scope, int number) {
    if (const auto seen = check_listed(scope, View::findings); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains)
        for (const score::Rules::Origin& origin : year->rulebook->rules(domain.id).origins)
            if (origin.branch->reference)
                out.push_back(
                    print_reference(*year, *year->rulebook->find_branch(origin.branch->id)));
    return out;
}

}  // namespace heng::view
