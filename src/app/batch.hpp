#pragma once
/// @file
/// What every store may rely on when it is asked to append.
#include "core/base/invariant.hpp"
#include "core/ledger/chain.hpp"

#include <optional>
#include <span>

namespace heng::app {

/// Stops a caller whose events are not numbered on from the head they were sealed on.
inline void require_batch(const std::optional<ledger::Head>& expected,
                          std::span<const ledger::SealedEvent> events) {
    INVARIANT(!events.empty(), "a batch has events");
    std::int64_t seq = expected ? expected->seq : 0;
    for (const ledger::SealedEvent& event : events)
        INVARIANT(event.seq == ++seq, "a batch is numbered on from its head");
}

}  // namespace heng::app
