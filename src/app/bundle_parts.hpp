#pragma once
/// @file
/// What a bundle states beside the events: everything in it follows from them, but the sizes of the
/// evidence files.
#include "app/live.hpp"

#include <vector>

namespace heng::app {

/// The files that an event refers to: the hashes under `evidence` in its body and its rows.
std::vector<ledger::Digest> evidence_of(const ledger::Event& event);

/// The documents issued, year by year, in ledger order:
/// {"event","issued_on","issuer","kind","no","to","year"}, without `to` where there is no one unit.
ledger::List document_rows(const cycle::State& state);

/// How all participants stand as of `day`, year by year, in the order of the domains and of the
/// units' ids; years that have no edition by then have none:
/// {"domain","grade","indicator","questions","rank","review","total","unit","year"}. Indicator and
/// review are exact, review is null before it is taken in; grade and questions are those that the
/// rules propose.
ledger::List result_rows(const Live& live, ledger::Date day);

/// Whether a version of a result holds that `event` made. @pre `live` stands after the event
bool publishes_result(const Live& live, const ledger::Event& event);

/// Where the rows of a result that `event` publishes differ from what the facts give: total, its
/// two parts and the rank of each unit, and its grade unless people decided it. Nothing for other
/// events.
/// @pre `live` stands after the event, with all rulebooks.
Issues compare_published(const Live& live, const ledger::Event& event);

}  // namespace heng::app
