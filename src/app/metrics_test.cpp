#include "app/metrics.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <thread>

namespace heng::app {
namespace {

using std::chrono::microseconds;
using std::chrono::milliseconds;

TEST(Metrics, PrintFamiliesByNameWithTheirSeries) {
    Metrics metrics;
    metrics.counter("heng_requests_total", "Requests answered.", {{"status", "200"}}).add(3);
    metrics.counter("heng_requests_total", "Ignored.", {{"status", "404"}}).add();
    metrics.gauge("heng_connections", "Connections open.").set(7);
    metrics.gauge("heng_connections", "").add(-2);
    EXPECT_EQ(metrics.print(),
              "# HELP heng_connections Connections open.\n"
              "# TYPE heng_connections gauge\n"
              "heng_connections 5\n"
              "# HELP heng_requests_total Requests answered.\n"
              "# TYPE heng_requests_total counter\n"
              "heng_requests_total{status=\"200\"} 3\n"
              "heng_requests_total{status=\"404\"} 1\n");
}

TEST(Metrics, PrintCumulativeBuckets) {
    Metrics metrics;
    auto& times = metrics.histogram("heng_seconds", "Times.",
                                    {microseconds(2500), milliseconds(1000)}, {{"route", "/a"}});
    for (const auto time : {microseconds(1), microseconds(2500), microseconds(2501),
                            microseconds(1'000'000), microseconds(3'000'000)})
        times.observe(time);
    EXPECT_EQ(metrics.print(),
              "# HELP heng_seconds Times.\n"
              "# TYPE heng_seconds histogram\n"
              "heng_seconds_bucket{route=\"/a\",le=\"0.0025\"} 2\n"
              "heng_seconds_bucket{route=\"/a\",le=\"1\"} 4\n"
              "heng_seconds_bucket{route=\"/a\",le=\"+Inf\"} 5\n"
              "heng_seconds_sum{route=\"/a\"} 4.005002\n"
              "heng_seconds_count{route=\"/a\"} 5\n");
}

TEST(Metrics, PrintAHistogramWithoutLabels) {
    Metrics metrics;
    metrics.histogram("t_seconds", "T.", {});
    EXPECT_EQ(metrics.print(),
              "# HELP t_seconds T.\n# TYPE t_seconds histogram\n"
              "t_seconds_bucket{le=\"+Inf\"} 0\nt_seconds_sum 0\nt_seconds_count 0\n");
}

/// Nothing in a value ends its line or its quotes.
TEST(Metrics, EscapeWhatWouldEndALine) {
    Metrics metrics;
    metrics.counter("a_total", "One\\\ntwo \"three\".", {{"l", "x\\\"y\nz"}}).add();
    EXPECT_EQ(metrics.print(),
              "# HELP a_total One\\\\\\ntwo \"three\".\n"
              "# TYPE a_total counter\n"
              "a_total{l=\"x\\\\\\\"y\\nz\"} 1\n");
}

TEST(Metrics, GiveTheSameSeriesEachTime) {
    Metrics metrics;
    EXPECT_EQ(&metrics.counter("a_total", "A."), &metrics.counter("a_total", "A."));
    EXPECT_NE(&metrics.counter("a_total", "A.", {{"l", "1"}}), &metrics.counter("a_total", "A."));
}

TEST(Metrics, StopGrowingWithWhatClientsChoose) {
    Metrics metrics;
    for (std::size_t i = 0; i < 3 * Metrics::series_max; ++i)
        metrics.counter("a_total", "A.", {{"path", std::to_string(i)}}).add();
    const std::string text = metrics.print();
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'),
              static_cast<std::ptrdiff_t>(Metrics::series_max + 3));
    EXPECT_NE(text.find("a_total{path=\"other\"} 2000\n"), std::string::npos);
}

TEST(Metrics, CountWhatManyThreadsDo) {
    Metrics metrics;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&metrics] {
            for (int n = 0; n < 1000; ++n) {
                metrics.counter("a_total", "A.").add();
                metrics.histogram("t_seconds", "T.", request_bounds()).observe(milliseconds(n));
                EXPECT_FALSE(n % 100 == 0 && metrics.print().empty());
            }
        });
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(metrics.counter("a_total", "A.").value(), 4000);
    EXPECT_NE(metrics.print().find("t_seconds_count 4000\n"), std::string::npos);
}

}  // namespace
}  // namespace heng::app
