/// The demonstration, played once and looked at from all sides.
#include "app/demo/demo.hpp"

#include "app/played_city.hpp"
#include "core/act/perform.hpp"
#include "core/cycle/open_matters.hpp"
#include "shell/csv/score_tables.hpp"
#include "store/store_fixture.hpp"

namespace heng::app::demo {
namespace {

using scheme::Grade;

Played& whole() {
    static Played played{{}};
    return played;
}

const cycle::Rulebook& last_rulebook() {
    return *story().rulebook;
}

TEST(Demo, IsTheSameEachTime) {
    Played again{{}};
    EXPECT_EQ(again.account.head, whole().account.head);
    PlayOptions other;
    other.seed = 7;
    Played elsewise(other);
    EXPECT_NE(elsewise.account.head, whole().account.head);
    EXPECT_EQ(elsewise.cycle().grading.versions.back().rows,
              whole().cycle().grading.versions.back().rows)
        << "the course differs, the result does not";
}

TEST(Demo, UntilADayIsTheBeginningOfTheWhole) {
    PlayOptions options;
    options.until = on(7, 15);
    Played half(options);
    EXPECT_EQ(half.account.last_day, on(7, 15));
    EXPECT_EQ(half.cycle().stage, cycle::Stage::in_force);
    const auto begun = half.events();
    auto all = whole().events();
    ASSERT_LT(begun.size(), all.size());
    all.resize(begun.size());
    EXPECT_EQ(begun, all);
}

TEST(Demo, ReplaysToWhatWasLived) {
    const auto replayed = replay_store(whole().store, tenant, readers());
    ASSERT_TRUE(replayed);
    EXPECT_EQ(replayed->head, whole().account.head);
    EXPECT_EQ(replayed->state, whole().account.state);
}

TEST(Demo, PublishesWhatScoringTheTablesGives) {
    const auto path = [](const char* name) { return (city() / "year" / name).string(); };
    const auto scored = csv::score_files(
        story().scheme(), {path("units.csv"), path("findings.csv"), path("decisions.csv")}, {});
    ASSERT_TRUE(scored);
    const cycle::ResultVersion& first = whole().cycle().grading.versions.front();
    ASSERT_EQ(first.rows.size(), scored->size());
    for (const cycle::ResultRow& row : first.rows) {
        const auto unit = scored->find(row.unit);
        ASSERT_TRUE(unit);
        EXPECT_EQ(row.published.total, scored->published(*unit).total) << row.unit;
        EXPECT_EQ(row.published.review, scored->published(*unit).review) << row.unit;
        EXPECT_EQ(row.rank, scored->outcome(*unit).rank) << row.unit;
        EXPECT_EQ(row.grade, scored->outcome(*unit).grade) << row.unit;
    }
}

TEST(Demo, MovesGradesByARecheck) {
    const auto& versions = whole().cycle().grading.versions;
    ASSERT_EQ(versions.size(), 2U);
    const auto grades = [&](const char* unit) {
        return std::pair(versions[0].find(unit)->grade, versions[1].find(unit)->grade);
    };
    EXPECT_EQ(grades("D13"), std::pair(Grade::fair, Grade::good));
    EXPECT_EQ(grades("D07"), std::pair(Grade::good, Grade::fair)) << "its place went to D37";
    EXPECT_EQ(grades("D37"), std::pair(Grade::good, Grade::good));
}

TEST(Demo, EndsTheFindingsAsTheStorySays) {
    std::map<cycle::FindingStage, std::size_t> ends;
    for (const auto& [id, finding] : whole().cycle().findings.all) ++ends[finding.stage];
    EXPECT_EQ(ends[cycle::FindingStage::recorded], 0U);
    EXPECT_EQ(ends[cycle::FindingStage::confirmed], 2509U - 1) << "one fell in the recheck";
    EXPECT_EQ(ends[cycle::FindingStage::withdrawn], 134U + 75 + 1);
}

TEST(Demo, LeavesNothingOpen) {
    const cycle::Cycle& cycle = whole().cycle();
    EXPECT_EQ(cycle.stage, cycle::Stage::archived);
    EXPECT_TRUE(cycle::open_matters(cycle, story().scheme()).empty());
    EXPECT_TRUE(cycle.half_year.circular);
    const Date last = on(12, 31);
    EXPECT_TRUE(
        cycle::units_without_group(whole().account.state, cycle, last_rulebook(), last).empty());
}

TEST(Demo, SettlesAndSignsEverySheetBeforeGrading) {
    PlayOptions options;
    options.until = next_year_on(1, 20);
    const Played graded_soon(options);
    EXPECT_EQ(graded_soon.cycle().stage, cycle::Stage::year_end);
    EXPECT_TRUE(cycle::open_sheets(graded_soon.account.state, graded_soon.cycle(), last_rulebook(),
                                   on(12, 31))
                    .empty());
}

TEST(Demo, PlaysAlmostEveryAct) {
    std::set<std::string> left_out;
    for (const act::Act* const act : act::acts())
        if (!whole().account.acts.contains(std::string(act->id)))
            left_out.insert(std::string(act->id));
    EXPECT_EQ(left_out, (std::set<std::string>{"cancel_ballot", "correct_review_score", "dismiss",
                                               "exempt_unit", "merge_units", "move_unit",
                                               "rename_unit", "reopen_sheet",
                                               "withdraw_circumstance", "withdraw_deliberation"}));
}

TEST(Demo, CanBeCopiedIntoAnotherStore) {
    const auto place = store_test::make_place(store_test::Kind::sqlite);
    const auto to = place->open();
    ASSERT_TRUE(copy_ledger(whole().store, *to));
    const auto head = store_test::verify(*to, tenant);
    ASSERT_TRUE(head);
    EXPECT_EQ(*head, whole().account.head);
    EXPECT_FALSE(copy_ledger(whole().store, *to)) << "there is one already";
}

TEST(Demo, HasEveryoneActOnWorkingDays) {
    const cycle::WorkingDays days(story().scheme().calendar);
    for (const ledger::SealedEvent& sealed : whole().events()) {
        const Date day = ledger::decode_event(sealed.bytes)->what.happened_on;
        ASSERT_TRUE(days.is_working(day)) << ledger::print_date(day);
    }
}

TEST(Demo, RefusesASchemeThatIsNotItsOwn) {
    Formats formats;
    formats.load_scheme = yaml::load_scheme;
    formats.read_commands = csv::read_commands;
    const auto read =
        read_story(formats, std::filesystem::path(HENG_SOURCE_DIR) / "schemes/party-building-2021");
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().front().code, Code::value_unknown);
    EXPECT_EQ(read.error().back().code, Code::file_unreadable) << "nor has it a year";
}

}  // namespace
}  // namespace heng::app::demo
