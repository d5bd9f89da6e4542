#include "core/act/test_world.hpp"

#include <gtest/gtest.h>

namespace heng::act {
namespace {

using test::day;
using test::World;
using Codes = std::vector<Code>;

TEST(RegisterActs, TheThreeAdministratorsAreFoundedOnce) {
    World world;
    EXPECT_EQ(world.refusal(world.security_admin, "found",
                            {{"system_admin", "a"}, {"security_admin", "b"}, {"audit_admin", "c"}}),
              Codes{Code::already_founded});
}

TEST(RegisterActs, Sec15TheLastOfTheAdministratorsStays) {
    World world;
    const auto dismissal = [&](const char* person) {
        return world.refusal(world.security_admin, "dismiss",
                             {{"person", person}, {"role", "security_admin"}});
    };
    EXPECT_EQ(dismissal("sec"), Codes{Code::administrator_last});
    world.must(world.system_admin, "add_person", {{"person", "sec-2"}});
    world.must(world.security_admin, "appoint", {{"person", "sec-2"}, {"role", "security_admin"}});
    EXPECT_EQ(dismissal("sec"), Codes{});
}

TEST(RegisterActs, AUnitIsOfADomainThatTheSchemeInForceHas) {
    World world;
    const auto enrol = [&](const char* unit, const char* domain) {
        return world.refusal(World::office(), "enrol_unit",
                             {{"unit", unit}, {"name", "新单位"}, {"domain", domain}});
    };
    EXPECT_EQ(enrol("X1", "towns"), Codes{}) << "before there is a scheme";
    world.put_in_force();
    EXPECT_EQ(enrol("X2", "towns"), Codes{Code::domain_unknown});
    EXPECT_EQ(enrol("X2", "counties"), Codes{});
    EXPECT_EQ(world.refusal(World::office(), "move_unit",
                            {{"unit", "X2"}, {"domain", "towns"}, {"reason", "划转"}}),
              Codes{Code::domain_unknown});
}

TEST(RegisterActs, Sec15SystemAdministratorCannotGiveARole) {
    World world;
    world.must(world.system_admin, "add_person", {{"person", "new"}});
    EXPECT_EQ(world.refusal(world.system_admin, "appoint",
                            {{"person", "new"}, {"role", "office"}, {"for", "考核办"}}),
              Codes{Code::act_not_permitted});
    world.must(world.security_admin, "appoint",
               {{"person", "new"}, {"role", "office"}, {"for", "考核办"}});
}

TEST(RegisterActs, Sec15AnAdministratorHasNoOtherPart) {
    World world;
    EXPECT_EQ(world.refusal(world.security_admin, "appoint",
                            {{"person", "aud"}, {"role", "system_admin"}}),
              Codes{Code::administrators_not_separate});
    EXPECT_EQ(world.refusal(world.security_admin, "appoint",
                            {{"person", "考核办-1"}, {"role", "audit_admin"}}),
              Codes{Code::administrators_not_separate});
}

TEST(RegisterActs, ABodyIsActedForOnlyInItsRoles) {
    World world;
    EXPECT_EQ(world.refusal(world.security_admin, "appoint",
                            {{"person", "宣传部-1"}, {"role", "lead"}, {"for", "宣传部"}}),
              Codes{Code::role_not_of_body});
}

TEST(RegisterActs, WhoIsDismissedNoLongerActs) {
    World world;
    world.must(world.security_admin, "dismiss",
               {{"person", "考核办-2"}, {"role", "office"}, {"for", "考核办"}});
    EXPECT_EQ(world.refusal(World::office(2), "enrol_unit",
                            {{"unit", "C9"}, {"name", "九县"}, {"domain", "counties"}}),
              Codes{Code::capacity_absent});
}

TEST(RegisterActs, AUnitKeepsItsNameOfTheTime) {
    World world;
    world.today = day("2021-05-01");
    world.must(World::office(), "rename_unit",
               {{"unit", "C1"}, {"name", "新名区"}, {"reason", "撤县设区"}});
    const cycle::Unit& unit = *world.state.units_and_people.find_unit("C1");
    EXPECT_EQ(unit.on(day("2021-04-30")).name, "C1单位");
    EXPECT_EQ(unit.on(day("2021-05-01")).name, "新名区");
}

TEST(RegisterActs, ExemptAndMergedUnitsDoNotTakePart) {
    World world;
    world.must(World::office(), "exempt_unit",
               {{"year", 2021}, {"unit", "C1"}, {"reason", "新设"}});
    world.must(World::office(), "merge_units",
               {{"unit", "C2"}, {"into", "C3"}, {"reason", "区划调整"}});
    const auto counties = world.state.participants(world.year(), "counties", world.today);
    ASSERT_EQ(counties.size(), 2u);
    EXPECT_EQ(counties[0]->id, "C3");
}

TEST(RegisterActs, NobodyExemptsHisOwnUnit) {
    World world;
    world.must(world.security_admin, "appoint",
               {{"person", "考核办-1"}, {"role", "unit"}, {"for", "C4"}});
    EXPECT_EQ(world.refusal(World::office(1), "exempt_unit",
                            {{"year", 2021}, {"unit", "C4"}, {"reason", "新设"}}),
              Codes{Code::recusal});
}

TEST(RegisterActs, WhoHasGoneUpInAUnitBelongsToIt) {
    World world;
    world.must(World::office(), "merge_units",
               {{"unit", "D1"}, {"into", "D2"}, {"reason", "机构改革"}});
    const cycle::Register& known = world.state.units_and_people;
    EXPECT_TRUE(known.belongs_to("D1-1", "D2", world.today));
    EXPECT_TRUE(known.belongs_to("组织部-1", "D2", world.today)) << "its body was D1 itself";
    EXPECT_TRUE(known.is_itself("组织部", "D2"));
    EXPECT_FALSE(known.belongs_to("D2-1", "D1", world.today));
}

TEST(RegisterActs, AllThatIsWrongWithTheFieldsIsSaidAtOnce) {
    World world;
    EXPECT_EQ(world.refusal(World::office(), "enrol_unit", {{"unit", 7}, {"colour", "red"}}),
              (Codes{Code::field_malformed, Code::field_missing, Code::field_missing,
                     Code::field_unknown}));
}

}  // namespace
}  // namespace heng::act
