/// @file
/// The indicators: drafted in the first quarter, issued on 1 March with effect from 1 January, and
/// changed twice. The second change leads to the story's scheme, but that one clause names another
/// assessor beside its own (`with_stand_in`), which no score depends on.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

constexpr const char* stand_in_clause = "D11.3";
constexpr const char* stand_in_body = "市直机关工委";
constexpr const char* dearer_clause = "D7.3";
constexpr std::string_view cheap = "每缺1次扣0.2分";
constexpr std::string_view dear = "每缺1次扣0.3分";
constexpr const char* explanation_term = "explanation_filed";

bool has_branch(const scheme::Clause& clause, std::string_view id) {
    return std::any_of(clause.branches.begin(), clause.branches.end(),
                       [id](const scheme::Branch& branch) { return branch.id == id; });
}

/// The clause of a branch, to be altered.
scheme::Clause& clause_of(scheme::Scheme& scheme, std::string_view branch) {
    scheme::Clause* found = nullptr;
    for (scheme::Table& table : scheme.tables)
        for (scheme::Category& category : table.categories)
            for (scheme::Task& task : category.tasks)
                for (scheme::Clause& clause : task.clauses)
                    if (has_branch(clause, branch)) found = &clause;
    INVARIANT(found != nullptr, "the demonstration knows its scheme");
    return *found;
}

/// As issued in March: one clause costs more than it will from September on.
scheme::Scheme make_dearer(scheme::Scheme scheme) {
    scheme::Clause& clause = clause_of(scheme, dearer_clause);
    const std::size_t at = clause.text.find(cheap);
    INVARIANT(at != std::string::npos, "the demonstration knows its scheme");
    clause.text.replace(at, cheap.size(), dear);
    clause.branches.front().points = Decimal::parse("0.3");
    return scheme;
}

/// From July on: the assessor of the clause is itself a unit, and another one stands in for it.
scheme::Scheme with_stand_in(scheme::Scheme scheme) {
    scheme::Clause& clause = clause_of(scheme, stand_in_clause);
    INVARIANT(clause.assessors, "the clause names its assessor");
    clause.assessors->insert(clause.assessors->begin(), stand_in_body);
    return scheme;
}

/// As first put before the commission, which thinks the time for explanations too short.
scheme::Scheme with_short_term(scheme::Scheme scheme) {
    for (scheme::Term& term : scheme.calendar.terms)
        if (term.id == explanation_term) term.count = 15;
    return scheme;
}

/// Where the clause of a branch stands, as acts name it.
Object place_of(const Play& play, std::string_view branch) {
    const auto place = play.story().rulebook->find_branch(branch);
    INVARIANT(place, "the demonstration knows its scheme");
    return {{"domain", place->domain->id},
            {"task", place->origin().task->no},
            {"clause", place->origin().clause->no}};
}

struct Suggestion {
    const char* body;
    const char* domain;
    const char* text;
    const char* reason;
};
constexpr std::array suggestions{
    Suggestion{"市纪委机关", "counties", "增设对群众身边不正之风的查处情况",
               "省纪委部署的年度重点"},
    Suggestion{"市委宣传部", "schools", "增设学校网络意识形态阵地管理要求",
               "去年检查发现的薄弱环节"},
    Suggestion{"市委统战部", "enterprises", "增设对口帮扶任务完成情况", "与市级帮扶任务衔接"},
    Suggestion{"市委教育工委", "schools", "增设师德师风建设指标", "落实全市教育工作会议要求"}};

void suggest(Play& play) {
    for (const Suggestion& one : suggestions)
        play.act(acting(Capacity::assessor, one.body), "propose_indicator",
                 {{"domain", one.domain}, {"text", one.text}, {"reason", one.reason}});
}

void consolidate_first(Play& play) {
    const auto draft = play.act(office(), "consolidate_indicators",
                                {{"files", play.files(with_short_term(make_dearer(play.scheme())))},
                                 {"note", "汇总各考核责任单位建议"}});
    play.plan(on(2, 8), [&play, draft] {
        play.act(commission(), "return_indicators",
                 {{"draft", draft}, {"reason", "书面说明报送时限偏短，改为30日"}});
    });
}

