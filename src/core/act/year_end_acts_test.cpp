#include "core/act/test_world.hpp"
#include "core/cycle/standing.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace heng::act {
namespace {

using cycle::SheetNeed;
using test::day;
using test::Object;
using test::World;
using Codes = std::vector<Code>;

Object about(const char* field, std::int64_t record) {
    return {{"year", 2021}, {field, record}};
}

Object with_reason(const char* field, std::int64_t record) {
    return {{"year", 2021}, {field, record}, {"reason", "核对后有误"}};
}

Object task_of(const char* unit, const char* task) {
    return {{"year", 2021}, {"unit", unit}, {"task", task}};
}

Object fact(const char* unit, const char* branch, const char* value) {
    return {{"year", 2021},
            {"unit", unit},
            {"branch", branch},
            {"value", value},
            {"occurred_on", "2021-03-01"},
            {"note", "未按要求落实"}};
}

void put_at_year_end(World& world) {
    world.put_in_force();
    world.today = day("2021-12-10");
}

struct YearEndActs : testing::Test {
    YearEndActs() { put_at_year_end(world); }

    void open() { world.must(World::office(), "open_year_end", {{"year", 2021}}); }
    std::int64_t settled(const char* unit, const char* task = "(一)") {
        return world.must(World::assessor(1), "settle_sheet", task_of(unit, task));
    }
    const cycle::Sheet& sheet(std::int64_t id) const { return *world.year().year_end.find({id}); }
    /// What one task sheet still needs.
    std::optional<SheetNeed> need(const char* unit, const char* task = "(一)") const {
        for (const auto& one :
             cycle::open_sheets(world.state, world.year(), world.rulebook(), world.today))
            if (one.key.unit == unit && one.key.task == task) return one.need;
        return std::nullopt;
    }
    Codes refused(const Actor& actor, const char* act, Object body) {
        return world.refusal(actor, act, std::move(body));
    }

    World world;
};

/// The domain of the last day of the year holds: what changes in January is next year's.
TEST_F(YearEndActs, AUnitThatMovesInJanuaryIsSettledWhereItWas) {
    open();
    world.today = day("2022-01-10");
    world.must(World::office(), "move_unit",
               {{"unit", "C1"}, {"domain", "departments"}, {"reason", "划转"}});
    EXPECT_EQ(sheet(settled("C1")).key.domain, "counties");
}

TEST_F(YearEndActs, TheYearEndIsOpenedOnceByTheOffice) {
    EXPECT_EQ(refused(World::lead(), "open_year_end", {{"year", 2021}}),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::cycle_stage_unfit});
    open();
    EXPECT_EQ(world.year().stage, cycle::Stage::year_end);
    EXPECT_EQ(world.year().year_end.opened_on, day("2021-12-10"));
    EXPECT_EQ(refused(World::office(), "open_year_end", {{"year", 2021}}),
              Codes{Code::cycle_stage_unfit});
}

struct Groups : YearEndActs {
    Groups() { open(); }

    static Object member(const char* person, const char* body) {
        return {{"person", person}, {"body", body}};
    }
    static Object group(const char* name, ledger::List members, const char* field,
                        ledger::List assessed) {
        return {{"year", 2021},
                {"name", name},
                {"members", std::move(members)},
                {field, std::move(assessed)}};
    }
};

TEST_F(Groups, LeaveNoUnitUncoveredUnseen) {
    const auto missing = [&] {
        return cycle::units_without_group(world.state, world.year(), world.rulebook(), world.today);
    };
    EXPECT_EQ(missing().size(), 6u);
    world.must(World::office(), "form_group",
               group("一组", {member("组织部-1", "组织部")}, "domains", {"counties"}));
    EXPECT_EQ(missing(), (std::vector<cycle::UnitId>{"D1", "D2"}));
    world.must(World::office(), "form_group",
               group("二组", {member("宣传部-1", "宣传部")}, "units", {"D1"}));
    EXPECT_EQ(missing(), (std::vector<cycle::UnitId>{"D2"}));
}

TEST_F(Groups, TakeNobodyWhoBelongsToAUnitTheyAssess) {
    EXPECT_EQ(refused(World::office(), "form_group",
                      group("一组", {member("组织部-1", "组织部"), member("宣传部-1", "宣传部")},
                            "domains", {"departments"})),
              Codes{Code::recusal})
        << "组织部 is D1";
    world.must(world.security_admin, "appoint",
               {{"person", "宣传部-1"}, {"role", "unit"}, {"for", "C1"}});
    EXPECT_EQ(refused(World::office(), "form_group",
                      group("一组", {member("宣传部-1", "宣传部")}, "units", {"C1", "C2"})),
              Codes{Code::recusal});
}

