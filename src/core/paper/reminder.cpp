/// @file
/// 提醒函, in the form of a letter (DOC-16): what is behind or wrong, under which tasks and
/// findings, and by when the unit answers (A11.5, A11.8, A11.9).
#include "core/base/invariant.hpp"
#include "core/cycle/monitoring.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

namespace heng::paper {

namespace {

void demand_answer(const Issued& issued, const cycle::Matter& matter, Pen& pen) {
    const YearFacts& year = issued.year;
    const auto until = cycle::limit_of(matter, year.scheme());
    pen.say("请" + (until ? "于" + print_day(*until) + "前" : std::string("及时")) +
            "分析查找原因，提出整改措施，分别向" + year.body_as(cycle::Capacity::office) + "、" +
            year.lead_of(matter.unit) + "及有关部门反馈整改落实情况（" + print_article("A11.8") +
            "）。");
    pen.term(year.scheme(), "reminder_answered");
    pen.convention(year.scheme(), "rectified");
}

}  // namespace

Paper reminder(const Issued& issued) {
    const YearFacts& year = issued.year;
    const cycle::Matter* const matter = year.cycle.monitoring.find_matter({issued.event.seq});
    INVARIANT(matter != nullptr, "a reminder opens a matter");
    const std::string quarter = quarter_name(matter->quarter.value_or(1));
    Paper paper = begin(issued, "函", Form::letter, Direction::level);
    paper.tag = "提醒";
    paper.title = {"关于", year.year(), quarter, "党建工作成效考核", "监测发现问题的", "提醒函"};
    paper.to = {addressee(year, matter->unit)};
    paper.copies = once({year.body_as(cycle::Capacity::office), year.lead_of(matter->unit)},
                        issued.document.issuer);
    Pen pen(paper.body);
    pen.say("根据" + year.article("A11.5") + "规定，经" + quarter +
            "监测，你单位对下列考核任务未按时序进度要求推进或者存在问题，现予提醒，请抓好整改。");
    pen.level1("提醒内容");
    pen.say(ended(matter->text));
    pen.level1("所涉任务");
    const cycle::DomainId domain = year.domain_of(matter->unit);
    for (const std::string& no : matter->tasks) {
        const scheme::Task* const task = year.rulebook.find_task(domain, no);
        pen.item(task_words(year, domain, no) +
                 (task == nullptr ? "。"
                                  : "，考核责任单位：" + list(cycle::assessors_of(*task)) + "。"));
    }
    pen.level1("相关扣分记录");
    Table findings = finding_table(year, matter->findings);
    if (findings.content.rows.empty()) {
        pen.say("本次提醒未附经确认的扣分记录。");
    } else {
        pen.say("经确认的扣分记录共" + std::to_string(findings.content.rows.size()) +
                "条，见附件。");
        paper.annexes.push_back({"相关扣分记录", true, {std::move(findings)}});
    }
    pen.level1("整改要求");
    demand_answer(issued, *matter, pen);
    return paper;
}

}  // namespace heng::paper
