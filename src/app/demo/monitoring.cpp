/// @file
/// The four quarters: the leads open them, assessors mark what is late or wrong, those with most of
/// it are reminded, and each matter is followed up until it is closed.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/cycle/calendar.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

struct Term {
    const char* quarter;
    Date opened_on;
    Date marked_on;
    Date reminded_on;
};
std::array<Term, 4> terms() {
    return {Term{"1", on(3, 22), on(4, 7), on(4, 9)}, Term{"2", on(6, 21), on(7, 7), on(7, 9)},
            Term{"3", on(9, 22), on(10, 11), on(10, 13)},
            Term{"4", on(12, 20), next_year_on(1, 7), next_year_on(1, 11)}};
}

constexpr std::size_t tasks_named_max = 3;
constexpr std::size_t units_for_each_reminder = 12;
constexpr int problem_from = 2;  ///< So many findings on a task make it a problem.
/// The domain in which something out of the ordinary happens.
constexpr std::string_view lively_domain = "departments";
constexpr const char* circular_unit = "E05";

/// Findings by task of one unit in one quarter.
using Troubles = std::map<std::string, int>;

Troubles troubles_of(const Story& story, const StoryUnit& unit, int quarter) {
    Troubles out;
    for (const StoryFinding& finding : story.findings) {
        const bool counts = finding.unit == unit.id && finding.ending != Ending::draft &&
                            finding.occurred_on >= cycle::first_day(year, quarter) &&
                            finding.occurred_on <= cycle::last_day(year, quarter);
        if (counts) ++out[story.rulebook->find_branch(finding.branch)->origin().task->no];
    }
    return out;
}

/// Who marks a task of the unit: an assessor, else the lead.
Actor marker_of(const Play& play, const StoryUnit& unit, const scheme::Task& task) {
    const auto body = impartial(play.story(), cycle::assessors_of(task), unit.id);
    return body ? acting(Capacity::assessor, *body) : lead(play, unit.domain);
}

void mark(Play& play, const Term& term, const StoryUnit& unit) {
    const Troubles troubles = troubles_of(play.story(), unit, term.quarter[0] - '0');
    const bool is_county = unit.domain == "counties";
    for (const scheme::Task* const task : play.story().rulebook->tasks(unit.domain)) {
        const auto trouble = troubles.find(task->no);
        if (trouble == troubles.end() && !is_county) continue;
        Object command{{"quarter", term.quarter}, {"unit", unit.id}, {"task", task->no}};
        if (trouble == troubles.end()) {
            command.add("progress", "on_time");
        } else {
            command.add("progress", trouble->second < problem_from ? "late" : "problem");
            command.add("note", "本季度发现问题" + std::to_string(trouble->second) + "项");
        }
        play.act(marker_of(play, unit, *task), "mark_progress", std::move(command));
    }
}

/// The confirmed findings of the unit on one of the tasks.
List findings_on(const Play& play, const StoryUnit& unit, const std::vector<std::string>& tasks) {
    return play.look([&](const cycle::Cycle& cycle) {
        List out;
        const auto mine = cycle.findings.of_unit.find(unit.id);
        if (mine == cycle.findings.of_unit.end()) return out;
        for (const cycle::FindingId id : mine->second) {
            const cycle::Finding& finding = cycle.findings.all.at(id);
            const auto place = play.story().rulebook->find_branch(finding.fact.branch);
            const bool is_named =
                std::find(tasks.begin(), tasks.end(), place->origin().task->no) != tasks.end();
            if (is_named && finding.stage == cycle::FindingStage::confirmed)
                out.emplace_back(Object{{"finding", id.seq}});
        }
        return out;
    });
}

/// The tasks with most trouble first.
std::vector<std::string> worst_tasks(const Troubles& troubles) {
    std::vector<std::pair<int, std::string>> order;
    for (const auto& [task, count] : troubles) order.emplace_back(-count, task);
    std::sort(order.begin(), order.end());
    std::vector<std::string> out;
    for (const auto& [count, task] : order)
        if (out.size() < tasks_named_max) out.push_back(task);
    return out;
}

