#pragma once
/// @file
/// A scheme as an event of the ledger carries it: file name → the tree of mappings, lists and texts
/// that the file of this name in `print_scheme` parses to.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"
#include "core/scheme/scheme.hpp"

namespace heng::yaml {

ledger::Object scheme_files(const scheme::Scheme& scheme);

/// The scheme that `files` make, or every issue that `load_scheme` would find in them, with the
/// file and in `place.item` the path of the key: table/categories/2/tasks/1/points.
[[nodiscard]] Checked<scheme::Scheme> read_scheme_files(const ledger::Object& files);

}  // namespace heng::yaml
