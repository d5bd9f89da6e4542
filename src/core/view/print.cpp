#include "core/view/print.hpp"

namespace heng::view {

List print_texts(const std::vector<std::string>& texts) {
    return {texts.begin(), texts.end()};
}

List print_evidence(const std::vector<ledger::Digest>& evidence) {
    List out;
    for (const ledger::Digest& one : evidence) out.emplace_back(ledger::print_digest(one));
    return out;
}

Value print_published(const cycle::Rulebook& rulebook, Decimal value) {
    const auto& rounding = rulebook.scheme().settings.rounding;
    return rounding ? round(value, *rounding).text(rounding->places) : value.text();
}

void add_person(Object& object, std::string key, const Scope& scope,
                const std::optional<cycle::PersonId>& person) {
    if (!scope.is_unit()) object.add(std::move(key), print(person));
}

void add_unit(Object& object, const Scope& scope, const cycle::UnitId& unit) {
    const cycle::Unit* const found = scope.state.units_and_people.find_unit(unit);
    object.add("unit", unit);
    object.add("unit_name", found == nullptr ? unit : found->on(scope.day).name);
}

void add_domain(Object& object, const cycle::Rulebook* rulebook, const cycle::DomainId& domain) {
    const scheme::Domain* const found =
        rulebook == nullptr ? nullptr : rulebook->scheme().find_domain(domain);
    object.add("domain", domain);
    object.add("domain_name", found == nullptr ? domain : found->name);
}

}  // namespace heng::view
