/// kill -9 between any two steps, 200 times over on one ledger, and the server's crash.
#include "postgres_cluster.hpp"
#include "store_fixture.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <array>
#include <charconv>
#include <csignal>

namespace heng::store_test {
namespace {

using ledger::Head;

/// The child program with its standard output.
class Child {
public:
    Child(const std::string& address, const std::string& how, int n) {
        std::array<int, 2> ends{};
        EXPECT_EQ(pipe2(ends.data(), O_CLOEXEC), 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        std::string program = HENG_CRASH_CHILD;
        std::string place = address;
        std::string kind = how;
        std::string number = std::to_string(n);
        std::array<char*, 5> words{program.data(), place.data(), kind.data(), number.data(),
                                   nullptr};
        EXPECT_EQ(posix_spawn(&pid_, program.c_str(), &actions, nullptr, words.data(), environ), 0);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        output_ = ends[0];
    }
    ~Child() {
        kill();
        close(output_);
    }
    Child(const Child&) = delete;
    Child& operator=(const Child&) = delete;

    /// The next acknowledged head, or nothing once the child is dead.
    std::optional<Head> next() {
        for (;;) {
            const std::size_t end = text_.find('\n');
            if (end != std::string::npos) {
                Head head;
                std::from_chars(text_.data(), text_.data() + end, head.seq);
                head.hash =
                    *ledger::parse_digest(std::string_view(text_).substr(text_.find(' ') + 1, 64));
                text_.erase(0, end + 1);
                return head;
            }
            std::array<char, 4096> piece{};
            const ssize_t got = read(output_, piece.data(), piece.size());
            if (got <= 0) return std::nullopt;
            text_.append(piece.data(), static_cast<std::size_t>(got));
        }
    }

    void kill() {
        if (pid_ <= 0) return;
        ::kill(pid_, SIGKILL);
        wait();
    }

    /// @returns its status as waitpid gives it.
    int wait() {
        int status = 0;
        waitpid(pid_, &status, 0);
        pid_ = -1;
        return status;
    }

private:
    pid_t pid_ = -1;
    int output_ = -1;
    std::string text_;
};

/// Callers are told in no particular order: the last event is the one with the highest number.
void note(std::optional<Head>& last, const Head& head) {
    if (!last || head.seq > last->seq) last = head;
}

void expect_sound(const std::string& address, const std::optional<Head>& acknowledged, int round) {
    const auto store = open_address(address);
    ASSERT_TRUE(store) << "round " << round << ": " << message(store.error(), Language::en);
    const auto head = verify(**store, "city", acknowledged);
    if (!head && !acknowledged && head.error().code == Code::ledger_absent) return;
    ASSERT_TRUE(head) << "round " << round << ": " << message(head.error(), Language::en);
}

class KilledBetweenSteps : public testing::TestWithParam<const char*> {};

TEST_P(KilledBetweenSteps, SqliteLosesNothingAcknowledged) {
    const Folder folder;
    const std::string address = "sqlite:" + folder / "heng.db";
    std::optional<Head> acknowledged;
    int killed = 0;
    for (int round = 1; round <= 200; ++round) {
        Child child(address, GetParam(), round);
        while (const auto head = child.next()) note(acknowledged, *head);
        const int status = child.wait();
        killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 1 : 0;
        expect_sound(address, acknowledged, round);
        if (HasFatalFailure()) return;
    }
    EXPECT_EQ(killed, 200);
    EXPECT_GT(acknowledged->seq, 1000);
}

INSTANTIATE_TEST_SUITE_P(Every, KilledBetweenSteps, testing::Values("step", "torn"),
                         [](const auto& one) { return std::string(one.param); });

TEST(KilledAtAnyMoment, PostgresLosesNothingAcknowledged) {
    const auto place = make_place(Kind::postgres);
    const auto store = place->open();
    std::optional<Head> acknowledged;
    int killed = 0;
    for (int round = 1; round <= 200; ++round) {
        Child child(place->address(), "micros", 5'000 + round * 7'919 % 30'000);
        while (const auto head = child.next()) note(acknowledged, *head);
        const int status = child.wait();
        killed += WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL ? 1 : 0;
        expect_sound(place->address(), acknowledged, round);
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(killed, 150) << "the others lost a race with a dying predecessor's last transaction";
    ASSERT_TRUE(acknowledged);
    EXPECT_GT(acknowledged->seq, 500);
}

TEST(ServerCrash, PostgresLosesNothingAcknowledged) {
    const auto place = make_place(Kind::postgres);
    const auto store = place->open();
    std::optional<Head> acknowledged;
    for (int round = 1; round <= 5; ++round) {
        Child child(place->address(), "never", 0);
        for (int i = 0; i < 50 * round; ++i) {
            const auto head = child.next();
            ASSERT_TRUE(head);
            note(acknowledged, *head);
        }
        cluster().crash_and_restart();
        while (const auto head = child.next()) note(acknowledged, *head);
        expect_sound(place->address(), acknowledged, round);
        EXPECT_TRUE(*store->head("city")) << "the old store connects again";
    }
}

}  // namespace
}  // namespace heng::store_test
