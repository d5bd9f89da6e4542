/// Writes that fail, lines that are cut and disks that are full. Whatever happens: what was
/// acknowledged is there, nothing half-written can be seen, and the chain verifies.
#include "app/writer.hpp"
#include "faulty_files.hpp"
#include "faulty_line.hpp"
#include "postgres_cluster.hpp"
#include "shell/files/blobs.hpp"
#include "store_fixture.hpp"

#include <sys/resource.h>
#include <csignal>
#include <filesystem>

namespace heng::store_test {
namespace {

using app::Writer;
using ledger::Head;

constexpr int acts = 6;

/// Opens the ledger if need be and records some acts, going on whatever fails.
/// @returns the last head that was acknowledged.
std::optional<Head> record_acts(app::EventStore& store) {
    Ticking clock;
    std::optional<Head> acknowledged;
    const auto note = [&](const Result<Head>& answer) {
        if (answer) acknowledged = *answer;
        return answer.has_value();
    };
    if (const auto head = store.head("city"); head && !*head)
        note(app::open_ledger(store, {"city", "system", day}, sm3(), clock));
    const auto writer = Writer::open(store, "city", sm3(), clock);
    if (!writer) return acknowledged;
    for (int i = 0; i < acts; ++i) {
        std::vector<ledger::Draft> drafts(1 + static_cast<std::size_t>(i % 3), make_draft(i));
        note((*writer)->append({std::move(drafts), std::nullopt}));
    }
    return acknowledged;
}

/// What stands in the store, read by a program that knows nothing of mishaps.
void expect_sound(const std::string& address, const std::optional<Head>& acknowledged,
                  const std::string& when) {
    const auto store = open_address(address);
    ASSERT_TRUE(store) << when << ": " << message(store.error(), Language::en);
    const auto head = verify(**store, "city", acknowledged);
    if (!head && !acknowledged && head.error().code == Code::ledger_absent) return;
    ASSERT_TRUE(head) << when << ": " << message(head.error(), Language::en);
    EXPECT_TRUE((*store)->append("city", *head, make_batch(*head, 1))) << when << ": it goes on";
}

class SqliteWrites : public testing::TestWithParam<Mishap> {};

TEST_P(SqliteWrites, TheNthFailsForEveryN) {
    bool is_hit = true;
    int n = 0;
    int acknowledged_runs = 0;
    while (is_hit) {
        ++n;
        const Folder folder;
        const std::string address = "sqlite:" + folder / "heng.db";
        arm(GetParam(), n);
        std::optional<Head> acknowledged;
        if (const auto store = open_address(address, faulty_vfs()))
            acknowledged = record_acts(**store);
        is_hit = steps() >= n;
        arm(Mishap::none, 0);
        acknowledged_runs += acknowledged ? 1 : 0;
        expect_sound(address, acknowledged, "write " + std::to_string(n));
        if (HasFatalFailure()) return;
    }
    EXPECT_GT(n, 30) << "the run takes many writes";
    EXPECT_GT(acknowledged_runs, n / 3);
}

INSTANTIATE_TEST_SUITE_P(Every, SqliteWrites,
                         testing::Values(Mishap::fail_once, Mishap::fail_from_now, Mishap::tear));

TEST(PostgresLine, IsCutAtEveryPlace) {
    const auto place = make_place(Kind::postgres);
    const std::string direct = place->address();
    const std::size_t colon = direct.rfind(':');
    const std::size_t slash = direct.rfind('/');
    FaultyLine line(std::stoi(direct.substr(colon + 1, slash - colon - 1)));
    const std::string through =
        direct.substr(0, colon + 1) + std::to_string(line.port()) + direct.substr(slash);
    const auto store = open_address(through);
    ASSERT_TRUE(store) << message(store.error(), Language::en);
    std::optional<Head> acknowledged = record_acts(**store);
    for (const auto direction :
         {FaultyLine::Direction::to_server, FaultyLine::Direction::to_client}) {
        const std::int64_t step = direction == FaultyLine::Direction::to_server ? 151 : 7;
        for (int n = 1; n <= 40; ++n) {
            line.cut_after(direction, n * step);
            if (const auto head = record_acts(**store)) acknowledged = head;
            expect_sound(direct, acknowledged, "cut after " + std::to_string(n * step) + " bytes");
            if (HasFatalFailure()) return;
        }
    }
}

/// A server that ends the line itself says so in a last answer; the outcome is unknown each time.
TEST(PostgresLine, IsEndedByTheServerAmidABatch) {
    const auto place = make_place(Kind::postgres);
    const auto store = place->open();
    const auto chain = make_chain(3);
    const Head head = head_of(chain.back());
    ASSERT_TRUE(store->append("city", std::nullopt, chain));
    ASSERT_TRUE(
        *place->intrude("CREATE FUNCTION end_line() RETURNS trigger LANGUAGE plpgsql AS "
                        "$$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); "
                        "RETURN NEW; END$$; CREATE TRIGGER end_line BEFORE INSERT ON event "
                        "FOR EACH ROW EXECUTE FUNCTION end_line()"));
    const auto batch = make_batch(head, 5);
    for (int i = 0; i < 3; ++i) {
        const auto answer = store->append("city", head, batch);
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error().code, Code::ledger_outcome_unknown);
    }
    ASSERT_TRUE(*place->intrude("DROP TRIGGER end_line ON event"));
    EXPECT_TRUE(store->append("city", head, batch));
    EXPECT_EQ(*verify(*store), head_of(batch.back()));
}

/// Files of this process may not grow beyond `bytes` while it lives: a disk that is full.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() { setrlimit(RLIMIT_FSIZE, &before_); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

/// Appends batches until one is refused. @returns the last head that was acknowledged.
Head fill(app::EventStore& store, Code& refusal) {
    Head head = head_of(make_chain(1).front());
    const auto chain = make_chain(1);
    EXPECT_TRUE(store.append("city", std::nullopt, chain));
    head = head_of(chain.front());
    for (int i = 0; i < 1000; ++i) {
        const auto batch = make_batch(head, 100);
        const auto answer = store.append("city", head, batch);
        if (!answer) {
            refusal = answer.error().code;
            return head;
        }
        head = *answer;
    }
    ADD_FAILURE() << "the disk never filled";
    return head;
}

void expect_refused_for_space(Code refusal) {
    EXPECT_TRUE(refusal == Code::store_full || refusal == Code::store_failed) << entry(refusal).id;
}

TEST(DiskFull, SqliteKeepsWhatItAcknowledged) {
    const Folder folder;
    const std::string address = "sqlite:" + folder / "heng.db";
    const auto store = open_address(address);
    ASSERT_TRUE(store);
    Code refusal{};
    Head head;
    {
        const FullDisk full(1 << 20);
        head = fill(**store, refusal);
        EXPECT_EQ((*(*store)->head("city"))->seq, head.seq)
            << "reading goes on, and shows nothing half-written";
    }
    expect_refused_for_space(refusal);
    EXPECT_TRUE((*store)->append("city", head, make_batch(head, 1))) << "with space again";
    expect_sound(address, head, "after the disk was full");
}

TEST(DiskFull, PostgresKeepsWhatItAcknowledged) {
    PostgresCluster own;
    const std::string address = own.make_database();
    own.restart_with_file_limit(3 << 20);
    Code refusal{};
    Head head;
    {
        const auto store = open_address(address);
        ASSERT_TRUE(store) << message(store.error(), Language::en);
        head = fill(**store, refusal);
        EXPECT_EQ((*(*store)->head("city"))->seq, head.seq);
    }
    own.restart_with_file_limit(UINT64_MAX);
    expect_refused_for_space(refusal);
    expect_sound(address, head, "after the disk was full");
}

TEST(DiskFull, EvidenceIsThereWholeOrNotAtAll) {
    const Folder folder;
    app::BlobRules rules;
    rules.make_hash = [] { return crypto::make_running_hash(ledger::Algorithm::sm3); };
    const auto blobs = *files::Blobs::open(folder.path(), rules);
    const std::string content = "%PDF-" + std::string(500'000, 'x');
    {
        const FullDisk full(100'000);
        const auto upload = *blobs->begin("application/pdf");
        const auto added = upload->add(content);
        ASSERT_FALSE(added);
        EXPECT_EQ(added.error().code, Code::store_full);
    }
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder.path()))
        files += entry.is_regular_file() ? 1 : 0;
    EXPECT_EQ(files, 0U);
}

}  // namespace
}  // namespace heng::store_test
