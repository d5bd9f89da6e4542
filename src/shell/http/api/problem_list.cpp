#include "shell/http/api/problem_list.hpp"

#include "core/base/error.hpp"

namespace heng::http {

ledger::Value print_problem_list() {
    ledger::List items;
    for (const CatalogueEntry& one : catalogue()) {
        if (one.severity != Severity::error) continue;
        items.emplace_back(ledger::Object{
            {"code", one.id},
            {"message", ledger::Object{{"en", one.en}, {"zh", one.zh}}},
            {"remedy", ledger::Object{{"en", one.remedy_en}, {"zh", one.remedy_zh}}}});
    }
    return ledger::Object{{"items", std::move(items)}};
}

}  // namespace heng::http
