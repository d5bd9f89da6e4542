#pragma once
/// @file
/// A ballot between the ledger, which knows what it is counted by, and its box, where the votes
/// lie. The ledger leads: a box can be set up anew from the codes that `open_ballot` committed.
#include "app/ports.hpp"
#include "core/cycle/ballot.hpp"
#include "core/ledger/canonical.hpp"

#include <array>

namespace heng::app {

/// One-time codes of a voter group, to be handed out, and what the ledger commits of them.
struct Codes {
    std::vector<std::string> codes;
    std::vector<ledger::Digest> digests;  ///< Sorted: not in the order of the codes.
};
Codes make_codes(std::int64_t voters, Ids& ids, const ledger::HashFunction& hash);

/// What the voter typed is forgiven its case, blanks and hyphens.
ledger::Digest digest_of_code(std::string_view code, const ledger::HashFunction& hash);

/// Gives the box the codes that the ledger committed; after `open_ballot`, and whenever in doubt.
[[nodiscard]] Result<void> set_up_box(BallotBox& box, const std::string& tenant,
                                      const cycle::Ballot& ballot);

/// Whether the code is one of those that were handed out for the ballot.
bool has_code(const cycle::Ballot& ballot, const ledger::Digest& code);

/// What a voter may say of a unit.
inline constexpr std::array all_marks{cycle::Mark::good, cycle::Mark::fair, cycle::Mark::ordinary,
                                      cycle::Mark::poor, cycle::Mark::abstain};

/// `{unit: "good", …}`. @returns the marks, or `field_choice_unknown`.
[[nodiscard]] Result<std::map<cycle::UnitId, cycle::Mark>> read_marks(const ledger::Object& given);

/// Casts one voter's ballot.
/// @returns nothing, or `vote_incomplete`, or what the box refuses.
[[nodiscard]] Result<void> cast_vote(BallotBox& box, const std::string& tenant,
                                     const cycle::Ballot& ballot, const ledger::Digest& code,
                                     const std::map<cycle::UnitId, cycle::Mark>& marks);

/// Closes the box and counts it, for `act::Context::counted`. Call it once `close_ballot` is
/// refused for `ballot_uncounted` alone: nobody else may close a box.
[[nodiscard]] Result<cycle::Tallies> count_box(BallotBox& box, const std::string& tenant,
                                               const cycle::Ballot& ballot);

}  // namespace heng::app
