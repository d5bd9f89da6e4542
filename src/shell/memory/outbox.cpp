/// @file
/// Lists under a lock.
#include "shell/memory/outbox.hpp"

#include <algorithm>
#include <set>

namespace heng::memory {

namespace notices = app::notices;

bool Outbox::has(const Box& box, const notices::NoticeKey& key) {
    return std::any_of(box.notices.begin(), box.notices.end(),
                       [&key](const Kept& kept) { return kept.notice.what.key == key; });
}

void Outbox::make_digests(Box& box, const notices::Posting& posting) {
    std::set<cycle::PersonId> had_one;
    for (const Kept& kept : box.notices)
        if (kept.digest_day == posting.today) had_one.insert(kept.notice.what.key.person);
    for (Kept& kept : box.notices) {
        const cycle::PersonId& person = kept.notice.what.key.person;
        if (!kept.digest_day && !had_one.contains(person)) kept.digest_day = posting.today;
        if (kept.digest_day != posting.today) continue;
        for (const std::string& channel : posting.channels)
            box.digests.try_emplace({person, posting.today, channel}, Sending{0, posting.now, {}});
    }
}

Result<std::size_t> Outbox::post(const notices::Posting& posting,
                                 std::span<const notices::NoticeDraft> drafts) {
    const std::lock_guard lock(mutex_);
    Box& box = boxes_[posting.tenant];
    std::size_t count = 0;
    for (const notices::NoticeDraft& draft : drafts) {
        if (has(box, draft.key)) continue;
        const auto id = static_cast<std::int64_t>(box.notices.size()) + 1;
        box.notices.push_back({{id, draft, posting.now, false}, std::nullopt});
        ++count;
    }
    make_digests(box, posting);
    return count;
}

Result<std::vector<notices::Notice>> Outbox::read(const std::string& tenant,
                                                  const cycle::PersonId& person,
                                                  std::int64_t before_id, std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    const auto& kept = boxes_[tenant].notices;
    std::vector<notices::Notice> out;
    for (auto at = kept.rbegin(); at != kept.rend() && out.size() < count_max; ++at)
        if (at->notice.what.key.person == person && at->notice.id < before_id)
            out.push_back(at->notice);
    return out;
}

Result<std::int64_t> Outbox::count_unread(const std::string& tenant,
                                          const cycle::PersonId& person) {
    const std::lock_guard lock(mutex_);
    const auto& kept = boxes_[tenant].notices;
    return std::count_if(kept.begin(), kept.end(), [&person](const Kept& one) {
        return one.notice.what.key.person == person && !one.notice.is_read;
    });
}

Result<void> Outbox::mark_read(const std::string& tenant, const cycle::PersonId& person,
                               std::span<const std::int64_t> ids) {
    const std::lock_guard lock(mutex_);
    for (Kept& kept : boxes_[tenant].notices) {
        const bool is_meant = std::find(ids.begin(), ids.end(), kept.notice.id) != ids.end();
        if (is_meant && kept.notice.what.key.person == person) kept.notice.is_read = true;
    }
    return {};
}

Result<std::optional<notices::Digest>> Outbox::claim(const std::string& tenant, ledger::Instant now,
                                                     ledger::Instant until) {
    const std::lock_guard lock(mutex_);
    Box& box = boxes_[tenant];
    for (auto& [key, sending] : box.digests) {
        if (!sending.next_at || *sending.next_at > now) continue;
        sending.next_at = until;
        notices::Digest out{key, {}, ++sending.attempts};
        for (const Kept& kept : box.notices)
            if (kept.digest_day == key.day && kept.notice.what.key.person == key.person)
                ++out.counts[static_cast<std::size_t>(kept.notice.what.key.kind)];
        return out;
    }
    return std::nullopt;
}

Result<void> Outbox::settle(const std::string& tenant, const notices::DigestKey& key,
                            const notices::Outcome& outcome) {
    const std::lock_guard lock(mutex_);
    auto& digests = boxes_[tenant].digests;
    const auto found = digests.find(key);
    if (found == digests.end()) return {};
    found->second.next_at = outcome.retry_at;
    found->second.failure = outcome.failure;
    return {};
}

Result<std::vector<notices::Failure>> Outbox::failures(const std::string& tenant,
                                                       std::size_t count_max) {
    const std::lock_guard lock(mutex_);
    std::vector<notices::Failure> out;
    for (const auto& [key, sending] : boxes_[tenant].digests)
        if (!sending.failure.empty())
            out.push_back({key, sending.attempts, sending.failure, !sending.next_at});
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.key.day > b.key.day; });
    if (out.size() > count_max) out.resize(count_max);
    return out;
}

}  // namespace heng::memory
