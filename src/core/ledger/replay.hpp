#pragma once
/// @file
/// State is what the events give, taken in order. Nothing else is the truth.
#include "core/ledger/chain.hpp"

#include <utility>

namespace heng::ledger {

/// Verifies a stream of events and folds it into a state at the same time.
/// `Step` is called as step(state, event) for each event of a chain that holds so far.
template <class State, class Step>
class Replay {
public:
    Replay(Verifier verifier, State start, Step step)
        : verifier_(std::move(verifier)), state_(std::move(start)), step_(std::move(step)) {}

    void feed(const SealedEvent& sealed) {
        if (const Event* event = verifier_.feed(sealed)) step_(state_, *event);
    }

    /// The state and the head it stands at, or the first wrong event: then no state is given away.
    [[nodiscard]] Result<std::pair<State, Head>> finish() && {
        auto head = verifier_.finish();
        if (!head) return tl::unexpected(head.error());
        return std::pair(std::move(state_), *head);
    }

private:
    Verifier verifier_;
    State state_;
    Step step_;
};

}  // namespace heng::ledger
