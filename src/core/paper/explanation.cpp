/// @file
/// The written explanation (书面说明) of a unit graded 一般 or 差: a report to the city's committee
/// with who signed it (A17.5 to A17.7). Its words are those of the unit.
#include "core/base/invariant.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

namespace heng::paper {

namespace {

/// To whom A17.5 has it sent: the body with that duty, else the city's committee.
std::string recipient(const scheme::Scheme& scheme) {
    for (const scheme::Body& body : scheme.bodies)
        if (body.cites.starts_with("A17.5")) return body.name;
    return "市委";
}

}  // namespace

Paper explanation(const Issued& issued) {
    const YearFacts& year = issued.year;
    const auto found = year.cycle.aftermath.explanations.find({issued.event.seq});
    INVARIANT(found != year.cycle.aftermath.explanations.end(), "the event filed an explanation");
    const cycle::Explanation& one = found->second;
    const auto& versions = year.cycle.grading.versions;
    const cycle::ResultRow* const row = versions.empty() ? nullptr : versions.back().find(one.unit);
    INVARIANT(row != nullptr, "who explains itself has a result");
    const std::string grade(scheme::name(row->grade));
    Paper paper = begin(issued, "报告", Form::document, Direction::up);
    paper.tag = "书面说明";
    paper.signer = "";
    const Issuer issuer = year.form.issuer(one.unit);
    if (issuer.mark == one.unit) {  // the template does not know it
        const std::string name = year.unit_name(one.unit);
        paper.mark = name + "文件";
        paper.number = name + paper.number.substr(one.unit.size());
        paper.signature = paper.printed_by = addressee(year, one.unit);
    }
    paper.title = {
        "关于", year.year(), "党建工作成效", "考核结果为", "“" + grade + "”等次的", "书面说明报告"};
    paper.to = {year.signature(recipient(year.scheme()))};
    Pen pen(paper.body);
    pen.say("在" + year.year() + "党建工作成效考核中，本单位总分" +
            year.published(row->published.total) + "分，等次为“" + grade + "”。根据" +
            year.article("A17.5") + "规定，现作书面说明如下。");
    pen.level1("原因分析");
    pen.say(ended(one.causes));
    pen.level1("改进措施和完成时限");
    Table table = make_table(
        {{"序号", 3, report::Align::end}, {"改进措施", 14}, {"完成时限", 7}, {"责任人", 7}});
    for (const cycle::Measure& measure : one.measures)
        table.content.rows.push_back({std::to_string(table.content.rows.size() + 1), measure.text,
                                      print_day(measure.until), measure.person});
    pen.table(std::move(table), "无。");
    if (!one.evidence.empty()) {
        pen.level1("佐证材料");
        pen.say("佐证材料" + std::to_string(one.evidence.size()) + "件，存于系统，校验值如下。");
        pen.table(evidence_table(one.evidence), "");
    }
    pen.say("特此报告。");
    return paper;
}

}  // namespace heng::paper
