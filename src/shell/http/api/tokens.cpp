/// @file
/// Tokens of other systems, and people's cards.
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/answer_cache.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <algorithm>
#include <array>

namespace heng::http {

namespace {

namespace accounts = app::accounts;

struct ScopeWord {
    accounts::Scope scope;
    std::string_view word;
};
constexpr auto scope_words = std::to_array<ScopeWord>({{accounts::Scope::read, "read"},
                                                       {accounts::Scope::act, "act"},
                                                       {accounts::Scope::export_data, "export"}});

ledger::Object print(const accounts::ApiToken& token) {
    ledger::List scopes;
    for (const ScopeWord& one : scope_words)
        if (token.scopes.contains(one.scope)) scopes.emplace_back(one.word);
    return {{"account", token.account},
            {"collected_at", print_time(token.collected_at)},
            {"expires_at", print_time(token.expires_at)},
            {"id", token.id},
            {"label", token.label},
            {"made_at", print_time(token.made_at)},
            {"person", token.person},
            {"scopes", std::move(scopes)}};
}

/// `["read", "act"]`. @returns the scopes, or `field_malformed`.
Result<std::set<accounts::Scope>> scopes_in(const ledger::Object& body) {
    const auto malformed = [] {
        return refuse(Code::field_malformed, {}, {"scopes", "scopes", "[read | act | export]"});
    };
    const ledger::Value* const listed = body.find("scopes");
    if (listed == nullptr || listed->list() == nullptr) return malformed();
    std::set<accounts::Scope> out;
    for (const ledger::Value& one : *listed->list()) {
        const auto found =
            std::find_if(scope_words.begin(), scope_words.end(), [&](const ScopeWord& word) {
                return one.text() != nullptr && *one.text() == word.word;
            });
        if (found == scope_words.end()) return malformed();
        out.insert(found->scope);
    }
    return out;
}

Result<accounts::TokenRequest> token_request_in(const ledger::Object& body) {
    const auto account = text_in(body, "account");
    const auto label = text_in(body, "label");
    const auto day = text_in(body, "expires_on");
    for (const auto* const one : {&account, &label, &day})
        if (!*one) return tl::unexpected(one->error());
    const auto date = ledger::parse_date(*day);
    if (!date) return refuse(Code::field_malformed, {}, {"expires_on", "expires_on", "2021-06-30"});
    const auto scopes = scopes_in(body);
    if (!scopes) return tl::unexpected(scopes.error());
    return accounts::TokenRequest{*account, *label, *scopes, app::end_of(*date)};
}

Response grant(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto wanted = token_request_in(*body);
    if (!wanted) return problem({wanted.error()});
    const auto granted = parts.tokens.grant(administrator_of(caller, request), *wanted);
    if (!granted) return problem({granted.error()});
    return json_response(201, print_json(print(*granted)));
}

accounts::TokenOwner owner_of(const Caller& caller, const Request& request) {
    return {caller.who.tenant, caller.who.account, request.remote};
}

Response collect(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto issued =
        parts.tokens.collect(owner_of(caller, request), std::string(request.path_value("token")));
    if (!issued) return problem_of_address({issued.error()});
    ledger::Object told = print(issued->token);
    told.add("token", caller.who.tenant + '~' + issued->text);  // told once
    return json_response(201, print_json(told));
}

Response give_up(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto done =
        parts.tokens.give_up(owner_of(caller, request), std::string(request.path_value("token")));
    api.gate.forget_all();
    if (!done) return problem_of_address({done.error()});
    return Response{204, {}, std::string()};
}

Response tell(const Result<std::vector<accounts::ApiToken>>& all) {
    if (!all) return problem({all.error()});
    ledger::List items;
    for (const accounts::ApiToken& one : *all) items.emplace_back(print(one));
    return json_response(200, print_json(ledger::Object{{"items", std::move(items)}}));
}

ledger::Object print(const accounts::Kept<accounts::PersonCard>& kept) {
    const accounts::PersonCard& card = kept.value;
    return {{"id", card.person},   {"mail", card.mail}, {"name", card.name},
            {"phone", card.phone}, {"post", card.post}, {"version", kept.version}};
}

/// With If-Match, only over the version that it names, as the list tells it.
accounts::PersonCards::MayReplace version_in(const Request& request) {
    const auto seen = request.headers.find("if-match");
    if (!seen) return nullptr;
    return [seen = std::string(*seen)](std::int64_t version) {
        return names_tag(seen, std::to_string(version));
    };
}

Response list_cards(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto all = parts.cards.list(administrator_of(caller, request));
    if (!all) return problem({all.error()});
    ledger::List items;
    for (const auto& one : *all) items.emplace_back(print(one));
    return json_response(200, print_json(ledger::Object{{"items", std::move(items)}}));
}

Response put_card(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto name = text_in(*body, "name");
    const auto post = text_in(*body, "post");
    if (!name || !post) return problem({(name ? post : name).error()});
    const auto done =
        parts.cards.put(administrator_of(caller, request),
                        {std::string(request.path_value("person")), *name, *post,
                         text_in(*body, "phone").value_or(""), text_in(*body, "mail").value_or("")},
                        version_in(request));
    if (!done) return problem({done.error()});
    return Response{204, {}, std::string()};
}

Response erase_card(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto done = parts.cards.erase(administrator_of(caller, request),
                                        std::string(request.path_value("person")));
    if (!done) return problem_of_address({done.error()});
    return Response{204, {}, std::string()};
}

Response revoke(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto done = parts.tokens.revoke(administrator_of(caller, request),
                                          std::string(request.path_value("token")));
    api.gate.forget_all();
    if (!done) return problem_of_address({done.error()});
    return Response{204, {}, std::string()};
}

}  // namespace

void add_token_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/tokens",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return tell(parts.tokens.list(administrator_of(caller, request)));
                })});
    router.add({Method::post, "/api/v1/tokens",
                once(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return grant(api, parts, caller, request);
                })});
    router.add({Method::erase, "/api/v1/tokens/{token}",
                writing(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return revoke(api, parts, caller, request);
                })});
    router.add({Method::get, "/api/v1/own-tokens",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return tell(parts.tokens.list_own(owner_of(caller, request)));
                })});
    router.add({Method::post, "/api/v1/own-tokens/{token}/collect",
                writing(api, [&parts](const Caller& caller, const Request& request) {
                    return collect(parts, caller, request);
                })});
    router.add({Method::erase, "/api/v1/own-tokens/{token}",
                writing(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return give_up(api, parts, caller, request);
                })});
}

void add_card_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/cards",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return list_cards(parts, caller, request);
                })});
    router.add({Method::put, "/api/v1/cards/{person}",
                writing(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return put_card(api, parts, caller, request);
                })});
    router.add({Method::erase, "/api/v1/cards/{person}",
                writing(api, [&parts](const Caller& caller, const Request& request) {
                    return erase_card(parts, caller, request);
                })});
}

}  // namespace heng::http
