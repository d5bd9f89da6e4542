#include "core/act/misconduct.hpp"

#include <algorithm>

namespace heng::act {

namespace {

std::vector<cycle::PersonId> people_of(const cycle::Register& known, const std::string& body,
                                       Date day) {
    std::vector<cycle::PersonId> out;
    for (const auto& [id, person] : known.people) {
        const bool acts_for = std::any_of(
            person.appointments.begin(), person.appointments.end(),
            [&](const cycle::Appointment& one) { return one.of == body && one.holds_on(day); });
        if (acts_for) out.push_back(id);
    }
    return out;
}

}  // namespace

Checked<Subject> subject_misconduct(const Context& context, const Fields& in) {
    const auto found = find_misconduct(context, in);
    if (!found) return tl::unexpected(found.error());
    const cycle::Misconduct& misconduct = **found;
    const cycle::Register& known = context.state.units_and_people;
    Subject out;
    switch (misconduct.accused) {
        case cycle::Accused::unit: out.unit = misconduct.who; break;
        case cycle::Accused::assessor:
            out.unit = known.find_body(misconduct.who)->unit;
            out.first_persons = people_of(known, misconduct.who, context.today);
            break;
        case cycle::Accused::staff: out.first_persons = {misconduct.who}; break;
    }
    out.first_persons.push_back(misconduct.recorded_by);
    return out;
}

Result<void> check_stage(const cycle::Misconduct& misconduct,
                         std::initializer_list<cycle::MisconductStage> stages) {
    if (std::find(stages.begin(), stages.end(), misconduct.stage) != stages.end()) return {};
    std::string needed;
    for (const cycle::MisconductStage stage : stages)
        needed += (needed.empty() ? "" : ", ") + std::string(cycle::name(stage));
    return refuse(Code::record_stage_unfit, {},
                  {"违纪问题", "misconduct", std::to_string(misconduct.id.seq),
                   std::string(cycle::name(misconduct.stage)), needed});
}

}  // namespace heng::act
