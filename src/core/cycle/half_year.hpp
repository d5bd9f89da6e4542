#pragma once
/// @file
/// The half-year evaluation (A12): self-checks, their review, the circular.
#include "core/cycle/ids.hpp"
#include "core/ledger/hash.hpp"
#include "core/scheme/scheme.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// What a unit says about one task (A12.1).
struct TaskCheck {
    std::string task;  ///< Its number.
    std::string done;
    std::string shortcomings;  ///< May be empty.
    bool operator==(const TaskCheck&) const = default;
};

/// A unit's self-check and half-year summary, as handed in last (A12.1, A12.2).
struct Submission {
    std::int64_t event = 0;
    PersonId by;
    Date submitted_on;
    std::vector<TaskCheck> tasks;
    std::string summary;
    std::vector<ledger::Digest> evidence;
    bool operator==(const Submission&) const = default;
};

/// Why the lead sent it back.
struct ReturnedSelfCheck {
    PersonId by;
    Date returned_on;
    std::string reason;
    bool operator==(const ReturnedSelfCheck&) const = default;
};

/// What the lead makes of it (A12.3). The regulation has no scale: the evaluation is in words.
struct Evaluation {
    PersonId by;
    Date reviewed_on;
    std::string evaluation;
    std::string comments;  ///< May be empty.
    bool operator==(const Evaluation&) const = default;
};

enum class SelfCheckStage { absent, submitted, returned, reviewed };
std::string_view name(SelfCheckStage stage);

struct SelfCheck {
    SelfCheckStage stage = SelfCheckStage::absent;
    /// Nothing where the lead reviewed a unit that let the time pass.
    std::optional<Submission> submission;
    std::optional<ReturnedSelfCheck> returned;  ///< The last return; kept when submitted anew.
    std::optional<Evaluation> evaluation;
    bool operator==(const SelfCheck&) const = default;
};

/// A domain's evaluations, handed to the office (A12.4, A12.5).
struct Collection {
    PersonId by;
    Date collected_on;
    bool operator==(const Collection&) const = default;
};

struct UnitRemarks {
    std::string comments;
    std::string suggestions;  ///< Empty: nothing to rectify.
    bool operator==(const UnitRemarks&) const = default;
};

/// The office's circular (A12.6, A12.7).
struct HalfYearCircular {
    std::int64_t event = 0;
    Date published_on;
    std::string text;
    std::map<UnitId, UnitRemarks, std::less<>> remarks;
    bool operator==(const HalfYearCircular&) const = default;
};

struct HalfYear {
    std::optional<Date> opened_on;
    std::map<UnitId, SelfCheck, std::less<>> self_checks;
    std::map<DomainId, Collection, std::less<>> collected;
    std::optional<HalfYearCircular> circular;

    const SelfCheck* find_self_check(std::string_view unit) const;
    SelfCheckStage stage_of(std::string_view unit) const;
    bool operator==(const HalfYear&) const = default;
};

/// When the unit must hand in its self-check: by the year's date, or so long after a return.
/// Nothing where the scheme sets no term.
std::optional<Date> self_check_limit(const HalfYear& half_year, std::string_view unit,
                                     const scheme::Scheme& scheme, int year);

}  // namespace heng::cycle
