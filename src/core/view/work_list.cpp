#include "core/view/work_list.hpp"

#include "core/act/perform.hpp"
#include "core/cycle/dues.hpp"
#include "core/view/print.hpp"

#include <array>

namespace heng::view {

namespace {

using cycle::Duty;

std::string_view name(cycle::Urgency urgency) {
    constexpr std::array<std::string_view, 3> words{"later", "near", "overdue"};
    return words[static_cast<std::size_t>(urgency)];
}

/// The acts that settle a duty, the usual one first. An answer is first acknowledged.
List acts_for(const Scope& scope, const cycle::Due& due) {
    switch (due.what) {
        case Duty::object_to_finding: return {"object_to_finding"};
        case Duty::answer_objection: return {"answer_objection"};
        case Duty::open_monitoring: return {"open_monitoring"};
        case Duty::mark_progress: return {"mark_progress"};
        case Duty::answer_matter: {
            const auto& monitoring = scope.state.cycles.at(due.year).monitoring;
            const cycle::Matter* const matter = monitoring.find_matter({due.record});
            if (matter->stage == cycle::MatterStage::told)
                return {"acknowledge_matter", "rectify_matter"};
            return {"rectify_matter"};
        }
        case Duty::carry_out_measures: return {"rectify_matter"};
        case Duty::review_rectification: return {"accept_rectification", "return_rectification"};
        case Duty::decide_supervision: return {"order_supervision", "refuse_supervision"};
        case Duty::close_supervision: return {"close_supervision", "return_rectification"};
        case Duty::submit_self_check: return {"submit_self_check"};
        case Duty::review_self_check: return {"review_self_check", "return_self_check"};
        case Duty::collect_half_year: return {"collect_half_year"};
        case Duty::publish_half_year_circular: return {"publish_half_year_circular"};
        case Duty::decide_recheck: return {"decide_recheck"};
        case Duty::appeal: return {"appeal"};
        case Duty::decide_appeal: return {"decide_appeal"};
        case Duty::file_explanation: return {"file_explanation"};
    }
    return {};
}

/// Words joined by `/` that name a row among all of the list.
std::string row_id(std::string_view what, int year, std::int64_t record,
                   std::initializer_list<std::optional<std::string>> more) {
    std::string out = std::to_string(year) + '/' + std::string(what) + '/' + std::to_string(record);
    for (const auto& one : more) out += '/' + one.value_or(std::string());
    return out;
}

Value record_or_null(std::int64_t record) {
    return record == 0 ? Value() : Value(record);
}

Value print_due(const Scope& scope, const cycle::Due& due) {
    const cycle::DutyEntry& duty = cycle::entry(due.what);
    const auto quarter = due.quarter ? std::optional(std::to_string(*due.quarter)) : std::nullopt;
    return Object{{"id", row_id(duty.id, due.year, due.record, {due.about, due.domain, quarter})},
                  {"duty", duty.id},
                  {"name", duty.zh},
                  {"cites", duty.cites},
                  {"acts", acts_for(scope, due)},
                  {"year", due.year},
                  {"record", record_or_null(due.record)},
                  {"unit", print(due.about)},
                  {"domain", print(due.domain)},
                  {"quarter", print(due.quarter)},
                  {"task", Value()},
                  {"until", print(due.until)},
                  {"urgency", name(due.urgency)},
                  {"is_right", duty.is_right}};
}

Value print_waiting(const Waiting& one) {
    const act::Act& act = *act::find_act(one.act);
    return Object{{"id", row_id(one.act, one.year, one.record, {one.unit, one.domain, one.task})},
                  {"duty", one.act},
                  {"name", act.zh},
                  {"cites", act.cites},
                  {"acts", List{one.act}},
                  {"year", one.year},
                  {"record", record_or_null(one.record)},
                  {"unit", print(one.unit)},
                  {"domain", print(one.domain)},
                  {"quarter", Value()},
                  {"task", print(one.task)},
                  {"until", Value()},
                  {"urgency", name(cycle::Urgency::later)},
                  {"is_right", false}};
}

}  // namespace

Checked<Value> work_list(const Scope& scope) {
    List out;
    for (const cycle::Due& due : cycle::dues(scope.state, scope.rulebooks, scope.day))
        if (due.by == cycle::Debtor{scope.actor.as, scope.actor.of})
            out.push_back(print_due(scope, due));
    for (const Waiting& one : waiting(scope)) out.push_back(print_waiting(one));
    return out;
}

}  // namespace heng::view