std::int64_t remind(Play& play, const Actor& by, const Term& term, const StoryUnit& unit,
                    const std::vector<std::string>& tasks) {
    return play.act(by, "remind",
                    {{"quarter", term.quarter},
                     {"unit", unit.id},
                     {"tasks", List(tasks.begin(), tasks.end())},
                     {"findings", findings_on(play, unit, tasks)},
                     {"text", "请对照所列任务分析原因，制定措施，限期整改"}});
}

Object about(std::int64_t matter) {
    return {{"matter", matter}};
}
Object about(std::int64_t matter, const char* field, const char* text) {
    return {{"matter", matter}, {field, text}};
}

/// The unit lets the reminder lie; the lead asks the office, which orders supervision, gives more
/// time once, and closes it (see `plan_rectification`).
void plan_supervision(Play& play, const StoryUnit& unit, std::int64_t matter) {
    const Date asked = play.working_after(play.today(), 11);
    const Date ordered = play.working_after(asked, 2);
    play.plan(asked, [&play, &unit, matter] {
        play.act(lead(play, unit.domain), "request_supervision",
                 about(matter, "reason", "逾期未反馈整改情况"));
    });
    play.plan(ordered, [&play, &unit, matter] {
        Object order = about(matter, "text", "限期整改，按时反馈");
        order.add("until", ledger::print_date(play.working_after(play.today(), 9)));
        play.act(office(), "order_supervision", std::move(order));
        plan_rectification(play, unit, matter, Report::returned_first);
    });
    play.plan(play.working_after(ordered, 6), [&play, matter] {
        Object more = about(matter, "reason", "整改事项涉及多个部门，情况属实");
        more.add("until", ledger::print_date(play.working_after(play.today(), 20)));
        play.act(office(Who::second), "extend_supervision", std::move(more));
    });
}

void plan_refused_supervision(Play& play, const StoryUnit& unit, std::int64_t matter) {
    play.plan(play.working_after(play.today(), 1), [&play, &unit, matter] {
        play.act(lead(play, unit.domain), "request_supervision",
                 about(matter, "reason", "整改进展缓慢"));
    });
    play.plan(play.working_after(play.today(), 3), [&play, &unit, matter] {
        play.act(office(), "refuse_supervision",
                 about(matter, "reason", "反馈期限未到，由主要考核责任单位继续跟踪"));
        plan_rectification(play, unit, matter, Report::accepted);
    });
}

/// Names the matter anew, and another unit for the first time.
void publish_circular(Play& play, const StoryUnit& unit, std::int64_t matter) {
    const StoryUnit& other = play.story().unit(circular_unit);
    const auto circular = play.act(
        office(), "publish_supervision_circular",
        {{"text", "三季度监测发现问题整改情况督查通报"},
         {"units", List{Object{{"unit", unit.id}, {"text", "提醒后未按期反馈"}, {"matter", matter}},
                        Object{{"unit", other.id}, {"text", "同类问题反复出现"}}}}});
    plan_rectification(play, unit, matter, Report::accepted);
    plan_rectification(play, other, circular + 1, Report::returned_first);
}

/// What becomes of the reminder of the `place`-th unit of a domain.
void follow_up(Play& play, const Term& term, const StoryUnit& unit, std::int64_t matter,
               std::size_t place) {
    const std::string_view quarter = term.quarter;
    const bool is_lively = unit.domain == lively_domain;
    const bool is_ignored = is_lively ? quarter == "2" || quarter == "4"
                                      : unit.domain == "enterprises" && quarter == "3";
    if (is_ignored && place == 0) return plan_supervision(play, unit, matter);
    if (is_lively && quarter == "3" && place == 1)
        return plan_refused_supervision(play, unit, matter);
    if (is_lively && quarter == "3" && place == 0)
        return play.plan(on(11, 2),
                         [&play, &unit, matter] { publish_circular(play, unit, matter); });
    if (is_lively && quarter == "1" && place == 2)
        return play.plan(on(4, 12), [&play, &unit, matter] {
            play.act(lead(play, unit.domain, Who::second), "withdraw_matter",
                     about(matter, "reason", "与已发提醒重复"));
        });
    plan_rectification(play, unit, matter,
                       place % 3 == 1 ? Report::returned_first : Report::accepted);
}

