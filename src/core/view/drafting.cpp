/// @file
/// How indicators come about and change: drafts, proposals, comments, changes asked for (A8).
#include "core/view/print.hpp"
#include "core/view/scheme.hpp"

#include <algorithm>

namespace heng::view {

namespace {

Checked<YearScope> find_drafting(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::drafts); !seen)
        return tl::unexpected(seen.error());
    return find_year(scope, year);
}

/// The edition that a draft became.
Value edition_of(const cycle::Indicators& indicators, cycle::DraftId draft) {
    const auto found = std::find_if(indicators.editions.begin(), indicators.editions.end(),
                                    [draft](const auto& one) { return one.draft == draft; });
    return found == indicators.editions.end() ? Value() : Value(found->id);
}

void add_place(Object& out, const cycle::TablePlace& place) {
    out.add("domain", place.domain);
    out.add("task", place.task);
    out.add("clause", place.clause);
}

}  // namespace

Checked<Value> drafts(const Scope& scope, int number) {
    const auto year = find_drafting(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Indicators& indicators = year->cycle.indicators;
    List out;
    for (const auto& [id, one] : indicators.drafts)
        out.push_back(Object{{"id", print(id)},
                             {"stage", cycle::name(one.stage)},
                             {"note", one.note},
                             {"is_current", indicators.current_draft() == &one},
                             {"edition", edition_of(indicators, id)}});
    return out;
}

Checked<Value> proposals(const Scope& scope, int number) {
    const auto year = find_drafting(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.indicators.proposals) {
        Object row{
            {"id", print(id)}, {"body", one.body}, {"text", one.text}, {"reason", one.reason}};
        add_place(row, one.place);
        add_person(row, "by", scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> comments(const Scope& scope, int number) {
    const auto year = find_drafting(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.indicators.comments) {
        if (scope.is_unit() && one.unit != scope.actor.of) continue;
        Object row{{"id", print(id)}, {"text", one.text}};
        add_unit(row, scope, one.unit);
        add_person(row, "by", scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> changes(const Scope& scope, int number) {
    const auto year = find_drafting(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.indicators.changes) {
        Object row{{"id", print(id)},          {"body", one.body},
                   {"text", one.text},         {"reason", one.reason},
                   {"answer", one.answer},     {"stage", cycle::name(one.stage)},
                   {"draft", print(one.draft)}};
        add_place(row, one.place);
        add_person(row, "by", scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

}  // namespace heng::view
