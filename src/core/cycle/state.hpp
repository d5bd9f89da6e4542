#pragma once
/// @file
/// State: what replaying a tenant's events gives. Nothing else is the truth (DESIGN: the ledger).
/// Only facts stand here; what follows from them (scores, dates due) is computed where it is asked.
#include "core/cycle/aftermath.hpp"
#include "core/cycle/circumstances.hpp"
#include "core/cycle/documents.hpp"
#include "core/cycle/findings.hpp"
#include "core/cycle/grading.hpp"
#include "core/cycle/half_year.hpp"
#include "core/cycle/indicators.hpp"
#include "core/cycle/monitoring.hpp"
#include "core/cycle/register.hpp"
#include "core/cycle/reviews.hpp"
#include "core/cycle/year_end.hpp"

#include <map>
#include <string>
#include <vector>

namespace heng::cycle {

/// How far a year has come. Monitoring and the half-year run inside `in_force`.
enum class Stage { drafting, in_force, year_end, grading, published, closed, archived };
std::string_view name(Stage stage);

/// A unit that does not take part this year (CALC-11).
struct Exemption {
    std::string reason;
    Date from;
    bool operator==(const Exemption&) const = default;
};

/// One year (年度) of assessment.
struct Cycle {
    int year = 0;
    Stage stage = Stage::drafting;
    Indicators indicators;
    std::map<UnitId, Exemption, std::less<>> exemptions;
    Findings findings;
    Monitoring monitoring;
    HalfYear half_year;
    YearEnd year_end;
    Reviews reviews;
    Circumstances circumstances;
    Grading grading;
    Aftermath aftermath;
    Documents documents;
    bool operator==(const Cycle&) const = default;
};

/// What the coordinator says an article means (A22.1).
struct Interpretation {
    Id<Interpretation> id;
    PersonId by;
    Date given_on;
    std::string cites;
    std::string question;
    std::string answer;
    bool operator==(const Interpretation&) const = default;
};

struct State {
    std::string tenant;
    Register units_and_people;
    std::map<int, Cycle> cycles;
    std::vector<Interpretation> interpretations;

    const Cycle* find_cycle(int year) const;
    /// The units of a domain that take part in the year, in the order of their ids: enrolled by
    /// `day`, not merged away, not exempt.
    std::vector<const Unit*> participants(const Cycle& cycle, std::string_view domain,
                                          Date day) const;
    bool operator==(const State&) const = default;
};

}  // namespace heng::cycle
