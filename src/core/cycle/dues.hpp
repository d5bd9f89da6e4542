#pragma once
/// @file
/// What is due in the running years, from whom and by when: computed from the facts and the
/// scheme's calendar on every call, never stored. Each stage of the year has a list of its own.
#include "core/cycle/calendar.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::cycle {

enum class Duty {
    object_to_finding,
    answer_objection,
    open_monitoring,
    mark_progress,
    answer_matter,
    carry_out_measures,
    review_rectification,
    decide_supervision,
    close_supervision,
    submit_self_check,
    review_self_check,
    collect_half_year,
    publish_half_year_circular,
    decide_recheck,
    appeal,
    decide_appeal,
    file_explanation,
};

struct DutyEntry {
    Duty duty;
    std::string_view id;
    std::string_view zh;
    std::string_view en;
    std::string_view cites;
    /// Of the scheme's calendar; a scheme without it sets no limit. Empty: the record has the date.
    std::string_view term;
    /// Letting the time pass is no failing: the window for an objection closes, no more.
    bool is_right = false;
};
const DutyEntry& entry(Duty duty);

/// For whom someone must act.
struct Debtor {
    Capacity as = Capacity::unit;
    std::string of;  ///< A body or a unit.
    bool operator==(const Debtor&) const = default;
};

struct Due {
    Duty what = Duty::answer_matter;
    int year = 0;
    Debtor by;
    std::int64_t record = 0;      ///< The event that made what it is about; 0: the year itself.
    std::optional<UnitId> about;  ///< The unit concerned, if it is one.
    std::optional<DomainId> domain;
    std::optional<int> quarter;
    Date until;
    Urgency urgency = Urgency::later;
    std::string_view cites() const { return entry(what).cites; }
    bool operator==(const Due&) const = default;
};

/// The running years' dues, by date; those of one day in the order of years and stages. Rights that
/// have lapsed are left out, duties stay until they are done. Years that are still being drafted
/// have no calendar, and in closed ones nothing is due.
std::vector<Due> dues(const State& state, const Rulebooks& rulebooks, Date today);

/// What the list of one stage is made from.
struct DueBasis {
    const State& state;
    const Cycle& cycle;
    const scheme::Scheme& scheme;  ///< The last edition issued.
    Date today;

    /// The last day of the duty's term that begins on `from`.
    std::optional<Date> limit(Duty duty, Date from) const;
    Debtor commission() const;
    Debtor office() const;
    Debtor coordinator() const;
    /// The lead of the unit's domain; the coordinator where the lead is itself the unit, the office
    /// where the scheme has no such domain.
    Debtor lead_of(const UnitId& unit) const;
};

/// One of a list, before `dues` adds year and urgency.
Due make_due(Duty what, Debtor by, Date until);

/// The lists of the stages. A new stage adds its own here and to `stages` in dues.cpp.
std::vector<Due> finding_dues(const DueBasis& basis);
std::vector<Due> monitoring_dues(const DueBasis& basis);
std::vector<Due> half_year_dues(const DueBasis& basis);
std::vector<Due> aftermath_dues(const DueBasis& basis);

}  // namespace heng::cycle
