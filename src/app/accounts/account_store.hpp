#pragma once
/// @file
/// The port to where accounts and all that belongs to them is kept: ordinary tables beside the
/// ledger. A store sees no secret: what it keeps was sealed before, with a key that it does not
/// have.
#include "core/base/result.hpp"
#include "core/ledger/time_text.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace heng::app::accounts {

/// What a record is about.
enum class Kind {
    account,   ///< By its name.
    attempts,  ///< Failures to sign in, by account name or remote address.
    session,   ///< By the hash of its token.
    token,     ///< An API token, by its hash.
    card,      ///< What is known of a person, by the person's id.
    rules,     ///< What a city has set about signing in.
};

/// `account`, `attempts`, …; the name in the table.
constexpr const char* name(Kind kind) {
    constexpr const char* names[] = {"account", "attempts", "session", "token", "card", "rules"};
    return names[static_cast<int>(kind)];
}

struct Record {
    Kind kind = Kind::account;
    std::string id;            ///< Unique within tenant and kind.
    std::string owner;         ///< The account that it belongs to; empty where there is none.
    std::int64_t version = 0;  ///< 1 when made, then one more with each change.
    std::string sealed;
    bool operator==(const Record&) const = default;
};

/// A record that goes, in the version in which it was seen.
struct Erasure {
    Kind kind = Kind::account;
    std::string id;
    std::int64_t version = 0;
};

/// What became of a matter.
enum class Outcome { done, refused };

/// A line of the audit trail: what was done about an account, by whom, from where (SEC-8).
struct TrailEntry {
    std::int64_t seq = 0;  ///< From 1 on in each tenant, without a gap.
    ledger::Instant at;
    std::string actor;    ///< Name of an account; `console` at the machine itself.
    std::string matter;   ///< `sign_in`, `create_account`, …
    std::string account;  ///< Which it was about; as typed, where there is no such account.
    Outcome outcome = Outcome::done;
    std::string detail;  ///< Why it was refused, or what was done more exactly; may be empty.
    std::string remote;  ///< Address; empty at the machine itself.
    std::string mac;     ///< Of this entry and the one before it.
    bool operator==(const TrailEntry&) const = default;
};

/// Changes that are made together or not at all.
struct Changes {
    std::vector<Record> puts;  ///< With their new version.
    std::vector<Erasure> erasures;
    std::vector<TrailEntry> trail;
    std::vector<Record> restored = {};  ///< From a backup, in the version that they have.
};

/// Every function may also fail with `store_unreachable`, `store_busy`, `store_full` or
/// `store_failed`, and may be called from several threads at once.
class AccountStore {
public:
    virtual ~AccountStore() = default;

    [[nodiscard]] virtual Result<std::optional<Record>> find(const std::string& tenant, Kind kind,
                                                             const std::string& id) = 0;

    /// All of a kind, in the order of ids; only those of `owner` if it is not empty.
    [[nodiscard]] virtual Result<std::vector<Record>> list(const std::string& tenant, Kind kind,
                                                           const std::string& owner) = 0;

    /// Makes all changes, on disk on return, or none.
    /// @returns nothing, or `version_stale`: a record is not in the version before the one put, or
    ///   not in the one to be erased, or one to be restored is there, or the trail is not as long
    ///   as the entries suppose. Of several who change one record at once, one wins.
    [[nodiscard]] virtual Result<void> change(const std::string& tenant,
                                              const Changes& changes) = 0;

    /// At most `count_max` entries of the trail from number `from_seq` on, in order.
    [[nodiscard]] virtual Result<std::vector<TrailEntry>> trail(const std::string& tenant,
                                                                std::int64_t from_seq,
                                                                std::size_t count_max) = 0;

    /// The last entry of the trail, if there is one.
    [[nodiscard]] virtual Result<std::optional<TrailEntry>> trail_end(
        const std::string& tenant) = 0;
};

}  // namespace heng::app::accounts
