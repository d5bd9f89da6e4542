#include "app/demo/accounts.hpp"

#include "app/accounts/password_rules.hpp"

#include <gtest/gtest.h>
#include <chrono>

namespace heng::app::demo {
namespace {

using cycle::Capacity;
using cycle::Post;

const ledger::Date day = std::chrono::year(2021) / 1 / 4;

cycle::Register small_city() {
    cycle::Register out;
    const auto add_body = [&](const char* name, std::vector<Capacity> roles) {
        out.bodies[name] = {name, std::move(roles), std::nullopt};
    };
    add_body("市考核办", {Capacity::office});
    add_body("乙局", {Capacity::lead, Capacity::assessor});
    add_body("甲局", {Capacity::lead});
    const auto add = [&](const std::string& id, Capacity as, const char* of,
                         Post post = Post::none) {
        out.people[id].id = id;
        out.people[id].appointments.push_back({as, of, post, day, std::nullopt});
    };
    add("考核办丙", Capacity::office, "市考核办");
    add("考核办乙", Capacity::office, "市考核办");
    add("考核办甲", Capacity::office, "市考核办");
    add("乙局甲", Capacity::assessor, "乙局");
    add("乙局甲", Capacity::lead, "乙局");
    add("甲局甲", Capacity::lead, "甲局");
    add("市财政局书记", Capacity::unit, "D13", Post::secretary);
    add("市财政局副书记", Capacity::unit, "D13", Post::deputy_in_charge);
    add("审计员", Capacity::audit_admin, "");
    out.people["无职者"].id = "无职者";
    return out;
}

TEST(DemoAccounts, AreNamedByWhatAPersonActsFor) {
    std::map<std::string, std::string> people;
    for (const auto& one : accounts_of(small_city())) people[one.name] = one.person;
    const std::map<std::string, std::string> expected{
        {"audit-admin", "审计员"}, {"d13-1", "市财政局书记"}, {"d13-2", "市财政局副书记"},
        {"lead-1-1", "乙局甲"},    {"lead-2-1", "甲局甲"},    {"office-1", "考核办甲"},
        {"office-2", "考核办乙"},  {"office-3", "考核办丙"}};
    EXPECT_EQ(people, expected) << "whoever was never appointed has none";
}

TEST(DemoAccounts, HaveNamesThatAccountsCanHave) {
    for (const auto& one : accounts_of(small_city()))
        EXPECT_TRUE(accounts::check_account_name(one.name)) << one.name;
}

}  // namespace
}  // namespace heng::app::demo
