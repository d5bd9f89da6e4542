#pragma once
/// @file
/// A secret ballot of the review (述职评议): what is frozen when it opens, how votes are counted,
/// what of the count may be seen, and the score that follows (A14.3, DEB-2 to DEB-6). Pure; the
/// votes themselves lie in the ballot box, not in the ledger.
#include "core/base/decimal.hpp"
#include "core/base/result.hpp"
#include "core/cycle/ids.hpp"
#include "core/ledger/hash.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace heng::cycle {

struct Ballot;
using BallotId = Id<Ballot>;
using GroupName = std::string;

/// What a voter says of one unit. The first four are counted.
enum class Mark { good, fair, ordinary, poor, abstain };
constexpr std::size_t counted_marks = 4;
std::string_view name(Mark mark);

/// Groups that cast fewer ballots than this show only totals (DEB-5).
constexpr std::int64_t secret_from = 5;
/// Bounds within which every score is exact in 128 bits.
constexpr std::size_t groups_max = 6;
constexpr std::int64_t voters_max = 10'000;
/// Weights and coefficients have at most two places; so has the score, half up.
constexpr Rounding ballot_rounding{2, RoundingMode::half_up};

/// Some of the voters, and what their votes weigh in per cent.
struct VoterGroup {
    GroupName name;
    Decimal weight;
    std::int64_t voters = 0;
    std::vector<ledger::Digest> codes;  ///< Of the one-time codes; none for votes on paper.
    bool operator==(const VoterGroup&) const = default;
};

/// Which ballots are invalid as a whole (DEB-5). Nothing here: none is.
struct Validity {
    std::optional<std::int64_t> good_max;  ///< 好 may be given to so many units.
    bool all_same_is_invalid = false;
    bool operator==(const Validity&) const = default;
};

/// The votes of one group about one unit.
struct Tally {
    std::array<std::int64_t, counted_marks> votes{};
    std::int64_t abstained = 0;
    std::int64_t invalid = 0;
    std::int64_t valid() const { return votes[0] + votes[1] + votes[2] + votes[3]; }
    std::int64_t ballots() const { return valid() + abstained + invalid; }
    bool operator==(const Tally&) const = default;
};
using Tallies = std::map<GroupName, std::map<UnitId, Tally>>;

/// What several groups together give one unit: the sum of weight × mean, as points / shares. From
/// it no single vote can be read.
struct MergedTally {
    Decimal points;
    std::int64_t shares = 1;
    Decimal weight;  ///< Of those of the groups that cast a valid vote.
    std::int64_t valid = 0;
    std::int64_t abstained = 0;
    std::int64_t invalid = 0;
    bool operator==(const MergedTally&) const = default;
};

/// A count as it may be seen.
struct ShownCount {
    Tallies tallies;  ///< Of the groups that are not merged.
    std::map<UnitId, MergedTally> merged;
    bool operator==(const ShownCount&) const = default;
};

/// The first of two counts of the papers.
struct PaperCount {
    PersonId by;
    ShownCount shown;
    bool operator==(const PaperCount&) const = default;
};

enum class BallotStage { open, closed, cancelled };
std::string_view name(BallotStage stage);

struct Ballot {
    BallotId id;
    DomainId domain;
    Date opened_on;
    std::vector<UnitId> units;
    std::vector<VoterGroup> groups;
    std::array<Decimal, counted_marks> coefficients;
    Validity validity;
    BallotStage stage = BallotStage::open;
    std::optional<PaperCount> first_count;
    std::optional<ShownCount> result;   ///< Once it is closed.
    std::optional<PersonId> closed_by;  ///< Who counted the papers again, or had the box counted.
    std::string reason;                 ///< Why it was cancelled.

    bool is_on_paper() const;
    const VoterGroup* find_group(std::string_view group) const;
    bool operator==(const Ballot&) const = default;
};

/// One voter's ballot on its way into the box: a letter for each unit, in their order.
/// @returns nothing if `marks` is not one mark for each unit.
std::optional<std::string> print_paper(const Ballot& ballot, const std::map<UnitId, Mark>& marks);

/// Counts the papers of the box; one that breaks a rule of validity is invalid for every unit.
/// @pre each paper was printed for this ballot and stands under one of its groups.
Tallies count_papers(const Ballot& ballot,
                     const std::map<GroupName, std::vector<std::string>>& papers);

/// `count_unfit` unless there is a tally for every group and unit and no other, none is negative,
/// a group casts equally many ballots for each unit, and not more than it has voters.
[[nodiscard]] Result<void> check_tallies(const Ballot& ballot, const Tallies& tallies);

/// The groups of which only totals are shown: those that cast fewer than five ballots and, until
/// they are five together, the next smallest ones. A group of fewer than five voters is always
/// among them.
/// @pre each group has a tally for the same units, at least one.
std::set<GroupName> merged_groups(const Tallies& tallies);

/// @pre `check_tallies` has passed.
ShownCount show(const Ballot& ballot, const Tallies& tallies);

/// A unit's score by its votes.
struct BallotScore {
    Decimal score;
    /// Of the groups that cast a valid vote for it; less than 100 where an empty group's weight
    /// went to the others in proportion (DEB-3).
    Decimal weight;
    bool operator==(const BallotScore&) const = default;
};
/// Σ weight × (Σ votes × coefficient / valid) / Σ weight, over the groups with valid votes; nothing
/// where there is none.
std::optional<BallotScore> score_of(const Ballot& ballot, const ShownCount& count,
                                    const UnitId& unit);

/// Where two counts of the same ballot differ, for a message.
struct CountDifference {
    GroupName group;
    UnitId unit;
    std::string first;
    std::string second;
};
std::optional<CountDifference> difference(const ShownCount& first, const ShownCount& second);

}  // namespace heng::cycle
