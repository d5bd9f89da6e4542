#pragma once
/// @file
/// A store before the store: it fails on order, or holds an append until it is told to go on.
#include "app/ports.hpp"

#include <atomic>
#include <future>

namespace heng::store_test {

/// Where an append fails: before it is done; after; or after, and the next questions fail as well.
enum class Fault { before, after, after_and_deaf };

class FaultyStore final : public app::EventStore {
public:
    explicit FaultyStore(app::EventStore& store) : store_(store) {}

    /// The n-th append from now on fails, counted from 1.
    void fail_append(int n, Fault fault) {
        fails_in_ = n;
        fault_ = fault;
    }
    /// The next append waits for `gate`.
    void hold_next(std::future<void> gate) { gate_ = std::move(gate); }
    void wait_until_held() { held_.get_future().wait(); }
    int appends() const { return appends_; }
    int awaits() const { return awaits_; }
    const std::vector<std::size_t>& batch_sizes() const { return batch_sizes_; }

    [[nodiscard]] Result<std::optional<app::RequestMark>> find_mark(
        const std::string& tenant, const ledger::Digest& key) override {
        return store_.find_mark(tenant, key);
    }

    [[nodiscard]] Result<ledger::Head> append_batch(
        const std::string& tenant, const std::optional<ledger::Head>& expected,
        std::span<const ledger::SealedEvent> events,
        std::span<const app::RequestMark> marks) override {
        if (gate_.valid()) {
            held_.set_value();
            std::exchange(gate_, {}).wait();
        }
        ++appends_;
        batch_sizes_.push_back(events.size());
        const bool fails = fails_in_ > 0 && --fails_in_ == 0;
        if (fails && fault_ == Fault::before) return refuse(Code::store_failed, {}, {"as ordered"});
        auto head = store_.append(tenant, expected, events, marks);
        if (!fails) return head;
        if (fault_ == Fault::after_and_deaf) deaf_for_ = 2;
        return refuse(Code::store_failed, {}, {"as ordered"});
    }

    [[nodiscard]] Result<std::vector<ledger::SealedEvent>> read(const std::string& tenant,
                                                                std::int64_t from_seq,
                                                                std::size_t count_max) override {
        if (is_deaf()) return refuse(Code::store_unreachable, {}, {"as ordered"});
        return store_.read(tenant, from_seq, count_max);
    }

    [[nodiscard]] Result<std::optional<ledger::Head>> head(const std::string& tenant) override {
        if (is_deaf()) return refuse(Code::store_unreachable, {}, {"as ordered"});
        return store_.head(tenant);
    }

    [[nodiscard]] Result<std::vector<std::string>> tenants() override { return store_.tenants(); }

    [[nodiscard]] Result<std::optional<ledger::Head>> await(
        const std::string& tenant, std::int64_t after_seq,
        std::chrono::milliseconds timeout) override {
        ++awaits_;
        return store_.await(tenant, after_seq, timeout);
    }

private:
    bool is_deaf() { return deaf_for_ > 0 && deaf_for_-- > 0; }

    app::EventStore& store_;
    std::future<void> gate_;
    std::promise<void> held_;
    std::atomic<int> appends_ = 0;
    std::atomic<int> awaits_ = 0;
    std::vector<std::size_t> batch_sizes_;
    int fails_in_ = 0;
    int deaf_for_ = 0;
    Fault fault_ = Fault::before;
};

}  // namespace heng::store_test
