#pragma once
/// @file
/// Signing in, and what someone signed in may do with his own way in.
///
/// Passwords are verified without any lock. Whatever opens a session changes its account in the
/// same step, and whatever ends all sessions of an account does so too: neither can slip past the
/// other.
#include "app/accounts/identity_provider.hpp"
#include "app/accounts/parts.hpp"

#include <memory>

namespace heng::app::accounts {

/// What someone types, and from where.
struct SignIn {
    std::string tenant;
    std::string name;  ///< Capitals are taken for small letters.
    std::string password;
    std::optional<std::string> code;  ///< Six digits, where he has an authenticator.
    std::string remote;
};

/// A request with a session's token.
struct Visit {
    std::string tenant;
    std::string token;
    std::string remote;
    bool is_idle = false;  ///< It listens; nobody did anything (SEC-3).
};

struct PasswordChange {
    std::string current;
    std::string wanted;
};

/// An authenticator to be set up, told once.
struct Offer {
    std::string seed;  ///< In base 32, to be typed.
    std::string uri;   ///< otpauth://…, to be shown as a QR code.
};

/// Every function may also fail with what the store and the vault say. Those that take a visit
/// fail with `sign_in_needed` where its session is unknown, ended or over.
class Sessions {
public:
    /// @returns the class, or `algorithm_unavailable`.
    [[nodiscard]] static Result<std::unique_ptr<Sessions>> make(Parts parts);

    /// Opens a session. Its `pending` says what must be done before anything else.
    /// @returns the session, or
    ///   - `sign_in_refused`       no such name, a wrong password or code, a code used before, or
    ///     an account that is disabled: which of them, only the trail tells;
    ///   - `second_factor_needed`  name and password are right, and a code is missing;
    ///   - `account_locked`        too many failures for this name, known or not;
    ///   - `rate_exceeded`         too many failures from this address.
    [[nodiscard]] Result<Opening> sign_in(const SignIn& given);

    /// Opens a session by an identity provider's word, which takes the place of the password and of
    /// nothing else: `pending` asks for the code where the account has an authenticator. The first
    /// identity of an account's name is linked to it, and no other gets in from then on.
    /// @param ask  asks the provider, without any lock.
    /// @returns the session, or
    ///   - `identity_unlinked`     no account of this name, or one that is disabled or linked to
    ///     another identity: which of them, only the trail tells;
    ///   - `second_factor_absent`  an administrator who has no authenticator: the provider's word
    ///     alone makes nobody an administrator;
    ///   - `account_locked`, `rate_exceeded` as above; what `ask` says.
    [[nodiscard]] Result<Opening> sign_in_by_identity(const std::string& tenant,
                                                      const std::string& remote,
                                                      const std::function<Result<Vouched>()>& ask);

    /// The session of a visit, which is used with this.
    [[nodiscard]] Result<Session> authenticate(const Visit& visit);

    /// Gives a code for a binding act. The session goes on under a new token.
    /// @returns it, or `second_factor_absent`, `sign_in_refused`, `account_locked`: too many
    ///   failures, which end the session.
    [[nodiscard]] Result<Opening> step_up(const Visit& visit, std::string_view code);

    /// Ends all sessions of the account; this one goes on under a new token (ASVS 3.3.3).
    /// @returns it, or `sign_in_refused` for a wrong current password, `account_locked`,
    ///   `password_weak` for each rule that the new one breaks.
    [[nodiscard]] Checked<Opening> change_password(const Visit& visit,
                                                   const PasswordChange& change);

    /// Makes a seed, which takes the place of one offered before.
    /// @returns the offer, or `second_factor_present`, `password_change_needed`.
    [[nodiscard]] Result<Offer> offer_authenticator(const Visit& visit, std::string_view issuer);
    /// Takes the authenticator that was offered into use, by its first code. The session goes on
    /// under a new token.
    /// @returns it, or `second_factor_absent` where none was offered, `second_factor_present`,
    ///   `sign_in_refused` for a wrong code, `account_locked`.
    [[nodiscard]] Result<Opening> confirm_authenticator(const Visit& visit, std::string_view code);

    [[nodiscard]] Result<void> sign_out(const Visit& visit);
    /// One's own sessions, in no particular order; not those that are over.
    [[nodiscard]] Result<std::vector<Session>> list(const Visit& visit);
    /// Ends one's own session `id`, after the password was given again (ASVS 3.3.4).
    /// @returns nothing, or `sign_in_refused`, `account_locked`, `record_unknown`.
    [[nodiscard]] Result<void> end(const Visit& visit, const std::string& id,
                                   std::string_view password);

