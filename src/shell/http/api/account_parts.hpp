#pragma once
/// @file
/// What the routes of accounts work with, and the routes by what they are about.
#include "app/accounts/api_tokens.hpp"
#include "app/accounts/person_cards.hpp"
#include "app/accounts/provider_sign_in.hpp"
#include "app/accounts/sessions.hpp"
#include "app/backup_file.hpp"
#include "shell/http/api/api.hpp"

namespace heng::http {

/// All of it must outlive the router.
struct AccountParts {
    app::accounts::Sessions& sessions;
    app::accounts::Administration& administration;
    app::accounts::ApiTokens& tokens;
    app::accounts::PersonCards& cards;
    app::accounts::ProviderSignIn* provider = nullptr;  ///< Nothing: by password alone.
    /// Whether administrators may come from this address (SEC-5); empty: from any.
    std::function<bool(std::string_view remote)> admits_administrators = nullptr;

    /// The backups of a tenant in the server's folder, and one more; see app/backup_file.hpp.
    std::function<Result<std::vector<app::BackupFile>>(const std::string& tenant)> list_backups =
        nullptr;
    std::function<Checked<app::MadeBackup>(const std::string& tenant)> make_backup = nullptr;

    bool is_demo = false;  ///< Whoever comes to sign in is told so.

    bool may_administrate(std::string_view remote) const {
        return !admits_administrators || admits_administrators(remote);
    }
};

/// The look up of a gate: sessions by their token, other systems by theirs.
Gate::LookUp look_up_in(AccountParts& parts, const app::Tenants& tenants);

void add_session_routes(Router& router, Api& api, AccountParts& parts);
void add_provider_routes(Router& router, Api& api, AccountParts& parts);
void add_account_routes(Router& router, Api& api, AccountParts& parts);
void add_backup_routes(Router& router, Api& api, AccountParts& parts);
void add_sign_in_rule_routes(Router& router, Api& api, AccountParts& parts);
void add_token_routes(Router& router, Api& api, AccountParts& parts);
void add_card_routes(Router& router, Api& api, AccountParts& parts);

/// The caller as the table of duties knows him.
app::accounts::Administrator administrator_of(const Caller& caller, const Request& request);

/// Writes that are the same when they are done again; after the second factor was shown.
template <class Answer>
Handler writing(Api& api, Answer answer) {
    return [&api, answer](const Request& request) {
        const auto caller = api.gate.admit_to_write(request);
        if (!caller) return problem({caller.error()});
        if (!caller->who.is_stepped_up) return problem(Code::second_factor_needed);
        return answer(*caller, request);
    };
}

/// Lets `write` be done once for each Idempotency-Key, after the second factor was shown.
template <class Write>
Handler once(Api& api, Write write) {
    return [&api, write](const Request& request) {
        const auto caller = api.gate.admit_to_write(request);
        if (!caller) return problem({caller.error()});
        if (!caller->who.is_stepped_up) return problem(Code::second_factor_needed);
        return api.replies.once(account_of(*caller), request,
                                [&] { return write(*caller, request); });
    };
}

/// Bodies of requests: the text under `key`, or `field_missing`.
[[nodiscard]] Result<std::string> text_in(const ledger::Object& body, std::string_view key);
/// `2021-06-30T12:00:00.000Z`, or nothing.
ledger::Value print_time(const std::optional<ledger::Instant>& instant);

}  // namespace heng::http
