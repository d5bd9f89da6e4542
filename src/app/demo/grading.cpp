/// @file
/// What bears on the grades is recorded and confirmed as it happens; in January the office
/// proposes, the commission deliberates and approves, and the office publishes.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

/// The barred unit that got a poor survey; the others were criticised.
constexpr std::string_view surveyed_unit = "D48";

/// Recorded today, confirmed by a second person on the next working day.
void record(Play& play, const StoryUnit& unit, Object fact) {
    const std::string title = unit.name + "：" + *fact.find("note")->text();
    fact.add("unit", unit.id);
    fact.add("occurred_on", ledger::print_date(play.today()));
    fact.add("evidence", play.evidence(title));
    const auto id = play.act(office(), "record_circumstance", std::move(fact));
    play.plan(play.working_after(play.today(), 1), [&play, id] {
        play.act(office(Who::second), "confirm_circumstance", {{"circumstance", id}});
    });
}

Object criticism(const StoryUnit& unit) {
    return {{"kind", "criticism"},
            {"level", "provincial_committee"},
            {"source_document", "演示省委通报〔2021〕" + unit.id.substr(1) + "号"},
            {"note", "党的建设工作被省委通报批评"}};
}

void plan_circumstances(Play& play) {
    for (const StoryUnit& unit : play.story().units) {
        if (unit.barred && unit.id == surveyed_unit)
            play.plan(on(11, 17), [&play, &unit] {
                record(play, unit,
                       {{"kind", "survey"},
                        {"result", "ordinary"},
                        {"note", "党史学习教育满意度调查评估结果为“一般”"}});
            });
        else if (unit.barred)
            play.plan(on(10, 20), [&play, &unit] { record(play, unit, criticism(unit)); });
        if (unit.serious)
            play.plan(on(12, 6), [&play, &unit] {
                record(play, unit,
                       {{"kind", "major_problem"},
                        {"serious_effect", true},
                        {"note", "党建工作发生重大问题并造成严重影响"}});
            });
        if (unit.fraud)
            play.plan(on(12, 9), [&play, &unit] {
                record(play, unit, {{"kind", "fraud"}, {"note", "考核材料弄虚作假"}});
            });
    }
    for (const StoryDecision& decision : play.story().decisions)
        if (decision.grade == scheme::Grade::ordinary)
            play.plan(next_year_on(1, 19), [&play, &decision] {
                record(play, play.story().unit(decision.unit),
                       {{"kind", "no_progress"}, {"note", "加强党的建设年度成效不明显"}});
            });
}

/// The statement that answers what the rules leave open about the unit.
std::string citation_for(const Play& play, const std::string& unit) {
    return play.look([&](const cycle::Cycle& cycle) {
        const auto& rows = cycle.grading.proposal->rows;
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&](const auto& one) { return one.unit == unit; });
        INVARIANT(row != rows.end(), "every unit has a proposal");
        std::string_view cites = "A16.3";
        for (const grade::QuestionText& question : grade::question_texts())
            if ((row->questions & grade::bit(question.question)) != 0) cites = question.cites;
        return std::string(cites);
    });
}

void deliberate(Play& play) {
    for (const StoryDecision& decision : play.story().decisions)
        play.act(commission(), "deliberate",
                 {{"unit", decision.unit},
                  {"grade", scheme::identifier(decision.grade)},
                  {"reason", decision.reason},
                  {"cites", citation_for(play, decision.unit)}});
}

}  // namespace

void plan_grading(Play& play) {
    plan_circumstances(play);
    play.plan(next_year_on(1, 21), [&play] { play.act(office(), "propose_grades"); });
    play.plan(next_year_on(1, 24), [&play] { deliberate(play); });
    play.plan(next_year_on(1, 25), [&play] {
        play.act(commission(Who::second), "approve_grades", {{"note", "审议通过"}});
    });
    play.plan(next_year_on(1, 26), [&play] { play.act(office(), "publish_results"); });
}

}  // namespace heng::app::demo
