#pragma once
/// @file
/// Which files of evidence someone may see: those that a record names which he may see.
#include "core/view/scope.hpp"

namespace heng::view {

bool shows_evidence(const Scope& scope, const ledger::Digest& hash);

}  // namespace heng::view
