#include "app/tenants.hpp"

namespace heng::app {

namespace {

/// How long one wait for the store lasts: a stop takes at most as long.
constexpr std::chrono::milliseconds wait_time{250};
constexpr std::chrono::milliseconds pause_time{1000};

}  // namespace

Checked<Tenants> Tenants::open(EventStore& store, const Readers& readers, Clock& clock) {
    const auto names = store.tenants();
    if (!names) return tl::unexpected(Issues{names.error()});
    Tenants out;
    for (const std::string& name : *names) {
        auto desk = Desk::open(store, name, readers, clock);
        if (!desk) return tl::unexpected(std::move(desk.error()));
        out.desks_.emplace(name, std::move(*desk));
    }
    return out;
}

Desk* Tenants::find(std::string_view tenant) const {
    const auto found = desks_.find(tenant);
    return found == desks_.end() ? nullptr : found->second.get();
}

std::vector<std::string> Tenants::names() const {
    std::vector<std::string> out;
    for (const auto& [name, desk] : desks_) out.push_back(name);
    return out;
}

Follower::Follower(Tenants& tenants,
                   std::function<void(const std::string&, const ledger::Head&)> on_change,
                   std::function<void(const std::string&, const Issues&)> on_failure)
    : on_change_(std::move(on_change)), on_failure_(std::move(on_failure)) {
    for (const std::string& name : tenants.names())
        threads_.emplace_back([this, desk = tenants.find(name)] { follow(*desk); });
}

Follower::~Follower() {
    {
        const std::lock_guard lock(mutex_);
        is_stopping_ = true;
    }
    stopping_.notify_all();
    for (std::thread& thread : threads_) thread.join();
}

bool Follower::is_stopping() const {
    const std::lock_guard lock(mutex_);
    return is_stopping_;
}

void Follower::pause() {
    std::unique_lock lock(mutex_);
    stopping_.wait_for(lock, pause_time, [this] { return is_stopping_; });
}

void Follower::follow(Desk& desk) {
    std::int64_t told = desk.read([](const Live& live) { return live.head.seq; });
    while (!is_stopping()) {
        const auto head = desk.follow(wait_time);
        if (!head) {
            on_failure_(desk.tenant(), head.error());
            pause();
        } else if (head->seq > told) {
            told = head->seq;
            on_change_(desk.tenant(), *head);
        }
    }
}

}  // namespace heng::app
