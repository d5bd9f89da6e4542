#pragma once
/// @file
/// What administrators do about other people's accounts. The caller has made sure who they are;
/// the table in duties.hpp says which of them may do what.
#include "app/accounts/duties.hpp"
#include "app/accounts/parts.hpp"

namespace heng::app::accounts {

/// Who does it. Whoever works at the machine itself may do what any administrator may, since he
/// has the store and its key; the trail calls him `console`.
struct Administrator {
    std::string tenant;
    std::string account;                ///< His own.
    std::optional<cycle::Capacity> as;  ///< Nothing: at the machine itself.
    std::string remote;
};

Administrator at_the_machine(const std::string& tenant);

/// @param account  what it is about; empty if it is not one account.
/// @returns nothing, or `act_not_permitted` by the table of duties, `second_person_needed` for the
///   administrator's own account.
[[nodiscard]] Result<void> require_duty(const Administrator& by, Matter matter,
                                        const std::string& account);
/// The line of the trail for what an administrator has done.
TrailEntry entry_of(const Administrator& by, Matter matter, const std::string& account,
                    Instant now);

struct NewAccount {
    std::string name;
    PersonId person;
};

/// An account as lists show it.
struct AccountRow {
    std::string name;
    PersonId person;
    Disabled disabled = Disabled::no;
    std::optional<Instant> locked_until;
    bool must_change = false;
    bool has_authenticator = false;
    bool has_identity = false;
    bool is_demo = false;
    act::Label clearance = act::Label::internal;
    Instant made_at;
    std::optional<Instant> last_seen;
};

/// How much was cleared away.
struct Swept {
    std::size_t sessions = 0;
    std::size_t tokens = 0;
    std::size_t attempts = 0;
    std::size_t accounts_disabled = 0;
};

/// Every function about an account may also fail with
///   - `act_not_permitted`     by the table of duties;
///   - `second_person_needed`  it is the administrator's own account;
///   - `account_unknown`, and what the store and the vault say.
class Administration {
public:
    explicit Administration(Parts parts)
        : parts_(std::move(parts)), records_(parts_.store, parts_.secrets) {}

    /// Makes an account with a password for one use, which the other administrator has to approve,
    /// unless it is made at the machine.
    /// @returns the password, which is told once, or `account_name_unusable`, `account_exists`:
    ///   the name is taken, or the person has another account.
    [[nodiscard]] Result<std::string> create(const Administrator& by, const NewAccount& wanted);
    /// Makes an account whose password everybody knows, for a demonstration.
    /// @returns nothing, or what `create` says.
    [[nodiscard]] Result<void> create_demo(const std::string& tenant,
                                           std::span<const NewAccount> wanted,
                                           std::string_view password);

    /// @returns nothing, or `record_stage_unfit` if the account does not wait for it.
    [[nodiscard]] Result<void> approve(const Administrator& by, const std::string& account);
    /// Gives the account a password for one use, and ends its sessions and locks.
    /// @returns the password, which is told once.
    [[nodiscard]] Result<std::string> reset_password(const Administrator& by,
                                                     const std::string& account);
    /// Takes the authenticator away and ends the sessions: another one can be enrolled.
    [[nodiscard]] Result<void> reset_authenticator(const Administrator& by,
                                                   const std::string& account);
    /// Takes the identity away and ends the sessions: the next one of the account's name is linked.
    [[nodiscard]] Result<void> unlink_identity(const Administrator& by, const std::string& account);
    /// Ends sessions and API tokens as well.
    [[nodiscard]] Result<void> disable(const Administrator& by, const std::string& account);
    /// @returns nothing, or `record_stage_unfit` if the account is not approved yet.
    [[nodiscard]] Result<void> enable(const Administrator& by, const std::string& account);
    /// Forgets the failures to sign in.
    [[nodiscard]] Result<void> unlock(const Administrator& by, const std::string& account);
    [[nodiscard]] Result<void> end_sessions(const Administrator& by, const std::string& account);
    /// Up to which label the owner is shown records; the trail names it. Ends the sessions.
    [[nodiscard]] Result<void> clear_for(const Administrator& by, const std::string& account,
                                         act::Label label);

    /// What holds about signing in, in version 0 if nobody has set it. For who may list accounts.
    [[nodiscard]] Result<Kept<SignInRules>> sign_in_rules(const Administrator& by) const;
    /// Sets it, for sessions that are open as well; the trail says what (SEC-3).
    /// @param version  in which the rules were seen.
    /// @returns nothing, or `act_not_permitted`, `version_stale`, or for each field out of its
    ///   bounds a `value_out_of_range`.
    [[nodiscard]] Checked<void> set_sign_in_rules(const Administrator& by, const SignInRules& rules,
                                                  std::int64_t version);

    /// In the order of names.
    [[nodiscard]] Result<std::vector<AccountRow>> list(const Administrator& by) const;
    /// Notes that someone read what is confidential: a draft, the count of votes (ASVS 8.3.5).
    /// @param what  the address that was read.
    [[nodiscard]] Result<void> note_reading(const Administrator& by, const std::string& what);
    /// Notes that the administrator made a backup. @param file  its name.
    [[nodiscard]] Result<void> note_backup(const Administrator& by, const std::string& file);
    /// At most `count_max` entries of the audit trail from number `from_seq` on.
    [[nodiscard]] Result<std::vector<TrailEntry>> trail(const Administrator& by,
                                                        std::int64_t from_seq,
                                                        std::size_t count_max) const;

    /// Clears away what is over, and disables accounts that nobody used for long (SEC-6). To be
    /// called now and then.
    [[nodiscard]] Result<Swept> sweep(const std::string& tenant);

private:
    [[nodiscard]] Result<void> note(const Administrator& by, Matter matter,
                                    const std::string& what);
    /// What else goes with a change of an account.
    struct Also {
        bool end_sessions = false;
        bool end_tokens = false;
        bool forget_failures = false;
        std::string detail = {};  ///< For the trail.
    };
    using Change = std::function<Result<void>(Account& account)>;

    [[nodiscard]] Result<void> change(const Administrator& by, Matter matter,
                                      const std::string& account, Also also, const Change& change);
    [[nodiscard]] Result<void> add(const std::string& tenant, std::span<const Account> wanted,
                                   const TrailEntry& entry);
    Account make_account(const NewAccount& wanted, std::string password_hash) const;
    [[nodiscard]] Result<std::size_t> disable_idle(const std::string& tenant);
    template <class T, class IsOver>
    [[nodiscard]] Result<std::size_t> erase_all(const std::string& tenant, Kind kind,
                                                const std::vector<Kept<T>>& all,
                                                const IsOver& is_over);

    const Parts parts_;
    const Records records_;
    Turns turns_;
};

}  // namespace heng::app::accounts
