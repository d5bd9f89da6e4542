#pragma once
/// @file
/// A table in stretches of some mebibytes, read by several threads with the result of one.
#include "app/year.hpp"
#include "shell/csv/table_text.hpp"

#include <cstddef>
#include <functional>

namespace heng::csv {

/// Reads the rows that begin in [begin, end) and @returns where the last one ends, `begin` if there
/// is none. A stripe that is read again starts over.
using ReadStripe = std::function<std::size_t(unsigned thread, std::size_t stripe, std::size_t begin,
                                             std::size_t end)>;

std::size_t stripe_count(const TableText& table, std::size_t rows_begin);

/// Reads all rows. A stripe is thought to begin behind its first line break. That is wrong where
/// this one stands in a quoted field, which shows when the stripe before ends elsewhere; it is then
/// read again.
void read_in_stripes(const TableText& table, std::size_t rows_begin, app::Stage stage,
                     const app::RunOptions& options, const ReadStripe& read);

}  // namespace heng::csv
