#include "core/paper/matters.hpp"

#include "core/report/finding_words.hpp"

#include <array>

namespace heng::paper {

namespace {

using report::Align;

std::string day_or_dash(std::string_view iso) {
    const auto day = ledger::parse_date(iso);
    return day ? print_day(*day) : or_dash(std::string(iso));
}

std::string signed_points(Decimal points, scheme::Effect effect) {
    if (points.is_zero()) return "0";
    return (effect == scheme::Effect::award ? "+" : "-") + points.text();
}

std::string reason_words(const cycle::UnitSheet& sheet, const score::Deduction& one) {
    if (one.reason == score::Reason::none) return or_dash("");
    std::string out(score::sentence(one.reason, Language::zh));
    if (one.reason == score::Reason::same_case)
        out += "：第" + std::to_string(sheet.ids[one.winner].seq) + "号记录";
    return out;
}

std::string stage_words(const cycle::Finding& finding) {
    return finding.confirmed_on ? print_day(*finding.confirmed_on) : or_dash("");
}

std::string_view step_words(cycle::StepKind kind) {
    constexpr std::array<std::string_view, 13> words{
        "发出提醒", "列入通报", "签收", "制定整改措施", "反馈整改情况", "退回整改", "认可整改",
        "提请督办", "不予督办", "督办", "延长督办期限", "办结督办",     "撤销事项"};
    return words[static_cast<std::size_t>(kind)];
}

void add_finding(const YearFacts& year, const cycle::Finding& finding, Table& table) {
    const auto place = year.rulebook.find_branch(finding.fact.branch);
    const std::string value = place ? report::value_words(year.scheme(), *place->origin().branch,
                                                          finding.fact.value, Language::zh)
                                    : finding.fact.value.text();
    table.content.rows.push_back(
        {std::to_string(finding.id.seq), place ? typeset(place->origin().task->no) : or_dash(""),
         place ? clause_words(place->origin()) : or_dash(""), print_day(finding.fact.occurred_on),
         or_dash(finding.fact.note), value, or_dash(finding.fact.source),
         or_dash(finding.fact.case_id), finding.body, stage_words(finding)});
}

}  // namespace

std::string task_words(const YearFacts& year, std::string_view domain, std::string_view no) {
    const scheme::Task* const task = year.rulebook.find_task(domain, no);
    if (task == nullptr) return std::string(no);
    return typeset(task->no + task->name) + "（" + task->points.text() + "分）";
}

std::string clause_words(const score::Rules::Origin& origin) {
    std::string out = origin.clause->no + "." + typeset(origin.clause->text);
    if (origin.branch->text != origin.clause->text)
        out += "（适用：" + typeset(origin.branch->text) + "）";
    return out;
}

Table finding_table(const YearFacts& year, const std::vector<cycle::FindingId>& findings) {
    Table table = make_table({{"记录号", 5, Align::end},
                              {"任务", 5},
                              {"扣分细则", 14},
                              {"发生日期", 10},
                              {"事实", 10},
                              {"数值", 5, Align::end},
                              {"来源", 5},
                              {"案件号", 5},
                              {"记录单位", 7},
                              {"确认日期", 10}});
    for (const cycle::FindingId id : findings) {
        const cycle::Finding* const finding = year.cycle.findings.find(id);
        if (finding != nullptr && finding->stage == cycle::FindingStage::confirmed)
            add_finding(year, *finding, table);
    }
    return table;
}

Table deduction_table(const YearFacts& year, const cycle::UnitSheet& sheet,
                      std::string_view domain) {
    Table table = make_table({{"任务", 6},
                              {"扣分细则", 14},
                              {"记录号", 5, Align::end},
                              {"发生日期", 10},
                              {"事实", 9},
                              {"案件号", 5},
                              {"数值", 5, Align::end},
                              {"应计", 4, Align::end},
                              {"实计", 4, Align::end},
                              {"说明", 7},
                              {"记录单位", 7}},
                             2);
    const score::Rules& rules = year.rulebook.rules(domain);
    for (const scheme::Task* const task : year.rulebook.tasks(domain))
        for (const score::Deduction& one : sheet.score.deductions) {
            const score::Finding& finding = sheet.findings[one.finding];
            const score::Rules::Origin& origin = rules.origins[finding.branch];
            if (origin.task != task) continue;
            const cycle::FindingId id = sheet.ids[one.finding];
            table.content.rows.push_back(
                {typeset(task->no + task->name), clause_words(origin), std::to_string(id.seq),
                 day_or_dash(finding.occurred_on), or_dash(finding.note), or_dash(finding.case_id),
                 report::value_words(year.scheme(), *origin.branch, finding.value, Language::zh),
                 signed_points(one.asked, origin.branch->effect),
                 signed_points(one.taken, origin.branch->effect), reason_words(sheet, one),
                 year.cycle.findings.find(id)->body});
        }
    return table;
}

Table task_table(const YearFacts& year, const cycle::UnitSheet& sheet, std::string_view domain) {
    Table table = make_table({{"考核指标", 6},
                              {"基本任务", 12},
                              {"分值", 3, Align::end},
                              {"扣分", 3, Align::end},
                              {"加分", 3, Align::end},
                              {"得分", 3, Align::end},
                              {"考核责任单位", 8}},
                             1);
    const scheme::Table* const source = year.scheme().find_table(domain);
    if (source == nullptr) return table;
    for (const scheme::Category& category : source->categories)
        for (const scheme::Task& task : category.tasks) {
            const auto figures = cycle::figures_of(year.rulebook, domain, task.no, sheet);
            table.content.rows.push_back({category.no + "、" + typeset(category.name) + "（" +
                                              category.points.text() + "分）",
                                          typeset(task.no + task.name), figures.points.text(),
                                          figures.lost.text(), figures.gained.text(),
                                          figures.score().text(), list(cycle::assessors_of(task))});
        }
    return table;
}

Table step_table(const cycle::Matter& matter) {
    Table table = make_table({{"日期", 8}, {"环节", 6}, {"单位", 7}, {"内容", 12}, {"期限", 8}});
    for (const cycle::Step& step : matter.steps)
        table.content.rows.push_back({print_day(step.on), std::string(step_words(step.kind)),
                                      or_dash(step.of), or_dash(step.text),
                                      step.until ? print_day(*step.until) : or_dash("")});
    return table;
}

Table measure_table(const cycle::Matter& matter) {
    Table table = make_table(
        {{"原因分析", 9}, {"整改措施", 12}, {"责任部门", 7}, {"完成时限", 8}, {"是否完成", 5}}, 1);
    for (const cycle::Report& report : matter.reports)
        for (const cycle::RectificationMeasure& one : report.measures)
            table.content.rows.push_back({report.analysis, one.measure, one.responsible,
                                          print_day(one.until),
                                          report.is_completed ? "已完成" : "推进中"});
    return table;
}

std::string_view origin_words(cycle::MatterOrigin origin) {
    constexpr std::array<std::string_view, 3> words{"提醒", "督查通报", "半年评估通报"};
    return words[static_cast<std::size_t>(origin)];
}

Table evidence_table(const std::vector<ledger::Digest>& evidence) {
    Table table = make_table({{"序号", 2, Align::end}, {"校验值", 24}});
    for (const ledger::Digest& one : evidence)
        table.content.rows.push_back(
            {std::to_string(table.content.rows.size() + 1), ledger::print_digest(one)});
    return table;
}

std::string without_clause(const cycle::UnitSheet& sheet) {
    std::vector<std::string> numbers;
    for (const cycle::FindingId id : sheet.without_clause)
        numbers.push_back("第" + std::to_string(id.seq) + "号");
    if (numbers.empty()) return {};
    return list(numbers) + "扣分记录在现行指标体系中没有对应细则，不计扣分。";
}

}  // namespace heng::paper
