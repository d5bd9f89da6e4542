#include "app/accounts/record_bodies.hpp"

#include "app/accounts/bytes_text.hpp"

#include <algorithm>
#include <array>

namespace heng::app::accounts {

namespace {

using ledger::List;
using ledger::Object;
using ledger::Value;

constexpr std::array<std::string_view, 3> scope_names{"read", "act", "export"};
constexpr std::array<std::string_view, 4> disabled_names{"enabled", "unapproved",
                                                         "by_administrator", "idle"};
constexpr std::array<std::string_view, 4> pending_names{
    "nothing", "change_password", "enrol_authenticator", "show_second_factor"};

template <class Enum, std::size_t count>
std::optional<Enum> named(const std::array<std::string_view, count>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

Value print(Instant at) {
    return std::int64_t{at.time_since_epoch().count()};
}
Value print(const std::optional<Instant>& at) {
    return at ? print(*at) : Value();
}

/// Takes fields out of a body, and remembers whether one was not as it should be.
class Fields {
public:
    explicit Fields(const Object& body) : body_(body) {}

    std::string text(std::string_view key) {
        const Value* const value = find(key);
        const std::string* const found = value == nullptr ? nullptr : value->text();
        if (found == nullptr) is_whole_ = false;
        return found == nullptr ? std::string() : *found;
    }
    std::int64_t number(std::string_view key) {
        const Value* const value = find(key);
        const std::int64_t* const found = value == nullptr ? nullptr : value->number();
        if (found == nullptr) is_whole_ = false;
        return found == nullptr ? 0 : *found;
    }
    bool flag(std::string_view key) {
        const Value* const value = find(key);
        const bool* const found = value == nullptr ? nullptr : value->flag();
        if (found == nullptr) is_whole_ = false;
        return found != nullptr && *found;
    }
    /// Records of earlier versions of the program do not have it.
    bool flag_if_any(std::string_view key) { return body_.find(key) != nullptr && flag(key); }
    /// Records of earlier versions have none: whoever could see it goes on seeing it.
    act::Label clearance() {
        if (body_.find("clearance") == nullptr) return act::Label::work_secret;
        const auto found = act::label_named(text("clearance"));
        if (!found) is_whole_ = false;
        return found.value_or(act::Label::open);
    }
    std::string text_if_any(std::string_view key) {
        return body_.find(key) == nullptr ? std::string() : text(key);
    }
    Instant instant(std::string_view key) {
        return Instant(std::chrono::microseconds(number(key)));
    }
    std::optional<Instant> instant_if_any(std::string_view key) {
        const Value* const value = find(key);
        if (value == nullptr || value->is_null()) return std::nullopt;
        return instant(key);
    }
    std::vector<std::string> texts(std::string_view key) {
        std::vector<std::string> out;
        const Value* const value = find(key);
        const List* const list = value == nullptr ? nullptr : value->list();
        if (list == nullptr) is_whole_ = false;
        for (const Value& one : list == nullptr ? List() : *list) {
            if (one.text() == nullptr) is_whole_ = false;
            out.push_back(one.text() == nullptr ? std::string() : *one.text());
        }
        return out;
    }
    std::string bytes(std::string_view key) {
        const auto found = parse_hex(text(key));
        if (!found) is_whole_ = false;
        return found.value_or(std::string());
    }
    template <class Enum, std::size_t count>
    Enum one_of(const std::array<std::string_view, count>& names, std::string_view key) {
        const auto found = named<Enum>(names, text(key));
        if (!found) is_whole_ = false;
        return found.value_or(Enum());
    }
    void refuse_all() { is_whole_ = false; }

    template <class T>
    Result<T> give(T value) const {
        if (is_whole_) return value;
        return refuse(Code::vault_text_damaged);
    }

private:
    const Value* find(std::string_view key) {
        const Value* const value = body_.find(key);
        if (value == nullptr) is_whole_ = false;
        return value;
    }

    const Object& body_;
    bool is_whole_ = true;
};

}  // namespace

std::string_view name(Scope scope) {
    return scope_names[static_cast<std::size_t>(scope)];
}
std::optional<Scope> scope_named(std::string_view text) {
    return named<Scope>(scope_names, text);
}
std::string_view name(Disabled disabled) {
    return disabled_names[static_cast<std::size_t>(disabled)];
}

Object print_body(const Account& account) {
    List earlier;
    for (const std::string& hash : account.earlier_hashes) earlier.emplace_back(hash);
    const auto& authenticator = account.authenticator;
    return {{"name", account.name},
            {"person", account.person},
            {"password_hash", account.password_hash},
            {"earlier_hashes", std::move(earlier)},
            {"password_since", print(account.password_since)},
            {"must_change", account.must_change},
            {"seed", print_hex(authenticator ? authenticator->seed : std::string())},
            {"last_step", authenticator ? authenticator->last_step : std::int64_t{0}},
            {"seed_offered", print_hex(account.seed_offered)},
            {"issuer", account.identity ? account.identity->issuer : std::string()},
            {"subject", account.identity ? account.identity->subject : std::string()},
            {"made_at", print(account.made_at)},
            {"last_seen", print(account.last_seen)},
            {"idle_from", print(account.idle_from)},
            {"disabled", name(account.disabled)},
            {"is_demo", account.is_demo},
            {"clearance", act::name(account.clearance)}};
}

Result<Account> parse_account(const Object& body) {
    Fields fields(body);
    Account out;
    out.name = fields.text("name");
    out.person = fields.text("person");
    out.password_hash = fields.text("password_hash");
    out.earlier_hashes = fields.texts("earlier_hashes");
    out.password_since = fields.instant("password_since");
    out.must_change = fields.flag("must_change");
    const std::string seed = fields.bytes("seed");
    const std::int64_t last_step = fields.number("last_step");
    if (!seed.empty()) out.authenticator = Authenticator{seed, last_step};
    out.seed_offered = fields.bytes("seed_offered");
    const std::string issuer = fields.text_if_any("issuer");
    const std::string subject = fields.text_if_any("subject");
    if (!issuer.empty()) out.identity = Identity{issuer, subject};
    out.made_at = fields.instant("made_at");
    out.last_seen = fields.instant_if_any("last_seen");
    out.idle_from = fields.instant("idle_from");
    out.disabled = fields.one_of<Disabled>(disabled_names, "disabled");
    out.is_demo = fields.flag("is_demo");
    out.clearance = fields.clearance();
    return fields.give(std::move(out));
}

Object print_body(const Session& session) {
    return {{"id", session.id},
            {"account", session.account},
            {"person", session.person},
            {"csrf_token", session.csrf_token},
            {"since", print(session.since)},
            {"last_used", print(session.last_used)},
            {"stepped_up_at", print(session.stepped_up_at)},
            {"pending", pending_names[static_cast<std::size_t>(session.pending)]},
            {"is_administrator", session.is_administrator},
            {"is_demo", session.is_demo},
            {"is_by_identity", session.is_by_identity},
            {"remote", session.remote},
            {"clearance", act::name(session.clearance)}};
}

Result<Session> parse_session(const Object& body) {
    Fields fields(body);
    Session out;
    out.id = fields.text("id");
    out.account = fields.text("account");
    out.person = fields.text("person");
    out.csrf_token = fields.text("csrf_token");
    out.since = fields.instant("since");
    out.last_used = fields.instant("last_used");
    out.stepped_up_at = fields.instant_if_any("stepped_up_at");
    out.pending = fields.one_of<Pending>(pending_names, "pending");
    out.is_administrator = fields.flag("is_administrator");
    out.is_demo = fields.flag("is_demo");
    out.is_by_identity = fields.flag_if_any("is_by_identity");
    out.remote = fields.text("remote");
    out.clearance = fields.clearance();
    return fields.give(std::move(out));
}

Object print_body(const ApiToken& token) {
    List scopes;
    for (const Scope scope : token.scopes) scopes.emplace_back(name(scope));
    return {{"id", token.id},
            {"account", token.account},
            {"person", token.person},
            {"label", token.label},
            {"scopes", std::move(scopes)},
            {"made_at", print(token.made_at)},
            {"expires_at", print(token.expires_at)},
            {"collected_at", print(token.collected_at)}};
}

Result<ApiToken> parse_token(const Object& body) {
    Fields fields(body);
    ApiToken out;
    out.id = fields.text("id");
    out.account = fields.text("account");
    out.person = fields.text("person");
    out.label = fields.text("label");
    for (const std::string& text : fields.texts("scopes")) {
        const auto scope = scope_named(text);
        if (scope)
            out.scopes.insert(*scope);
        else
            fields.refuse_all();
    }
    out.made_at = fields.instant("made_at");
    out.expires_at = fields.instant("expires_at");
    if (body.find("collected_at") != nullptr)  // absent in records of earlier versions
        out.collected_at = fields.instant_if_any("collected_at");
    return fields.give(std::move(out));
}

Object print_body(const PersonCard& card) {
    return {{"person", card.person},
            {"name", card.name},
            {"post", card.post},
            {"phone", card.phone},
            {"mail", card.mail}};
}

Result<PersonCard> parse_card(const Object& body) {
    Fields fields(body);
    PersonCard out{fields.text("person"), fields.text("name"), fields.text("post"),
                   fields.text("phone")};
    out.mail = fields.text_if_any("mail");
    return fields.give(std::move(out));
}

Object print_body(const CountedAttempts& one) {
    return {{"id", one.id},
            {"failures", std::int64_t{one.attempts.failures}},
            {"last", print(one.attempts.last)},
            {"locked_until", print(one.attempts.locked_until)}};
}

Result<CountedAttempts> parse_attempts(const Object& body) {
    Fields fields(body);
    CountedAttempts out;
    out.id = fields.text("id");
    out.attempts.failures = static_cast<int>(fields.number("failures"));
    out.attempts.last = fields.instant("last");
    out.attempts.locked_until = fields.instant_if_any("locked_until");
    return fields.give(std::move(out));
}

Object print_body(const SignInRules& rules) {
    return {{"failures_max", std::int64_t{rules.failures_max}},
            {"locked_minutes", std::int64_t{rules.locked_for.count()}},
            {"idle_minutes", std::int64_t{rules.idle_max.count()}},
            {"administrator_idle_minutes", std::int64_t{rules.administrator_idle_max.count()}}};
}

Result<SignInRules> parse_sign_in_rules(const Object& body) {
    Fields fields(body);
    SignInRules out;
    out.failures_max = static_cast<int>(fields.number("failures_max"));
    out.locked_for = std::chrono::minutes(fields.number("locked_minutes"));
    out.idle_max = std::chrono::minutes(fields.number("idle_minutes"));
    out.administrator_idle_max = std::chrono::minutes(fields.number("administrator_idle_minutes"));
    return fields.give(out);
}

}  // namespace heng::app::accounts
