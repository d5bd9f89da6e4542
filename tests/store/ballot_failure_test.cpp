/// Whatever fails while votes are cast: a code is used if and only if its paper lies in the box.
#include "faulty_files.hpp"
#include "shell/sqlite/ballot_box.hpp"
#include "store_fixture.hpp"

#include <set>

namespace heng::store_test {
namespace {

const app::BallotKey key{"city", 17};
constexpr int voters = 3;

ledger::Digest code(int n) {
    ledger::Digest out{};
    out[0] = static_cast<std::uint8_t>(n);
    return out;
}

std::vector<app::VoterCode> codes() {
    std::vector<app::VoterCode> out;
    for (int n = 0; n < voters; ++n) out.push_back({code(n), "全体"});
    return out;
}

std::string paper(int n) {
    return std::string(1, static_cast<char>('a' + n));
}

/// Sets a box up and has everyone vote, going on whatever fails.
/// @returns whose vote was acknowledged.
std::set<int> vote(const std::string& path, const char* vfs) {
    std::set<int> acknowledged;
    const auto box = sqlite::BallotBox::open(path, vfs);
    if (!box || !(*box)->issue(key, codes())) return acknowledged;
    for (int n = 0; n < voters; ++n)
        if ((*box)->cast(key, code(n), paper(n))) acknowledged.insert(n);
    return acknowledged;
}

class BallotWrites : public testing::TestWithParam<Mishap> {};

TEST_P(BallotWrites, TheNthFailsForEveryN) {
    bool is_hit = true;
    for (int n = 1; is_hit; ++n) {
        const Folder folder;
        const std::string path = folder / "heng.db";
        arm(GetParam(), n);
        const auto acknowledged = vote(path, faulty_vfs());
        is_hit = steps() >= n;
        arm(Mishap::none, 0);
        const auto box = sqlite::BallotBox::open(path);
        ASSERT_TRUE(box) << n << ": " << message(box.error(), Language::en);
        ASSERT_TRUE((*box)->issue(key, codes()));
        for (int voter = 0; voter < voters; ++voter) {
            const auto again = (*box)->cast(key, code(voter), paper(voter));
            EXPECT_FALSE(again && acknowledged.contains(voter)) << n << ": a vote was lost";
            EXPECT_TRUE(again || again.error().code == Code::ballot_code_used) << n;
        }
        const app::Papers expected{{"全体", {"a", "b", "c"}}};
        EXPECT_EQ(*(*box)->close(key), expected) << n;
        if (HasFailure()) return;
    }
}

INSTANTIATE_TEST_SUITE_P(Every, BallotWrites,
                         testing::Values(Mishap::fail_once, Mishap::fail_from_now, Mishap::tear));

}  // namespace
}  // namespace heng::store_test
