/// The desk over every store: what it shows is on disk, what it decides on is the latest.
#include "app/desk.hpp"

#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/scheme_files.hpp"
#include "store/faulty_store.hpp"
#include "store/store_fixture.hpp"

#include <array>
#include <set>
#include <thread>

namespace heng::app {
namespace {

using act::Actor;
using act::Capacity;
using act::Command;
using ledger::Object;
using store_test::Fault;
using store_test::FaultyStore;
using store_test::Kind;
using store_test::make_place;
using Codes = std::vector<Code>;

Readers readers() {
    return {crypto::make_hash, yaml::read_scheme_files};
}

/// A clock that a test sets.
class SetClock final : public Clock {
public:
    ledger::Instant now() override { return go_on(std::chrono::microseconds(1)); }
    ledger::Instant go_on(std::chrono::microseconds by) {
        const std::lock_guard lock(mutex_);
        return time_ += by;
    }

private:
    std::mutex mutex_;
    ledger::Instant time_ = ledger::Instant(std::chrono::sys_days(store_test::day));
};

template <class T>
Codes codes_of(const Checked<T>& result) {
    Codes codes;
    if (!result)
        for (const Error& error : result.error()) codes.push_back(error.code);
    return codes;
}

/// A founded ledger with an office.
class DeskOn : public testing::TestWithParam<Kind> {
protected:
    DeskOn() {
        EXPECT_TRUE(
            open_ledger(*store_, {"city", "system", store_test::day}, store_test::sm3(), clock_));
        const auto desk = open(*store_);
        must(*desk, {"system", Capacity::system_admin, {}}, "found",
             {{"system_admin", "sys"}, {"security_admin", "sec"}, {"audit_admin", "aud"}});
        must(*desk, sys_, "add_body", {{"body", "考核办"}, {"roles", ledger::List{"office"}}});
        must(*desk, sys_, "add_person", {{"person", "p1"}});
        must(*desk, {"sec", Capacity::security_admin, {}}, "appoint",
             {{"person", "p1"}, {"role", "office"}, {"for", "考核办"}});
    }

    std::unique_ptr<Desk> open(EventStore& store) {
        auto desk = Desk::open(store, "city", readers(), clock_);
        EXPECT_TRUE(desk) << message(desk.error().front(), Language::en);
        return std::move(*desk);
    }
    static Checked<Receipt> enrol(Desk& desk, const std::string& unit,
                                  const std::string& domain = "县") {
        return desk.perform(office_,
                            {"enrol_unit", {{"unit", unit}, {"name", unit}, {"domain", domain}}},
                            store_test::day);
    }
    static Checked<scheme::Scheme> demo_city() {
        return yaml::load_scheme(std::filesystem::path(HENG_SOURCE_DIR) / "schemes/demo-city");
    }
    static void must(Desk& desk, const Actor& actor, const std::string& act, Object body) {
        const auto done = desk.perform(actor, {act, std::move(body)}, store_test::day);
        ASSERT_TRUE(done) << act << ' ' << message(done.error().front(), Language::en);
    }
    static bool has_unit(const Desk& desk, const char* unit) {
        return desk.read([&](const Live& live) {
            return live.state.units_and_people.find_unit(unit) != nullptr;
        });
    }
    static cycle::State state_of(const Desk& desk) {
        return desk.read([](const Live& live) { return live.state; });
    }
    cycle::State replayed() { return replay_store(*store_, "city", readers()).value().state; }
    /// Appends what no act would write.
    void append_past_the_desk(ledger::Draft draft, ledger::Head head) {
        const auto sealed =
            ledger::seal("city", head, std::move(draft), clock_.now(), store_test::sm3());
        ASSERT_TRUE(store_->append("city", *store_->head("city").value(), std::span(&*sealed, 1)));
    }

