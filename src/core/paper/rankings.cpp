/// @file
/// The ranking tables that are printed for those who grade: landscape, the head on every page.
#include "core/base/text.hpp"
#include "core/cycle/settling.hpp"
#include "core/paper/drafts.hpp"
#include "core/paper/ranking.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

using report::Align;

std::string question_words(const grade::Outcome& outcome) {
    std::vector<std::string> out;
    for (const grade::QuestionText& text : grade::question_texts())
        if (outcome.has(text.question))
            out.push_back(std::string(text.zh) + "（" + print_article(text.cites) + "）");
    return or_dash(join(out, "；"));
}

/// The facts beside the score that bear on the grade.
std::string bearing_words(const cycle::Bearing& bearing) {
    std::vector<std::string> out;
    if (bearing.best != scheme::Grade::good) {
        std::vector<std::string> articles;
        for (const std::string& cites : bearing.barred_by) articles.push_back(print_article(cites));
        out.push_back("最高为“" + std::string(scheme::name(bearing.best)) + "”" +
                      (articles.empty() ? "" : "：" + list(articles)));
    }
    if (bearing.serious) out.push_back("存在重大问题并造成严重影响");
    if (bearing.no_progress) out.push_back("年度成效不明显");
    if (bearing.lowered_by > 0)
        out.push_back("降低" + std::to_string(bearing.lowered_by) + "个等次");
    return or_dash(join(out, "；"));
}

std::string range_words(const cycle::UnitStanding& unit) {
    const cycle::GradeRange range = cycle::range_of(unit);
    const std::string best(scheme::name(range.best));
    const std::string worst(scheme::name(range.worst));
    return best == worst ? best : best + "至" + worst;
}

Table standing_table(const YearFacts& year, const cycle::DomainStanding& standing) {
    Table table = make_table({{"名次", 4, Align::end},
                              {"考核对象", 8},
                              {"指标考核得分", 5, Align::end},
                              {"述职评议得分", 5, Align::end},
                              {"总分", 4, Align::end},
                              {"建议等次", 3},
                              {"可评等次", 5},
                              {"等次限制", 9},
                              {"待研究确定", 10}});
    std::vector<const cycle::UnitStanding*> order;
    for (const cycle::UnitStanding& one : standing.units) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return a->proposed.rank < b->proposed.rank;
    });
    for (const cycle::UnitStanding* const one : order)
        table.content.rows.push_back(
            {std::to_string(one->proposed.rank), year.unit_name(one->unit),
             year.published(one->published.indicator),
             one->review ? year.published(one->published.review) : or_dash(""),
             year.published(one->published.total), std::string(scheme::name(one->proposed.grade)),
             range_words(*one), bearing_words(one->bearing), question_words(one->proposed)});
    return table;
}

void write_domain(const YearFacts& year, const scheme::Domain& domain, Pen& pen) {
    pen.level1(typeset(domain.name));
    const auto& versions = year.cycle.grading.versions;
    if (!versions.empty()) {
        pen.say("考核结果第" + std::to_string(versions.back().no) + "版，" +
                print_day(versions.back().published_on) + "公布。");
        pen.table(ranking_table(year, versions.back().rows, domain.id), "没有参加考核的单位。");
        return;
    }
    const auto standing = cycle::standing_of(year.state, year.cycle, year.rulebook, domain.id,
                                             cycle::assessed_on(year.cycle, year.day));
    pen.say("按规则计算，未经审定。参加考核单位" + std::to_string(standing.units.size()) +
            "个，“好”等次名额" + std::to_string(standing.quota) + "个" +
            (standing.is_complete ? "。" : "；述职评议考核得分未录全。"));
    pen.table(standing_table(year, standing), "没有参加考核的单位。");
}

}  // namespace

Checked<Paper> ranking(const YearFacts& year, std::string_view domain) {
    if (!domain.empty() && year.scheme().find_domain(domain) == nullptr)
        return tl::unexpected(
            Issues{{Code::record_unknown, {}, {"领域", "domain", std::string(domain)}}});
    Paper paper;
    paper.kind = "ranking_table";
    paper.form = Form::plain;
    paper.direction = Direction::internal;
    paper.is_landscape = true;
    paper.title = {year.year(), "党建工作成效考核", "排名表"};
    Pen pen(paper.body);
    pen.say("截至" + print_day(year.day) + "。");
    for (const scheme::Domain& one : year.scheme().domains)
        if (domain.empty() || one.id == domain || one.name == domain) write_domain(year, one, pen);
    pen.convention(year.scheme(), "rounding");
    pen.convention(year.scheme(), "ties");
    pen.convention(year.scheme(), "quota");
    return paper;
}

}  // namespace heng::paper
