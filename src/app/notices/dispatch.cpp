#include "app/notices/dispatch.hpp"

#include <algorithm>

namespace heng::app::notices {

namespace {

constexpr std::array<std::chrono::minutes, 7> pauses{
    std::chrono::minutes(1),   std::chrono::minutes(5),   std::chrono::minutes(15),
    std::chrono::minutes(60),  std::chrono::minutes(240), std::chrono::minutes(720),
    std::chrono::minutes(1440)};
/// Longer than any channel takes for one attempt.
constexpr std::chrono::minutes hold{10};
constexpr std::size_t failure_bytes_max = 500;

Channel* find_channel(const Sending& sending, const std::string& name) {
    const auto& channels = sending.channels;
    const auto found = std::find_if(channels.begin(), channels.end(),
                                    [&](const Channel* one) { return one->name() == name; });
    return found == channels.end() ? nullptr : *found;
}

std::string failure_text(const Error& error) {
    std::string out{entry(error.code).id};
    for (const std::string& arg : error.args) out += ": " + arg;
    return out.substr(0, failure_bytes_max);
}

/// Makes the attempt and says how it ended.
Outcome attempt(const Sending& sending, const std::string& tenant, const Digest& digest,
                SendCount& count) {
    Channel* const channel = find_channel(sending, digest.key.channel);
    if (channel == nullptr) {
        ++count.failed;
        return {std::nullopt, "no such channel any more"};
    }
    const auto sent = channel->send(make_message(tenant, digest, sending.link));
    if (sent && *sent == Delivery::nobody) {
        ++count.without_address;
        return {std::nullopt, "no address"};
    }
    if (sent) {
        ++count.sent;
        return {};
    }
    ++count.failed;
    Outcome out{std::nullopt, failure_text(sent.error())};
    if (const auto pause = pause_after(digest.attempts))
        out.retry_at = sending.clock.now() + *pause;
    return out;
}

}  // namespace

std::optional<std::chrono::minutes> pause_after(int attempts) {
    const auto index = static_cast<std::size_t>(attempts - 1);
    if (attempts < 1 || index >= pauses.size()) return std::nullopt;
    return pauses[index];
}

Result<std::size_t> post_notices(Sending& sending, const std::string& tenant,
                                 std::span<const cycle::Due> dues, const cycle::Register& people,
                                 cycle::Date today) {
    Posting posting{tenant, today, sending.clock.now(), {}};
    for (const Channel* const channel : sending.channels)
        posting.channels.push_back(channel->name());
    return sending.outbox.post(posting, notices_for(dues, people, today));
}

Result<SendCount> send_waiting(Sending& sending, const std::string& tenant, int count_max) {
    SendCount count;
    for (int made = 0; made < count_max; ++made) {
        const Instant now = sending.clock.now();
        const auto digest = sending.outbox.claim(tenant, now, now + hold);
        if (!digest) return tl::unexpected(digest.error());
        if (!*digest) break;
        const Outcome outcome = attempt(sending, tenant, **digest, count);
        const auto settled = sending.outbox.settle(tenant, (*digest)->key, outcome);
        if (!settled) return tl::unexpected(settled.error());
    }
    return count;
}

}  // namespace heng::app::notices
