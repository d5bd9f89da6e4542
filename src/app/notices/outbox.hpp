#pragma once
/// @file
/// The outbox of notices, an ordinary table outside the ledger: people read it in the program, and
/// channels carry one digest a person and day to them.
#include "app/notices/notice.hpp"
#include "core/base/result.hpp"

#include <array>
#include <chrono>
#include <optional>

namespace heng::app::notices {

using ledger::Instant;

/// As a person reads it.
struct Notice {
    std::int64_t id = 0;  ///< Of its tenant; later ones are larger.
    NoticeDraft what;
    Instant made_at;
    bool is_read = false;
    bool operator==(const Notice&) const = default;
};

/// One person's notices of a day, on their way through one channel.
struct DigestKey {
    cycle::PersonId person;
    cycle::Date day;
    std::string channel;
    auto operator<=>(const DigestKey&) const = default;
};

/// How many notices there are of each kind, by its number.
using Counts = std::array<int, notice_kind_count>;

struct Digest {
    DigestKey key;
    Counts counts{};
    int attempts = 0;  ///< With the one that begins now.
    bool operator==(const Digest&) const = default;
};

/// How an attempt ended.
struct Outcome {
    /// When the next one is made; nothing if there is none, be it sent or given up.
    std::optional<Instant> retry_at;
    /// Why it was not delivered, for administrators: a code and its particulars, no person, no
    /// secret. Empty if it was.
    std::string failure;
};

/// A digest that was not delivered so far.
struct Failure {
    DigestKey key;
    int attempts = 0;
    std::string failure;
    bool is_given_up = false;
    bool operator==(const Failure&) const = default;
};

/// What is posted together.
struct Posting {
    std::string tenant;
    cycle::Date today;
    Instant now;
    std::vector<std::string> channels;  ///< Each gets a digest for whoever has new notices.
};

/// May be used from several threads and processes at once. Every function may also fail with
/// `store_unreachable`, `store_busy`, `store_full` or `store_failed`; then it may be asked again.
class Outbox {
public:
    virtual ~Outbox() = default;

    /// Puts those in whose key is not there yet. Then everyone who has notices in no digest yet,
    /// and has none of today, gets today's digest; further notices of the day wait for the next.
    /// @returns how many notices were new.
    [[nodiscard]] virtual Result<std::size_t> post(const Posting& posting,
                                                   std::span<const NoticeDraft> notices) = 0;

    /// At most `count_max` notices of the person with ids below `before_id`, the latest first.
    [[nodiscard]] virtual Result<std::vector<Notice>> read(const std::string& tenant,
                                                           const cycle::PersonId& person,
                                                           std::int64_t before_id,
                                                           std::size_t count_max) = 0;
    [[nodiscard]] virtual Result<std::int64_t> count_unread(const std::string& tenant,
                                                            const cycle::PersonId& person) = 0;
    /// Marks those read that are the person's; others are left as they are.
    [[nodiscard]] virtual Result<void> mark_read(const std::string& tenant,
                                                 const cycle::PersonId& person,
                                                 std::span<const std::int64_t> ids) = 0;

    /// Takes one digest whose time has come. Whoever takes it holds it until `until`: should he
    /// vanish, another may take it then.
    [[nodiscard]] virtual Result<std::optional<Digest>> claim(const std::string& tenant,
                                                              Instant now, Instant until) = 0;
    /// Ends the attempt that `claim` began.
    [[nodiscard]] virtual Result<void> settle(const std::string& tenant, const DigestKey& key,
                                              const Outcome& outcome) = 0;
    /// At most `count_max` digests whose last attempt failed, by day, the latest first.
    [[nodiscard]] virtual Result<std::vector<Failure>> failures(const std::string& tenant,
                                                                std::size_t count_max) = 0;
};

}  // namespace heng::app::notices
