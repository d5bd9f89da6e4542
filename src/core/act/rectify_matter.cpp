/// @file
/// The unit reports causes and measures to the office, the lead and the departments concerned
/// (A11.8, A11.9): first as a plan, and once more when all of it is carried out. No deduction
/// changes by it (A11.6).
#include "core/act/monitoring_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array measure_row{
    Field{"measure", Kind::text, Need::required, "整改措施", "Measure"},
    Field{"responsible", Kind::text, Need::required, "责任部门或岗位",
          "Department or post responsible"},
    Field{"date", Kind::date, Need::required, "完成时限", "To be done by"}};
constexpr Field measures_field{"measures", Kind::rows, Need::required, "整改措施",
                               "Measures", {},         measure_row};
constexpr std::array fields{
    year_field,
    matter_field,
    Field{"analysis", Kind::text, Need::required, "原因分析", "Causes"},
    measures_field,
    Field{"completed", Kind::flag, Need::required, "是否整改完成", "All carried out"},
    evidence_field};

std::vector<cycle::RectificationMeasure> measures_of(const Fields& in) {
    std::vector<cycle::RectificationMeasure> out;
    for (const Fields& row : in.rows(measures_field.name))
        out.push_back({row.text("measure"), row.text("responsible"), row.date("date")});
    return out;
}

/// A plan that ends before today leaves nothing to be carried out.
Result<void> check_plan(const Context& context, const Fields& in) {
    const auto measures = measures_of(in);
    const bool is_ahead = std::any_of(
        measures.begin(), measures.end(),
        [&](const cycle::RectificationMeasure& one) { return one.until >= context.today; });
    if (in.flag("completed") || is_ahead) return {};
    return refuse(
        Code::date_before, {{}, 0, 0, std::string(measures_field.name)},
        {"最后一项措施的完成时限", "last measure's date", ledger::print_date(context.today)});
}

/// 市考核办、主要考核责任单位及有关部门 (A11.9): the departments are the assessors of the tasks.
ledger::List addressees(const Context& context, const cycle::Cycle& cycle,
                        const cycle::Matter& matter) {
    ledger::List out;
    const auto add = [&out](const std::string& body) {
        if (std::find(out.begin(), out.end(), ledger::Value(body)) == out.end())
            out.emplace_back(body);
    };
    for (const std::string& body : context.state.units_and_people.bodies_as(Capacity::office))
        add(body);
    const cycle::DomainId& domain = domain_of(context, matter.unit);
    if (const scheme::Domain* const found =
            rulebook_of(context, cycle).scheme().find_domain(domain))
        add(found->lead);
    for (const std::string& no : matter.tasks)
        if (const auto task = find_task(context, cycle, matter.unit, no))
            for (const std::string& body : cycle::assessors_of(**task)) add(body);
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::MatterStage;
    const cycle::Matter& matter = **find_matter(context, in);
    if (const auto fits = check_matter(matter, {acknowledged, planned, returned}); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (const auto fits = check_plan(context, in); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(rectify_matter, in,
                {{"addressed_to", addressees(context, context.cycle_of(in), matter)}});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter& matter = matter_of(state, in);
    const bool is_completed = in.flag("completed");
    matter.stage = is_completed ? cycle::MatterStage::reported : cycle::MatterStage::planned;
    matter.steps.push_back(
        step_of(is_completed ? cycle::StepKind::reported : cycle::StepKind::planned, entry, in,
                in.text("analysis")));
    matter.reports.push_back({entry.seq, in.text("analysis"), measures_of(in), is_completed,
                              in.digests("evidence"), in.texts("addressed_to")});
}

}  // namespace

const Act rectify_matter{.id = "rectify_matter",
                         .zh = "反馈整改情况",
                         .en = "Report on the rectification",
                         .cites = "A11.6 A11.8 A11.9",
                         .fields = fields,
                         .stages = follow_up_stages,
                         .subject = subject_matter,
                         .decide = decide,
                         .apply = apply};

}  // namespace heng::act
