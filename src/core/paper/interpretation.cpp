/// @file
/// What an article means, said by the coordinator (A22.1): the article, the question, the answer.
#include "core/paper/kinds.hpp"

#include <algorithm>

namespace heng::paper {

Paper interpretation(const Issued& issued) {
    const YearFacts& year = issued.year;
    const act::Fields in = issued.fields();
    const std::string& cites = in.text("cites");
    const std::string article = print_article(cites);
    Paper paper = begin(issued, "通知", Form::document, Direction::down);
    paper.tag = "释义";
    paper.title = {"关于", year.regulation(), article, "有关问题", "解释的", "通知"};
    paper.to = everyone();
    paper.retention = Retention::permanent;
    Pen pen(paper.body);
    pen.say("根据" + year.article("A22.1") + "规定，现对" + article + "有关问题解释如下。");
    for (const scheme::Article& one : year.scheme().articles)
        if (print_article("A" + std::to_string(one.no)) == article) {
            pen.level1("条文");
            pen.say(typeset(one.text));
        }
    pen.level1("问题");
    pen.say(ended(in.text("question")));
    pen.level1("解释");
    pen.say(ended(in.text("answer")));
    return paper;
}

}  // namespace heng::paper
