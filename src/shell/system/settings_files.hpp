#pragma once
/// @file
/// Whether the files and folders that the settings name are there and may be used.
#include "app/settings.hpp"

namespace heng::system {

/// Everything that is wrong, each with the setting as its place:
///   - `file_unreadable`  a TLS file or one with a password or secret is not there or not for this
///   user;
///   - `file_unwritable`  the data folder cannot be written or made, nor what stands apart from
///   it: the evidence, an SQLite file, the log.
/// Nothing is made or changed.
Issues check_files(const app::Settings& settings);

}  // namespace heng::system
