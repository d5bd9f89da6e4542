/// @file
/// Backups by the system administrator (SEC-12), who has them made and reads nothing of them: they
/// stay in the server's folder.
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <memory>
#include <mutex>

namespace heng::http {

namespace accounts = app::accounts;

namespace {

ledger::Object print(const app::BackupFile& file) {
    return {{"id", file.name},
            {"made_at", ledger::print_instant(file.made_at)},
            {"size_bytes", file.size_bytes}};
}

Response list(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto by = administrator_of(caller, request);
    if (const auto duty = accounts::require_duty(by, accounts::Matter::back_up, {}); !duty)
        return problem({duty.error()});
    const auto files = parts.list_backups(caller.who.tenant);
    if (!files) return problem({files.error()});
    ledger::List items;
    for (const app::BackupFile& file : *files) items.push_back(print(file));
    return json_response(200, print_json(ledger::Object{{"items", std::move(items)}}));
}

Response make(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto by = administrator_of(caller, request);
    if (const auto duty = accounts::require_duty(by, accounts::Matter::back_up, {}); !duty)
        return problem({duty.error()});
    if (const auto room = api.bulk.take(account_of(caller)); !room) return problem({room.error()});
    const auto made = parts.make_backup(caller.who.tenant);
    if (!made) return problem(made.error());
    if (const auto noted = parts.administration.note_backup(by, made->file.name); !noted)
        return problem({noted.error()});
    ledger::Object out = print(made->file);
    out.add("head", print_head(made->head));
    return json_response(201, print_json(out));
}

}  // namespace

void add_backup_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/backups",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return list(parts, caller, request);
                })});
    const auto one_at_a_time = std::make_shared<std::mutex>();
    router.add(
        {Method::post, "/api/v1/backups",
         writing(api, [&api, &parts, one_at_a_time](const Caller& caller, const Request& request) {
             return api.replies.once(account_of(caller), request, [&] {
                 const std::lock_guard lock(*one_at_a_time);
                 return make(api, parts, caller, request);
             });
         })});
}

}  // namespace heng::http