TEST_F(Groups, TakeOnlyPeopleWhomAnAssessorSends) {
    EXPECT_EQ(refused(World::office(), "form_group",
                      group("一组", {member("宣传部-1", "组织部"), member("C1-1", "C1")}, "units",
                            {"C2"})),
              (Codes{Code::capacity_absent, Code::capacity_absent}));
}

TEST_F(Groups, AssessWhatThereIs) {
    const auto ours = member("组织部-1", "组织部");
    EXPECT_EQ(refused(World::office(), "form_group", group("一组", {ours}, "units", {"C9"})),
              Codes{Code::record_unknown});
    EXPECT_EQ(refused(World::office(), "form_group", group("一组", {ours}, "domains", {"moon"})),
              Codes{Code::record_unknown});
    EXPECT_EQ(refused(World::office(), "form_group", group("一组", {ours}, "units", {})),
              Codes{Code::field_missing});
}

TEST_F(Groups, AreReplacedRatherThanChanged) {
    const auto ours = member("组织部-1", "组织部");
    const auto first =
        world.must(World::office(), "form_group", group("一组", {ours}, "units", {"C1"}));
    EXPECT_EQ(refused(World::office(), "form_group", group("一组", {ours}, "units", {"C2"})),
              Codes{Code::record_exists});
    Object next = group("一组", {member("组织部-2", "组织部")}, "units", {"C1"});
    next.add("replaces", first);
    world.must(World::office(), "form_group", next);
    EXPECT_TRUE(world.year().year_end.groups.at({first}).is_replaced);
    EXPECT_EQ(refused(World::office(), "form_group", next), Codes{Code::record_unknown});
}

TEST_F(YearEndActs, WhatIsSettledStandsInTheLedger) {
    const auto finding = world.confirmed_finding("C1", "1.2", "3");
    world.confirmed_finding("C1", "2.1", "1");
    open();
    EXPECT_EQ(need("C1"), SheetNeed::settling);
    const auto& made = sheet(settled("C1"));
    EXPECT_EQ(made.figures.points, Decimal::whole(60));
    EXPECT_EQ(made.figures.lost, Decimal::whole(3));
    EXPECT_EQ(made.figures.score(), Decimal::whole(57));
    EXPECT_EQ(made.figures.findings, (std::vector<cycle::FindingId>{{finding}}));
    const Fields body(world.events.back().what.body);
    EXPECT_EQ(body.text("score"), "57") << "what will be signed is on record";
    EXPECT_EQ(body.text("domain"), "counties");
    EXPECT_EQ(need("C1"), SheetNeed::signature);
    world.must(World::assessor(2), "sign_sheet", about("sheet", made.id.seq));
    EXPECT_EQ(sheet(made.id.seq).signed_by, "组织部-2");
    EXPECT_EQ(need("C1"), std::nullopt);
    EXPECT_EQ(need("C1", "(二)"), SheetNeed::settling);
}

TEST_F(YearEndActs, OnlyAnAssessorOfTheTaskSettlesItAndOnce) {
    open();
    EXPECT_EQ(refused(World::publicity(), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::lead(), "settle_sheet", task_of("C1", "(二)")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C9", "(一)")),
              Codes{Code::record_unknown});
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C1", "(九)")),
              Codes{Code::record_unknown});
    settled("C1");
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::sheet_settled});
}

TEST_F(YearEndActs, FindingsThatWaitForADecisionKeepASheetOpen) {
    const auto finding = world.must(World::assessor(1), "record_finding", fact("C1", "1.2", "1"));
    open();
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::sheet_findings_open});
    world.must(World::assessor(2), "confirm_finding", about("finding", finding));
    world.must(World::unit("C1"), "object_to_finding",
               {{"year", 2021}, {"finding", finding}, {"text", "不属实"}});
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::sheet_findings_open});
    world.must(World::publicity(1), "settle_sheet", task_of("C1", "(二)"));
    world.must(
        World::assessor(2), "answer_objection",
        {{"year", 2021}, {"finding", finding}, {"answer", "dismissed"}, {"reason", "证据确凿"}});
    settled("C1");
}

