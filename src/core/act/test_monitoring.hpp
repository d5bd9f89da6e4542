#pragma once
/// @file
/// For tests: a city whose indicators are in force, with the commands of monitoring and half-year.
#include "core/act/test_world.hpp"

#include <vector>

namespace heng::act::test {

class MonitoredWorld : public World {
public:
    /// On 2021-04-12, a Monday, with the first quarter of the counties opened.
    MonitoredWorld() {
        put_in_force();
        today = day("2021-04-12");
        must(lead(), "open_monitoring", quarter("counties", "1"));
    }

    static Object quarter(const char* domain, const char* no) {
        return {{"year", 2021}, {"domain", domain}, {"quarter", no}};
    }
    static Object mark(const char* unit, const char* task, const char* progress) {
        return {{"year", 2021}, {"quarter", "1"},       {"unit", unit},
                {"task", task}, {"progress", progress}, {"note", "进度滞后"}};
    }
    static Object reminder(const char* unit, ledger::List tasks) {
        return {{"year", 2021},
                {"quarter", "1"},
                {"unit", unit},
                {"tasks", std::move(tasks)},
                {"text", "请抓紧推进"}};
    }
    std::int64_t reminded(const char* unit = "C1") {
        return must(lead(), "remind", reminder(unit, {"(一)"}));
    }
    static Object about(std::int64_t matter) { return {{"year", 2021}, {"matter", matter}}; }
    static Object because(std::int64_t matter) {
        Object body = about(matter);
        body.add("reason", "整改不到位");
        return body;
    }
    static Object report(std::int64_t matter, bool completed, const char* date) {
        Object body = about(matter);
        body.add("analysis", "责任未压实");
        body.add("completed", completed);
        body.add("measures",
                 ledger::List{
                     Object{{"measure", "补开会议"}, {"responsible", "办公室"}, {"date", date}}});
        return body;
    }
    static Object order(std::int64_t matter, const char* until) {
        Object body = about(matter);
        body.add("text", "限期整改");
        body.add("until", until);
        return body;
    }
    static Object conclusion(std::int64_t matter) {
        Object body = about(matter);
        body.add("conclusion", "已整改到位");
        return body;
    }
    static Object circular(ledger::List units) {
        return {{"year", 2021}, {"text", "督查情况通报"}, {"units", std::move(units)}};
    }
    const cycle::Matter& matter(std::int64_t id) const {
        return year().monitoring.matters.at({id});
    }

    static Object of_unit(const std::string& unit) { return {{"year", 2021}, {"unit", unit}}; }
    /// Covers the two tasks of a county; for departments leave `(二)` out.
    static Object self_check(const std::string& unit, const std::vector<const char*>& tasks) {
        Object body = of_unit(unit);
        ledger::List rows;
        for (const char* const task : tasks)
            rows.push_back(Object{{"task", task}, {"done", "按计划推进"}});
        body.add("tasks", std::move(rows));
        body.add("summary", "上半年工作总结");
        return body;
    }
    static Object self_check(const std::string& unit) {
        return unit.front() == 'C' ? self_check(unit, {"(一)", "(二)"})
                                   : self_check(unit, {"(一)"});
    }
    static Object evaluation(const std::string& unit) {
        Object body = of_unit(unit);
        body.add("evaluation", "进展较好");
        return body;
    }
    static Object with_reason(const std::string& unit) {
        Object body = of_unit(unit);
        body.add("reason", "内容不实");
        return body;
    }

    /// The lead of the departments.
    static Actor departments_lead() { return of(Capacity::lead, "机关工委"); }
};

}  // namespace heng::act::test
