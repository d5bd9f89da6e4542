/// @file
/// Appends through a writer from several threads until it dies, and says of each acknowledged event
/// on standard output: number and hash. crash_test.cpp kills it, or orders it to kill itself.
///
///     store_crash_child ADDRESS step N|torn N|micros N|never 0
///
/// `step`, `torn`: dies before, or in the middle of, the N-th write to an SQLite file; `micros`: so
/// many microseconds after the store is open.
#include "app/writer.hpp"
#include "faulty_files.hpp"
#include "store_fixture.hpp"

#include <sys/prctl.h>
#include <unistd.h>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <thread>

namespace {

using namespace heng;

constexpr int callers = 3;

void die_after(long micros) {
    sigevent how{};
    how.sigev_notify = SIGEV_SIGNAL;
    how.sigev_signo = SIGKILL;
    timer_t timer{};
    const itimerspec when{{0, 0}, {micros / 1'000'000, 1000 * (micros % 1'000'000) + 1}};
    if (timer_create(CLOCK_MONOTONIC, &how, &timer) != 0 ||
        timer_settime(timer, 0, &when, nullptr) != 0)
        _exit(3);
}

/// One write call a line, so that a kill leaves no half of one that counts.
void say(const ledger::Head& head) {
    const std::string line =
        std::to_string(head.seq) + ' ' + ledger::print_digest(head.hash) + '\n';
    if (write(STDOUT_FILENO, line.data(), line.size()) < 0) _exit(4);
}

void append_for_ever(app::Writer& writer, int caller) {
    for (std::int64_t i = 0;; ++i) {
        std::vector<ledger::Draft> drafts(1 + static_cast<std::size_t>(i % 2),
                                          store_test::make_draft(1000 * caller + i));
        const auto head = writer.append({std::move(drafts), std::nullopt});
        if (!head) _exit(5);  // the store is gone
        say(*head);
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    const std::string address = argv[1];
    const std::string_view how = argv[2];
    const int n = std::atoi(argv[3]);
    if (how == "step") store_test::arm(store_test::Mishap::kill, n);
    if (how == "torn") store_test::arm(store_test::Mishap::kill_torn, n);
    const auto store = store_test::open_address(address, store_test::faulty_vfs());
    if (!store) return 6;
    if (how == "micros") die_after(n);
    store_test::Ticking clock;
    const auto head = (*store)->head("city");
    if (!head) return 7;
    if (!*head) {
        const auto opened = app::open_ledger(**store, {"city", "system", store_test::day},
                                             store_test::sm3(), clock);
        if (!opened) return 8;
        say(*opened);
    }
    const auto writer = app::Writer::open(**store, "city", store_test::sm3(), clock);
    if (!writer) return 9;
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller)
        threads.emplace_back([&, caller] { append_for_ever(**writer, caller); });
    for (std::thread& thread : threads) thread.join();
}
