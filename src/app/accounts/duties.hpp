#pragma once
/// @file
/// Which administrator may do what about accounts (三员分立, SEC-15): one table, in which what is
/// not listed is refused.
///
/// No administrator alone can take an account over: the one who can give a password cannot take the
/// second factor away, and an account that one makes is of no use until the other approves it.
#include "core/cycle/register.hpp"

#include <span>
#include <string_view>

namespace heng::app::accounts {

enum class Matter {
    list_accounts,
    create_account,
    approve_account,
    reset_password,
    reset_authenticator,
    unlink_identity,
    disable_account,
    enable_account,
    unlock_account,
    end_sessions,
    issue_token,
    revoke_token,
    list_tokens,
    change_card,
    erase_card,
    read_cards,
    read_trail,
    set_clearance,
    set_sign_in_rules,
    back_up,
    read_confidential,  ///< For whoever may see it; the duty is noting it.
};

/// `list_accounts`, …; the name in the trail.
std::string_view name(Matter matter);
/// The same in Chinese, for messages.
std::string_view chinese_name(Matter matter);

struct Duty {
    Matter matter;
    cycle::Capacity by;
};

/// Everything that is allowed.
std::span<const Duty> duties();

bool may(cycle::Capacity who, Matter matter);

/// Whether the person holds the post of one of the three administrators on `day`.
bool is_administrator(const cycle::Register& units_and_people, std::string_view person,
                      ledger::Date day);

}  // namespace heng::app::accounts
