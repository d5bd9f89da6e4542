/// @file
/// The half-year: each unit checks itself, one of them late, one is sent back; the leads review,
/// the coordinator collects, the office publishes its circular on 10 August.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/cycle/calendar.hpp"

namespace heng::app::demo {

namespace {

constexpr std::string_view late_unit = "C05";
constexpr std::string_view returned_unit = "D60";
/// Every so many units of the register get suggestions.
constexpr std::size_t suggested_every = 11;

/// What the unit says of each task: short, as the regulation asks for no more.
List task_checks(const Play& play, const StoryUnit& unit) {
    List out;
    for (const scheme::Task* const task : play.story().rulebook->tasks(unit.domain)) {
        int found = 0;
        for (const StoryFinding& finding : play.story().findings)
            if (finding.unit == unit.id && finding.ending == Ending::confirmed &&
                finding.occurred_on <= cycle::last_day(year, 2) &&
                play.story().rulebook->find_branch(finding.branch)->origin().task == task)
                ++found;
        Object row{{"task", task->no}, {"done", "按计划推进"}};
        if (found > 0) row.add("shortcomings", "存在问题" + std::to_string(found) + "项，正在整改");
        out.emplace_back(std::move(row));
    }
    return out;
}

void submit(Play& play, const StoryUnit& unit) {
    play.act(unit_actor(unit), "submit_self_check",
             {{"unit", unit.id},
              {"tasks", task_checks(play, unit)},
              {"summary", unit.name + "上半年党建工作总结（演示）"}});
}

void review(Play& play, const StoryUnit& unit) {
    Object command{{"unit", unit.id}, {"evaluation", "总体进展符合序时要求"}};
    if (unit.id == late_unit) command.add("comments", "报送迟缓，请引以为戒");
    play.act(lead(play, unit.domain), "review_self_check", std::move(command));
}

void plan_unit(Play& play, const StoryUnit& unit, std::size_t number) {
    if (unit.id == late_unit) {
        play.plan(on(7, 20), [&play, &unit] { submit(play, unit); });
    } else {
        const auto day = static_cast<unsigned>(5 + number % 8);  // 5 to 12 July
        play.plan(play.working(on(7, day)), [&play, &unit] { submit(play, unit); });
    }
    if (unit.id == returned_unit) {
        play.plan(on(7, 15), [&play, &unit] {
            play.act(lead(play, unit.domain), "return_self_check",
                     {{"unit", unit.id}, {"reason", "未逐项说明存在的不足"}});
        });
        play.plan(on(7, 20), [&play, &unit] { submit(play, unit); });
    }
    const auto day = static_cast<unsigned>(16 + number % 7);  // 16 to 22 July
    const bool is_slow = unit.id == late_unit || unit.id == returned_unit;
    play.plan(is_slow ? on(7, 23) : play.working(on(7, day)),
              [&play, &unit] { review(play, unit); });
}

void collect(Play& play) {
    for (const scheme::Domain& domain : play.scheme().domains)
        play.act(coordinator(), "collect_half_year", {{"domain", domain.id}});
}

void publish(Play& play) {
    List rows;
    std::vector<const StoryUnit*> suggested;
    for (std::size_t i = 0; i < play.story().units.size(); ++i) {
        const StoryUnit& unit = play.story().units[i];
        Object row{{"unit", unit.id}, {"comments", "工作有序推进，部分任务需加快"}};
        if (i % suggested_every == 2) {
            row.add("suggestions", "对上半年监测发现的问题逐项销号");
            suggested.push_back(&unit);
        }
        rows.emplace_back(std::move(row));
    }
    std::int64_t matter = play.act(
        office(), "publish_half_year_circular",
        {{"text", "2021年上半年党建工作成效评估情况通报（演示）"}, {"units", std::move(rows)}});
    for (const StoryUnit* const unit : suggested)
        plan_rectification(play, *unit, ++matter, Report::accepted);
}

}  // namespace

void plan_half_year(Play& play) {
    play.plan(on(7, 1), [&play] { play.act(office(), "open_half_year"); });
    for (std::size_t i = 0; i < play.story().units.size(); ++i)
        plan_unit(play, play.story().units[i], i);
    play.plan(on(8, 2), [&play] { collect(play); });
    play.plan(on(8, 10), [&play] { publish(play); });
}

}  // namespace heng::app::demo