    inline static const Actor office_{"p1", Capacity::office, "考核办"};
    const Actor sys_{"sys", Capacity::system_admin, {}};
    std::unique_ptr<store_test::Place> place_ = make_place(GetParam());
    std::shared_ptr<EventStore> store_ = place_->open();
    SetClock clock_;
};

INSTANTIATE_TEST_SUITE_P(Stores, DeskOn,
                         testing::Values(Kind::memory, Kind::sqlite, Kind::postgres),
                         store_test::print_kind);

TEST_P(DeskOn, ShowsWhatReplayingGives) {
    const auto desk = open(*store_);
    const auto receipt = enrol(*desk, "C1");
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->head, *store_->head("city").value());
    EXPECT_EQ(receipt->seq, receipt->head.seq);
    EXPECT_TRUE(has_unit(*desk, "C1"));
    EXPECT_EQ(state_of(*desk), replayed());
}

Terms sent_with(std::uint8_t key, std::uint8_t request = 1) {
    Terms terms;
    terms.request.emplace();
    terms.request->key.fill(key);
    terms.request->request.fill(request);
    return terms;
}

/// Whether the answer was lost, the server restarted or another one asked: it is done once, and
/// whoever sends it again is told what became of it.
TEST_P(DeskOn, DoesARequestOnceWhereverItIsSentAgain) {
    const auto desk = open(*store_);
    const Command renaming{"rename_unit", {{"unit", "C1"}, {"name", "甲"}, {"reason", "更名"}}};
    ASSERT_TRUE(enrol(*desk, "C1"));
    const auto other_store = place_->open();
    const auto slow = open(*other_store);
    const auto first = desk->perform(office_, renaming, store_test::day, sent_with(7));
    ASSERT_TRUE(first) << message(first.error().front(), Language::en);
    const ledger::Head head = *store_->head("city").value();
    const auto expect_first = [&](const Checked<Receipt>& again) {
        ASSERT_TRUE(again) << message(again.error().front(), Language::en);
        EXPECT_EQ(again->seq, first->seq);
        EXPECT_EQ(again->head, first->head);
        EXPECT_EQ(*store_->head("city").value(), head) << "nothing more is recorded";
    };
    expect_first(desk->perform(office_, renaming, store_test::day, sent_with(7)));
    expect_first(slow->perform(office_, renaming, store_test::day, sent_with(7)));
    expect_first(open(*place_->open())->perform(office_, renaming, store_test::day, sent_with(7)));
    EXPECT_EQ(codes_of(slow->perform(office_, renaming, store_test::day, sent_with(7, 2))),
              Codes{Code::idempotency_key_reused});
    EXPECT_EQ(*store_->head("city").value(), head);
    EXPECT_TRUE(slow->perform(office_, renaming, store_test::day, sent_with(8)));
}

/// What was done has changed what it asks for, so that the act alone would be refused now.
TEST_P(DeskOn, TellsWhoSendsAgainWhatBecameOfItEvenIfItCouldNotBeDoneAgain) {
    const auto desk = open(*store_);
    const Command enrolling{"enrol_unit", {{"unit", "C1"}, {"name", "C1"}, {"domain", "县"}}};
    const auto first = desk->perform(office_, enrolling, store_test::day, sent_with(7));
    ASSERT_TRUE(first);
    const auto again = desk->perform(office_, enrolling, store_test::day, sent_with(7));
    ASSERT_TRUE(again) << message(again.error().front(), Language::en);
    EXPECT_EQ(again->head, first->head);
    EXPECT_EQ(codes_of(desk->perform(office_, enrolling, store_test::day, sent_with(8))),
              Codes{Code::record_exists});
}

/// The precondition is asked on the very state that the act is decided on.
TEST_P(DeskOn, DoesNothingWhereThePreconditionHasGone) {
    const auto desk = open(*store_);
    const auto other_store = place_->open();
    const auto slow = open(*other_store);
    Terms unless_there;
    unless_there.precondition = [](const Live& tip) -> Checked<void> {
        if (tip.state.units_and_people.find_unit("C1") == nullptr) return {};
        return tl::unexpected(Issues{{Code::version_stale, {}, {}}});
    };
    const auto enrol_under = [&](Desk& at, const char* unit) {
        return at.perform(office_,
                          {"enrol_unit", {{"unit", unit}, {"name", unit}, {"domain", "县"}}},
                          store_test::day, unless_there);
    };
    ASSERT_TRUE(enrol_under(*desk, "C1"));
    EXPECT_EQ(codes_of(enrol_under(*slow, "C2")), Codes{Code::version_stale})
        << "which it learns with the refusal of the store";
    EXPECT_FALSE(has_unit(*slow, "C2"));
}

TEST_P(DeskOn, DecidesAgainWhenAnotherWasFaster) {
    const auto ours = open(*store_);
    const auto other_store = place_->open();
    const auto slow = open(*other_store);
    ASSERT_TRUE(enrol(*ours, "C1"));
    EXPECT_EQ(codes_of(enrol(*slow, "C1")), Codes{Code::record_exists})
        << "it was decided on the newer state, not appended to it";
    ASSERT_TRUE(enrol(*ours, "C2"));
    const auto receipt = enrol(*slow, "C3");
    ASSERT_TRUE(receipt) << message(receipt.error().front(), Language::en);
    EXPECT_TRUE(has_unit(*slow, "C2"));
    ASSERT_TRUE(enrol(*ours, "C4"));
    EXPECT_EQ(state_of(*ours), replayed());
}

TEST_P(DeskOn, FollowsOtherProcesses) {
    const auto ours = open(*store_);
    const auto other_store = place_->open();
    const auto theirs = open(*other_store);
    ASSERT_TRUE(enrol(*theirs, "C1"));
    EXPECT_FALSE(has_unit(*ours, "C1"));
    const auto head = ours->follow(std::chrono::seconds(10));
    ASSERT_TRUE(head);
    EXPECT_EQ(*head, *store_->head("city").value());
    EXPECT_TRUE(has_unit(*ours, "C1"));
}

/// A follower that asked the store about what its own desk has handed in would spin until the
/// caller comes to confirm it: a third of the processor's time under load.
TEST_P(DeskOn, FollowsItsOwnActsWithoutAskingTheStore) {
    FaultyStore faulty(*store_);
    const auto desk = open(faulty);
    std::promise<void> gate;
    faulty.hold_next(gate.get_future());
    std::thread acting([&] { EXPECT_TRUE(enrol(*desk, "C1")); });
    faulty.wait_until_held();
    ASSERT_TRUE(desk->follow(std::chrono::milliseconds(1)));
    EXPECT_EQ(faulty.awaits(), 0);
    gate.set_value();
    acting.join();
    const auto head = desk->follow(std::chrono::milliseconds(0));
    ASSERT_TRUE(head);
    EXPECT_EQ(*head, *store_->head("city").value());
}

TEST_P(DeskOn, AFailedWriteLeavesNothing) {
    FaultyStore faulty(*store_);
    const auto desk = open(faulty);
    const auto before = state_of(*desk);
    faulty.fail_append(1, Fault::before);
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::store_failed});
    EXPECT_EQ(state_of(*desk), before);
    ASSERT_TRUE(enrol(*desk, "C1")) << "nothing of the first attempt is in the way";
    EXPECT_EQ(state_of(*desk), replayed());
}

