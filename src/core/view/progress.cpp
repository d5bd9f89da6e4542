#include "core/view/progress.hpp"

#include "core/cycle/calendar.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

Checked<YearScope> find_monitoring(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::progress); !seen)
        return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

bool passes(const ProgressFilter& filter, const cycle::MarkKey& key) {
    return (!filter.quarter || *filter.quarter == key.quarter) &&
           (!filter.unit || *filter.unit == key.unit) && (!filter.task || *filter.task == key.task);
}

/// The bodies that mark the task of the unit, the one that did among them.
bool may_see_mark(const YearScope& year, const cycle::MarkKey& key) {
    Subject subject = about(key.unit, {key.body});
    const scheme::Task* const task = year.rulebook->find_task(year.domain_of(key.unit), key.task);
    if (task != nullptr)
        for (cycle::BodyName& body : cycle::assessors_of(*task))
            subject.assessors.push_back(std::move(body));
    return year.may_see(View::progress, subject);
}

Value print_mark(const Scope& scope, const cycle::MarkKey& key, const cycle::ProgressMark& mark) {
    const auto progress = static_cast<std::size_t>(mark.progress);
    Object out{
        {"id", std::to_string(key.quarter) + '/' + key.unit + '/' + key.task + '/' + key.body},
        {"quarter", key.quarter},
        {"task", key.task},
        {"body", key.body},
        {"progress", cycle::progress_names[progress]},
        {"note", mark.note},
        {"marked_on", print(mark.marked_on)}};
    add_unit(out, scope, key.unit);
    add_person(out, "by", scope, mark.by);
    return out;
}

}  // namespace

Checked<Value> quarters(const Scope& scope, int number) {
    const auto year = find_monitoring(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [key, quarter] : year->cycle.monitoring.quarters) {
        const Date after = cycle::plus_days(cycle::last_day(number, key.quarter), 1);
        Object one{
            {"id", key.domain + '/' + std::to_string(key.quarter)},
            {"quarter", key.quarter},
            {"opened_on", print(quarter.opened_on)},
            {"closes_on", print(cycle::due(year->rulebook->scheme(), "monitoring_closed", after))}};
        add_domain(one, year->rulebook, key.domain);
        add_person(one, "by", scope, quarter.by);
        out.emplace_back(std::move(one));
    }
    return out;
}

Checked<Value> progress(const Scope& scope, int number, const ProgressFilter& filter) {
    const auto year = find_monitoring(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [key, mark] : year->cycle.monitoring.marks)
        if (passes(filter, key) && may_see_mark(*year, key))
            out.push_back(print_mark(scope, key, mark));
    return out;
}

Checked<Value> circulars(const Scope& scope, int number) {
    const auto year = find_monitoring(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, circular] : year->cycle.monitoring.circulars) {
        List units;
        for (const auto& [matter_id, matter] : year->cycle.monitoring.matters)
            for (const cycle::Step& step : matter.steps)
                if (step.kind == cycle::StepKind::named_in_circular && step.event == id.seq &&
                    may_see_matter(*year, matter))
                    units.emplace_back(matter.unit);
        if (units.empty() && !year->may_see(View::progress, {})) continue;
        out.push_back(Object{{"id", print(id)},
                             {"published_on", print(circular.published_on)},
                             {"text", circular.text},
                             {"units", std::move(units)}});
    }
    return out;
}

}  // namespace heng::view
