#pragma once
/// @file
/// Backups as files: one that is there whole or not at all, and those of a tenant in a folder.
#include "app/backup.hpp"
#include "app/surroundings.hpp"

#include <filesystem>

namespace heng::app {

/// A backup in a folder.
struct BackupFile {
    std::string name;  ///< `demo-city-20210715T103000Z-812.backup`: tenant, time, event at its end.
    std::int64_t size_bytes = 0;
    ledger::Instant made_at;
};

/// Writes a backup (SEC-12) that only its owner may read.
/// @returns the head that it holds, or what `write_backup` says, `file_unwritable`.
[[nodiscard]] Checked<ledger::Head> write_backup_file(const Surroundings& world,
                                                      const BackupStores& stores,
                                                      const std::string& tenant,
                                                      const std::filesystem::path& file,
                                                      const Progress& progress = {});

struct MadeBackup {
    BackupFile file;
    ledger::Head head;
};
/// Makes one under its name in `folder`, which is made if it is not there.
/// @returns it, or what `write_backup_file` says.
[[nodiscard]] Checked<MadeBackup> make_backup(const Surroundings& world, const BackupStores& stores,
                                              const std::string& tenant,
                                              const std::filesystem::path& folder);

/// Those of the tenant that are whole, the newest first; none where there is no folder yet.
/// @returns them, or `file_unreadable`.
[[nodiscard]] Result<std::vector<BackupFile>> list_backups(const std::filesystem::path& folder,
                                                           const std::string& tenant);

}  // namespace heng::app
