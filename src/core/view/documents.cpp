#include "core/view/documents.hpp"

#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

using cycle::Document;
using cycle::DocumentKind;

/// Whether the event made the matter, or a step of it.
bool is_of(const cycle::Matter& matter, std::int64_t event) {
    return matter.id.seq == event ||
           std::any_of(matter.steps.begin(), matter.steps.end(),
                       [event](const cycle::Step& step) { return step.event == event; });
}

/// Whom the document is for, where it is for one unit alone.
std::optional<cycle::UnitId> recipient(const cycle::Cycle& cycle, const Document& document) {
    if (document.to) return document.to;
    if (document.kind != DocumentKind::reminder && document.kind != DocumentKind::supervision_order)
        return std::nullopt;
    for (const auto& [id, matter] : cycle.monitoring.matters)
        if (is_of(matter, document.event)) return matter.unit;
    return std::nullopt;
}

bool is_for_all(DocumentKind kind) {
    return kind == DocumentKind::indicators_issued || kind == DocumentKind::interpretation ||
           kind == DocumentKind::half_year_circular;
}

/// A supervision circular goes to the units that it names.
bool names(const cycle::Cycle& cycle, const Document& document, const cycle::UnitId& unit) {
    const auto& matters = cycle.monitoring.matters;
    return document.kind == DocumentKind::supervision_circular &&
           std::any_of(matters.begin(), matters.end(), [&](const auto& one) {
               return one.second.unit == unit && is_of(one.second, document.event);
           });
}

/// A transfer tells of misconduct.
bool is_cleared(const Scope& scope, const Document& document) {
    return document.kind != DocumentKind::transfer || scope.clears(View::misconduct);
}

bool may_see_document(const YearScope& year, const Document& document) {
    if (!is_cleared(year.scope, document)) return false;
    if (year.may_see(View::documents, {})) return true;
    const cycle::UnitId& own = year.scope.actor.of;
    if (!year.may_see(View::documents, about(own))) return false;
    return document.issuer == own || recipient(year.cycle, document) == own ||
           is_for_all(document.kind) || names(year.cycle, document, own);
}

}  // namespace

Checked<Value> documents(const Scope& scope, int number) {
    if (const auto seen = check_listed(scope, View::documents); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const Document& one : year->cycle.documents.all)
        if (may_see_document(*year, one))
            out.push_back(Object{{"id", one.issuer + '/' + std::to_string(one.no)},
                                 {"kind", cycle::name(one.kind)},
                                 {"issuer", one.issuer},
                                 {"no", one.no},
                                 {"event", one.event},
                                 {"issued_on", print(one.issued_on)},
                                 {"unit", print(recipient(year->cycle, one))}});
    return out;
}

Checked<Value> interpretations(const Scope& scope) {
    if (const auto seen = check_listed(scope, View::indicators); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const cycle::Interpretation& one : scope.state.interpretations) {
        Object row{{"id", print(one.id)},
                   {"given_on", print(one.given_on)},
                   {"cites", one.cites},
                   {"question", one.question},
                   {"answer", one.answer}};
        add_person(row, "by", scope, one.by);
        out.emplace_back(std::move(row));
    }
    return out;
}

}  // namespace heng::view
