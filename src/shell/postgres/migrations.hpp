#pragma once
/// @file
/// The tables of a PostgreSQL store, step by step. docs/reference/stores.md describes the
/// mechanism.
#include "app/migration.hpp"
#include "shell/postgres/connection.hpp"

namespace heng::postgres {

std::span<const app::Migration> migrations();

/// Brings the tables up to version `wanted`, each step in one transaction with its version number.
/// @returns nothing, or `store_schema_newer`, or what the store says.
[[nodiscard]] Result<void> migrate(Connection& connection, int wanted);

}  // namespace heng::postgres
