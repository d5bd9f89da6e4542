#pragma once
/// @file
/// Grading (A15, A16): proposal, deliberation, approval, and the published versions of the result.
#include "core/cycle/ids.hpp"
#include "core/scheme/scheme.hpp"
#include "core/score/publish.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// What the rules make of one unit (A16.1, A16.2): the computed proposal.
struct ProposedRow {
    DomainId domain;
    UnitId unit;
    score::Published published;
    std::uint32_t rank = 0;
    scheme::Grade grade = scheme::Grade::fair;
    std::uint16_t questions = 0;  ///< Bits of grade::Question that people have to settle.
    bool operator==(const ProposedRow&) const = default;
};

/// All participants, domain by domain, each in the order of ids.
struct GradeProposal {
    std::int64_t event = 0;
    PersonId by;
    Date made_on;
    std::vector<ProposedRow> rows;
    bool operator==(const GradeProposal&) const = default;
};

/// A grade that people set: a departure from the proposal, or the answer to its open questions.
struct Settlement {
    UnitId unit;
    scheme::Grade grade = scheme::Grade::fair;
    std::string reason;
    std::string cites;  ///< The statement it rests on: A16.3.
    bool operator==(const Settlement&) const = default;
};

struct Deliberation;
using DeliberationId = Id<Deliberation>;

struct Deliberation {
    DeliberationId id;  ///< Grades that one change of the result settles together share it.
    Settlement settled;
    PersonId by;
    Date on;
    std::optional<std::string> withdrawn;  ///< Why it no longer holds.
    bool operator==(const Deliberation&) const = default;
};

struct Approval {
    std::int64_t event = 0;
    PersonId by;
    Date on;
    bool operator==(const Approval&) const = default;
};

/// Why a unit has its grade: the statement, and the words of who decided it; without words where
/// the rule alone gives it.
struct GradeReason {
    std::string cites;
    std::string text;
    bool operator==(const GradeReason&) const = default;
};

struct ResultRow {
    DomainId domain;
    UnitId unit;
    std::string name;  ///< What the unit was called when it was first published.
    score::Published published;
    std::uint32_t rank = 0;
    scheme::Grade grade = scheme::Grade::fair;
    std::vector<GradeReason> reasons;
    bool operator==(const ResultRow&) const = default;
};

/// What made a version: the first publication, or a change after it.
enum class VersionCause { publication, recheck, appeal, misconduct };
std::string_view name(VersionCause cause);

/// The whole result as it stood from a day on. Earlier versions stay.
struct ResultVersion {
    std::int64_t no = 0;  ///< From 1.
    std::int64_t event = 0;
    Date published_on;
    VersionCause cause = VersionCause::publication;
    std::vector<ResultRow> rows;  ///< Domain by domain, each in the order of ids.

    const ResultRow* find(std::string_view unit) const;
    bool operator==(const ResultVersion&) const = default;
};

/// A unit that stands otherwise in one version than in the one before.
struct Moved {
    ResultRow before;
    ResultRow after;
};
/// Units whose total, rank or grade differ, in the order of the rows.
/// @pre both versions have the same units.
std::vector<Moved> moved_between(const ResultVersion& before, const ResultVersion& after);

struct Grading {
    std::optional<GradeProposal> proposal;
    std::vector<Deliberation> deliberations;  ///< In ledger order.
    std::optional<Approval> approval;
    std::vector<ResultVersion> versions;  ///< The last one holds.

    const Deliberation* find(DeliberationId id) const;
    /// The deliberation about the unit that holds, or nullptr. There is at most one.
    const Deliberation* about(std::string_view unit) const;
    /// Of all units, those that hold.
    std::vector<Settlement> settled() const;
    /// Makes one hold in place of any other about its unit.
    void settle(Deliberation deliberation);
    /// What holds about the unit no longer does.
    void set_aside(std::string_view unit, const std::string& reason);

    /// The version in which the unit last moved, from which its time to object runs: the first one,
    /// unless a later one changed its row. Nothing before publication, or for other units.
    const ResultVersion* last_move_of(std::string_view unit) const;

    bool operator==(const Grading&) const = default;
};

}  // namespace heng::cycle
