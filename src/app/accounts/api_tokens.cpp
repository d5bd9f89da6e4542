#include "app/accounts/api_tokens.hpp"

#include "app/accounts/password_rules.hpp"
#include "app/accounts/record_bodies.hpp"
#include "core/base/text.hpp"

namespace heng::app::accounts {

namespace {

/// So that one that has come into a file by mistake can be found there.
constexpr const char* token_mark = "heng_";
constexpr std::size_t label_length_max = 100;

Result<void> check(const TokenRequest& wanted, Instant now, std::chrono::days age_max) {
    const auto unfit = [](const char* field, const std::string& value) {
        return refuse(Code::value_out_of_range, {"", 0, 0, field}, {value, field});
    };
    if (wanted.scopes.empty()) return unfit("scopes", "");
    if (is_blank(wanted.label) || find_invalid_utf8(wanted.label) ||
        count_code_points(wanted.label) > label_length_max)
        return unfit("label", wanted.label);
    if (wanted.expires_at <= now || wanted.expires_at > now + age_max)
        return unfit("expires_at", ledger::print_instant(wanted.expires_at));
    return {};
}

/// Of another account it is as if it were not there.
Result<Kept<ApiToken>> own_token(const Records& records, const TokenOwner& owner,
                                 const std::string& id) {
    const auto found = records.token(owner.tenant, id);
    if (!found) return tl::unexpected(found.error());
    if (!*found || (*found)->value.account != owner.account)
        return refuse(Code::record_unknown, {}, {"令牌", "token", id});
    return **found;
}

TrailEntry entry_of(const TokenOwner& owner, const char* matter, const std::string& label,
                    Instant now) {
    TrailEntry out;
    out.at = now;
    out.actor = out.account = owner.account;
    out.matter = matter;
    out.detail = label;
    out.remote = owner.remote;
    return out;
}

}  // namespace

Result<ApiToken> ApiTokens::grant(const Administrator& by, const TokenRequest& wanted) {
    const auto allowed = require_duty(by, Matter::issue_token, wanted.account);
    if (!allowed) return tl::unexpected(allowed.error());
    if (!check_account_name(wanted.account))
        return refuse(Code::account_unknown, {}, {wanted.account});
    const Instant now = parts_.clock.now();
    const auto fits = check(wanted, now, parts_.policy.token_age_max);
    if (!fits) return tl::unexpected(fits.error());
    return turns_.take([&]() -> Result<ApiToken> {
        const auto account = records_.account(by.tenant, wanted.account);
        if (!account) return tl::unexpected(account.error());
        if (!*account) return refuse(Code::account_unknown, {}, {wanted.account});
        const Account& own = (*account)->value;
        if (own.disabled != Disabled::no)
            return refuse(
                Code::record_stage_unfit, {},
                {"账号", "account", own.name, std::string(name(own.disabled)), "enabled"});
        // the hash of a text that nobody has: it opens nothing until it is collected
        const ApiToken out{token_id(parts_.secrets, make_token(parts_.secrets)),
                           own.name,
                           own.person,
                           wanted.label,
                           wanted.scopes,
                           now,
                           wanted.expires_at};
        Batch batch(records_, by.tenant);
        batch.put(**account);  // so that disabling it at the same time does not miss the token
        batch.put(Kept<ApiToken>{out, 0});
        TrailEntry granted = entry_of(by, Matter::issue_token, own.name, now);
        granted.detail = wanted.label;
        batch.note(std::move(granted));
        return batch.commit().map([&] { return out; });
    });
}

Result<IssuedToken> ApiTokens::collect(const TokenOwner& owner, const std::string& id) {
    return turns_.take([&]() -> Result<IssuedToken> {
        const auto granted = own_token(records_, owner, id);
        if (!granted) return tl::unexpected(granted.error());
        const Instant now = parts_.clock.now();
        const ApiToken& found = granted->value;
        if (found.collected_at || found.expires_at <= now)
            return refuse(
                Code::record_stage_unfit, {},
                {"令牌", "token", id, found.collected_at ? "collected" : "expired", "granted"});
        IssuedToken out{token_mark + make_token(parts_.secrets), found};
        out.token.id = token_id(parts_.secrets, out.text);
        out.token.collected_at = now;
        Batch batch(records_, owner.tenant);
        batch.erase(Kind::token, id, granted->version);
        batch.put(Kept<ApiToken>{out.token, 0});
        batch.note(entry_of(owner, "collect_token", found.label, now));
        return batch.commit().map([&] { return std::move(out); });
    });
}

Result<void> ApiTokens::erase(const std::string& tenant, const Kept<ApiToken>& token,
                              TrailEntry entry) {
    Batch batch(records_, tenant);
    batch.erase(Kind::token, token.value.id, token.version);
    entry.detail = token.value.label;
    batch.note(std::move(entry));
    return batch.commit();
}

Result<void> ApiTokens::revoke(const Administrator& by, const std::string& id) {
    const auto allowed = require_duty(by, Matter::revoke_token, {});
    if (!allowed) return allowed;
    return turns_.take([&]() -> Result<void> {
        const auto found = records_.token(by.tenant, id);
        if (!found) return tl::unexpected(found.error());
        if (!*found) return refuse(Code::record_unknown, {}, {"令牌", "token", id});
        return erase(
            by.tenant, **found,
            entry_of(by, Matter::revoke_token, (*found)->value.account, parts_.clock.now()));
    });
}

Result<void> ApiTokens::give_up(const TokenOwner& owner, const std::string& id) {
    return turns_.take([&]() -> Result<void> {
        const auto found = own_token(records_, owner, id);
        if (!found) return tl::unexpected(found.error());
        return erase(owner.tenant, *found,
                     entry_of(owner, "give_up_token", found->value.label, parts_.clock.now()));
    });
}

Result<std::vector<ApiToken>> ApiTokens::list_own(const TokenOwner& owner) const {
    const auto all = records_.tokens(owner.tenant, owner.account);
    if (!all) return tl::unexpected(all.error());
    std::vector<ApiToken> out;
    for (const Kept<ApiToken>& one : *all) out.push_back(one.value);
    return out;
}

Result<std::vector<ApiToken>> ApiTokens::list(const Administrator& by) const {
    const auto allowed = require_duty(by, Matter::list_tokens, {});
    if (!allowed) return tl::unexpected(allowed.error());
    const auto all = records_.tokens(by.tenant, {});
    if (!all) return tl::unexpected(all.error());
    std::vector<ApiToken> out;
    for (const Kept<ApiToken>& one : *all) out.push_back(one.value);
    return out;
}

Result<ApiToken> ApiTokens::authenticate(const std::string& tenant, std::string_view text) const {
    const auto found = records_.token(tenant, token_id(parts_.secrets, text));
    if (!found) return tl::unexpected(found.error());
    if (!*found || (*found)->value.expires_at <= parts_.clock.now())
        return refuse(Code::sign_in_needed);
    return (*found)->value;
}

Result<void> ApiTokens::require(const ApiToken& token, Scope scope) {
    if (token.scopes.contains(scope)) return {};
    return refuse(Code::token_scope_missing, {}, {std::string(name(scope))});
}

}  // namespace heng::app::accounts
