#pragma once
/// @file
/// What the demonstration plays: a scheme, and the tables of the year beside it. The tables say how
/// the year ends; the play is one way in which it can have come to that.
#include "app/formats.hpp"
#include "core/base/decimal.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/ledger/time_text.hpp"

#include <memory>
#include <string>
#include <vector>

namespace heng::app::demo {

using ledger::Date;

/// A unit, its review score, and what bears on its grade.
struct StoryUnit {
    std::string id;
    std::string name;
    std::string domain;
    Decimal review;
    bool barred = false;
    bool serious = false;
    bool fraud = false;
};

/// What becomes of a finding.
enum class Ending { confirmed, draft, withdrawn };

struct StoryFinding {
    std::string unit;
    std::string branch;
    std::string value;
    Ending ending = Ending::confirmed;
    std::string case_id;  ///< Empty: none.
    Date occurred_on;
    std::string note;
};

/// What the commission decides about a unit.
struct StoryDecision {
    std::string unit;
    scheme::Grade grade = scheme::Grade::fair;
    std::string reason;
};

struct Story {
    std::shared_ptr<const cycle::Rulebook> rulebook;
    std::vector<StoryUnit> units;
    std::vector<StoryFinding> findings;  ///< In the order of days.
    std::vector<StoryDecision> decisions;

    const scheme::Scheme& scheme() const { return rulebook->scheme(); }
    /// @pre there is such a unit.
    const StoryUnit& unit(std::string_view id) const;
    std::vector<const StoryUnit*> units_of(std::string_view domain) const;
};

/// Reads the scheme in `folder` and its year/units.csv, findings.csv and decisions.csv.
/// @returns the story, or everything that is wrong with the files; `value_unknown` for a scheme
/// that
///   is no copy of demo-city: the scenes know its clauses and units.
[[nodiscard]] Checked<Story> read_story(const Formats& formats,
                                        const std::filesystem::path& folder);

}  // namespace heng::app::demo