TEST_P(DeskOn, ShowsWhatIsOnDiskAfterAnUnknownOutcome) {
    FaultyStore faulty(*store_);
    const auto desk = open(faulty);
    faulty.fail_append(1, Fault::after_and_deaf);
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::ledger_outcome_unknown});
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::record_exists}) << "it was on disk";
    EXPECT_EQ(state_of(*desk), replayed());
}

TEST_P(DeskOn, ReadersSeeAnActWhenItIsOnDisk) {
    FaultyStore faulty(*store_);
    const auto desk = open(faulty);
    std::promise<void> gate;
    faulty.hold_next(gate.get_future());
    std::thread first([&] { EXPECT_TRUE(enrol(*desk, "C1")); });
    faulty.wait_until_held();
    EXPECT_FALSE(has_unit(*desk, "C1"));
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::record_exists})
        << "but acts are decided on what is handed in already";
    gate.set_value();
    first.join();
    EXPECT_TRUE(has_unit(*desk, "C1"));
}

TEST_P(DeskOn, ManyActAtOnce) {
    constexpr int callers = 12;
    constexpr int each = 20;
    const auto desk = open(*store_);
    std::vector<std::thread> threads;
    std::vector<std::set<std::int64_t>> made(callers);
    for (int caller = 0; caller < callers; ++caller) {
        threads.emplace_back([&, caller] {
            for (int i = 0; i < each; ++i) {
                const std::string unit = std::to_string(caller) + '-' + std::to_string(i);
                const auto receipt = enrol(*desk, unit);
                if (receipt && has_unit(*desk, unit.c_str()))
                    made[static_cast<std::size_t>(caller)].insert(receipt->seq);
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    std::set<std::int64_t> all;
    for (const auto& some : made) all.insert(some.begin(), some.end());
    EXPECT_EQ(all.size(), std::size_t{callers * each})
        << "each got a number of its own and could see his act at once";
    EXPECT_EQ(state_of(*desk), replayed());
}

TEST_P(DeskOn, ManyActAtOnceAtTwoDesks) {
    constexpr int each = 15;
    const auto other_store = place_->open();
    const std::unique_ptr<Desk> desks[] = {open(*store_), open(*other_store)};
    std::vector<std::thread> threads;
    std::atomic<int> lost = 0;
    for (int caller = 0; caller < 4; ++caller) {
        threads.emplace_back([&, caller] {
            for (int i = 0; i < each; ++i) {
                const std::string unit = std::to_string(caller) + '-' + std::to_string(i);
                Checked<Receipt> done;
                do done = enrol(*desks[caller % 2], unit);
                while (codes_of(done) == Codes{Code::ledger_head_moved});
                lost += done ? 0 : 1;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(lost, 0);
    for (const auto& desk : desks) {
        ASSERT_TRUE(desk->follow(std::chrono::milliseconds(0)));
        EXPECT_EQ(state_of(*desk), replayed());
    }
}

TEST_P(DeskOn, ManyRecordFindingsAtOnce) {
    constexpr int callers = 8;
    constexpr int each = 10;
    const auto desk = open(*store_);
    ASSERT_TRUE(enrol(*desk, "C1", "counties"));
    must(*desk, sys_, "add_body", {{"body", "市委组织部"}, {"roles", ledger::List{"assessor"}}});
    must(*desk, sys_, "add_body", {{"body", "市考核委"}, {"roles", ledger::List{"commission"}}});
    for (const auto& [person, role, body] :
         {std::array{"a1", "assessor", "市委组织部"}, std::array{"k1", "commission", "市考核委"}}) {
        must(*desk, sys_, "add_person", {{"person", person}});
        must(*desk, {"sec", Capacity::security_admin, {}}, "appoint",
             {{"person", person}, {"role", role}, {"for", body}});
    }
    const auto files = yaml::scheme_files(*demo_city());
    must(*desk, office_, "open_year", {{"year", 2021}});
    must(*desk, office_, "consolidate_indicators", {{"year", 2021}, {"files", files}});
    const auto draft = desk->read([](const Live& live) { return live.head.seq; });
    must(*desk, {"k1", Capacity::commission, "市考核委"}, "consent_to_indicators",
         {{"year", 2021}, {"draft", draft}});
    must(*desk, office_, "issue_indicators",
         {{"year", 2021}, {"draft", draft}, {"from", "2021-06-30"}});

    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (int caller = 0; caller < callers; ++caller) {
        threads.emplace_back([&] {
            for (int i = 0; i < each; ++i)
                failed += desk->perform({"a1", Capacity::assessor, "市委组织部"},
                                        {"record_finding",
                                         {{"year", 2021},
                                          {"unit", "C1"},
                                          {"branch", "5.2"},
                                          {"value", "1"},
                                          {"occurred_on", "2021-06-30"},
                                          {"note", "事实"}}},
                                        store_test::day)
                              ? 0
                              : 1;
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(failed, 0);
    EXPECT_EQ(state_of(*desk).cycles.at(2021).findings.all.size(), std::size_t{callers * each});
    EXPECT_EQ(state_of(*desk), replayed());
}

TEST_P(DeskOn, RefusesASchemeWithErrors) {
    const auto desk = open(*store_);
    must(*desk, office_, "open_year", {{"year", 2021}});
    auto scheme = *demo_city();
    scheme.tables.front().categories.front().tasks.front().assessors.push_back("不存在的单位");
    const auto done = desk->perform(
        office_,
        {"consolidate_indicators", {{"year", 2021}, {"files", yaml::scheme_files(scheme)}}},
        store_test::day);
    EXPECT_EQ(codes_of(done), Codes{Code::body_unknown});
}

TEST_P(DeskOn, DoesSeveralActsAsOne) {
    const auto desk = open(*store_);
    const auto command = [](const char* unit) {
        return act::Command{"enrol_unit", {{"unit", unit}, {"name", unit}, {"domain", "县"}}};
    };
    const std::array twice{command("C1"), command("C2"), command("C1")};
    const auto refused = desk->perform_all(office_, twice, store_test::day);
    EXPECT_EQ(codes_of(refused), Codes{Code::record_exists}) << "the first had enrolled it";
    EXPECT_EQ(refused.error().front().place.line, 3U);
    EXPECT_FALSE(has_unit(*desk, "C2")) << "none of them";
    const auto done = desk->perform_all(office_, std::span(twice).first(2), store_test::day);
    ASSERT_TRUE(done);
    EXPECT_EQ(done->head.seq, done->seq + 1);
    EXPECT_EQ(state_of(*desk), replayed());
}

TEST_P(DeskOn, KnowsHowItWas) {
    const auto desk = open(*store_);
    clock_.go_on(std::chrono::hours(15));
    ASSERT_TRUE(enrol(*desk, "C1"));
    clock_.go_on(std::chrono::hours(2));  // past midnight, eight hours ahead of UTC
    ASSERT_TRUE(enrol(*desk, "C2"));
    const auto then = desk->as_of(store_test::day);
    ASSERT_TRUE(then);
    EXPECT_NE(then->state.units_and_people.find_unit("C1"), nullptr);
    EXPECT_EQ(then->state.units_and_people.find_unit("C2"), nullptr);
    EXPECT_EQ(desk->as_of(clock_.now())->state, state_of(*desk));
}

TEST_P(DeskOn, StopsAtAnEventThatDoesNotFollow) {
    const auto desk = open(*store_);
    const auto before = state_of(*desk);
    append_past_the_desk({"p1", "enrol_unit", store_test::day, {}, {}}, {5, {}});
    EXPECT_EQ(codes_of(desk->follow(std::chrono::seconds(0))), Codes{Code::event_changed});
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::event_changed}) << "nothing more is done";
    EXPECT_EQ(state_of(*desk), before) << "but what holds can be read";
    EXPECT_EQ(codes_of(Desk::open(*store_, "city", readers(), clock_)), Codes{Code::event_changed});
}

TEST_P(DeskOn, StopsAtAnEventThatNoActWrote) {
    const auto desk = open(*store_);
    const auto before = state_of(*desk);
    append_past_the_desk({"p1", "enrol_unit", store_test::day, {}, {}},
                         *store_->head("city").value());
    EXPECT_EQ(codes_of(desk->follow(std::chrono::seconds(0))), Codes{Code::event_malformed});
    EXPECT_EQ(codes_of(enrol(*desk, "C1")), Codes{Code::event_malformed});
    EXPECT_EQ(state_of(*desk), before);
}

TEST_P(DeskOn, RehearsingChangesNothing) {
    const auto desk = open(*store_);
    const auto before = state_of(*desk);
    const act::Command command{"enrol_unit", {{"unit", "C1"}, {"name", "C1"}, {"domain", "县"}}};
    const auto drafts = desk->rehearse(office_, command, store_test::day);
    ASSERT_TRUE(drafts);
    EXPECT_EQ(drafts->size(), 1U);
    EXPECT_EQ(state_of(*desk), before);
    EXPECT_EQ(codes_of(desk->rehearse(sys_, command, store_test::day)),
              Codes{Code::act_not_permitted});
}

}  // namespace
}  // namespace heng::app
