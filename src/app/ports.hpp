#pragma once
/// @file
/// What the application asks of the world; the shell answers. Only these, log.hpp and notices/ have
/// virtual functions. All of them may be called from several threads at once.
#include "core/base/result.hpp"
#include "core/ledger/chain.hpp"

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

/// A request that may be sent again, and must be done once all the same (Idempotency-Key).
struct RequestKey {
    ledger::Digest key{};      ///< Of who sends it and the key he gave it.
    ledger::Digest request{};  ///< Of what it asks for.
    bool operator==(const RequestKey&) const = default;
};

/// Where the events of such a request stand.
struct RequestMark {
    RequestKey of;
    std::int64_t first_seq = 0;
    std::int64_t last_seq = 0;
    bool operator==(const RequestMark&) const = default;
};

/// Where ledgers are kept. Events are appended and read, never altered.
/// Every function may also fail with `store_unreachable`, `store_busy`, `store_full` or
/// `store_failed`.
class EventStore {
public:
    virtual ~EventStore() = default;

    /// Appends all of `events` to the tenant's ledger, or none of them. On return they are on disk.
    /// @param expected  the head they were sealed on; nothing for the first event of a ledger.
    /// @param marks  of the requests that the events are from: recorded with them or not at all.
    /// @pre `events` is not empty and numbered on from `expected`.
    /// @returns the new head, or
    ///   - `ledger_head_moved`       the ledger's head is another one; of several that append at
    ///   once, one wins; or one of the keys is recorded already;
    ///   - `ledger_outcome_unknown`  the store broke down while it was writing.
    [[nodiscard]] Result<ledger::Head> append(const std::string& tenant,
                                              const std::optional<ledger::Head>& expected,
                                              std::span<const ledger::SealedEvent> events,
                                              std::span<const RequestMark> marks = {}) {
        return append_batch(tenant, expected, events, marks);
    }

    /// What was recorded under a request's key, or nothing.
    [[nodiscard]] virtual Result<std::optional<RequestMark>> find_mark(
        const std::string& tenant, const ledger::Digest& key) = 0;

    /// At most `count_max` events from number `from_seq` on, in order; as stored, unverified.
    [[nodiscard]] virtual Result<std::vector<ledger::SealedEvent>> read(const std::string& tenant,
                                                                        std::int64_t from_seq,
                                                                        std::size_t count_max) = 0;

    /// The last event, or nothing where there is no ledger.
    [[nodiscard]] virtual Result<std::optional<ledger::Head>> head(const std::string& tenant) = 0;

    /// Everyone who has a ledger, in order.
    [[nodiscard]] virtual Result<std::vector<std::string>> tenants() = 0;

    /// Waits until the ledger goes beyond `after_seq`, whichever process appends, or the time is
    /// up.
    /// @returns the head then.
    [[nodiscard]] virtual Result<std::optional<ledger::Head>> await(
        const std::string& tenant, std::int64_t after_seq, std::chrono::milliseconds timeout) = 0;

private:
    /// See `append`.
    [[nodiscard]] virtual Result<ledger::Head> append_batch(
        const std::string& tenant, const std::optional<ledger::Head>& expected,
        std::span<const ledger::SealedEvent> events, std::span<const RequestMark> marks) = 0;
};

/// A file kept by its hash.
struct Blob {
    ledger::Digest hash;
    std::int64_t size_bytes = 0;
    bool operator==(const Blob&) const = default;
};

/// A file on its way in. Dropping it before `finish` leaves nothing behind.
class Upload {
public:
    virtual ~Upload() = default;

    /// @returns nothing, or `blob_too_large`.
    [[nodiscard]] virtual Result<void> add(std::string_view piece) = 0;

    /// On return the file is on disk, once, however often it was uploaded.
    /// @returns its name, or `blob_type_refused` if the content is not of the type that was said.
    /// @pre called once, after the last `add`.
    [[nodiscard]] virtual Result<Blob> finish() = 0;
};

/// Where evidence is kept.
class Blobs {
public:
    virtual ~Blobs() = default;

    /// The bound of one file.
    [[nodiscard]] virtual std::int64_t size_bytes_max() const = 0;

    /// @param type  a media type such as application/pdf.
    /// @returns the upload, or `blob_type_refused`.
    [[nodiscard]] virtual Result<std::unique_ptr<Upload>> begin(std::string_view type) = 0;

    /// Hands the file on in pieces, after all of it was found to fit its hash.
    /// @returns what it is, or `blob_absent`, `blob_changed`: then nothing was handed on.
    [[nodiscard]] virtual Result<Blob> read(const ledger::Digest& hash,
                                            const std::function<void(std::string_view)>& take) = 0;
};

/// A ballot of a tenant, by the number of the event that opened it.
struct BallotKey {
    std::string tenant;
    std::int64_t ballot = 0;
    auto operator<=>(const BallotKey&) const = default;
};

/// A one-time code as the box knows it, and the voter group it votes in.
struct VoterCode {
    ledger::Digest hash{};
    std::string group;
};

/// The papers of a ballot by voter group, each list in alphabetical order.
using Papers = std::map<std::string, std::vector<std::string>>;

/// Where secret ballots are cast (DEB-5), outside the ledger. What is kept does not tell which code
/// cast which paper, nor when, nor in which order. Every function may also fail with
/// `store_unreachable`, `store_busy`, `store_full` or `store_failed`; then it may be asked again.
class BallotBox {
public:
    virtual ~BallotBox() = default;

    /// Sets the box up. Codes that it has are left as they are, so that it may be done again.
    [[nodiscard]] virtual Result<void> issue(const BallotKey& key,
                                             std::span<const VoterCode> codes) = 0;

    /// Marks the code used and puts the paper in, both on disk on return, or neither.
    /// @returns nothing, or
    ///   - `ballot_closed`        the box is closed, or there is none;
    ///   - `ballot_code_unknown`
    ///   - `ballot_code_used`     a paper was cast with it.
    /// @pre the paper is not empty and has no line break.
    [[nodiscard]] virtual Result<void> cast(const BallotKey& key, const ledger::Digest& code,
                                            std::string_view paper) = 0;

    /// Takes no more papers from now on.
    /// @returns those that were cast, each time the same, or `ballot_closed` if there is no box.
    [[nodiscard]] virtual Result<Papers> close(const BallotKey& key) = 0;
};

class Clock {
public:
    virtual ~Clock() = default;
    virtual ledger::Instant now() = 0;
};

/// Names that nobody has used or can guess.
class Ids {
public:
    virtual ~Ids() = default;
    /// 26 lower-case letters and digits.
    virtual std::string next() = 0;
};

}  // namespace heng::app
