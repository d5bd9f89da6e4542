/// @file
/// The lead, or the assessor of the tasks concerned, reminds a unit of what is behind or wrong;
/// that opens a matter (A11.5). The regulation lets both monitor and so both remind.
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array finding_row{
    Field{"finding", Kind::record, Need::required, "扣分记录", "Finding"}};
constexpr Field tasks_field{"tasks", Kind::texts, Need::required, "基本任务", "Tasks"};
constexpr std::array fields{
    year_field,
    quarter_field,
    unit_field,
    tasks_field,
    Field{"findings", Kind::rows, Need::optional, "相关扣分记录", "Findings", {}, finding_row},
    Field{"text", Kind::text, Need::required, "提醒内容", "What the unit is reminded of"}};

/// The bodies that are assessors of every task named.
Checked<std::vector<cycle::BodyName>> assessors_of_all(const Context& context, const Fields& in) {
    std::vector<cycle::BodyName> common;
    bool is_first = true;
    for (const std::string& no : in.texts("tasks")) {
        const auto task = find_task(context, context.cycle_of(in), in.text("unit"), no);
        if (!task) return tl::unexpected(task.error());
        const auto mine = cycle::assessors_of(**task);
        if (is_first) common = mine;
        is_first = false;
        std::erase_if(common, [&mine](const cycle::BodyName& body) {
            return std::find(mine.begin(), mine.end(), body) == mine.end();
        });
    }
    return common;
}

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto out = subject_unit(context, in);
    if (!out) return out;
    auto assessors = assessors_of_all(context, in);
    if (!assessors) return tl::unexpected(assessors.error());
    out->assessors = std::move(*assessors);
    return out;
}

std::vector<cycle::FindingId> findings_of(const Fields& in) {
    std::vector<cycle::FindingId> out;
    for (const Fields& row : in.rows("findings"))
        out.push_back(row.record<cycle::Finding>("finding"));
    return out;
}

Issues check_findings(const cycle::Cycle& cycle, const Fields& in) {
    Issues issues;
    for (const cycle::FindingId id : findings_of(in)) {
        const std::string no = std::to_string(id.seq);
        const cycle::Finding* const finding = cycle.findings.find(id);
        if (finding == nullptr || finding->unit != in.text("unit"))
            issues.push_back(
                {Code::record_unknown, {}, {"该考核对象的扣分记录", "finding of the unit", no}});
        else if (finding->stage == cycle::FindingStage::withdrawn)
            issues.push_back({Code::record_stage_unfit,
                              {},
                              {"扣分记录", "finding", no, std::string(cycle::name(finding->stage)),
                               "recorded, confirmed"}});
    }
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (const auto fits = check_takes_part(context, cycle, in.text("unit")); !fits)
        return tl::unexpected(Issues{fits.error()});
    Issues issues = check_findings(cycle, in);
    const auto open = check_quarter_open(context, cycle, in.text("unit"), quarter_of(in));
    if (!open) issues.push_back(open.error());
    if (in.texts("tasks").empty())
        issues.push_back({Code::field_missing,
                          {{}, 0, 0, std::string(tasks_field.name)},
                          {std::string(tasks_field.zh), std::string(tasks_field.en)}});
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(remind, in,
                {issue_document(cycle, cycle::DocumentKind::reminder, context.actor.of)});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter matter;
    matter.id = {entry.seq};
    matter.unit = in.text("unit");
    matter.origin = cycle::MatterOrigin::reminder;
    matter.quarter = quarter_of(in);
    matter.tasks = in.texts("tasks");
    matter.findings = findings_of(in);
    matter.text = in.text("text");
    matter.steps.push_back(step_of(cycle::StepKind::reminded, entry, in, matter.text));
    cycle_of(state, in).monitoring.matters.emplace(matter.id, std::move(matter));
}

}  // namespace

const Act remind{.id = "remind",
                 .zh = "发出提醒",
                 .en = "Remind a unit",
                 .cites = "A11.5 A11.6",
                 .fields = fields,
                 .stages = monitoring_stages,
                 .subject = subject,
                 .decide = decide,
                 .apply = apply};

}  // namespace heng::act
