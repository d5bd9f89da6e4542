#include "core/cycle/monitoring.hpp"

#include "core/base/invariant.hpp"
#include "core/cycle/calendar.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 8> stage_names{
    "told", "acknowledged", "planned", "reported", "returned", "accepted", "closed", "withdrawn"};
constexpr std::array<std::string_view, 4> supervision_names{"none", "requested", "refused",
                                                            "ordered"};
constexpr std::array<std::string_view, 13> step_names{"reminded",
                                                      "named_in_circular",
                                                      "acknowledged",
                                                      "planned",
                                                      "reported",
                                                      "returned",
                                                      "accepted",
                                                      "supervision_requested",
                                                      "supervision_refused",
                                                      "supervision_ordered",
                                                      "supervision_extended",
                                                      "closed",
                                                      "withdrawn"};

template <class Wanted>
const Step* find_last(const Matter& matter, Wanted wanted) {
    const auto found = std::find_if(matter.steps.rbegin(), matter.steps.rend(), wanted);
    return found == matter.steps.rend() ? nullptr : &*found;
}

/// From where the unit's time to answer runs: it was told, or its report came back.
bool asks_the_unit(const Step& step) {
    return step.kind == StepKind::reminded || step.kind == StepKind::named_in_circular ||
           step.kind == StepKind::returned || step.kind == StepKind::supervision_ordered;
}

std::optional<Date> limit_of_unit(const Matter& matter, const scheme::Scheme& scheme) {
    if (const auto deadline = matter.deadline()) return deadline;
    return due(scheme, "reminder_answered", find_last(matter, asks_the_unit)->on);
}

Date last_measure(const Report& report) {
    return std::max_element(report.measures.begin(), report.measures.end(),
                            [](const RectificationMeasure& a, const RectificationMeasure& b) {
                                return a.until < b.until;
                            })
        ->until;
}

}  // namespace

std::string_view name(MatterStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

std::string_view name(Supervision supervision) {
    return supervision_names[static_cast<std::size_t>(supervision)];
}

std::string_view name(StepKind kind) {
    return step_names[static_cast<std::size_t>(kind)];
}

const Step& Matter::last(StepKind kind) const {
    const Step* const found =
        find_last(*this, [kind](const Step& step) { return step.kind == kind; });
    INVARIANT(found != nullptr, "a matter has gone through the step that is asked for");
    return *found;
}

std::optional<Date> Matter::deadline() const {
    const Step* const found =
        find_last(*this, [](const Step& step) { return step.until.has_value(); });
    return found == nullptr ? std::nullopt : found->until;
}

std::optional<Date> limit_of(const Matter& matter, const scheme::Scheme& scheme) {
    switch (matter.stage) {
        case MatterStage::told:
        case MatterStage::acknowledged:
        case MatterStage::returned: return limit_of_unit(matter, scheme);
        case MatterStage::planned: {
            const Date planned = last_measure(matter.reports.back());
            return std::min(planned, matter.deadline().value_or(planned));
        }
        case MatterStage::reported:
            return due(scheme, "rectification_reviewed", matter.last(StepKind::reported).on);
        case MatterStage::accepted:
            return due(scheme, "rectification_reviewed", matter.last(StepKind::accepted).on);
        case MatterStage::closed:
        case MatterStage::withdrawn: break;
    }
    return std::nullopt;
}

const Quarter* Monitoring::find_quarter(const DomainId& domain, int quarter) const {
    const auto found = quarters.find({domain, quarter});
    return found == quarters.end() ? nullptr : &found->second;
}

const Matter* Monitoring::find_matter(MatterId id) const {
    const auto found = matters.find(id);
    return found == matters.end() ? nullptr : &found->second;
}

std::optional<Progress> Monitoring::progress_of(int quarter, const UnitId& unit,
                                                const std::string& task) const {
    std::optional<Progress> worst;
    for (auto mark = marks.lower_bound({quarter, unit, task, {}}); mark != marks.end(); ++mark) {
        const MarkKey& key = mark->first;
        if (key.quarter != quarter || key.unit != unit || key.task != task) break;
        worst = std::max(worst.value_or(Progress::on_time), mark->second.progress);
    }
    return worst;
}

}  // namespace heng::cycle
