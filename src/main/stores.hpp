#pragma once
/// @file
/// Stores by their address: sqlite:PATH or postgresql://…
#include "app/accounts/account_store.hpp"
#include "app/notices/outbox.hpp"
#include "app/surroundings.hpp"

namespace heng {

/// Each opens what the address names. An SQLite file only appears where one is asked for: a
/// mistyped path is no empty store.
/// @returns the store, or `store_address_unknown`, `store_unreachable`, or what it says.
[[nodiscard]] Result<std::shared_ptr<app::EventStore>> open_event_store(const std::string& address,
                                                                        app::Opening opening);
[[nodiscard]] Result<std::shared_ptr<app::BallotBox>> open_ballot_boxes(const std::string& address,
                                                                        app::Opening opening);
[[nodiscard]] Result<std::shared_ptr<app::accounts::AccountStore>> open_account_store(
    const std::string& address, app::Opening opening);
[[nodiscard]] Result<std::shared_ptr<app::notices::Outbox>> open_outbox(const std::string& address,
                                                                        app::Opening opening);

}  // namespace heng
