#include "core/cycle/open_matters.hpp"

#include "core/cycle/follow_up.hpp"

namespace heng::cycle {

namespace {

void add_changes(const Cycle& cycle, std::vector<OpenMatter>& out) {
    for (const auto& [id, change] : cycle.indicators.changes)
        if (change.stage == ChangeStage::requested)
            out.push_back({"指标变更申请", "requested change", std::to_string(id.seq)});
}

/// Reminders, supervisions and what circulars asked for (A11.6).
void add_matters(const Cycle& cycle, std::vector<OpenMatter>& out) {
    for (const auto& [id, matter] : cycle.monitoring.matters)
        if (matter.stage != MatterStage::closed && matter.stage != MatterStage::withdrawn)
            out.push_back({"整改事项", "matter", std::to_string(id.seq)});
}

void add_rechecks(const Cycle& cycle, const scheme::Scheme& scheme, std::vector<OpenMatter>& out) {
    for (const OpenRecheck& one : rechecks_open(cycle, scheme)) {
        if (one.is_appeal)
            out.push_back({"申诉", "appeal on recheck", std::to_string(one.recheck.seq)});
        else
            out.push_back({"复核申请", "recheck", std::to_string(one.recheck.seq)});
    }
}

/// Explanations that are owed and not yet accepted (A17.5, A17.7), by their units.
void add_explanations(const Cycle& cycle, const scheme::Scheme& scheme,
                      std::vector<OpenMatter>& out) {
    for (const OwedExplanation& one : explanations_owed(cycle, scheme))
        if (one.is_missing() || one.last->stage == ExplanationStage::filed)
            out.push_back({"书面说明", "explanation of", one.unit});
}

void add_misconduct(const Cycle& cycle, std::vector<OpenMatter>& out) {
    for (const auto& [id, one] : cycle.aftermath.misconduct)
        if (one.stage != MisconductStage::decided)
            out.push_back({"违规违纪情形", "misconduct", std::to_string(id.seq)});
}

}  // namespace

std::vector<OpenMatter> open_matters(const Cycle& cycle, const scheme::Scheme& scheme) {
    std::vector<OpenMatter> out;
    add_changes(cycle, out);
    add_matters(cycle, out);
    add_rechecks(cycle, scheme, out);
    add_explanations(cycle, scheme, out);
    add_misconduct(cycle, out);
    return out;
}

}  // namespace heng::cycle
