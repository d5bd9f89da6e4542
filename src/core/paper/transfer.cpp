/// @file
/// 移送函: misconduct is referred to those who call to account, with the office's opinion (A18.3,
/// A19.2, A19.3, A20.3). For restricted readers.
#include "core/base/invariant.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

std::string conduct_words(const cycle::Misconduct& one) {
    const auto found = std::find_if(
        cycle::conducts.begin(), cycle::conducts.end(),
        [&one](const auto& known) { return known.of == one.accused && known.id == one.conduct; });
    return found == cycle::conducts.end() ? one.conduct : std::string(found->zh);
}

/// People are ids here; their names are not in the ledger.
std::string who_words(const YearFacts& year, const cycle::Misconduct& one) {
    switch (one.accused) {
        case cycle::Accused::unit: return year.unit_name(one.who) + "（考核对象）";
        case cycle::Accused::assessor: return one.who + "（考核责任单位）";
        case cycle::Accused::staff: break;
    }
    return "考核工作人员，人员编号" + one.who;
}

std::string_view article_of(cycle::Accused accused) {
    switch (accused) {
        case cycle::Accused::unit: return "A18.2";
        case cycle::Accused::assessor: return "A19.3";
        case cycle::Accused::staff: break;
    }
    return "A20.3";
}

}  // namespace

Paper transfer(const Issued& issued) {
    const YearFacts& year = issued.year;
    const act::Fields in = issued.fields();
    const auto found =
        year.cycle.aftermath.misconduct.find(in.record<cycle::Misconduct>("misconduct"));
    INVARIANT(found != year.cycle.aftermath.misconduct.end(), "a referral is about misconduct");
    const cycle::Misconduct& one = found->second;
    Paper paper = begin(issued, "函", Form::letter, Direction::level);
    paper.tag = "移送";
    paper.title = {"关于", "移送", year.year(), "党建工作成效考核", "有关问题的", "函"};
    paper.to = one.referred_to;
    paper.copies.clear();
    paper.retention = Retention::thirty_years;
    Pen pen(paper.body);
    pen.say("在" + year.year() + "党建工作成效考核中发现下列问题，根据" +
            year.article(article_of(one.accused)) +
            "规定，现移送你单位，请依规依纪依法处理，并反馈处理结果。");
    pen.level1("基本情况");
    pen.item("涉及对象：" + who_words(year, one) + "。");
    pen.item("问题性质：" + conduct_words(one) + "。");
    pen.item("发生日期：" + print_day(one.occurred_on) + "；记录日期：" +
             print_day(one.recorded_on) + "。");
    pen.level1("问题描述");
    pen.say(ended(one.text));
    pen.level1("意见建议");
    pen.say(ended(in.text("opinion")));
    pen.level1("佐证材料");
    if (one.evidence.empty()) {
        pen.say("无。");
    } else {
        pen.say("佐证材料" + std::to_string(one.evidence.size()) + "件，校验值见附件。");
        paper.annexes.push_back({"佐证材料清单", false, {evidence_table(one.evidence)}});
    }
    return paper;
}

}  // namespace heng::paper
