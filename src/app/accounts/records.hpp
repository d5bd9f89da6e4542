#pragma once
/// @file
/// Accounts, sessions, tokens and cards as values, kept in a store as sealed records. Each seal is
/// bound to its tenant, kind, id, owner and version: what is moved, copied or changed past this
/// program does not open any more.
#include "app/accounts/account.hpp"
#include "app/accounts/account_store.hpp"
#include "app/accounts/lockout.hpp"
#include "app/accounts/secrets.hpp"
#include "core/ledger/canonical.hpp"

namespace heng::app::accounts {

/// A value with the version in which it stands in the store; 0 if it is new.
template <class T>
struct Kept {
    T value;
    std::int64_t version = 0;
};

/// Attempts by the name or address that they are counted for.
struct CountedAttempts {
    std::string id;
    Attempts attempts;
};

class Records {
public:
    /// Both must outlive it.
    Records(AccountStore& store, const Secrets& secrets) : store_(store), secrets_(secrets) {}

    /// The value, or nothing, or what the store or the vault says.
    [[nodiscard]] Result<std::optional<Kept<Account>>> account(const std::string& tenant,
                                                               const std::string& name) const;
    [[nodiscard]] Result<std::optional<Kept<Session>>> session(const std::string& tenant,
                                                               const std::string& id) const;
    [[nodiscard]] Result<std::optional<Kept<ApiToken>>> token(const std::string& tenant,
                                                              const std::string& id) const;
    [[nodiscard]] Result<std::optional<Kept<PersonCard>>> card(const std::string& tenant,
                                                               const std::string& person) const;
    /// In version 0 the `usual` ones, where the city has not set its own.
    [[nodiscard]] Result<Kept<SignInRules>> sign_in_rules(const std::string& tenant,
                                                          const SignInRules& usual) const;
    /// None count as no failure.
    [[nodiscard]] Result<Kept<CountedAttempts>> attempts(const std::string& tenant,
                                                         const std::string& id) const;

    [[nodiscard]] Result<std::vector<Kept<Account>>> accounts(const std::string& tenant) const;
    /// Of one account, or all where it is empty.
    [[nodiscard]] Result<std::vector<Kept<Session>>> sessions(const std::string& tenant,
                                                              const std::string& account) const;
    [[nodiscard]] Result<std::vector<Kept<ApiToken>>> tokens(const std::string& tenant,
                                                             const std::string& account) const;
    [[nodiscard]] Result<std::vector<Kept<PersonCard>>> cards(const std::string& tenant) const;
    [[nodiscard]] Result<std::vector<Kept<CountedAttempts>>> all_attempts(
        const std::string& tenant) const;

    /// Seals every record anew that was sealed with an earlier key.
    /// @returns how many; those that others changed meanwhile are sealed with the key in use
    ///   already.
    [[nodiscard]] Result<std::size_t> reseal(const std::string& tenant) const;

    AccountStore& store() const { return store_; }
    const Secrets& secrets() const { return secrets_; }

private:
    AccountStore& store_;
    const Secrets& secrets_;
};

/// What is to be changed together. The first thing that cannot be sealed is reported by `commit`.
class Batch {
public:
    Batch(const Records& records, std::string tenant)
        : records_(records), tenant_(std::move(tenant)) {}

    void put(const Kept<Account>& one);
    void put(const Kept<Session>& one);
    void put(const Kept<ApiToken>& one);
    void put(const Kept<PersonCard>& one);
    void put(const Kept<CountedAttempts>& one);
    void put(const Kept<SignInRules>& one);
    /// A record that is not there is not erased.
    void erase(Kind kind, const std::string& id, std::int64_t version);
    /// Adds to the trail; its number and its code are set here.
    void note(TrailEntry entry);

    /// @returns nothing, or `version_stale`: then read again, and decide again.
    [[nodiscard]] Result<void> commit();

private:
    void put(Kind kind, const std::string& id, const std::string& owner, std::int64_t version,
             ledger::Object body);
    [[nodiscard]] Result<void> number_trail();

    const Records& records_;
    std::string tenant_;
    Changes changes_;
    std::optional<Error> failed_;
};

}  // namespace heng::app::accounts
