#include "shell/http/event_hub.hpp"

#include <algorithm>

namespace heng::http {

namespace {

/// Data with line feeds would end the event early; each line gets its own prefix.
std::string print_event(std::int64_t id, std::string_view kind, std::string_view data) {
    std::string out = "id: " + std::to_string(id) + "\nevent: " + std::string(kind) + '\n';
    while (true) {
        const std::size_t end = std::min(data.find('\n'), data.size());
        out += "data: " + std::string(data.substr(0, end)) + '\n';
        if (end == data.size()) break;
        data.remove_prefix(end + 1);
    }
    return out + '\n';
}

}  // namespace

EventHub::Listening::Listening(EventHub& hub, std::string topic, std::function<void()> wake)
    : hub_(hub), topic_(std::move(topic)), wake_(std::move(wake)) {
    const std::lock_guard lock(hub_.mutex_);
    hub_.topics_[topic_].listeners.push_back(this);
}

EventHub::Listening::~Listening() {
    const std::lock_guard lock(hub_.mutex_);
    auto& listeners = hub_.topics_[topic_].listeners;
    listeners.erase(std::find(listeners.begin(), listeners.end(), this));
}

void EventHub::start(const std::string& topic, std::int64_t id) {
    const std::lock_guard lock(mutex_);
    topics_[topic].dropped_to = id;
}

void EventHub::publish(const std::string& topic, std::int64_t id, std::string_view kind,
                       std::string_view data) {
    auto text = std::make_shared<const std::string>(print_event(id, kind, data));
    const std::lock_guard lock(mutex_);
    Topic& found = topics_[topic];
    found.kept.push_back({id, std::move(text)});
    if (found.kept.size() > kept_max) {
        found.dropped_to = found.kept.front().id;
        found.kept.pop_front();
    }
    for (const Listening* const one : found.listeners) one->wake_();
}

EventHub::Missed EventHub::since(const std::string& topic, std::int64_t after) const {
    Missed out;
    const std::lock_guard lock(mutex_);
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return out;
    out.has_gap = after < found->second.dropped_to;
    for (const LiveEvent& event : found->second.kept)
        if (event.id > after) out.events.push_back(event);
    return out;
}

std::size_t EventHub::listeners() const {
    const std::lock_guard lock(mutex_);
    std::size_t count = 0;
    for (const auto& [name, topic] : topics_) count += topic.listeners.size();
    return count;
}

}  // namespace heng::http
