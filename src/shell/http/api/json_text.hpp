#pragma once
/// @file
/// Values as the JSON text of an answer. The spelling is that of the ledger, without its bound on
/// the size.
#include "core/ledger/canonical.hpp"

#include <string>

namespace heng::http {

std::string print_json(const ledger::Value& value);

}  // namespace heng::http
