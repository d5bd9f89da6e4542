/// @file
/// 归档文件目录 (DOC-21): what a folder of the year's papers holds, and for how long it is kept.
#include "core/paper/drafts.hpp"

namespace heng::paper {

Paper archive_catalogue(const YearFacts& year, std::span<const Filed> filed) {
    using report::Align;
    Paper paper;
    paper.kind = "archive_catalogue";
    paper.form = Form::plain;
    paper.direction = Direction::internal;
    paper.retention = Retention::permanent;
    paper.is_landscape = true;
    paper.title = {year.year(), "党建工作成效考核", "归档文件目录"};
    Table table = make_table({{"件号", 3, Align::end},
                              {"责任者", 7},
                              {"文号", 8},
                              {"题名", 18},
                              {"日期", 7},
                              {"页数", 3, Align::end},
                              {"保管期限", 4},
                              {"备注", 4}});
    int pages = 0;
    for (const Filed& one : filed) {
        const Paper& other = *one.paper;
        pages += one.pages;
        table.content.rows.push_back(
            {std::to_string(table.content.rows.size() + 1),
             or_dash(other.signature.empty() ? other.printed_by : other.signature),
             or_dash(other.number), title_of(other),
             other.dated ? print_day(*other.dated) : or_dash(""), std::to_string(one.pages),
             std::string(name(other.retention)), or_dash("")});
    }
    Pen pen(paper.body);
    pen.say("共" + std::to_string(filed.size()) + "件，" + std::to_string(pages) +
            "页。保管期限按国家档案局令第8号划分为永久、定期30年和10年，各件期限为本系统约定的默认"
            "值。");
    pen.table(std::move(table), "没有文件。");
    return paper;
}

}  // namespace heng::paper
