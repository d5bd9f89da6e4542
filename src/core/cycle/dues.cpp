#include "core/cycle/dues.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr auto duties = std::to_array<DutyEntry>({
    {Duty::object_to_finding, "object_to_finding", "可提出异议", "May object to a finding", "A9.4",
     "objection", true},
    {Duty::answer_objection, "answer_objection", "答复异议", "Answer the objection", "A9.4 A20.2",
     "objection_answered"},
    {Duty::open_monitoring, "open_monitoring", "组织季度监测", "Organise the quarter's monitoring",
     "A11.2 A11.4", "monitoring_closed"},
    {Duty::mark_progress, "mark_progress", "填报监测情况", "Mark the progress of tasks",
     "A11.2 A11.3", "monitoring_closed"},
    {Duty::answer_matter, "answer_matter", "反馈整改情况", "Report on the rectification",
     "A11.8 A11.9 A11.10", "reminder_answered"},
    {Duty::carry_out_measures, "carry_out_measures", "完成整改措施", "Carry out the measures",
     "A11.6 A11.8", ""},
    {Duty::review_rectification, "review_rectification", "审核整改情况", "Review the rectification",
     "A11.6", "rectification_reviewed"},
    {Duty::decide_supervision, "decide_supervision", "答复督办提请",
     "Decide on the supervision asked for", "A11.7", "supervision_decided"},
    {Duty::close_supervision, "close_supervision", "办结督办", "Close the supervision", "A11.7",
     "rectification_reviewed"},
    {Duty::submit_self_check, "submit_self_check", "报送半年自查和总结",
     "Hand in the half-year self-check", "A12.1 A12.2", "self_check_submitted"},
    {Duty::review_self_check, "review_self_check", "审核评价半年总结",
     "Review the half-year self-check", "A12.3", "self_check_reviewed"},
    {Duty::collect_half_year, "collect_half_year", "汇总半年评估",
     "Collect the half-year evaluations", "A12.4 A12.5", "half_year_collected"},
    {Duty::publish_half_year_circular, "publish_half_year_circular", "印发半年评估通报",
     "Publish the half-year circular", "A12.6 A12.7", "half_year_circular"},
    {Duty::decide_recheck, "decide_recheck", "作出复核决定", "Decide the recheck", "A9.4 A20.2",
     "recheck_answered"},
    {Duty::appeal, "appeal", "可提出申诉", "May appeal", "A9.4", "appeal", true},
    {Duty::decide_appeal, "decide_appeal", "作出申诉决定", "Decide the appeal", "A9.4 A20.2",
     "appeal_decided"},
    {Duty::file_explanation, "file_explanation", "报送书面说明", "File the written explanation",
     "A17.5 A17.7", "explanation_filed"},
});

constexpr std::array stages{&finding_dues, &monitoring_dues, &half_year_dues, &aftermath_dues};

const Rulebook* find_rulebook(const Cycle& cycle, const Rulebooks& rulebooks) {
    if (cycle.indicators.editions.empty()) return nullptr;
    const auto found = rulebooks.find(cycle.indicators.editions.back().draft);
    INVARIANT(found != rulebooks.end(), "the rulebooks of all editions are at hand");
    return found->second.get();
}

Debtor of_role(const Register& bodies, Capacity role) {
    const auto names = bodies.bodies_as(role);
    return {role, names.empty() ? std::string() : names.front()};
}

}  // namespace

const DutyEntry& entry(Duty duty) {
    const DutyEntry& found = duties[static_cast<std::size_t>(duty)];
    INVARIANT(found.duty == duty, "the entries stand in the order of the duties");
    return found;
}

std::optional<Date> DueBasis::limit(Duty duty, Date from) const {
    return due(scheme, entry(duty).term, from);
}

Debtor DueBasis::commission() const {
    return of_role(state.units_and_people, Capacity::commission);
}

Debtor DueBasis::office() const {
    return of_role(state.units_and_people, Capacity::office);
}

Debtor DueBasis::coordinator() const {
    return of_role(state.units_and_people, Capacity::coordinator);
}

Debtor DueBasis::lead_of(const UnitId& unit) const {
    const Unit* const found = state.units_and_people.find_unit(unit);
    INVARIANT(found != nullptr, "records are about units of the register");
    const scheme::Domain* const domain = scheme.find_domain(found->on(today).domain);
    if (domain == nullptr) return office();
    if (state.units_and_people.is_itself(domain->lead, unit)) return coordinator();
    return {Capacity::lead, domain->lead};
}

Due make_due(Duty what, Debtor by, Date until) {
    Due out;
    out.what = what;
    out.by = std::move(by);
    out.until = until;
    return out;
}

std::vector<Due> dues(const State& state, const Rulebooks& rulebooks, Date today) {
    std::vector<Due> out;
    for (const auto& [year, cycle] : state.cycles) {
        const Rulebook* const rulebook = find_rulebook(cycle, rulebooks);
        if (rulebook == nullptr || cycle.stage >= Stage::closed) continue;
        const DueBasis basis{state, cycle, rulebook->scheme(), today};
        for (const auto list : stages) {
            for (Due& one : list(basis)) {
                if (entry(one.what).is_right && one.until < today) continue;
                one.year = year;
                one.urgency = urgency(one.until, today);
                out.push_back(std::move(one));
            }
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Due& a, const Due& b) { return a.until < b.until; });
    return out;
}

}  // namespace heng::cycle
