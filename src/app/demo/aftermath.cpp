/// @file
/// After publication: rechecks, one of which moves grades, and an appeal; explanations, one late
/// and one sent back; misconduct; consequences; the end of the year and the start of the next.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/base/invariant.hpp"
#include "core/cycle/follow_up.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

/// Its finding on this branch proves wrong; that lifts it above the line, and two others move.
constexpr std::string_view lifted_unit = "D13";
constexpr std::string_view wrong_branch = "D15.2a";
constexpr std::string_view pushed_unit =
    "D37";  ///< Now first behind the line, for the freed place.
/// Asks in vain, and appeals in vain.
constexpr std::string_view persistent_unit = "E08";
constexpr const char* accused_body = "市委老干局";

Object finding_row(std::int64_t id) {
    return {{"finding", id}};
}

std::int64_t finding_of(const Play& play, std::string_view unit, std::string_view branch) {
    return play.look([&](const cycle::Cycle& cycle) {
        for (const cycle::FindingId id : cycle.findings.of_unit.find(unit)->second) {
            const cycle::Finding& finding = cycle.findings.all.at(id);
            if (finding.fact.branch == branch && finding.stage == cycle::FindingStage::confirmed)
                return id.seq;
        }
        INVARIANT(false, "the story has the finding");
        return std::int64_t{0};
    });
}

void plan_recheck_that_moves(Play& play) {
    play.plan(next_year_on(1, 27), [&play] {
        const StoryUnit& unit = play.story().unit(lifted_unit);
        const auto wrong = finding_of(play, lifted_unit, wrong_branch);
        const auto recheck = play.act(secretary(unit), "request_recheck",
                                      {{"unit", unit.id},
                                       {"text", "所列扣分记录与事实不符"},
                                       {"findings", List{finding_row(wrong)}},
                                       {"evidence", play.evidence(unit.name + "复核申请")}});
        play.plan(next_year_on(2, 9), [&play, recheck, wrong] {
            play.act(commission(Who::second), "decide_recheck",
                     {{"recheck", recheck},
                      {"ruling", "change"},
                      {"reason", "经查，第一责任人职责已经履行，原记录不实"},
                      {"withdrawn", List{finding_row(wrong)}},
                      {"settled", List{Object{{"unit", pushed_unit},
                                              {"grade", "good"},
                                              {"reason", "受限单位空出的名额，按新的名次递补"},
                                              {"cites", "A16.2"}}}}});
        });
    });
}

void plan_appeal(Play& play) {
    const StoryUnit& unit = play.story().unit(persistent_unit);
    play.plan(next_year_on(1, 28), [&play, &unit] {
        const auto recheck = play.act(unit_actor(unit), "request_recheck",
                                      {{"unit", unit.id}, {"text", "同分单位应当同等对待"}});
        play.plan(next_year_on(2, 8), [&play, recheck] {
            play.act(office(Who::second), "decide_recheck",
                     {{"recheck", recheck},
                      {"ruling", "uphold"},
                      {"reason", "名额只剩1个，市考核委已说明理由"}});
        });
        play.plan(next_year_on(2, 10), [&play, &unit, recheck] {
            play.act(secretary(unit), "appeal",
                     {{"recheck", recheck}, {"text", "不服复核决定，请市考核委审议"}});
        });
        play.plan(next_year_on(2, 22), [&play, recheck] {
            play.act(commission(Who::third), "decide_appeal",
                     {{"recheck", recheck}, {"ruling", "uphold"}, {"reason", "维持复核决定"}});
        });
    });
}

std::int64_t explain(Play& play, const StoryUnit& unit) {
    return play.act(secretary(unit), "file_explanation",
                    {{"unit", unit.id},
                     {"causes", "主体责任压得不实，重点任务推进迟缓"},
                     {"measures", List{Object{{"measure", "党委（党组）每季度专题研究党建工作"},
                                              {"date", "2022-06-30"},
                                              {"person", "党委（党组）书记"}},
                                       Object{{"measure", "失分事项逐项整改"},
                                              {"date", "2022-09-30"},
                                              {"person", "分管副职"}}}}});
}

void plan_answer(Play& play, std::int64_t explanation) {
    play.plan(play.working_after(play.today(), 3), [&play, explanation] {
        play.act(office(), "accept_explanation",
                 {{"explanation", explanation}, {"note", "同意，抓好落实"}});
    });
}

/// The first is sent back, the last is late.
void plan_explanations(Play& play) {
    const auto owed = play.look([&](const cycle::Cycle& cycle) {
        std::vector<cycle::UnitId> out;
        for (const auto& one : cycle::explanations_owed(cycle, play.scheme()))
            out.push_back(one.unit);
        return out;
    });
    for (std::size_t i = 0; i < owed.size(); ++i) {
        const StoryUnit& unit = play.story().unit(owed[i]);
        const bool is_late = i + 1 == owed.size();
        const Date day = is_late ? next_year_on(3, 2) : play.working_after(play.today(), 2);
        play.plan(day, [&play, &unit, i] {
            const auto explanation = explain(play, unit);
            if (i != 0) return plan_answer(play, explanation);
            play.plan(play.working_after(play.today(), 2), [&play, explanation] {
                play.act(office(Who::second), "return_explanation",
                         {{"explanation", explanation}, {"reason", "措施没有落到具体事项"}});
            });
            play.plan(play.working_after(play.today(), 5),
                      [&play, &unit] { plan_answer(play, explain(play, unit)); });
        });
    }
}

void plan_misconduct(Play& play) {
    play.plan(on(11, 24), [&play] {
        const auto id = play.act(office(), "record_misconduct",
                                 {{"accused", "assessor"},
                                  {"who", accused_body},
                                  {"conduct", "neglect"},
                                  {"occurred_on", "2021-11-19"},
                                  {"text", "未按时核实监测数据"},
                                  {"evidence", play.evidence("履职情况核查报告")}});
        play.plan(on(12, 1), [&play, id] {
            play.act(office(Who::second), "refer_misconduct",
                     {{"misconduct", id},
                      {"to", List{"市纪委市监委", "市委组织部"}},
                      {"opinion", "建议通报并限期改正"}});
        });
        play.plan(next_year_on(2, 24), [&play, id] {
            play.act(commission(), "decide_misconduct",
                     {{"misconduct", id},
                      {"sanction", "circular"},
                      {"authority", "市纪委市监委"},
                      {"reason", "情节轻微，予以通报"}});
        });
    });
}

}  // namespace

void plan_aftermath(Play& play) {
    plan_misconduct(play);
    plan_recheck_that_moves(play);
    plan_appeal(play);
    play.plan(next_year_on(2, 10), [&play] { plan_explanations(play); });
    play.plan(next_year_on(3, 1), [&play] {
        play.act(office(), "hand_on_consequences",
                 {{"to", List{"市委组织部", "市高质量发展绩效考核办"}}});
    });
    play.plan(next_year_on(3, 15), [&play] { play.act(office(), "close_year"); });
    play.plan(next_year_on(3, 16), [&play] { play.act(office(), "carry_forward"); });
    play.plan(next_year_on(3, 31), [&play] { play.act(office(), "archive_year"); });
}

}  // namespace heng::app::demo
