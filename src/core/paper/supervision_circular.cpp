/// @file
/// 督查通报 (A11.7, A11.8): facts, problems unit by unit, and by when they answer.
#include "core/cycle/calendar.hpp"
#include "core/cycle/dues.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

namespace heng::paper {

namespace {

/// What an earlier matter was about.
std::string earlier_words(const YearFacts& year, const act::Fields& row) {
    if (!row.has("matter")) return or_dash("");
    const cycle::Matter* const matter =
        year.cycle.monitoring.find_matter(row.record<cycle::Matter>("matter"));
    if (matter == nullptr) return or_dash("");
    return print_day(matter->steps.front().on) + std::string(origin_words(matter->origin)) + "：" +
           matter->text;
}

}  // namespace

Paper supervision_circular(const Issued& issued) {
    const YearFacts& year = issued.year;
    const act::Fields in = issued.fields();
    Paper paper = begin(issued, "通报", Form::document, Direction::down);
    paper.tag = "督查";
    paper.title = {"关于", year.year(), "党建工作成效考核", "整改落实情况的", "督查通报"};
    paper.to = everyone();
    say_extract(issued, paper);
    Pen pen(paper.body);
    pen.say("根据" + year.article("A11.7") + "规定，现将督查情况通报如下。");
    pen.level1("基本情况");
    pen.say(ended(in.text("text")));
    pen.level1("通报事项");
    Table table = make_table({{"序号", 3, report::Align::end},
                              {"考核对象", 7},
                              {"领域", 7},
                              {"通报事项", 10},
                              {"已有事项", 12}});
    for (const act::Fields& row : in.rows("units")) {
        const std::string& unit = row.text("unit");
        if (!issued.is_read(unit)) continue;
        table.content.rows.push_back({std::to_string(table.content.rows.size() + 1),
                                      year.unit_name(unit), year.domain_name(year.domain_of(unit)),
                                      row.text("text"), earlier_words(year, row)});
    }
    pen.table(std::move(table), "无。");
    pen.level1("整改要求");
    const auto until = cycle::due(year.scheme(), cycle::entry(cycle::Duty::answer_matter).term,
                                  issued.document.issued_on);
    pen.say("被通报的考核对象应" + (until ? "于" + print_day(*until) + "前" : std::string("及时")) +
            "分析查找原因，提出整改措施，分别向" + issued.document.issuer +
            "、主要考核责任单位及有关部门反馈整改落实情况（" + print_article("A11.8") +
            "）；已督办的事项以督办期限为准。");
    pen.term(year.scheme(), cycle::entry(cycle::Duty::answer_matter).term);
    pen.convention(year.scheme(), "rectified");
    return paper;
}

}  // namespace heng::paper
