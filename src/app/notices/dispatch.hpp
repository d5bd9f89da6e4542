#pragma once
/// @file
/// From what is due to mails: posts the notices of the day and sends the digests that wait.
#include "app/notices/outbox.hpp"
#include "app/ports.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::app::notices {

/// What a channel carries. It has no name, no score and no word of the matters by construction:
/// numbers, dates and the address of the server are all it is made from (SEC-14, INT-7).
struct Message {
    std::string tenant;
    cycle::PersonId person;
    cycle::Date day;
    Counts counts{};
    std::string link;     ///< Where to sign in; empty if the server's address is not known.
    std::string subject;  ///< Chinese first, then English, as is the text.
    std::string text;     ///< Lines end in a line feed.
};
Message make_message(const std::string& tenant, const Digest& digest, const std::string& link);

enum class Delivery {
    done,
    nobody,  ///< The channel has no address of this person.
};

/// A way out of the program.
class Channel {
public:
    virtual ~Channel() = default;
    /// `mail`, `webhook`: under this name its digests are kept.
    virtual std::string name() const = 0;
    /// @returns how it went, or `notice_refused`, `notice_host_refused`.
    [[nodiscard]] virtual Result<Delivery> send(const Message& message) = 0;
};

/// How long to wait after so many failed attempts, from 1; nothing: no more are made.
std::optional<std::chrono::minutes> pause_after(int attempts);

/// What the sending needs. Everything outlives it.
struct Sending {
    Outbox& outbox;
    Clock& clock;
    std::vector<Channel*> channels;
    std::string link;
};

/// Posts the notices that `dues` call for today.
/// @returns how many were new, or what the outbox says.
[[nodiscard]] Result<std::size_t> post_notices(Sending& sending, const std::string& tenant,
                                               std::span<const cycle::Due> dues,
                                               const cycle::Register& people, cycle::Date today);

struct SendCount {
    int sent = 0;
    int failed = 0;
    int without_address = 0;
    bool operator==(const SendCount&) const = default;
};

/// Makes an attempt for each digest whose time has come, at most `count_max`. A failed one is tried
/// again after growing pauses; the last failure stays with it. A digest may arrive twice only where
/// the program ended between sending and noting it.
/// @returns what became of them, or what the outbox says.
[[nodiscard]] Result<SendCount> send_waiting(Sending& sending, const std::string& tenant,
                                             int count_max);

}  // namespace heng::app::notices
