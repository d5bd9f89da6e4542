#pragma once
/// @file
/// The review (述职评议) that gives 20 of the 100 points (A14.3): ballots, paper counts, entered
/// scores.
#include "core/base/decimal.hpp"
#include "core/cycle/ballot.hpp"
#include "core/cycle/ids.hpp"

#include <map>
#include <optional>
#include <string_view>

namespace heng::cycle {

struct ReviewEntry;
using ReviewEntryId = Id<ReviewEntry>;

/// An entry counts once a second person has confirmed it.
enum class ReviewEntryStage { entered, confirmed, replaced };
std::string_view name(ReviewEntryStage stage);

/// A review score handed in with its document, or one that takes the place of another.
struct ReviewEntry {
    ReviewEntryId id;
    UnitId unit;
    Decimal score;
    std::vector<ledger::Digest> evidence;
    std::string reason;  ///< Of a correction; empty for a first score.
    PersonId entered_by;
    Date entered_on;
    ReviewEntryStage stage = ReviewEntryStage::entered;
    std::optional<PersonId> confirmed_by;
    bool operator==(const ReviewEntry&) const = default;
};

struct Reviews {
    /// The review score of each unit that has one, on the scheme's scale.
    std::map<UnitId, Decimal, std::less<>> scores;
    /// The event that gave it: a ballot closed, a paper count, an entry confirmed.
    std::map<UnitId, std::int64_t, std::less<>> given_by;
    std::map<BallotId, Ballot> ballots;
    std::map<ReviewEntryId, ReviewEntry> entries;

    std::optional<Decimal> score_of(std::string_view unit) const {
        const auto found = scores.find(unit);
        return found == scores.end() ? std::nullopt : std::optional(found->second);
    }
    const Ballot* find(BallotId id) const;
    const ReviewEntry* find(ReviewEntryId id) const;
    /// The open ballot about the unit, or nullptr.
    const Ballot* ballot_about(const UnitId& unit) const;
    /// The entry about the unit that waits for its second person, or nullptr.
    const ReviewEntry* waiting(std::string_view unit) const;
    bool operator==(const Reviews&) const = default;
};

}  // namespace heng::cycle
