#pragma once
/// @file
/// What follows from a published result: what it entails (A17), which explanations and answers are
/// due, and how a ruling changes the facts it rests on (APP-3).
#include "core/cycle/calendar.hpp"
#include "core/cycle/standing.hpp"

#include <optional>
#include <vector>

namespace heng::cycle {

/// What the grade of one unit entails, and for whom.
struct UnitConsequences {
    DomainId domain;
    UnitId unit;
    scheme::Grade grade = scheme::Grade::fair;
    std::vector<const scheme::Consequence*> entails;  ///< In the order of the scheme; never empty.
    std::vector<PersonId> persons;  ///< Secretaries, then deputies in charge (A17.4).
};
/// Of the units that something follows for, in the order of the rows; the persons are those in post
/// on `day`.
std::vector<UnitConsequences> consequences_of(const scheme::Scheme& scheme, const Register& known,
                                              const ResultVersion& version, Date day);

/// Whether the unit owes the written explanation of A17.5: the scheme's consequence `explanation`.
bool owes_explanation(const scheme::Scheme& scheme, scheme::Grade grade);

struct OwedExplanation {
    UnitId unit;
    std::optional<Date> due;            ///< Counted from the version since which it is owed.
    const Explanation* last = nullptr;  ///< What the unit filed last, if anything.
    /// Nothing that waits for an answer or was accepted has been filed.
    bool is_missing() const { return last == nullptr || last->stage == ExplanationStage::returned; }
    bool is_overdue(Date today) const {
        return is_missing() && due && urgency(*due, today) == Urgency::overdue;
    }
};
/// Under the version that holds, in the order of its rows; none before publication.
std::vector<OwedExplanation> explanations_owed(const Cycle& cycle, const scheme::Scheme& scheme);

/// A recheck, or its appeal, that nobody has decided yet.
struct OpenRecheck {
    RecheckId recheck;
    bool is_appeal = false;
    std::optional<Date> due;
};
std::vector<OpenRecheck> rechecks_open(const Cycle& cycle, const scheme::Scheme& scheme);

/// Who recorded or confirmed a finding in question, settled the unit's sheet or its review score,
/// or deliberated about the unit: none of them decides the recheck. Each once, in the order of ids.
std::vector<PersonId> people_in_question(const Cycle& cycle, const Recheck& recheck);

/// Carries out an amendment. Each finding must be confirmed; see the acts that decide.
void amend(Cycle& cycle, const Amendment& amendment, const PersonId& by, Date on,
           std::int64_t event, const std::string& reason);

}  // namespace heng::cycle
