#include "app/accounts/duties.hpp"

#include <algorithm>
#include <array>

namespace heng::app::accounts {

namespace {

using enum Matter;
constexpr auto system_admin = cycle::Capacity::system_admin;
constexpr auto security_admin = cycle::Capacity::security_admin;
constexpr auto audit_admin = cycle::Capacity::audit_admin;

constexpr auto table = std::to_array<Duty>({
    {list_accounts, system_admin},
    {list_accounts, security_admin},
    {list_accounts, audit_admin},
    {create_account, system_admin},
    {approve_account, security_admin},
    {reset_password, system_admin},
    {reset_authenticator, security_admin},
    {unlink_identity, security_admin},
    {disable_account, system_admin},
    {disable_account, security_admin},
    {enable_account, security_admin},
    {unlock_account, security_admin},
    {end_sessions, security_admin},
    {issue_token, security_admin},
    {revoke_token, security_admin},
    {revoke_token, system_admin},
    {list_tokens, system_admin},
    {list_tokens, security_admin},
    {list_tokens, audit_admin},
    {change_card, system_admin},
    {erase_card, system_admin},
    {read_cards, system_admin},
    {read_trail, audit_admin},
    {set_clearance, security_admin},
    {set_sign_in_rules, security_admin},
    {back_up, system_admin},
});

constexpr auto names = std::to_array<std::string_view>(
    {"list_accounts",       "create_account",  "approve_account",   "reset_password",
     "reset_authenticator", "unlink_identity", "disable_account",   "enable_account",
     "unlock_account",      "end_sessions",    "issue_token",       "revoke_token",
     "list_tokens",         "change_card",     "erase_card",        "read_cards",
     "read_trail",          "set_clearance",   "set_sign_in_rules", "back_up",
     "read_confidential"});

constexpr auto chinese_names = std::to_array<std::string_view>(
    {"查看账号",     "新建账号",     "批准账号",     "重置口令",     "重置动态口令", "解除身份绑定",
     "停用账号",     "启用账号",     "解除锁定",     "结束会话",     "签发令牌",     "撤销令牌",
     "查看令牌",     "修改人员信息", "删除人员信息", "查看人员信息", "查看审计记录", "设定知悉范围",
     "设定登录规则", "备份",         "查阅敏感内容"});
static_assert(names.size() == chinese_names.size());

}  // namespace

std::string_view chinese_name(Matter matter) {
    return chinese_names[static_cast<std::size_t>(matter)];
}

std::string_view name(Matter matter) {
    return names[static_cast<std::size_t>(matter)];
}

std::span<const Duty> duties() {
    return table;
}

bool is_administrator(const cycle::Register& units_and_people, std::string_view person,
                      ledger::Date day) {
    const cycle::Person* const found = units_and_people.find_person(person);
    return found != nullptr && std::any_of(found->appointments.begin(), found->appointments.end(),
                                           [&](const cycle::Appointment& one) {
                                               return cycle::is_administrator(one.as) &&
                                                      one.holds_on(day);
                                           });
}

bool may(cycle::Capacity who, Matter matter) {
    return std::any_of(table.begin(), table.end(),
                       [&](const Duty& duty) { return duty.by == who && duty.matter == matter; });
}

}  // namespace heng::app::accounts
