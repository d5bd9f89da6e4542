/// @file
/// How near the ledger comes to what its disk allows: durable acts through the Writer against a raw
/// loop on the same store with the same batch sizes, a lone caller against one raw insert, and how
/// fast a ledger is replayed. Every figure is a ratio within one run; the two sides take turns, so
/// that a busy machine hurts both.
///
///     bench_ledger [FOLDER]          where the SQLite file goes; a temporary folder by default
///     bench_ledger --raw-groups N    only the raw loop on SQLite with groups of N: acts a second
#include "app/writer.hpp"
#include "core/ledger/replay.hpp"
#include "raw_store.hpp"
#include "tests/store/postgres_cluster.hpp"
#include "tests/store/store_fixture.hpp"

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstring>
#include <ctime>
#include <filesystem>

namespace {

using namespace heng;
using Clock = std::chrono::steady_clock;

constexpr int rounds = 9;
constexpr int lone_acts = 300;
constexpr int callers = 64;
constexpr int acts_each = 60;

double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// Of this thread's core, so that a busy machine does not count.
double core_seconds() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + 1e-9 * static_cast<double>(time.tv_nsec);
}

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// A store that notes how large the batches were.
class Noting final : public app::EventStore {
public:
    explicit Noting(app::EventStore& store) : store_(store) {}
    std::vector<std::size_t> sizes;

    [[nodiscard]] Result<std::optional<app::RequestMark>> find_mark(
        const std::string& tenant, const ledger::Digest& key) override {
        return store_.find_mark(tenant, key);
    }
    [[nodiscard]] Result<std::vector<ledger::SealedEvent>> read(const std::string& tenant,
                                                                std::int64_t from_seq,
                                                                std::size_t count_max) override {
        return store_.read(tenant, from_seq, count_max);
    }
    [[nodiscard]] Result<std::optional<ledger::Head>> head(const std::string& tenant) override {
        return store_.head(tenant);
    }
    [[nodiscard]] Result<std::vector<std::string>> tenants() override { return store_.tenants(); }
    [[nodiscard]] Result<std::optional<ledger::Head>> await(
        const std::string& tenant, std::int64_t after_seq,
        std::chrono::milliseconds timeout) override {
        return store_.await(tenant, after_seq, timeout);
    }

private:
    [[nodiscard]] Result<ledger::Head> append_batch(
        const std::string& tenant, const std::optional<ledger::Head>& expected,
        std::span<const ledger::SealedEvent> events,
        std::span<const app::RequestMark> marks) override {
        sizes.push_back(events.size());
        return store_.append(tenant, expected, events, marks);
    }

    app::EventStore& store_;
};

/// Acts a second of `count` callers that each wait for every one of their acts.
double run_callers(app::Writer& writer, int count, int each) {
    std::atomic<int> failed = 0;
    const auto start = Clock::now();
    std::vector<std::thread> threads;
    for (int caller = 1; caller < count; ++caller)
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i)
                failed += writer.append({{store_test::make_draft(i)}, {}}) ? 0 : 1;
        });
    for (int i = 0; i < each; ++i)
        failed += writer.append({{store_test::make_draft(i)}, {}}) ? 0 : 1;
    for (std::thread& thread : threads) thread.join();
    if (failed != 0) throw std::runtime_error("an act was not recorded");
    return count * each / seconds_since(start);
}

/// Acts a second of a raw loop that inserts batches of these sizes, each one transaction.
double run_raw(bench::RawStore& raw, const std::vector<std::size_t>& sizes) {
    std::vector<std::vector<ledger::SealedEvent>> batches;
    std::size_t count = 0;
    for (const std::size_t size : sizes) {
        batches.push_back(raw.make_batch(size));
        count += size;
    }
    const auto start = Clock::now();
    for (const auto& batch : batches) raw.insert(batch);
    return static_cast<double>(count) / seconds_since(start);
}

