#pragma once
/// @file
/// SM3 and SHA-256 by OpenSSL 3, in the form the ledger asks for.
#include "core/base/result.hpp"
#include "core/ledger/hash.hpp"

namespace heng::crypto {

/// Either fails with `algorithm_unavailable` if the provider lacks it. Each result holds one
/// context and serves one thread at a time; copies share it.
[[nodiscard]] Result<ledger::HashFunction> make_hash(ledger::Algorithm algorithm);
[[nodiscard]] Result<ledger::RunningHash> make_running_hash(ledger::Algorithm algorithm);

}  // namespace heng::crypto
