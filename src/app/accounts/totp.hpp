#pragma once
/// @file
/// One-time codes by time, as authenticator apps make them: RFC 6238 with SHA-1, steps of 30
/// seconds and six digits. Pure.
#include "app/accounts/account.hpp"
#include "app/accounts/secrets.hpp"

namespace heng::app::accounts {

constexpr std::size_t seed_bytes = 20;

/// The number of the step that `at` falls in.
std::int64_t totp_step(Instant at);

/// The six digits of a step.
std::string totp_code(const Secrets& secrets, std::string_view seed, std::int64_t step);

/// The step whose code this is: the one at `at`, or the one before or after it, if it comes after
/// the last that was used. Nothing for any other code.
std::optional<std::int64_t> matching_step(const Secrets& secrets,
                                          const Authenticator& authenticator, std::string_view code,
                                          Instant at);

/// Base 32 of RFC 4648, without padding: how a seed is typed.
std::string print_base32(std::string_view bytes);

/// The address that authenticator apps read from a QR code.
std::string otpauth_uri(std::string_view issuer, std::string_view account, std::string_view seed);

}  // namespace heng::app::accounts