TEST_F(YearEndActs, ASheetIsSignedByAnotherPersonAndOnce) {
    open();
    const auto id = settled("C1");
    EXPECT_EQ(refused(World::assessor(1), "sign_sheet", about("sheet", id)),
              Codes{Code::second_person_needed});
    EXPECT_EQ(refused(World::publicity(), "sign_sheet", about("sheet", id)),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id + 1)),
              Codes{Code::record_unknown});
    world.must(World::assessor(2), "sign_sheet", about("sheet", id));
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id)),
              Codes{Code::record_stage_unfit});
}

TEST_F(YearEndActs, AnAssessorThatIsTheUnitLeavesItsSheetToAnotherNamedBody) {
    open();
    EXPECT_EQ(refused(World::assessor(), "settle_sheet", task_of("D1", "(一)")),
              Codes{Code::act_not_permitted})
        << "组织部 is D1";
    const auto of_d1 = world.must(World::publicity(1), "settle_sheet", task_of("D1", "(一)"));
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", of_d1)),
              Codes{Code::act_not_permitted});
    world.must(World::publicity(2), "sign_sheet", about("sheet", of_d1));
    const auto of_d2 = world.must(World::publicity(1), "settle_sheet", task_of("D2", "(一)"));
    world.must(World::assessor(2), "sign_sheet", about("sheet", of_d2));
    EXPECT_EQ(sheet(of_d2).signed_for, "组织部") << "another body that the task names";
}

TEST_F(YearEndActs, WhereTheOnlyAssessorIsTheUnitTheLeadThenTheOfficeStandsIn) {
    const auto make_unit = [&](const char* body, const char* unit) {
        world.state.units_and_people.bodies.find(body)->second.unit = unit;
    };
    open();
    make_unit("宣传部", "C2");
    EXPECT_EQ(refused(World::publicity(), "settle_sheet", task_of("C2", "(二)")),
              Codes{Code::act_not_permitted});
    EXPECT_EQ(refused(World::office(), "settle_sheet", task_of("C2", "(二)")),
              Codes{Code::act_not_permitted});
    world.must(World::lead(1), "settle_sheet", task_of("C2", "(二)"));
    make_unit("组织部", "C1");
    EXPECT_EQ(refused(World::lead(1), "settle_sheet", task_of("C1", "(一)")),
              Codes{Code::act_not_permitted});
    const auto id = world.must(World::office(1), "settle_sheet", task_of("C1", "(一)"));
    world.must(World::office(2), "sign_sheet", about("sheet", id));
}

struct Settled : YearEndActs {
    Settled() {
        finding = world.confirmed_finding("C1", "1.2", "2");
        elsewhere = world.confirmed_finding("C1", "2.1", "1");
        open();
        id = settled("C1");
    }
    static Object correction(std::int64_t of, const char* branch) {
        Object out = fact("C1", branch, "1");
        Object body{{"finding", of}, {"reason", "件数有误"}};
        for (const auto& member : out.members())
            if (member.key != "unit") body.add(member.key, member.value);
        return body;
    }

    std::int64_t finding = 0;
    std::int64_t elsewhere = 0;
    std::int64_t id = 0;
};

TEST_F(Settled, FindingsOfASettledTaskDoNotChange) {
    const Codes settled_codes{Code::sheet_settled};
    EXPECT_EQ(refused(World::assessor(1), "record_finding", fact("C1", "1.1", "1")), settled_codes);
    EXPECT_EQ(refused(World::assessor(2), "withdraw_finding", with_reason("finding", finding)),
              settled_codes);
    EXPECT_EQ(refused(World::assessor(2), "correct_finding", correction(finding, "1.2")),
              settled_codes);
    EXPECT_EQ(refused(World::assessor(2), "correct_finding", correction(finding, "2.1")),
              settled_codes)
        << "moving it to another task changes this one";
    EXPECT_EQ(refused(World::publicity(2), "correct_finding", correction(elsewhere, "1.2")),
              settled_codes)
        << "as does moving it here";
    world.must(World::assessor(1), "record_finding", fact("C2", "1.1", "1"));
    world.must(World::publicity(1), "record_finding", fact("C1", "2.1", "1"));
}

TEST_F(Settled, AReferenceFigureChangesNoSettledTaskEither) {
    world.must(World::publicity(1), "settle_sheet", task_of("C1", "(二)"));
    EXPECT_EQ(refused(World::publicity(1), "supply_reference",
                      {{"year", 2021},
                       {"branch", "2.2"},
                       {"value", "50"},
                       {"source", "省统计公报"},
                       {"occurred_on", "2021-03-01"},
                       {"measures", ledger::List{Object{{"unit", "C1"}, {"measured", "40"}}}}}),
              Codes{Code::sheet_settled});
}

