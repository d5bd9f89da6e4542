#pragma once
/// @file
/// Live changes: what is published under a topic reaches everyone who listens, and who comes back
/// is given what he missed.
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace heng::http {

/// One server-sent event. Ids of a topic grow.
struct LiveEvent {
    std::int64_t id = 0;
    std::shared_ptr<const std::string> text;  ///< As it goes over the wire.
};

/// May be used from several threads at once.
class EventHub {
public:
    /// How many events of a topic are kept for those who come back.
    static constexpr std::size_t kept_max = 1'000;

    /// A place in the list of listeners, given up at the end of its life.
    class Listening {
    public:
        Listening(EventHub& hub, std::string topic, std::function<void()> wake);
        ~Listening();
        Listening(const Listening&) = delete;
        Listening& operator=(const Listening&) = delete;

    private:
        friend class EventHub;
        EventHub& hub_;
        std::string topic_;
        std::function<void()> wake_;  ///< Must not block, nor call the hub.
    };

    /// Says that a topic has come as far as `id`: who comes back with less has missed something.
    /// @pre nothing was published under the topic.
    void start(const std::string& topic, std::int64_t id);

    /// @pre `id` is above those published before.
    void publish(const std::string& topic, std::int64_t id, std::string_view kind,
                 std::string_view data);

    struct Missed {
        std::vector<LiveEvent> events;
        bool has_gap = false;  ///< Older ones than those kept were asked for: reload.
    };
    Missed since(const std::string& topic, std::int64_t after) const;

    std::size_t listeners() const;

private:
    struct Topic {
        std::deque<LiveEvent> kept;
        std::int64_t dropped_to = 0;  ///< The last id that is no longer kept.
        std::vector<Listening*> listeners;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Topic, std::less<>> topics_;
};

}  // namespace heng::http
