#pragma once
/// @file
/// What a password must be, and names of accounts. Pure.
#include "app/accounts/account.hpp"
#include "app/accounts/secrets.hpp"
#include "core/base/result.hpp"

#include <span>
#include <string_view>

namespace heng::app::accounts {

/// Longer ones are refused rather than cut.
constexpr std::size_t password_bytes_max = 256;

/// Checks what can be seen of the password alone (SEC-2, ASVS 2.1.1, 2.1.7).
/// @returns nothing, or `password_weak` for each rule that it breaks: too short or too long, too
///   few classes of characters, among the common ones, or made of the name of the account.
[[nodiscard]] Checked<void> check_password(const PasswordPolicy& policy, std::string_view account,
                                           std::string_view password);

/// Whether it is the account's password, or one of those before it that may not come again.
bool is_used_before(const PasswordPolicy& policy, const Secrets& secrets, const Account& account,
                    std::string_view password);

/// Whether the password is one that many people choose, however spelt: with capitals, with digits
/// or signs before and after it, or with those in place of letters.
bool is_common(std::string_view password);

/// The most common passwords in small letters; longer ones are made of these.
std::span<const std::string_view> common_passwords();

/// @returns nothing, or `account_name_unusable`.
[[nodiscard]] Result<void> check_account_name(std::string_view name);

/// A password for one use, easy to read out and to type: 20 letters and digits in fours, 100 random
/// bits.
std::string make_one_time_password(const Secrets& secrets);

}  // namespace heng::app::accounts
