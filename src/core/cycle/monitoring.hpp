#pragma once
/// @file
/// Quarterly monitoring (A11): progress by task, and each matter (事项) as one timeline from the
/// reminder to its closure. Nothing here touches a finding: rectifying never takes back a deduction
/// (A11.6).
#include "core/cycle/findings.hpp"
#include "core/scheme/scheme.hpp"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// A quarter of one domain.
struct QuarterKey {
    DomainId domain;
    int quarter = 1;
    auto operator<=>(const QuarterKey&) const = default;
};

/// Its monitoring, opened by the lead (A11.2).
struct Quarter {
    Id<Quarter> id;
    PersonId by;
    Date opened_on;
    bool operator==(const Quarter&) const = default;
};

/// How a unit gets on with a task (A11.3), from good to bad.
enum class Progress { on_time, late, problem };
inline constexpr std::array<std::string_view, 3> progress_names{"on_time", "late", "problem"};

/// Each body that marks a task has a mark of its own, so that none hides another's.
struct MarkKey {
    int quarter = 1;
    UnitId unit;
    std::string task;
    BodyName body;
    auto operator<=>(const MarkKey&) const = default;
};

struct ProgressMark {
    Progress progress = Progress::on_time;
    std::string note;
    PersonId by;
    Date marked_on;
    bool operator==(const ProgressMark&) const = default;
};

/// What opened a matter.
enum class MatterOrigin { reminder, supervision_circular, half_year_circular };
inline constexpr std::array<std::string_view, 3> origin_names{"reminder", "supervision_circular",
                                                              "half_year_circular"};

/// How far the unit has come with it.
enum class MatterStage {
    told,          ///< By a reminder, an order or a circular; not yet acknowledged.
    acknowledged,  ///< It works out causes and measures (A11.8).
    planned,       ///< Causes and measures are reported, not all of them carried out.
    reported,      ///< All measures are reported as carried out; the lead has to review.
    returned,      ///< Not good enough; to be reported anew.
    accepted,      ///< By the lead; the office has yet to close its supervision.
    closed,
    withdrawn,  ///< It should not have been opened, or there is nobody left to answer.
};
std::string_view name(MatterStage stage);

/// How the office's supervision (督办) of it stands (A11.7).
enum class Supervision { none, requested, refused, ordered };
std::string_view name(Supervision supervision);

enum class StepKind {
    reminded,
    named_in_circular,
    acknowledged,
    planned,
    reported,
    returned,
    accepted,
    supervision_requested,
    supervision_refused,
    supervision_ordered,
    supervision_extended,
    closed,
    withdrawn,
};
std::string_view name(StepKind kind);

/// One entry of a matter's timeline.
struct Step {
    StepKind kind = StepKind::reminded;
    std::int64_t event = 0;  ///< Of a circular its own event, which all matters it names share.
    Date on;
    PersonId by;
    std::string of;             ///< The body or unit acted for.
    std::string text;           ///< What is asked for, the reason, the opinion.
    std::optional<Date> until;  ///< Of an order and its extension: the new limit.
    bool operator==(const Step&) const = default;
};

struct RectificationMeasure {
    std::string measure;
    std::string responsible;  ///< A department or post, never a name.
    Date until;
    bool operator==(const RectificationMeasure&) const = default;
};

/// What the unit reports about a matter (A11.8, A11.9).
struct Report {
    std::int64_t event = 0;
    std::string analysis;
    std::vector<RectificationMeasure> measures;  ///< Never empty.
    bool is_completed = false;
    std::vector<ledger::Digest> evidence;
    std::vector<BodyName> addressed_to;  ///< The office, the lead and the departments.
    bool operator==(const Report&) const = default;
};

struct Matter;
using MatterId = Id<Matter>;

struct Matter {
    MatterId id;
    UnitId unit;
    MatterOrigin origin = MatterOrigin::reminder;
    std::optional<int> quarter;      ///< Of a reminder.
    std::vector<std::string> tasks;  ///< Of a reminder; their numbers.
    std::vector<FindingId> findings;
    std::string text;  ///< What is wrong, in words.
    MatterStage stage = MatterStage::told;
    Supervision supervision = Supervision::none;
    std::vector<Step> steps;  ///< Never empty, in ledger order.
    std::vector<Report> reports;

    const Step& last(StepKind kind) const;  ///< @pre there is one.
    /// That the office set with its order or last extended; nothing before an order.
    std::optional<Date> deadline() const;
    bool operator==(const Matter&) const = default;
};

/// When the present step of the matter must be done by the unit, the lead (`reported`) or the
/// office
/// (`accepted`); nothing once it is over or where the scheme sets no term. An order's own date
/// goes before the term.
std::optional<Date> limit_of(const Matter& matter, const scheme::Scheme& scheme);

/// A supervision circular (督查通报, A11.8); the matters it names carry its event in a step.
struct SupervisionCircular {
    Id<SupervisionCircular> id;
    Date published_on;
    std::string text;
    bool operator==(const SupervisionCircular&) const = default;
};

struct Monitoring {
    std::map<QuarterKey, Quarter> quarters;
    std::map<MarkKey, ProgressMark> marks;
    std::map<MatterId, Matter> matters;
    std::map<Id<SupervisionCircular>, SupervisionCircular> circulars;

    const Quarter* find_quarter(const DomainId& domain, int quarter) const;
    const Matter* find_matter(MatterId id) const;
    /// The worst that an assessor says of it; nothing before the first mark.
    std::optional<Progress> progress_of(int quarter, const UnitId& unit,
                                        const std::string& task) const;
    bool operator==(const Monitoring&) const = default;
};

}  // namespace heng::cycle
