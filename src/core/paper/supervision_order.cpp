/// @file
/// 督办通知 (A11.7): what is ordered, by when, and how the matter came to it (A11.8, A11.9).
#include "core/base/invariant.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

namespace heng::paper {

Paper supervision_order(const Issued& issued) {
    const YearFacts& year = issued.year;
    const act::Fields in = issued.fields();
    const cycle::Matter* const matter =
        year.cycle.monitoring.find_matter(in.record<cycle::Matter>("matter"));
    INVARIANT(matter != nullptr, "an order is about a matter");
    const cycle::BodyName lead = year.lead_of(matter->unit);
    Paper paper = begin(issued, "通知", Form::document, Direction::down);
    paper.tag = "督办";
    paper.title = {"关于",       "对",  year.unit_name(matter->unit), "有关问题", "整改落实情况",
                   "进行督办的", "通知"};
    paper.to = {addressee(year, matter->unit)};
    auto copies = paper.copies;
    copies.push_back(lead);
    paper.copies = once(std::move(copies), issued.document.issuer);
    Pen pen(paper.body);
    pen.say("你单位关于下列事项的整改，经" + lead + "提请，根据" + year.article("A11.7") +
            "规定，决定予以督办。");
    pen.level1("督办事项");
    pen.say("来源：" + std::string(origin_words(matter->origin)) +
            (matter->quarter ? "（" + quarter_name(*matter->quarter) + "监测）" : "") + "。");
    pen.say(ended(matter->text));
    const cycle::DomainId domain = year.domain_of(matter->unit);
    for (const std::string& no : matter->tasks)
        pen.item("所涉任务：" + task_words(year, domain, no) + "。");
    pen.level1("督办要求");
    pen.say(ended(in.text("text")));
    pen.say("请于" + print_day(in.date("until")) + "前分析查找原因，提出整改措施，分别向" +
            issued.document.issuer + "、" + lead + "及有关部门反馈整改落实情况（" +
            print_article("A11.8") + "）。");
    pen.convention(year.scheme(), "rectified");
    pen.level1("事项经过");
    pen.table(step_table(*matter), "无。");
    Table measures = measure_table(*matter);
    if (!measures.content.rows.empty()) {
        pen.level1("已反馈的整改情况");
        pen.table(std::move(measures), "");
    }
    Table findings = finding_table(year, matter->findings);
    if (!findings.content.rows.empty())
        paper.annexes.push_back({"相关扣分记录", true, {std::move(findings)}});
    return paper;
}

}  // namespace heng::paper
