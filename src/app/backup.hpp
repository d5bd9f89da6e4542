#pragma once
/// @file
/// A ledger and its evidence in one file, and back into an empty store.
/// docs/reference/bundle.md gives the format beside that of the bundle.
#include "app/live.hpp"
#include "app/ports.hpp"

#include <iosfwd>

namespace heng::app {

/// Writes a ledger as it stands at the beginning; others may append meanwhile.
/// @returns the head that the backup holds, or what `replay_store` says, `blob_absent` or
///   `blob_changed` for evidence, `file_unwritable`.
[[nodiscard]] Checked<ledger::Head> write_backup(EventStore& store, const std::string& tenant,
                                                 Blobs& evidence, const Readers& readers,
                                                 std::ostream& out, const Progress& progress = {});

/// Reads the backup twice: first to see that all of it holds, then to restore it. The evidence goes
/// first, the events all at once: a ledger that is there has its evidence.
/// @returns the head, or
///   - `backup_malformed`   a line is not what must stand there;
///   - what `ledger::Verifier` says of an event, what the blobs say of a file;
///   - `store_not_empty`    the store has a ledger of this tenant.
[[nodiscard]] Checked<ledger::Head> restore_backup(std::istream& in, EventStore& store,
                                                   Blobs& evidence, const Readers& readers,
                                                   const Progress& progress = {});

}  // namespace heng::app
