#pragma once
/// @file
/// How views write what the state holds: decimals as text, dates as 2021-06-30, records as the
/// number of their event, enumerations by their identifiers, nothing as null.
#include "core/view/scope.hpp"

#include <string>
#include <vector>

namespace heng::view {

using ledger::List;
using ledger::Object;
using ledger::Value;

inline Value print(Date day) {
    return ledger::print_date(day);
}
/// Exact, in the shortest form.
inline Value print(Decimal value) {
    return value.text();
}
template <class Of>
Value print(cycle::Id<Of> id) {
    return id.seq;
}
inline Value print(int number) {
    return number;
}
inline Value print(std::int64_t number) {
    return number;
}
inline Value print(const std::string& text) {
    return text;
}
template <class T>
Value print(const std::optional<T>& value) {
    return value ? print(*value) : Value();
}

List print_texts(const std::vector<std::string>& texts);
List print_evidence(const std::vector<ledger::Digest>& evidence);
template <class Of>
List print_ids(const std::vector<cycle::Id<Of>>& ids) {
    List out;
    for (const cycle::Id<Of> id : ids) out.emplace_back(id.seq);
    return out;
}

/// A figure as it is published: with all the places of the scheme, rounded once.
Value print_published(const cycle::Rulebook& rulebook, Decimal value);

/// Adds who did something, but for units: bodies answer to them, not persons (SEC-14).
void add_person(Object& object, std::string key, const Scope& scope,
                const std::optional<cycle::PersonId>& person);

/// Adds `unit` and `unit_name`, as it was called on the scope's day.
void add_unit(Object& object, const Scope& scope, const cycle::UnitId& unit);
/// Adds `domain` and `domain_name`; its id stands for its name where no edition has one.
void add_domain(Object& object, const cycle::Rulebook* rulebook, const cycle::DomainId& domain);

}  // namespace heng::view
