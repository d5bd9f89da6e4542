#include "app/accounts/duties.hpp"

#include <gtest/gtest.h>
#include <map>
#include <set>

namespace heng::app::accounts {
namespace {

using cycle::Capacity;
using enum Matter;

/// SEC-15: the whole matrix, written by hand.
TEST(Duties, AreAsTheMatrixSays) {
    const std::map<Matter, std::set<Capacity>> expected{
        {list_accounts, {Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin}},
        {create_account, {Capacity::system_admin}},
        {approve_account, {Capacity::security_admin}},
        {reset_password, {Capacity::system_admin}},
        {reset_authenticator, {Capacity::security_admin}},
        {unlink_identity, {Capacity::security_admin}},
        {disable_account, {Capacity::system_admin, Capacity::security_admin}},
        {enable_account, {Capacity::security_admin}},
        {unlock_account, {Capacity::security_admin}},
        {end_sessions, {Capacity::security_admin}},
        {issue_token, {Capacity::security_admin}},
        {revoke_token, {Capacity::system_admin, Capacity::security_admin}},
        {list_tokens, {Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin}},
        {change_card, {Capacity::system_admin}},
        {erase_card, {Capacity::system_admin}},
        {read_cards, {Capacity::system_admin}},
        {read_trail, {Capacity::audit_admin}},
        {set_clearance, {Capacity::security_admin}},
        {set_sign_in_rules, {Capacity::security_admin}},
        {back_up, {Capacity::system_admin}},
        {read_confidential, {}},  // noted of whoever may see it
    };
    for (const auto& [matter, by] : expected)
        for (int i = 0; i < cycle::capacity_count; ++i) {
            const auto capacity = static_cast<Capacity>(i);
            EXPECT_EQ(may(capacity, matter), by.contains(capacity))
                << name(matter) << ' ' << cycle::name(capacity);
        }
    for (const Duty& duty : duties()) EXPECT_TRUE(expected.contains(duty.matter));
}

/// SEC-15: whoever can give a password cannot take the second factor away.
TEST(Duties, LeaveNobodyBothHalvesOfAnAccount) {
    for (int i = 0; i < cycle::capacity_count; ++i) {
        const auto one = static_cast<Capacity>(i);
        EXPECT_FALSE(may(one, reset_password) && may(one, reset_authenticator));
        EXPECT_FALSE(may(one, create_account) && may(one, approve_account));
    }
}

TEST(Duties, AreNamed) {
    EXPECT_EQ(name(list_accounts), "list_accounts");
    EXPECT_EQ(name(read_trail), "read_trail");
    EXPECT_EQ(chinese_name(read_trail), "查看审计记录");
}

}  // namespace
}  // namespace heng::app::accounts