    /// Whether the session may be used for more than getting ready.
    /// @returns nothing, or `password_change_needed`, `second_factor_absent`.
    [[nodiscard]] static Result<void> require_ready(const Session& session);
    /// Whether a code was given lately, as binding acts need it (ASVS 3.7.1).
    /// @returns nothing, or `second_factor_needed`.
    [[nodiscard]] Result<void> require_step_up(const Session& session) const;

private:
    Sessions(Parts parts, std::string dummy_hash)
        : parts_(std::move(parts)),
          records_(parts_.store, parts_.secrets),
          dummy_hash_(std::move(dummy_hash)) {}

    /// What verifying the password, or asking the provider, gave, without any lock.
    struct Checkup {
        std::string hash;  ///< The one that was verified; empty where there is no account.
        bool is_right = false;
        std::string better_hash;  ///< Empty, or one made as hashes are made now.
        bool is_by_identity = false;
        const char* detail = "";  ///< For the trail.
    };
    /// What an account's name and the address are counted for.
    struct Counts {
        std::optional<Kept<CountedAttempts>> name;
        std::optional<Kept<CountedAttempts>> remote;
    };

    [[nodiscard]] Result<Counts> counts(const SignIn& given) const;
    [[nodiscard]] Result<void> require_unlocked(const Counts& counts) const;
    [[nodiscard]] Result<Checkup> check_up(const SignIn& given) const;
    [[nodiscard]] Result<Opening> decide(const SignIn& given, const Checkup& checkup);
    [[nodiscard]] Result<Opening> welcome(const SignIn& given, const Checkup& checkup,
                                          const Counts& counts, Kept<Account> account);
    [[nodiscard]] Result<Opening> fail(const SignIn& given, const Counts& counts, const char* why);
    [[nodiscard]] Result<Opening> decide(const SignIn& given, const Identity& identity);
    [[nodiscard]] Result<Opening> refuse_identity(const SignIn& given, const char* why, Code code);
    [[nodiscard]] Result<bool> is_linked(const std::string& tenant, const Identity& identity) const;
    [[nodiscard]] Result<void> disable_idle(const SignIn& given, Kept<Account> account);

    [[nodiscard]] Result<Kept<Session>> kept_session(const Visit& visit) const;
    [[nodiscard]] Result<Kept<Account>> own_account(const std::string& tenant,
                                                    const Session& session) const;
    /// The account of the visit, whose current password this is.
    [[nodiscard]] Result<Kept<Account>> confirm_password(const Visit& visit,
                                                         std::string_view password,
                                                         const char* matter);
    /// Counts a failure of someone signed in, whose session ends if there are too many.
    /// @returns `sign_in_refused`, or why it could not be counted.
    Error refuse_again(const Visit& visit, const char* matter, const char* why);
    [[nodiscard]] Result<void> require_name_unlocked(const std::string& tenant,
                                                     const std::string& name) const;
    /// Under the turn: the step of the code, or `sign_in_refused`.
    [[nodiscard]] Result<std::int64_t> step_of(const Authenticator& authenticator,
                                               std::string_view code, Instant now) const;
    [[nodiscard]] Result<Opening> try_step_up(const Visit& visit, std::string_view code);
    [[nodiscard]] Result<Opening> try_confirm(const Visit& visit, std::string_view code);
    [[nodiscard]] Result<Opening> set_password(const Visit& visit, const std::string& verified,
                                               const std::string& wanted);
    [[nodiscard]] Result<Opening> go_on(const Visit& visit, const Kept<Session>& session,
                                        const Kept<Account>& account, Batch& batch,
                                        const char* matter);
    Pending pending_of(const Account& account, const Session& session, Instant now) const;
    bool is_over(const Session& session, const SignInRules& rules) const;
    /// What holds in the city.
    [[nodiscard]] Result<SignInRules> rules(const std::string& tenant) const;
    TrailEntry entry(const Session& session, const Visit& visit, const char* matter) const;

    const Parts parts_;
    const Records records_;
    const std::string dummy_hash_;  ///< Verified where there is no account, to take as long.
    Turns turns_;
};

}  // namespace heng::app::accounts
