#pragma once
/// @file
/// A ledger, its evidence, and the accounts of its people in one file, and back into an empty
/// store. Accounts stay sealed: the file of their keys is no part of it, and needed to use them
/// again. Sessions and failures to sign in are left out, and so are votes not yet counted.
/// docs/reference/bundle.md gives the format beside that of the bundle.
#include "app/accounts/account_store.hpp"
#include "app/live.hpp"
#include "app/ports.hpp"

#include <iosfwd>

namespace heng::app {

/// Where all of it is kept.
struct BackupStores {
    EventStore& events;
    accounts::AccountStore& accounts;
    Blobs& evidence;
};

/// Writes a ledger as it stands at the beginning; others may append meanwhile.
/// @returns the head that the backup holds, or what `replay_store` says, `blob_absent` or
///   `blob_changed` for evidence, `file_unwritable`.
[[nodiscard]] Checked<ledger::Head> write_backup(const BackupStores& stores,
                                                 const std::string& tenant, const Readers& readers,
                                                 std::ostream& out, const Progress& progress = {});

/// Reads the backup twice: first to see that all of it holds, then to restore it. The evidence goes
/// first, then the accounts, the events all at once: a ledger that is there has all of it.
/// @returns the head, or
///   - `backup_malformed`   a line is not what must stand there;
///   - what `ledger::Verifier` says of an event, what the blobs say of a file;
///   - `store_not_empty`    the store has a ledger or accounts of this tenant.
[[nodiscard]] Checked<ledger::Head> restore_backup(std::istream& in, const BackupStores& stores,
                                                   const Readers& readers,
                                                   const Progress& progress = {});

}  // namespace heng::app
