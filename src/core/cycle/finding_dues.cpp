/// @file
/// What is due about findings: the unit's window for an objection, and the assessor's answer.
#include "core/cycle/dues.hpp"

namespace heng::cycle {

namespace {

std::optional<Due> due_about(const Finding& finding, Duty what, Debtor by,
                             std::optional<Date> until) {
    if (!until) return std::nullopt;
    Due out = make_due(what, std::move(by), *until);
    out.record = finding.id.seq;
    out.about = finding.unit;
    return out;
}

std::optional<Due> due_of(const DueBasis& basis, const Finding& finding) {
    if (finding.stage != FindingStage::confirmed) return std::nullopt;
    if (!finding.objection)
        return due_about(finding, Duty::object_to_finding, {Capacity::unit, finding.unit},
                         basis.limit(Duty::object_to_finding, *finding.confirmed_on));
    if (finding.objection->stage != ObjectionStage::filed) return std::nullopt;
    return due_about(finding, Duty::answer_objection, {Capacity::assessor, finding.body},
                     basis.limit(Duty::answer_objection, finding.objection->filed_on));
}

}  // namespace

std::vector<Due> finding_dues(const DueBasis& basis) {
    std::vector<Due> out;
    if (basis.cycle.stage > Stage::year_end) return out;
    for (const auto& [id, finding] : basis.cycle.findings.all)
        if (auto due = due_of(basis, finding)) out.push_back(std::move(*due));
    return out;
}

}  // namespace heng::cycle
