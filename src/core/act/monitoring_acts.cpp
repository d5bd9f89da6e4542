#include "core/act/monitoring_acts.hpp"

#include "core/act/acts.hpp"
#include "core/act/people.hpp"
#include "core/act/stage.hpp"
#include "core/base/invariant.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> monitoring_acts() {
    static constexpr std::array all{
        &open_monitoring,      &mark_progress,        &remind,
        &open_matter,          &acknowledge_matter,   &rectify_matter,
        &accept_rectification, &return_rectification, &withdraw_matter,
        &request_supervision,  &refuse_supervision,   &order_supervision,
        &extend_supervision,   &close_supervision,    &publish_supervision_circular};
    return all;
}

int quarter_of(const Fields& in) {
    return in.text(quarter_field.name).front() - '0';
}

const cycle::DomainId& domain_of(const Context& context, const std::string& unit) {
    const cycle::Unit* const found = context.state.units_and_people.find_unit(unit);
    INVARIANT(found != nullptr, "the unit was found before");
    return found->on(context.today).domain;
}

const cycle::Rulebook& rulebook_of(const Context& context, const cycle::Cycle& cycle) {
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    INVARIANT(rulebook != nullptr, "a year in force has an edition");
    return *rulebook;
}

Checked<const scheme::Task*> find_task(const Context& context, const cycle::Cycle& cycle,
                                       const std::string& unit, const std::string& no) {
    const scheme::Task* const task =
        rulebook_of(context, cycle).find_task(domain_of(context, unit), no);
    if (task == nullptr) return refused(Code::record_unknown, {"基本任务", "task", no});
    return task;
}

Result<void> check_quarter_open(const Context& context, const cycle::Cycle& cycle,
                                const std::string& unit, int quarter) {
    const cycle::DomainId& domain = domain_of(context, unit);
    if (cycle.monitoring.find_quarter(domain, quarter) != nullptr) return {};
    return refuse(Code::record_unknown, {},
                  {"季度监测", "opened quarter", domain + ' ' + std::to_string(quarter)});
}

Checked<const cycle::Matter*> find_matter(const Context& context, const Fields& in) {
    const auto id = in.record<cycle::Matter>(matter_field.name);
    const cycle::Matter* const matter = context.cycle_of(in).monitoring.find_matter(id);
    if (matter == nullptr)
        return refused(Code::record_unknown, {"事项", "matter", std::to_string(id.seq)});
    return matter;
}

Checked<Subject> subject_matter(const Context& context, const Fields& in) {
    const auto matter = find_matter(context, in);
    if (!matter) return tl::unexpected(matter.error());
    Subject out;
    out.unit = (*matter)->unit;
    return out;
}

Result<void> check_matter(const cycle::Matter& matter,
                          std::initializer_list<cycle::MatterStage> needed) {
    return check_among({"事项", "matter", std::to_string(matter.id.seq)}, matter.stage, needed);
}

Result<void> check_supervision(const cycle::Matter& matter,
                               std::initializer_list<cycle::Supervision> needed) {
    return check_among({"事项的督办", "supervision of matter", std::to_string(matter.id.seq)},
                       matter.supervision, needed);
}

Result<void> check_date(const Fields& in, const Field& field, Date earliest) {
    if (in.date(field.name) >= earliest) return {};
    return refuse(Code::date_before, {{}, 0, 0, std::string(field.name)},
                  {std::string(field.zh), std::string(field.en), ledger::print_date(earliest)});
}

cycle::Matter& matter_of(cycle::State& state, const Fields& in) {
    return cycle_of(state, in).monitoring.matters.at(in.record<cycle::Matter>(matter_field.name));
}

cycle::Step step_of(cycle::StepKind kind, const Entry& entry, const Fields& in, std::string text) {
    return {kind, entry.seq, entry.day(), entry.person(), in.text("of"), std::move(text), {}};
}

}  // namespace heng::act