void comment(Play& play) {
    const std::array<const char*, 4> texts{"建议进一步明确数据来源", "无意见",
                                           "建议减少报送材料的数量", "建议合并内容相近的细则"};
    for (std::size_t i = 0; i < play.story().units.size(); i += 9) {
        const StoryUnit& unit = play.story().units[i];
        play.act(unit_actor(unit), "comment_on_indicators",
                 {{"unit", unit.id}, {"text", texts[i % texts.size()]}});
    }
}

void consolidate_again(Play& play) {
    const auto draft = play.act(
        office(Who::second), "consolidate_indicators",
        {{"files", play.files(make_dearer(play.scheme()))}, {"note", "按市考核委意见修改"}});
    play.plan(on(2, 24), [&play, draft] {
        play.act(commission(), "consent_to_indicators", {{"draft", draft}, {"note", "同意印发"}});
    });
    play.plan(on(3, 1), [&play, draft] {
        play.act(office(), "issue_indicators", {{"draft", draft}, {"from", "2021-01-01"}});
    });
}

/// Asks for a change today, and answers it some days later.
struct Change {
    Actor by;
    Object place;
    const char* text;
    const char* reason;
    Date decided_on;
    Object answer;
};

void plan_change(Play& play, Date day, std::function<Change()> make) {
    play.plan(day, [&play, make = std::move(make)] {
        Change change = make();
        Object request = std::move(change.place);
        request.add("text", change.text);
        request.add("reason", change.reason);
        const auto id = play.act(change.by, "request_change", std::move(request));
        play.plan(change.decided_on, [&play, id, answer = std::move(change.answer)]() mutable {
            answer.add("change", id);
            play.act(office(Who::second), "decide_change", std::move(answer));
        });
    });
}

Change refused_change(const Play& play) {
    return {acting(Capacity::assessor, "市委办公室"),
            place_of(play, "D6.1"),
            "党建信息报送任务数由24篇增至48篇",
            "提高宣传力度",
            on(4, 28),
            {{"answer", "refuse"}, {"reason", "加重考核对象负担，年度中途不予调整"}}};
}

Change stand_in_change(const Play& play) {
    return {acting(Capacity::assessor, "市委政法委"),
            place_of(play, stand_in_clause),
            "增加市直机关工委为本条考核责任单位",
            "市委政法委本身为考核对象，须回避",
            impartial_from(),
            {{"answer", "grant"},
             {"reason", "回避情形，分值不变"},
             {"files", play.files(with_stand_in(make_dearer(play.scheme())))},
             {"from", ledger::print_date(impartial_from())}}};
}

Change cheaper_change(const Play& play) {
    return {acting(Capacity::assessor, stand_in_body),
            place_of(play, dearer_clause),
            "“三会一课”每缺1次由扣0.3分调整为扣0.2分",
            "与其他领域同类细则不一致",
            on(8, 25),
            {{"answer", "grant"},
             {"reason", "同类问题同等计扣"},
             {"consent", "市考核委同意"},
             {"files", play.files(with_stand_in(play.scheme()))},
             {"from", "2021-09-01"}}};
}

void interpret(Play& play) {
    play.act(coordinator(), "interpret_article",
             {{"cites", "A9.4"},
              {"question", "同一问题先后被市、省两级通报的如何计扣？"},
              {"answer", "属同一事实，按扣分最高的细则计一次。"}});
}

}  // namespace

Date impartial_from() {
    return on(7, 6);
}

void plan_indicators(Play& play) {
    play.plan(on(1, 8), [&play] { play.must(office(), "open_year", {{"year", year}}); });
    play.plan(on(1, 13), [&play] { suggest(play); });
    play.plan(on(1, 29), [&play] { consolidate_first(play); });
    play.plan(on(2, 3), [&play] { comment(play); });
    play.plan(on(2, 22), [&play] { consolidate_again(play); });
    play.plan(on(5, 12), [&play] { interpret(play); });
    plan_change(play, on(4, 20), [&play] { return refused_change(play); });
    plan_change(play, on(6, 28), [&play] { return stand_in_change(play); });
    plan_change(play, on(8, 16), [&play] { return cheaper_change(play); });
}

}  // namespace heng::app::demo
