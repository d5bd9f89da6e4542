#pragma once
/// @file
/// What is inside the seal of a record: an object in the canonical encoding.
#include "app/accounts/records.hpp"
#include "core/ledger/canonical.hpp"

namespace heng::app::accounts {

ledger::Object print_body(const Account& account);
ledger::Object print_body(const Session& session);
ledger::Object print_body(const ApiToken& token);
ledger::Object print_body(const PersonCard& card);
ledger::Object print_body(const CountedAttempts& attempts);
ledger::Object print_body(const SignInRules& rules);

/// Each gives `vault_text_damaged` for an object that the printer of its kind does not make.
[[nodiscard]] Result<Account> parse_account(const ledger::Object& body);
[[nodiscard]] Result<Session> parse_session(const ledger::Object& body);
[[nodiscard]] Result<ApiToken> parse_token(const ledger::Object& body);
[[nodiscard]] Result<PersonCard> parse_card(const ledger::Object& body);
[[nodiscard]] Result<CountedAttempts> parse_attempts(const ledger::Object& body);
[[nodiscard]] Result<SignInRules> parse_sign_in_rules(const ledger::Object& body);

/// `read`, `act`, `export`.
std::string_view name(Scope scope);
std::optional<Scope> scope_named(std::string_view text);
/// `enabled`, `unapproved`, `by_administrator`, `idle`.
std::string_view name(Disabled disabled);

}  // namespace heng::app::accounts