TEST_F(Settled, TheUnitStillObjectsInItsTimeAndTheSheetWaitsForTheAnswer) {
    world.must(World::unit("C1"), "object_to_finding",
               {{"year", 2021}, {"finding", finding}, {"text", "不属实"}});
    EXPECT_EQ(need("C1"), SheetNeed::answer);
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id)),
              Codes{Code::sheet_findings_open});
    const Object upheld{
        {"year", 2021}, {"finding", finding}, {"answer", "upheld"}, {"reason", "属实"}};
    EXPECT_EQ(refused(World::assessor(2), "answer_objection", upheld), Codes{Code::sheet_settled});
    world.must(World::office(), "reopen_sheet", with_reason("sheet", id));
    world.must(World::assessor(2), "answer_objection", upheld);
    EXPECT_EQ(sheet(settled("C1")).figures.score(), Decimal::whole(60));
}

TEST_F(Settled, TheOfficeReopensASheetAndItIsSettledAnew) {
    world.must(World::assessor(2), "sign_sheet", about("sheet", id));
    EXPECT_EQ(refused(World::assessor(1), "reopen_sheet", with_reason("sheet", id)),
              Codes{Code::act_not_permitted});
    world.must(World::office(), "reopen_sheet", with_reason("sheet", id));
    EXPECT_EQ(sheet(id).reason, "核对后有误");
    EXPECT_EQ(need("C1"), SheetNeed::settling);
    EXPECT_EQ(refused(World::office(), "reopen_sheet", with_reason("sheet", id)),
              Codes{Code::record_stage_unfit});
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id)),
              Codes{Code::record_stage_unfit});
    world.must(World::assessor(2), "withdraw_finding", with_reason("finding", finding));
    EXPECT_EQ(sheet(settled("C1")).figures.score(), Decimal::whole(60));
    EXPECT_EQ(sheet(id).figures.score(), Decimal::whole(58)) << "what was settled stays on record";
}

/// One case counts once, at its highest clause: a finding on another task can take a deduction over
/// from a task that is settled.
TEST_F(YearEndActs, WhatAnotherTaskTookOverMustBeSettledAgain) {
    const auto record = [&](const Actor& first, const Actor& second, const char* branch) {
        Object body = fact("C1", branch, "1");
        body.add("case", "案-1");
        world.must(second, "confirm_finding",
                   about("finding", world.must(first, "record_finding", body)));
    };
    record(World::assessor(1), World::assessor(2), "1.2");
    open();
    const auto id = settled("C1");
    EXPECT_EQ(sheet(id).figures.lost, Decimal::whole(1));
    record(World::publicity(1), World::publicity(2), "2.1");
    EXPECT_EQ(need("C1"), SheetNeed::resettling);
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id)),
              Codes{Code::sheet_outdated});
    world.must(World::office(), "reopen_sheet", with_reason("sheet", id));
    EXPECT_EQ(sheet(settled("C1")).figures.lost, Decimal{});
}

TEST_F(Settled, ATaskThatALaterEditionLacksIsNotSigned) {
    scheme::Scheme next = test::small_scheme();
    auto& tasks = next.tables.front().categories.front().tasks;
    tasks.erase(tasks.begin());
    world.rulebooks.begin()->second = std::make_shared<const cycle::Rulebook>(std::move(next));
    EXPECT_EQ(refused(World::assessor(2), "sign_sheet", about("sheet", id)),
              Codes{Code::record_unknown});
    EXPECT_EQ(need("C1"), std::nullopt);
    world.must(World::office(), "reopen_sheet", with_reason("sheet", id));
}

TEST_F(YearEndActs, ReplayingGivesTheLiveState) {
    World again;
    put_at_year_end(again);
    world.confirmed_finding("C1", "1.2", "3");
    open();
    world.must(World::office(), "form_group",
               Groups::group("一组", {Groups::member("组织部-1", "组织部")}, "units", {"C1"}));
    const auto id = settled("C1");
    world.must(World::assessor(2), "sign_sheet", about("sheet", id));
    world.must(World::office(), "reopen_sheet", with_reason("sheet", id));
    settled("C1");
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    EXPECT_TRUE(again.state == world.state);
}

}  // namespace
}  // namespace heng::act
