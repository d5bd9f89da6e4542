#include "app/accounts/records.hpp"

#include "app/accounts/record_bodies.hpp"
#include "app/accounts/trail.hpp"

namespace heng::app::accounts {

namespace {

constexpr const char* sign_in_rules_id = "sign_in";

/// What a seal is bound to. Lengths keep texts apart that run into each other.
std::string context_of(const std::string& tenant, const Record& record) {
    std::string out;
    for (const std::string& part : {tenant, std::string(name(record.kind)), record.id, record.owner,
                                    std::to_string(record.version)})
        out += std::to_string(part.size()) + ':' + part;
    return out;
}

template <class T>
using Parse = Result<T> (*)(const ledger::Object& body);

template <class T>
Result<Kept<T>> unseal(const Secrets& secrets, const std::string& tenant, const Record& record,
                       Parse<T> parse) {
    const auto plain = secrets.open(record.sealed, context_of(tenant, record));
    if (!plain) return tl::unexpected(plain.error());
    const auto value = ledger::decode(*plain);
    if (!value || value->object() == nullptr) return refuse(Code::vault_text_damaged);
    return parse(*value->object()).map([&](T found) {
        return Kept<T>{std::move(found), record.version};
    });
}

template <class T>
Result<std::optional<Kept<T>>> find(const Records& records, const std::string& tenant, Kind kind,
                                    const std::string& id, Parse<T> parse) {
    const auto record = records.store().find(tenant, kind, id);
    if (!record) return tl::unexpected(record.error());
    if (!*record) return std::optional<Kept<T>>();
    return unseal<T>(records.secrets(), tenant, **record, parse).map([](Kept<T> kept) {
        return std::optional(std::move(kept));
    });
}

template <class T>
Result<std::vector<Kept<T>>> list(const Records& records, const std::string& tenant, Kind kind,
                                  const std::string& owner, Parse<T> parse) {
    const auto found = records.store().list(tenant, kind, owner);
    if (!found) return tl::unexpected(found.error());
    std::vector<Kept<T>> out;
    for (const Record& record : *found) {
        auto kept = unseal<T>(records.secrets(), tenant, record, parse);
        if (!kept) return tl::unexpected(kept.error());
        out.push_back(std::move(*kept));
    }
    return out;
}

}  // namespace

Result<std::optional<Kept<Account>>> Records::account(const std::string& tenant,
                                                      const std::string& name) const {
    return find<Account>(*this, tenant, Kind::account, name, parse_account);
}
Result<std::optional<Kept<Session>>> Records::session(const std::string& tenant,
                                                      const std::string& id) const {
    return find<Session>(*this, tenant, Kind::session, id, parse_session);
}
Result<std::optional<Kept<ApiToken>>> Records::token(const std::string& tenant,
                                                     const std::string& id) const {
    return find<ApiToken>(*this, tenant, Kind::token, id, parse_token);
}
Result<std::optional<Kept<PersonCard>>> Records::card(const std::string& tenant,
                                                      const std::string& person) const {
    return find<PersonCard>(*this, tenant, Kind::card, person, parse_card);
}
Result<Kept<SignInRules>> Records::sign_in_rules(const std::string& tenant,
                                                 const SignInRules& usual) const {
    return find<SignInRules>(*this, tenant, Kind::rules, sign_in_rules_id, parse_sign_in_rules)
        .map([&](const std::optional<Kept<SignInRules>>& found) {
            return found.value_or(Kept<SignInRules>{usual, 0});
        });
}
Result<Kept<CountedAttempts>> Records::attempts(const std::string& tenant,
                                                const std::string& id) const {
    return find<CountedAttempts>(*this, tenant, Kind::attempts, id, parse_attempts)
        .map([&](std::optional<Kept<CountedAttempts>> found) {
            return found ? *found : Kept<CountedAttempts>{{id, {}}, 0};
        });
}

Result<std::vector<Kept<Account>>> Records::accounts(const std::string& tenant) const {
    return list<Account>(*this, tenant, Kind::account, {}, parse_account);
}
Result<std::vector<Kept<Session>>> Records::sessions(const std::string& tenant,
                                                     const std::string& account) const {
    return list<Session>(*this, tenant, Kind::session, account, parse_session);
}
Result<std::vector<Kept<ApiToken>>> Records::tokens(const std::string& tenant,
                                                    const std::string& account) const {
    return list<ApiToken>(*this, tenant, Kind::token, account, parse_token);
}
Result<std::vector<Kept<PersonCard>>> Records::cards(const std::string& tenant) const {
    return list<PersonCard>(*this, tenant, Kind::card, {}, parse_card);
}
Result<std::vector<Kept<CountedAttempts>>> Records::all_attempts(const std::string& tenant) const {
    return list<CountedAttempts>(*this, tenant, Kind::attempts, {}, parse_attempts);
}

Result<std::size_t> Records::reseal(const std::string& tenant) const {
    std::size_t count = 0;
    for (const Kind kind :
         {Kind::account, Kind::attempts, Kind::session, Kind::token, Kind::card, Kind::rules}) {
        const auto found = store_.list(tenant, kind, {});
        if (!found) return tl::unexpected(found.error());
        for (Record record : *found) {
            if (!secrets_.is_sealed_before(record.sealed)) continue;
            const auto plain = secrets_.open(record.sealed, context_of(tenant, record));
            if (!plain) return tl::unexpected(plain.error());
            ++record.version;
            auto sealed = secrets_.seal(*plain, context_of(tenant, record));
            if (!sealed) return tl::unexpected(sealed.error());
            record.sealed = std::move(*sealed);
            const auto done = store_.change(tenant, {{record}, {}, {}});
            if (!done && done.error().code != Code::version_stale)
                return tl::unexpected(done.error());
            count += done ? 1 : 0;
        }
    }
    return count;
}

void Batch::put(const Kept<Account>& one) {
    put(Kind::account, one.value.name, {}, one.version, print_body(one.value));
}
void Batch::put(const Kept<Session>& one) {
    put(Kind::session, one.value.id, one.value.account, one.version, print_body(one.value));
}
void Batch::put(const Kept<ApiToken>& one) {
    put(Kind::token, one.value.id, one.value.account, one.version, print_body(one.value));
}
void Batch::put(const Kept<PersonCard>& one) {
    put(Kind::card, one.value.person, {}, one.version, print_body(one.value));
}
void Batch::put(const Kept<CountedAttempts>& one) {
    put(Kind::attempts, one.value.id, {}, one.version, print_body(one.value));
}
void Batch::put(const Kept<SignInRules>& one) {
    put(Kind::rules, sign_in_rules_id, {}, one.version, print_body(one.value));
}

void Batch::put(Kind kind, const std::string& id, const std::string& owner, std::int64_t version,
                ledger::Object body) {
    Record record{kind, id, owner, version + 1, {}};
    const auto sealed = ledger::encode(std::move(body)).and_then([&](const std::string& plain) {
        return records_.secrets().seal(plain, context_of(tenant_, record));
    });
    if (!sealed) {
        if (!failed_) failed_ = sealed.error();
        return;
    }
    record.sealed = *sealed;
    changes_.puts.push_back(std::move(record));
}

void Batch::erase(Kind kind, const std::string& id, std::int64_t version) {
    if (version > 0) changes_.erasures.push_back({kind, id, version});
}

void Batch::note(TrailEntry entry) {
    changes_.trail.push_back(std::move(entry));
}

Result<void> Batch::number_trail() {
    if (changes_.trail.empty()) return {};
    const auto end = records_.store().trail_end(tenant_);
    if (!end) return tl::unexpected(end.error());
    std::int64_t seq = *end ? (*end)->seq : 0;
    std::string before = *end ? (*end)->mac : std::string();
    for (TrailEntry& entry : changes_.trail) {
        entry.seq = ++seq;
        entry.mac = records_.secrets().mac(trail_bytes(tenant_, entry, before));
        before = entry.mac;
    }
    return {};
}

Result<void> Batch::commit() {
    if (failed_) return tl::unexpected(*failed_);
    return number_trail().and_then([&] { return records_.store().change(tenant_, changes_); });
}

}  // namespace heng::app::accounts
