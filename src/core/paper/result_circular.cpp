/// @file
/// The circular of the result to all (A15, A16): how many of each grade, and in its annex the
/// ranking of each domain. A later version also says who moved.
#include "core/base/invariant.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/ranking.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

std::string_view cause_words(cycle::VersionCause cause) {
    switch (cause) {
        case cycle::VersionCause::publication: return "首次公布";
        case cycle::VersionCause::recheck: return "复核变更";
        case cycle::VersionCause::appeal: return "申诉变更";
        case cycle::VersionCause::misconduct: break;
    }
    return "违纪处理变更";
}

Table moved_table(const Issued& issued, const cycle::ResultVersion& before,
                  const cycle::ResultVersion& after) {
    const YearFacts& year = issued.year;
    Table table = make_table({{"考核对象", 8}, {"变更前", 10}, {"变更后", 10}});
    const auto words = [&year](const cycle::ResultRow& row) {
        return "总分" + year.published(row.published.total) + "分，第" + std::to_string(row.rank) +
               "名，“" + std::string(scheme::name(row.grade)) + "”";
    };
    for (const cycle::Moved& one : cycle::moved_between(before, after))
        if (issued.is_read(one.after.unit))
            table.content.rows.push_back({one.after.name, words(one.before), words(one.after)});
    return table;
}

}  // namespace

Paper result_circular(const Issued& issued) {
    const YearFacts& year = issued.year;
    const auto& versions = year.cycle.grading.versions;
    const auto version = std::find_if(versions.begin(), versions.end(), [&](const auto& one) {
        return one.event == issued.event.seq;
    });
    INVARIANT(version != versions.end(), "the circular is issued with a version of the result");
    const bool is_first = version == versions.begin();
    Paper paper = begin(issued, "通报", Form::document, Direction::down);
    paper.tag = "考核结果";
    paper.title = {"关于", year.year(), "党建工作成效", "考核结果的", "通报"};
    if (!is_first)
        paper.title = {"关于", "变更", year.year(), "党建工作成效", "考核结果的", "通报"};
    paper.to = everyone();
    paper.retention = Retention::permanent;
    say_extract(issued, paper);
    Pen pen(paper.body);
    pen.say("根据" + year.article("A15.1") + "、" + print_article("A16.1") + "规定，经" +
            year.body_as(cycle::Capacity::commission) + "审定，现将" + year.year() +
            "党建工作成效考核结果（第" + std::to_string(version->no) + "版，" +
            std::string(cause_words(version->cause)) + "）通报如下。");
    if (!is_first) {
        pen.level1("变更情况");
        pen.table(moved_table(issued, *(version - 1), *version),
                  "各考核对象的名次和等次没有变动。");
    }
    pen.level1("等次评定情况");
    pen.table(grade_counts(year, version->rows), "没有参加考核的单位。");
    pen.say("各领域排名和等次见附件。");
    pen.convention(year.scheme(), "rounding");
    pen.convention(year.scheme(), "ties");
    pen.convention(year.scheme(), "quota");
    pen.level1("结果运用");
    for (const scheme::Consequence& one : year.scheme().consequences) {
        std::vector<std::string> grades;
        for (const scheme::Grade grade : one.grades)
            grades.push_back("“" + std::string(scheme::name(grade)) + "”");
        pen.item(list(grades) + "等次：" + typeset(one.text) + "（" + print_article(one.cites) +
                 "）。");
    }
    for (const scheme::Domain& domain : year.scheme().domains) {
        std::vector<cycle::ResultRow> rows = version->rows;
        std::erase_if(rows, [&](const auto& row) { return !issued.is_read(row.unit); });
        Table table = ranking_table(year, rows, domain.id);
        if (!table.content.rows.empty())
            paper.annexes.push_back(
                {year.year() + typeset(domain.name) + "党建工作成效考核排名和等次",
                 true,
                 {std::move(table)}});
    }
    return paper;
}

}  // namespace heng::paper
