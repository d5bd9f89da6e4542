/// @file
/// The minutes in which the commission approves the grades (A16): what was proposed, which
/// questions were open, what was deliberated and why, what was approved. Who attended is for people
/// to write.
#include "core/base/text.hpp"
#include "core/cycle/settling.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/ranking.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

using report::Align;

/// What the rules left open about a unit.
std::string question_words(std::uint16_t questions) {
    std::vector<std::string> out;
    for (const grade::QuestionText& text : grade::question_texts())
        if ((questions & grade::bit(text.question)) != 0)
            out.push_back(std::string(text.zh) + "（" + print_article(text.cites) + "）");
    return or_dash(join(out, "；"));
}

Table proposal_table(const YearFacts& year, const cycle::GradeProposal& proposal) {
    Table table = make_table({{"领域", 5},
                              {"名次", 3, Align::end},
                              {"考核对象", 7},
                              {"指标考核得分", 4, Align::end},
                              {"述职评议得分", 4, Align::end},
                              {"总分", 4, Align::end},
                              {"建议等次", 4},
                              {"待研究确定", 13}},
                             1);
    for (const scheme::Domain& domain : year.scheme().domains) {
        std::vector<const cycle::ProposedRow*> rows;
        for (const cycle::ProposedRow& row : proposal.rows)
            if (row.domain == domain.id) rows.push_back(&row);
        std::stable_sort(rows.begin(), rows.end(),
                         [](const auto* a, const auto* b) { return a->rank < b->rank; });
        for (const cycle::ProposedRow* const row : rows)
            table.content.rows.push_back(
                {typeset(domain.name), std::to_string(row->rank), year.unit_name(row->unit),
                 year.published(row->published.indicator), year.published(row->published.review),
                 year.published(row->published.total), std::string(scheme::name(row->grade)),
                 question_words(row->questions)});
    }
    return table;
}

Table deliberation_table(const YearFacts& year) {
    Table table = make_table(
        {{"日期", 8}, {"考核对象", 8}, {"研判等次", 4}, {"依据", 5}, {"理由", 12}, {"备注", 5}});
    for (const cycle::Deliberation& one : year.cycle.grading.deliberations)
        table.content.rows.push_back({print_day(one.on), year.unit_name(one.settled.unit),
                                      std::string(scheme::name(one.settled.grade)),
                                      print_article(one.settled.cites), or_dash(one.settled.reason),
                                      one.withdrawn ? "已撤回：" + *one.withdrawn : or_dash("")});
    return table;
}

}  // namespace

Paper grading_minutes(const Issued& issued) {
    const YearFacts& year = issued.year;
    Paper paper = begin(issued, "纪要", Form::minutes, Direction::internal);
    paper.mark = year.form.minutes_mark.empty() ? paper.mark + "纪要" : year.form.minutes_mark;
    paper.tag = "定等";
    paper.title = {"研究审定", year.year(), "党建工作成效", "考核等次", "会议纪要"};
    paper.signature.clear();
    paper.retention = Retention::permanent;
    Pen pen(paper.body);
    pen.say(print_day(issued.document.issued_on) + "，" + issued.document.issuer + "根据" +
            year.article("A16.1") + "等规定，研究审定" + year.year() +
            "党建工作成效考核等次。纪要如下。");
    const auto& proposal = year.cycle.grading.proposal;
    pen.level1("提请审议的等次建议");
    if (proposal)
        pen.say(year.body_as(cycle::Capacity::office) + "于" + print_day(proposal->made_on) +
                "按规则提出等次建议，考核对象共" + std::to_string(proposal->rows.size()) +
                "个，见附件1。");
    pen.level1("综合研判情况");
    pen.table(deliberation_table(year), "没有需要研判的事项。");
    pen.level1("审定结果");
    const auto rows = cycle::settle_year(year.state, year.cycle, year.rulebook, year.day);
    const std::vector<cycle::ResultRow> none;
    const std::vector<cycle::ResultRow>& approved = rows ? *rows : none;
    pen.table(grade_counts(year, approved), "没有参加考核的单位。");
    pen.say("各领域排名和等次见附件。");
    if (issued.fields().has("note")) pen.say("审定意见：" + ended(issued.fields().text("note")));
    for (const char* const id : {"quota", "ties", "barred_in_base", "candidates", "fraud"})
        pen.convention(year.scheme(), id);
    pen.say("出席：");
    pen.say("请假：");
    pen.say("列席：");
    if (proposal)
        paper.annexes.push_back(
            {year.year() + "考核等次建议", true, {proposal_table(year, *proposal)}});
    for (const scheme::Domain& domain : year.scheme().domains) {
        Table table = ranking_table(year, approved, domain.id);
        if (!table.content.rows.empty())
            paper.annexes.push_back(
                {year.year() + typeset(domain.name) + "审定排名和等次", true, {std::move(table)}});
    }
    return paper;
}

}  // namespace heng::paper
