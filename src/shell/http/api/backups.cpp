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
    if (!files) return problem(Code::file_unreadable, {"data.backups"});
    ledger::List items;
    for (const app::BackupFile& file : *files) items.push_back(print(file));
    return json_response(200, print_json(ledger::Object{{"items", std::move(items)}}));
}

/// Where its folder is, is the server's own matter.
Issues without_paths(Issues issues) {
    for (Error& issue : issues)
        if (issue.code == Code::file_unwritable) issue.args = {"data.backups"};
    return issues;
}

/// The trail has that one was asked for before there is a file, and then which.
Response make(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto by = administrator_of(caller, request);
    if (const auto noted = parts.administration.note_backup(by, {}); !noted)
        return problem({noted.error()});
    const auto made = parts.make_backup(caller.who.tenant);
    if (!made) return problem(without_paths(made.error()));
    if (const auto noted = parts.administration.note_backup(by, made->file.name); !noted)
        return problem({noted.error()});
    ledger::Object out = print(made->file);
    out.add("head", print_head(made->head));
    return json_response(201, print_json(out));
}

/// One at a time, so that those who wait take no worker from others.
class Making {
public:
    Response answer(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
        const auto duty = accounts::require_duty(administrator_of(caller, request),
                                                 accounts::Matter::back_up, {});
        if (!duty) return problem({duty.error()});
        if (const auto room = api.bulk.take(account_of(caller)); !room)
            return problem({room.error()});
        const std::unique_lock turn(one_at_a_time_, std::try_to_lock);
        if (!turn) return problem(Code::backup_under_way);
        return make(parts, caller, request);
    }

private:
    std::mutex one_at_a_time_;
};

}  // namespace

void add_backup_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/backups",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return list(parts, caller, request);
                })});
    const auto making = std::make_shared<Making>();
    router.add({Method::post, "/api/v1/backups",
                once(api, [&api, &parts, making](const Caller& caller, const Request& request) {
                    return making->answer(api, parts, caller, request);
                })});
}

}  // namespace heng::http
