/// @file
/// A map under a lock.
#include "shell/memory/event_store.hpp"

#include "app/batch.hpp"

#include <algorithm>

namespace heng::memory {

using ledger::Head;
using ledger::SealedEvent;

std::optional<Head> EventStore::head_locked(const std::string& tenant) const {
    const auto found = ledgers_.find(tenant);
    if (found == ledgers_.end()) return std::nullopt;
    return head_of(found->second.back());
}

Result<Head> EventStore::append_batch(const std::string& tenant,
                                      const std::optional<Head>& expected,
                                      std::span<const SealedEvent> events,
                                      std::span<const app::RequestMark> marks) {
    app::require_batch(expected, events);
    {
        const std::lock_guard lock(mutex_);
        if (head_locked(tenant) != expected) return refuse(Code::ledger_head_moved, {}, {tenant});
        for (const app::RequestMark& mark : marks)
            if (marks_.contains({tenant, mark.of.key}))
                return refuse(Code::ledger_head_moved, {}, {tenant});
        for (const app::RequestMark& mark : marks) marks_[{tenant, mark.of.key}] = mark;
        auto& ledger = ledgers_[tenant];
        ledger.insert(ledger.end(), events.begin(), events.end());
    }
    grown_.notify_all();
    return head_of(events.back());
}

Result<std::vector<SealedEvent>> EventStore::read(const std::string& tenant, std::int64_t from_seq,
                                                  std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    const auto found = ledgers_.find(tenant);
    if (found == ledgers_.end()) return std::vector<SealedEvent>();
    const auto& ledger = found->second;
    const std::size_t from =
        std::min(static_cast<std::size_t>(std::max<std::int64_t>(from_seq, 1) - 1), ledger.size());
    const std::size_t count = std::min(count_max, ledger.size() - from);
    const auto begin = ledger.begin() + static_cast<std::ptrdiff_t>(from);
    return std::vector<SealedEvent>(begin, begin + static_cast<std::ptrdiff_t>(count));
}

Result<std::optional<app::RequestMark>> EventStore::find_mark(const std::string& tenant,
                                                              const ledger::Digest& key) {
    const std::lock_guard lock(mutex_);
    const auto found = marks_.find({tenant, key});
    if (found == marks_.end()) return std::nullopt;
    return found->second;
}

Result<std::optional<Head>> EventStore::head(const std::string& tenant) {
    const std::lock_guard lock(mutex_);
    return head_locked(tenant);
}

Result<std::vector<std::string>> EventStore::tenants() {
    const std::lock_guard lock(mutex_);
    std::vector<std::string> out;
    for (const auto& [tenant, ledger] : ledgers_) out.push_back(tenant);
    return out;
}

Result<std::optional<Head>> EventStore::await(const std::string& tenant, std::int64_t after_seq,
                                              std::chrono::milliseconds timeout) {
    std::unique_lock lock(mutex_);
    grown_.wait_for(lock, timeout, [&] {
        const auto head = head_locked(tenant);
        return head && head->seq > after_seq;
    });
    return head_locked(tenant);
}

}  // namespace heng::memory
