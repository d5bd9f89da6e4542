#pragma once
/// @file
/// Figures about a running server, as Prometheus reads them. Whole numbers throughout: times are
/// counted in microseconds and printed as seconds, without a binary float.
#include <atomic>
#include <chrono>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace heng::app {

/// The media type of `Metrics::print`.
inline constexpr std::string_view metrics_type = "text/plain; version=0.0.4; charset=utf-8";

/// Name and value, in the order in which they are printed.
using Labels = std::vector<std::pair<std::string, std::string>>;

/// Only grows.
class Counter {
public:
    void add(std::int64_t count = 1) { value_.fetch_add(count, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_ = 0;
};

/// Goes up and down.
class Gauge {
public:
    void set(std::int64_t value) { value_.store(value, std::memory_order_relaxed); }
    void add(std::int64_t count) { value_.fetch_add(count, std::memory_order_relaxed); }
    std::int64_t value() const { return value_.load(std::memory_order_relaxed); }

private:
    std::atomic<std::int64_t> value_ = 0;
};

/// How often something took how long.
class Histogram {
public:
    /// @param bounds  the upper bounds of the buckets, themselves included; growing.
    explicit Histogram(std::vector<std::chrono::microseconds> bounds);

    void observe(std::chrono::microseconds time);

    struct Snapshot {
        std::vector<std::int64_t> counts;  ///< A bucket each, and last what is above all bounds.
        std::chrono::microseconds sum{0};
    };
    /// Of observations made meanwhile, some may be in the counts and not yet in the sum.
    Snapshot snapshot() const;
    const std::vector<std::chrono::microseconds>& bounds() const { return bounds_; }

private:
    std::vector<std::chrono::microseconds> bounds_;
    std::vector<std::atomic<std::int64_t>> counts_;
    std::atomic<std::int64_t> sum_us_ = 0;
};

/// The families of figures and their series. All of it may be used from several threads at once;
/// what it gives out lives as long as it does, so that callers ask once and keep the reference.
class Metrics {
public:
    /// Beyond so many series of one family, further labels share the series whose values are all
    /// "other": nothing that clients choose fills the memory.
    static constexpr std::size_t series_max = 1000;

    Metrics();
    ~Metrics();
    Metrics(const Metrics&) = delete;
    Metrics& operator=(const Metrics&) = delete;

    /// The series of these labels, made on the first call.
    /// @param name  as Prometheus has it: heng_requests_total, times end in _seconds.
    /// @param help  one sentence; that of the first call counts.
    /// @pre a name keeps its kind, its bounds and the names of its labels.
    Counter& counter(const std::string& name, const std::string& help, const Labels& labels = {});
    Gauge& gauge(const std::string& name, const std::string& help, const Labels& labels = {});
    Histogram& histogram(const std::string& name, const std::string& help,
                         const std::vector<std::chrono::microseconds>& bounds,
                         const Labels& labels = {});

    /// The text exposition format 0.0.4: families by name, series by labels.
    std::string print() const;

private:
    struct Family;
    template <class Figure, class... Arguments>
    Figure& series(const std::string& name, const std::string& help, const Labels& labels,
                   const Arguments&... arguments);

    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<Family>> families_;
};

/// From 1 ms to 10 s, for the times of requests.
std::vector<std::chrono::microseconds> request_bounds();

}  // namespace heng::app
