#pragma once
/// @file
/// Acts on a ballot where its votes are cast online: the desk and the ballot's box together.
#include "app/desk.hpp"

namespace heng::app {

/// Whether the command opens or closes a ballot: then the box has its part in it.
bool concerns_box(const act::Command& command);

/// Does an act at the desk like `Desk::perform`. A ballot that it opens gets its box; one that it
/// closes is counted, and its box takes no more votes, once all else was found right.
/// @param terms  without a count: that is made here.
/// @returns the receipt, or what the desk refuses, or what the box says. A ballot whose box could
///   not be set up is open all the same: `set_up_box` may be asked again.
[[nodiscard]] Checked<Receipt> perform_with_box(Desk& desk, BallotBox& box, const act::Actor& actor,
                                                const act::Command& command, ledger::Date day,
                                                Terms terms = {});

}  // namespace heng::app