void compare(const char* name, app::EventStore& store, bench::RawStore& raw) {
    store_test::Ticking clock;
    const auto hash = store_test::sm3();
    if (!app::open_ledger(store, {"city", "system", store_test::day}, hash, clock))
        throw std::runtime_error("the ledger cannot be opened");
    Noting noting(store);
    const auto writer = std::move(*app::Writer::open(noting, "city", hash, clock));
    std::vector<double> lone;
    std::vector<double> lone_raw;
    std::vector<double> many;
    std::vector<double> many_raw;
    std::vector<double> lone_ratio;
    std::vector<double> many_ratio;
    std::size_t batches = 0;
    for (int round = 0; round < rounds; ++round) {
        lone_raw.push_back(run_raw(raw, std::vector<std::size_t>(lone_acts, 1)));
        lone.push_back(run_callers(*writer, 1, lone_acts));
        lone_ratio.push_back(lone.back() / lone_raw.back());
        noting.sizes.clear();
        many.push_back(run_callers(*writer, callers, acts_each));
        batches = noting.sizes.size();
        many_raw.push_back(run_raw(raw, noting.sizes));
        many_ratio.push_back(many.back() / many_raw.back());
    }
    std::printf("%-10s  1 caller : %8.0f acts/s, raw insert %8.0f/s, ratio %.2f (wanted 0.90)\n",
                name, median(lone), median(lone_raw), median(lone_ratio));
    std::printf(
        "%-10s %2d callers: %8.0f acts/s, raw groups %8.0f/s, ratio %.2f (wanted 0.80), %.0f acts "
        "a batch\n",
        name, callers, median(many), median(many_raw), median(many_ratio),
        static_cast<double>(callers * acts_each) / static_cast<double>(batches));
}

void print_raw_groups(std::size_t size) {
    constexpr std::size_t groups = 200;
    const store_test::Folder folder;
    const std::string file = folder.path() + "/raw.db";
    const auto store = *store_test::open_address("sqlite:" + file);  // makes the tables
    const auto raw = bench::open_raw_sqlite(file);
    std::vector<double> rates;
    for (int round = 0; round < rounds; ++round)
        rates.push_back(run_raw(*raw, std::vector<std::size_t>(groups, size)));
    std::printf("%.0f\n", median(rates));
}

/// About 300 bytes once sealed; the envelope takes 230 of them.
ledger::Draft typical_draft(std::int64_t n) {
    ledger::Object body{{"branch", "3.2.1"}, {"count", n}, {"case", "2021-118"}, {"unit", "C02"}};
    return {"p-17", "record_finding", store_test::day, "demo-city/1", std::move(body)};
}

/// A stand-in that costs next to nothing: what is left is reading, decoding and chaining.
ledger::HashFunction almost_nothing() {
    return {ledger::Algorithm::sm3, [](std::string_view text) {
                ledger::Digest out{};
                const std::size_t value = std::hash<std::string_view>{}(text);
                std::memcpy(out.data(), &value, sizeof value);
                return out;
            }};
}

void replay(const char* name, const ledger::HashFunction& hash) {
    constexpr std::int64_t count = 200'000;
    store_test::Ticking clock;
    std::vector<ledger::SealedEvent> chain;
    chain.push_back(*ledger::seal_opening({"city", "system", store_test::day}, clock.now(), hash));
    std::size_t bytes = 0;
    while (std::ssize(chain) < count) {
        const auto n = std::ssize(chain);
        chain.push_back(
            *ledger::seal("city", head_of(chain.back()), typical_draft(n), clock.now(), hash));
        bytes += chain.back().bytes.size();
    }
    std::vector<double> rates;
    for (int round = 0; round < rounds; ++round) {
        ledger::Replay fold(ledger::Verifier("city", hash), std::int64_t{0},
                            [](std::int64_t& sum, const ledger::Event& event) {
                                if (const auto* n = event.what.body.find("count"))
                                    sum += *n->number();
                            });
        const double start = core_seconds();
        for (const ledger::SealedEvent& event : chain) fold.feed(event);
        if (!std::move(fold).finish()) throw std::runtime_error("the chain does not hold");
        rates.push_back(count / (core_seconds() - start));
    }
    std::printf(
        "replay, decoded and checked with %-8s: %8.0f events/s of a core, best %8.0f, %zu bytes "
        "each\n",
        name, median(rates), *std::max_element(rates.begin(), rates.end()),
        bytes / static_cast<std::size_t>(count));
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--raw-groups") {
        print_raw_groups(static_cast<std::size_t>(std::max(1, std::atoi(argv[2]))));
        return 0;
    }
    replay("no hash", almost_nothing());
    replay("SHA-256", store_test::sha256());
    replay("SM3", store_test::sm3());
    const store_test::Folder temporary;
    const std::string file =
        (argc > 1 ? std::string(argv[1]) : temporary.path()) + "/ledger_bench.db";
    {
        const auto store = *store_test::open_address("sqlite:" + file);
        const auto raw = bench::open_raw_sqlite(file);
        compare("SQLite", *store, *raw);
    }
    for (const char* suffix : {"", "-wal", "-shm"}) std::filesystem::remove(file + suffix);
    store_test::PostgresCluster cluster;
    const std::string url = cluster.make_database();
    const auto store = *store_test::open_address(url);
    const auto raw = bench::open_raw_postgres(url);
    compare("PostgreSQL", *store, *raw);
}
