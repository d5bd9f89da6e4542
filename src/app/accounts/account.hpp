#pragma once
/// @file
/// What there is: accounts, sessions, API tokens, people's cards, and the rules for them as
/// settings.
#include "core/act/label.hpp"
#include "core/cycle/ids.hpp"
#include "core/ledger/time_text.hpp"

#include <chrono>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace heng::app::accounts {

using cycle::PersonId;
using ledger::Instant;

/// Why an account cannot be used.
enum class Disabled {
    no,
    unapproved,  ///< Made by one administrator, not yet approved by the other (SEC-15).
    by_administrator,
    idle,  ///< Nobody signed in for too long (SEC-6).
};

/// An authenticator of codes by time.
struct Authenticator {
    std::string seed;            ///< The key itself, as bytes.
    std::int64_t last_step = 0;  ///< The latest that was used; none up to it is taken again.
    bool operator==(const Authenticator&) const = default;
};

/// Someone as an identity provider knows him. It gives a subject to one person, and never again.
struct Identity {
    std::string issuer;
    std::string subject;
    bool operator==(const Identity&) const = default;
};

/// Someone's way in: one for each person (SEC-1).
struct Account {
    std::string name;
    PersonId person;
    std::string password_hash;
    std::vector<std::string> earlier_hashes;  ///< The latest first.
    Instant password_since;
    bool must_change = false;
    std::optional<Authenticator> authenticator;
    std::optional<Identity> identity;  ///< The one that may sign in without the password.
    std::string seed_offered;          ///< Of an authenticator not yet confirmed; else empty.
    Instant made_at;
    std::optional<Instant> last_seen;  ///< When someone last signed in.
    Instant idle_from;  ///< Last signed in or, if that came later, approved or enabled.
    Disabled disabled = Disabled::no;
    bool is_demo = false;  ///< With a password that is documented.
    /// Up to which label its owner is shown records (SEC-7).
    act::Label clearance = act::Label::internal;
    bool operator==(const Account&) const = default;
};

/// What must be done before a session may be used for anything else.
enum class Pending { nothing, change_password, enrol_authenticator, show_second_factor };

/// Someone signed in.
struct Session {
    std::string id;  ///< The hash of its token, which itself is kept nowhere.
    std::string account;
    PersonId person;
    std::string csrf_token;                ///< 64 hexadecimal digits.
    Instant since;                         ///< Of signing in, not of stepping up.
    Instant last_used;                     ///< To the minute.
    std::optional<Instant> stepped_up_at;  ///< When a code was last given.
    Pending pending = Pending::nothing;
    bool is_administrator = false;
    bool is_demo = false;
    bool is_by_identity = false;  ///< Opened by an identity provider's word, not by a password.
    std::string remote;           ///< The address from which it was opened.
    act::Label clearance = act::Label::internal;  ///< Of the account when it was opened.
    bool operator==(const Session&) const = default;
};

/// A session together with the token that opens it, which is told once.
struct Opening {
    std::string token;  ///< 64 hexadecimal digits: 256 random bits.
    Session session;
};

/// What a token for another system allows.
enum class Scope { read, act, export_data };

struct ApiToken {
    std::string id;  ///< The hash of the token.
    std::string account;
    PersonId person;
    std::string label;
    std::set<Scope> scopes;
    Instant made_at;
    Instant expires_at;
    /// When its owner was told its text; nothing: granted, and of no use yet.
    std::optional<Instant> collected_at = {};
    bool operator==(const ApiToken&) const = default;
};

/// A token together with the text that is told once.
struct IssuedToken {
    std::string text;
    ApiToken token;
};

/// What is known of a person, and nothing else (SEC-14).
struct PersonCard {
    PersonId person;
    std::string name;
    std::string post;
    std::string phone;      ///< May be empty.
    std::string mail = {};  ///< Where notices go; empty: nowhere.
    bool operator==(const PersonCard&) const = default;
};

/// Of passwords (SEC-2). Where GB/T 22239 asks for classes and ASVS 2.1.9 for none, the former
/// wins, and `classes_min = 1` gives the latter.
struct PasswordPolicy {
    std::size_t length_min = 12;  ///< In characters.
    int classes_min = 3;          ///< Of lower case, upper case, digits, others.
    std::size_t earlier_refused = 5;
    std::optional<std::chrono::days> age_max = std::chrono::days(90);
};

/// What the security administrator of a city sets about signing in (SEC-3).
struct SignInRules {
    int failures_max = 5;  ///< Of one account in a row; the last of them locks it.
    std::chrono::minutes locked_for{30};
    std::chrono::minutes idle_max{30};
    std::chrono::minutes administrator_idle_max{10};  ///< Never longer than `idle_max`.
    bool operator==(const SignInRules&) const = default;
};

/// Of failures to sign in from one address (ASVS 2.2.1).
struct RemotePolicy {
    int failures_max = 30;
    std::chrono::minutes locked_for{10};
};

struct SessionPolicy {
    std::chrono::minutes age_max{12 * 60};
    std::chrono::minutes step_up_for{10};  ///< How long a code counts for binding acts.
};

struct Policy {
    PasswordPolicy password;
    SignInRules sign_in;  ///< Where the city has not set its own.
    RemotePolicy remote;
    SessionPolicy session;
    std::chrono::days account_idle_max{90};
    std::chrono::days token_age_max{366};
};

}  // namespace heng::app::accounts
