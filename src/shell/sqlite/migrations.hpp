#pragma once
/// @file
/// The tables of an SQLite store, step by step. docs/reference/stores.md describes the mechanism.
#include "app/migration.hpp"
#include "shell/sqlite/database.hpp"

namespace heng::sqlite {

std::span<const app::Migration> migrations();

/// Brings the tables up to version `wanted`, each step in one transaction with its version number.
/// @returns nothing, or `store_schema_newer`, or what the store says.
[[nodiscard]] Result<void> migrate(Database& database, int wanted);

}  // namespace heng::sqlite
