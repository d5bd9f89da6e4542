/// @file
/// Matters (事项): reminders, supervisions and what circulars asked for, each as one timeline.
#include "core/view/findings.hpp"
#include "core/view/print.hpp"
#include "core/view/progress.hpp"

namespace heng::view {

namespace {

constexpr Kind matter_kind{"事项", "matter"};

/// The bodies that a matter concerns: those of its tasks and findings, those that took a step in
/// it, and those to which the unit reports.
std::vector<cycle::BodyName> bodies_of(const YearScope& year, const cycle::Matter& matter) {
    std::vector<cycle::BodyName> out;
    for (const std::string& no : matter.tasks) {
        const scheme::Task* const task = year.rulebook->find_task(year.domain_of(matter.unit), no);
        if (task == nullptr) continue;
        for (cycle::BodyName& body : cycle::assessors_of(*task)) out.push_back(std::move(body));
    }
    for (const cycle::FindingId id : matter.findings)
        out.push_back(year.cycle.findings.find(id)->body);
    for (const cycle::Step& step : matter.steps) out.push_back(step.of);
    for (const cycle::Report& report : matter.reports)
        out.insert(out.end(), report.addressed_to.begin(), report.addressed_to.end());
    return out;
}

Object print_matter(const YearScope& year, const cycle::Matter& matter) {
    const auto origin = static_cast<std::size_t>(matter.origin);
    Object out{{"id", print(matter.id)},
               {"origin", cycle::origin_names[origin]},
               {"quarter", print(matter.quarter)},
               {"tasks", print_texts(matter.tasks)},
               {"text", matter.text},
               {"stage", cycle::name(matter.stage)},
               {"supervision", cycle::name(matter.supervision)},
               {"opened_on", print(matter.steps.front().on)},
               {"until", print(cycle::limit_of(matter, year.rulebook->scheme()))}};
    add_unit(out, year.scope, matter.unit);
    return out;
}

List print_steps(const Scope& scope, const cycle::Matter& matter) {
    List out;
    for (const cycle::Step& step : matter.steps) {
        Object one{{"kind", cycle::name(step.kind)},
                   {"event", step.event},
                   {"on", print(step.on)},
                   {"of", step.of},
                   {"text", step.text},
                   {"until", print(step.until)}};
        add_person(one, "by", scope, step.by);
        out.emplace_back(std::move(one));
    }
    return out;
}

List print_reports(const cycle::Matter& matter) {
    List out;
    for (const cycle::Report& report : matter.reports) {
        List measures;
        for (const cycle::RectificationMeasure& one : report.measures)
            measures.push_back(Object{{"measure", one.measure},
                                      {"responsible", one.responsible},
                                      {"until", print(one.until)}});
        out.push_back(Object{{"id", report.event},
                             {"analysis", report.analysis},
                             {"measures", std::move(measures)},
                             {"is_completed", report.is_completed},
                             {"evidence", print_evidence(report.evidence)},
                             {"addressed_to", print_texts(report.addressed_to)}});
    }
    return out;
}

List seen_findings(const YearScope& year, const cycle::Matter& matter) {
    List out;
    for (const cycle::FindingId id : matter.findings)
        if (may_see_finding(year, *year.cycle.findings.find(id))) out.emplace_back(id.seq);
    return out;
}

}  // namespace

bool may_see_matter(const YearScope& year, const cycle::Matter& matter) {
    return year.may_see(View::progress, about(matter.unit, bodies_of(year, matter)));
}

Checked<Value> matters(const Scope& scope, int number) {
    if (const auto seen = check_listed(scope, View::progress); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, matter] : year->cycle.monitoring.matters)
        if (may_see_matter(*year, matter)) out.push_back(print_matter(*year, matter));
    return out;
}

Checked<Value> matter(const Scope& scope, int number, cycle::MatterId id) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Matter* const found = year->cycle.monitoring.find_matter(id);
    if (found == nullptr || !may_see_matter(*year, *found)) return unknown(matter_kind, id.seq);
    Object out = print_matter(*year, *found);
    out.add("findings", seen_findings(*year, *found));
    out.add("steps", print_steps(scope, *found));
    out.add("reports", print_reports(*found));
    return out;
}

}  // namespace heng::view