void remind_domain(Play& play, const Term& term, const std::string& domain) {
    std::vector<std::pair<int, const StoryUnit*>> order;
    for (const StoryUnit* const unit : play.story().units_of(domain)) {
        int sum = 0;
        for (const auto& [task, count] : troubles_of(play.story(), *unit, term.quarter[0] - '0'))
            sum += count;
        if (sum > 0) order.emplace_back(-sum, unit);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    const std::size_t count = play.story().units_of(domain).size() / units_for_each_reminder + 1;
    for (std::size_t i = 0; i < std::min(count, order.size()); ++i) {
        const StoryUnit& unit = *order[i].second;
        const auto tasks = worst_tasks(troubles_of(play.story(), unit, term.quarter[0] - '0'));
        // The lead reminds of all tasks together; once an assessor does of its own.
        const bool by_assessor = domain == "schools" && i == 0;
        const scheme::Task& worst = *play.story().rulebook->find_task(domain, tasks.front());
        const auto matter =
            by_assessor ? remind(play, marker_of(play, unit, worst), term, unit, {tasks.front()})
                        : remind(play, lead(play, domain), term, unit, tasks);
        follow_up(play, term, unit, matter, i);
    }
}

Object report(const Play& play, std::int64_t matter, bool is_completed) {
    const Date until = cycle::plus_days(play.today(), is_completed ? 0 : 20);
    return {{"matter", matter},
            {"analysis", "责任压得不实，日常检查不到位"},
            {"completed", is_completed},
            {"measures", List{Object{{"measure", "逐项建账，明确责任科室"},
                                     {"responsible", "办公室"},
                                     {"date", ledger::print_date(until)}},
                              Object{{"measure", "每月自查一次"},
                                     {"responsible", "机关党委"},
                                     {"date", ledger::print_date(until)}}}}};
}

void accept(Play& play, const StoryUnit& unit, std::int64_t matter) {
    play.act(lead(play, unit.domain), "accept_rectification",
             about(matter, "note", "整改到位，予以认可"));
    const bool is_closed = play.look([&](const cycle::Cycle& cycle) {
        return cycle.monitoring.find_matter({matter})->stage == cycle::MatterStage::closed;
    });
    if (is_closed) return;
    play.plan(play.working_after(play.today(), 2), [&play, matter] {
        play.act(office(), "close_supervision", about(matter, "conclusion", "整改到位，同意办结"));
    });
}

void plan_report(Play& play, const StoryUnit& unit, std::int64_t matter, Report how) {
    play.plan(
        play.working_after(play.today(), 5 + play.chance().below(3)), [&play, &unit, matter, how] {
            play.act(unit_actor(unit), "rectify_matter", report(play, matter, true));
            const Date answered = play.working_after(play.today(), 2);
            if (how == Report::accepted)
                return play.plan(answered, [&play, &unit, matter] { accept(play, unit, matter); });
            play.plan(answered, [&play, &unit, matter] {
                play.act(lead(play, unit.domain), "return_rectification",
                         about(matter, "reason", "措施不具体，请补充完成情况"));
                plan_report(play, unit, matter, Report::accepted);
            });
        });
}

}  // namespace

void plan_rectification(Play& play, const StoryUnit& unit, std::int64_t matter, Report how) {
    const Date acknowledged = play.working_after(play.today(), 1 + play.chance().below(2));
    play.plan(acknowledged, [&play, &unit, matter] {
        play.act(unit_actor(unit), "acknowledge_matter", about(matter));
    });
    play.plan(play.working_after(acknowledged, 2), [&play, &unit, matter, how] {
        play.act(unit_actor(unit), "rectify_matter", report(play, matter, false));
        plan_report(play, unit, matter, how);
    });
}

void plan_monitoring(Play& play) {
    for (const Term& term : terms()) {
        play.plan(term.opened_on, [&play, term] {
            for (const scheme::Domain& domain : play.scheme().domains)
                play.act(lead(play, domain.id), "open_monitoring",
                         {{"domain", domain.id}, {"quarter", term.quarter}});
        });
        play.plan(term.marked_on, [&play, term] {
            for (const StoryUnit& unit : play.story().units) mark(play, term, unit);
        });
        play.plan(term.reminded_on, [&play, term] {
            for (const scheme::Domain& domain : play.scheme().domains)
                remind_domain(play, term, domain.id);
        });
    }
}

}  // namespace heng::app::demo
