#pragma once
/// @file
/// The audit trail of accounts: entries chained by a code that only the holder of the vault's key
/// can make (SEC-8, SEC-9). Nothing in it can be changed, left out or moved unnoticed; that its end
/// was cut off is seen by whoever noted an earlier end.
#include "app/accounts/account_store.hpp"
#include "app/accounts/secrets.hpp"

namespace heng::app::accounts {

/// What the code of an entry covers.
/// @param before  the code of the entry before it; empty for the first.
std::string trail_bytes(const std::string& tenant, const TrailEntry& entry,
                        std::string_view before);

/// Reads the whole trail.
/// @returns how many entries it has, or
///   - `event_changed`, `event_missing`  with the number of the first entry that does not fit;
///   - what the store says.
[[nodiscard]] Result<std::int64_t> verify_trail(AccountStore& store, const Secrets& secrets,
                                                const std::string& tenant);

}  // namespace heng::app::accounts
