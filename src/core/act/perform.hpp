#pragma once
/// @file
/// The way of every act: its fields, its year, its actor, permission, then its own preconditions;
/// and the way back, from events to state. Pure both ways.
#include "core/act/act.hpp"

namespace heng::act {

/// What someone asks to be done.
struct Command {
    std::string act;
    ledger::Object body;
};

/// Every act, in the order of the year.
std::span<const Act* const> acts();
/// The act of this id, or nullptr.
const Act* find_act(std::string_view id);

/// The drafts of the events that `command` appends, or every reason why not:
///   - `act_unknown`, and what `check_fields` finds
///   - `cycle_unknown`, `cycle_stage_unfit`
///   - `capacity_absent`    the actor does not hold the appointment he acts by
///   - what `check_permission` refuses
///   - what the act itself refuses
[[nodiscard]] Checked<std::vector<ledger::Draft>> perform(const Context& context,
                                                          const Command& command);

/// Applies one event. Events of acts that this program does not know change nothing.
/// @pre the events before it have been applied.
void replay(cycle::State& state, const ledger::Event& event);

}  // namespace heng::act
