#pragma once
/// @file
/// Editions and drafts ready for use, from the files that events carry.
#include "app/formats.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"

namespace heng::app {

using ReadRulebook = Checked<std::shared_ptr<const cycle::Rulebook>>;

/// What someone hands in as a scheme: its rulebook, or every error that `read` and `check_scheme`
/// find. Warnings are no errors.
[[nodiscard]] ReadRulebook read_candidate(const ReadSchemeFiles& read, const ledger::Object& files);

/// What stands in the ledger, where it was checked before: the structure must hold, the wording is
/// not read again.
[[nodiscard]] ReadRulebook read_rulebook(const ReadSchemeFiles& read, const ledger::Object& files);

/// Adds what `rulebooks` lacks of the drafts in `state`, taken from `others` where they have it.
/// @returns nothing, or all that is wrong with one draft; then the ones before it are added.
[[nodiscard]] Checked<void> add_missing(cycle::Rulebooks& rulebooks, const cycle::State& state,
                                        const ReadSchemeFiles& read,
                                        const cycle::Rulebooks& others = {});

}  // namespace heng::app
