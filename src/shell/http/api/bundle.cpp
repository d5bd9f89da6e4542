/// @file
/// The bundle to take away: the whole ledger with its evidence, documents and results, signed by
/// the office, for anyone to verify offline. It holds everything, and so is for whoever may see
/// everything: each view there is, but the log, which tells less.
#include "core/view/scope.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

Checked<void> check_sees_all(const Api& api, const Caller& caller) {
    return caller.desk->read([&](const app::Live& live) -> Checked<void> {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, api.today(),
                                caller.who.clearance};
        for (const act::ViewWord& word : act::view_words()) {
            if (word.view == act::View::log) continue;
            if (const auto seen = view::check_listed(scope, word.view); !seen) return seen;
        }
        return {};
    });
}

Response hand_out(Api& api, OfficeParts& parts, const Caller& caller, const Request& request) {
    if (!caller.who.may_export) return problem(Code::token_scope_missing, {"export"});
    if (const auto at = request.query_value("at"))  // it has every day, and is of none
        return problem(Code::argument_unusable, {"at", *at, "—"});
    if (const auto all = check_sees_all(api, caller); !all) return problem(all.error());
    if (const auto room = api.bulk.take(account_of(caller)); !room) return problem({room.error()});
    if (const auto noted = note_confidential(api, caller, request); !noted)
        return problem({noted.error()});
    auto text = parts.write_bundle(caller.who.tenant);
    if (!text) return problem(text.error());
    return as_file(std::move(*text), "text/plain; charset=utf-8", caller.who.tenant + ".bundle");
}

}  // namespace

void add_bundle_route(Router& router, Api& api, OfficeParts& parts) {
    router.add({Method::get, "/api/v1/bundle",
                reading(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return hand_out(api, parts, caller, request);
                })});
}

}  // namespace heng::http
