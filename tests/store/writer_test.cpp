/// The writer on every store: order, group commit, conflicts, and a store that fails now and then.
#include "app/writer.hpp"

#include "faulty_store.hpp"
#include "store_fixture.hpp"

#include <atomic>
#include <future>
#include <set>
#include <thread>

namespace heng::store_test {
namespace {

using app::Submission;
using app::Writer;
using ledger::Head;

Submission one(std::int64_t n) {
    return {{make_draft(n)}, std::nullopt};
}

Code code_of(const Result<Head>& answer) {
    return answer.error().code;
}

class WriterOn : public testing::TestWithParam<Kind> {
protected:
    std::unique_ptr<Place> place_ = make_place(GetParam());
    std::shared_ptr<app::EventStore> store_ = place_->open();
    Ticking clock_;

    std::unique_ptr<Writer> open(app::EventStore& store) {
        const auto head = store.head("city");
        const bool is_open =
            *head || app::open_ledger(store, {"city", "system", day}, sm3(), clock_);
        EXPECT_TRUE(is_open);
        auto writer = Writer::open(store, "city", sm3(), clock_);
        EXPECT_TRUE(writer) << message(writer.error(), Language::en);
        return std::move(*writer);
    }
};

TEST_P(WriterOn, NeedsAnOpenLedgerOfItsAlgorithm) {
    EXPECT_EQ(Writer::open(*store_, "city", sm3(), clock_).error().code, Code::ledger_absent);
    const ledger::OpeningAct act{"city", "system", day};
    ASSERT_TRUE(app::open_ledger(*store_, act, sm3(), clock_));
    EXPECT_EQ(app::open_ledger(*store_, act, sm3(), clock_).error().code, Code::ledger_head_moved);
    EXPECT_EQ(Writer::open(*store_, "city", sha256(), clock_).error().code,
              Code::algorithm_differs);
}

TEST_P(WriterOn, RecordsInOrderFromManyCallers) {
    constexpr int callers = 16;
    constexpr int each = 25;
    const auto writer = open(*store_);
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller) {
        threads.emplace_back([&, caller] {
            std::int64_t last = 0;
            for (int i = 0; i < each; ++i) {
                const auto head = writer->append(one(1000 * caller + i));
                if (!head || head->seq <= last || (*store_->head("city"))->seq < head->seq)
                    ++failed;
                if (head) last = head->seq;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(failed, 0) << "each was told a number of its own, after it was there";
    const auto head = verify(*store_);
    ASSERT_TRUE(head) << message(head.error(), Language::en);
    EXPECT_EQ(head->seq, 1 + callers * each);
    EXPECT_EQ(writer->tail(), *head);
}

TEST_P(WriterOn, KeepsASubmissionTogether) {
    const auto writer = open(*store_);
    const auto head = writer->append({{make_draft(1), make_draft(2), make_draft(3)}, std::nullopt});
    EXPECT_EQ(head->seq, 4);
    Submission bad{{make_draft(1), make_draft(2)}, std::nullopt};
    bad.drafts[1].act = "No Act";
    EXPECT_EQ(code_of(writer->append(bad)), Code::event_field_unusable);
    EXPECT_EQ((*store_->head("city"))->seq, 4) << "none of the two";
}

TEST_P(WriterOn, RefusesWhatWasDecidedOnAnOlderHead) {
    const auto writer = open(*store_);
    const Head before = writer->tail();
    ASSERT_TRUE(writer->append({{make_draft(1)}, before}));
    EXPECT_EQ(code_of(writer->append({{make_draft(2)}, before})), Code::ledger_head_moved);
    EXPECT_TRUE(writer->append({{make_draft(2)}, writer->tail()}));
}

TEST_P(WriterOn, WritesAtItsEndWhatNobodyWaitedFor) {
    std::set<std::int64_t> promised;
    {
        const auto writer = open(*store_);
        for (int i = 0; i < 200; ++i) {
            const auto ticket = writer->hand_in(one(i));
            ASSERT_TRUE(ticket);
            promised.insert(ticket->events().back().seq);
        }
    }
    EXPECT_EQ(promised.size(), 200U);
    EXPECT_EQ(verify(*store_)->seq, 201);
}

/// One caller whose batch the store holds, and fifty tickets handed in meanwhile.
struct Queue {
    explicit Queue(Writer& writer, FaultyStore& store) : writer_(writer) {
        store.hold_next(gate_.get_future());
        first_ = std::async(std::launch::async, [this] { return writer_.append(one(0)); });
        store.wait_until_held();
        for (int i = 1; i <= 50; ++i) tickets_.push_back(*writer.hand_in(one(i)));
    }

    /// What each is told, the caller first.
    std::vector<Result<Head>> answers() {
        gate_.set_value();
        std::vector<Result<Head>> out{first_.get()};
        for (const Writer::Ticket& ticket : tickets_) out.push_back(writer_.settle(ticket));
        return out;
    }

private:
    Writer& writer_;
    std::promise<void> gate_;
    std::future<Result<Head>> first_;
    std::vector<Writer::Ticket> tickets_;
};

TEST_P(WriterOn, GroupsWhatQueuesWhileTheStoreIsBusy) {
    FaultyStore slow(*store_);
    const auto writer = open(slow);
    Queue queue(*writer, slow);
    const int before = slow.appends();
    std::int64_t seq = 1;
    for (const auto& answer : queue.answers()) EXPECT_EQ(answer->seq, ++seq);
    EXPECT_LE(slow.appends() - before, 2) << "fifty waited, and went out together";
    EXPECT_EQ(verify(*store_)->seq, 52);
}

TEST_P(WriterOn, WhoQueuedOnABatchThatFailedIsToldToo) {
    FaultyStore faulty(*store_);
    const auto writer = open(faulty);
    Queue queue(*writer, faulty);
    faulty.fail_append(1, Fault::before);
    for (const auto& answer : queue.answers()) {
        ASSERT_FALSE(answer);
        EXPECT_EQ(code_of(answer), Code::store_failed);
    }
    EXPECT_TRUE(writer->append(one(51))) << "it goes on from what is there";
    EXPECT_EQ(verify(*store_)->seq, 2);
}

TEST_P(WriterOn, AnotherProcessWinsAndAllWhoWaitDecideAgain) {
    const auto writer = open(*store_);
    const auto elsewhere = place_->open();
    const Head head = **elsewhere->head("city");
    ASSERT_TRUE(elsewhere->append("city", head, make_batch(head, 2)));
    EXPECT_EQ(code_of(writer->append(one(1))), Code::ledger_head_moved);
    EXPECT_EQ(writer->tail(), **store_->head("city")) << "it has caught up";
    EXPECT_TRUE(writer->append(one(1)));
    EXPECT_EQ(verify(*store_)->seq, 4);
}

/// The n-th append fails, before or after it reached the store, for every n.
TEST_P(WriterOn, NothingIsAnsweredWrongWhenTheStoreFails) {
    for (const auto fault : {Fault::before, Fault::after, Fault::after_and_deaf}) {
        for (int n = 1; n <= 6; ++n) {
            const auto place = make_place(GetParam() == Kind::postgres ? Kind::memory : GetParam());
            const auto store = place->open();
            FaultyStore faulty(*store);
            std::int64_t acknowledged = 0;
            Head last;
            {
                const auto writer = open(faulty);
                faulty.fail_append(n, fault);
                for (int i = 0; i < 8; ++i) {
                    const auto head = writer->append(one(i));
                    if (head) {
                        ++acknowledged;
                        last = *head;
                    } else {
                        EXPECT_EQ(code_of(head), fault == Fault::after_and_deaf
                                                     ? Code::ledger_outcome_unknown
                                                     : Code::store_failed);
                    }
                }
            }
            const auto head = verify(*store, "city", last);
            ASSERT_TRUE(head) << message(head.error(), Language::en);
            EXPECT_EQ(head->seq - 1, acknowledged + (fault == Fault::after_and_deaf ? 1 : 0));
            EXPECT_EQ(acknowledged, fault == Fault::after ? 8 : 7);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Every, WriterOn,
                         testing::Values(Kind::memory, Kind::sqlite, Kind::postgres), print_kind);

}  // namespace
}  // namespace heng::store_test
