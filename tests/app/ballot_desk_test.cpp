/// A ballot from its opening to its count, at the desk and in the box of the same store.
#include "app/ballot_desk.hpp"

#include "app/voting.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/scheme_files.hpp"
#include "store/store_fixture.hpp"

namespace heng::app {
namespace {

using act::Actor;
using act::Capacity;
using ledger::List;
using ledger::Object;
using store_test::Kind;

Readers readers() {
    return {crypto::make_hash, yaml::read_scheme_files};
}

/// A city of two counties whose indicators are in force.
class BallotOn : public testing::TestWithParam<Kind> {
protected:
    BallotOn() {
        EXPECT_TRUE(
            open_ledger(*store_, {"city", "sys", store_test::day}, store_test::sm3(), clock_));
        auto desk = Desk::open(*store_, "city", readers(), clock_);
        EXPECT_TRUE(desk);
        desk_ = std::move(*desk);
        must({"sys", Capacity::system_admin, {}}, "found",
             {{"system_admin", "sys"}, {"security_admin", "sec"}, {"audit_admin", "aud"}});
        for (const auto& [body, role] : {std::pair("市考核办", "office"),
                                         {"市考核委", "commission"},
                                         {"市委组织部", "lead"}}) {
            must({"sys", Capacity::system_admin, {}}, "add_body",
                 {{"body", body}, {"roles", List{role}}});
            must({"sys", Capacity::system_admin, {}}, "add_person", {{"person", body}});
            must({"sec", Capacity::security_admin, {}}, "appoint",
                 {{"person", body}, {"role", role}, {"for", body}});
        }
        for (const char* const unit : {"C1", "C2"})
            must(office_, "enrol_unit", {{"unit", unit}, {"name", unit}, {"domain", "counties"}});
        put_in_force();
    }

    void put_in_force() {
        const auto scheme =
            yaml::load_scheme(std::filesystem::path(HENG_SOURCE_DIR) / "schemes/demo-city");
        must(office_, "open_year", {{"year", 2021}});
        const auto draft = must(office_, "consolidate_indicators",
                                {{"year", 2021}, {"files", yaml::scheme_files(*scheme)}});
        must({"市考核委", Capacity::commission, "市考核委"}, "consent_to_indicators",
             {{"year", 2021}, {"draft", draft}});
        must(office_, "issue_indicators",
             {{"year", 2021}, {"draft", draft}, {"from", "2021-01-01"}});
    }

    Checked<Receipt> perform(const Actor& actor, const char* act, Object body) {
        return perform_with_box(*desk_, *boxes_, actor, {act, std::move(body)}, store_test::day);
    }
    std::int64_t must(const Actor& actor, const char* act, Object body) {
        const auto done = perform(actor, act, std::move(body));
        EXPECT_TRUE(done) << act << ' ' << message(done.error().front(), Language::en);
        return done ? done->seq : 0;
    }
    /// Of five voters; online if they have codes.
    std::int64_t open_ballot(const std::vector<ledger::Digest>& codes) {
        Object group{{"group", "代表"}, {"weight", "100"}, {"voters", 5}};
        List digests;
        for (const ledger::Digest& code : codes) digests.emplace_back(ledger::print_digest(code));
        if (!digests.empty()) group.add("codes", std::move(digests));
        return must(lead_, "open_ballot",
                    {{"year", 2021}, {"domain", "counties"}, {"groups", List{std::move(group)}}});
    }
    Checked<Receipt> close(const Actor& actor, std::int64_t ballot) {
        return perform(actor, "close_ballot", {{"year", 2021}, {"ballot", ballot}});
    }
    const cycle::Reviews reviews() const {
        return desk_->read([](const Live& live) { return live.state.cycles.at(2021).reviews; });
    }
    Result<void> cast(std::int64_t ballot, const ledger::Digest& code, cycle::Mark first,
                      cycle::Mark second) {
        return cast_vote(*boxes_, "city", *reviews().find(cycle::BallotId{ballot}), code,
                         {{"C1", first}, {"C2", second}});
    }

    const Actor office_{"市考核办", Capacity::office, "市考核办"};
    const Actor lead_{"市委组织部", Capacity::lead, "市委组织部"};
    std::unique_ptr<store_test::Place> place_ = store_test::make_place(GetParam());
    std::shared_ptr<EventStore> store_ = place_->open();
    std::shared_ptr<BallotBox> boxes_ = place_->open_boxes();
    store_test::Ticking clock_;
    std::unique_ptr<Desk> desk_;
};

INSTANTIATE_TEST_SUITE_P(Stores, BallotOn,
                         testing::Values(Kind::memory, Kind::sqlite, Kind::postgres),
                         store_test::print_kind);

std::vector<ledger::Digest> five_codes() {
    std::vector<ledger::Digest> out;
    for (const char* const code : {"a", "b", "c", "d", "e"})
        out.push_back(digest_of_code(code, store_test::sm3()));
    return out;
}

TEST_P(BallotOn, IsCountedWhenItIsClosed) {
    using enum cycle::Mark;
    const auto codes = five_codes();
    const auto ballot = open_ballot(codes);
    for (std::size_t i = 0; i < 4; ++i)
        ASSERT_TRUE(cast(ballot, codes[i], good, i == 0 ? poor : fair));
    ASSERT_TRUE(close(lead_, ballot));
    EXPECT_EQ(reviews().score_of("C1"), Decimal::whole(100));
    EXPECT_EQ(reviews().score_of("C2"), Decimal::whole(70));
    const auto late = cast(ballot, codes[4], good, good);
    ASSERT_FALSE(late);
    EXPECT_EQ(late.error().code, Code::ballot_closed);
    const auto replayed = replay_store(*store_, "city", readers());
    ASSERT_TRUE(replayed);
    EXPECT_EQ(replayed->state.cycles.at(2021).reviews, reviews());
}

TEST_P(BallotOn, StaysOpenWhereSomeoneMayNotCloseIt) {
    const auto codes = five_codes();
    const auto ballot = open_ballot(codes);
    const auto refused = close(office_, ballot);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().code, Code::act_not_permitted);
    EXPECT_TRUE(cast(ballot, codes[0], cycle::Mark::good, cycle::Mark::good)) << "and so its box";
}

TEST_P(BallotOn, OnPaperHasNoBox) {
    const auto ballot = open_ballot({});
    const auto vote = cast(ballot, five_codes()[0], cycle::Mark::good, cycle::Mark::good);
    ASSERT_FALSE(vote);
    EXPECT_EQ(vote.error().code, Code::ballot_closed);
    const auto refused = close(lead_, ballot);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().front().code, Code::record_stage_unfit);
}

}  // namespace
}  // namespace heng::app
