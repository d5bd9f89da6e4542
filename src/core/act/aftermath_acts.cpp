#include "core/act/aftermath_acts.hpp"

#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> aftermath_acts() {
    static constexpr std::array all{&request_recheck,    &decide_recheck,       &appeal,
                                    &decide_appeal,      &file_explanation,     &accept_explanation,
                                    &return_explanation, &hand_on_consequences, &record_misconduct,
                                    &refer_misconduct,   &decide_misconduct};
    return all;
}

namespace {

/// The record of `map` that the field names.
template <class Map>
Checked<const typename Map::mapped_type*> find_named(const Map& map, const Fields& in,
                                                     const Field& field) {
    const typename Map::key_type id{in.whole(field.name)};
    const auto* const found = find_record(map, id);
    if (found == nullptr)
        return refused(Code::record_unknown,
                       {std::string(field.zh), std::string(field.en), std::to_string(id.seq)});
    return found;
}

template <class Record>
Checked<Subject> subject_of(const Checked<const Record*>& record) {
    if (!record) return tl::unexpected(record.error());
    Subject out;
    out.unit = (*record)->unit;
    return out;
}

}  // namespace

Checked<const cycle::Recheck*> find_recheck(const Context& context, const Fields& in) {
    return find_named(context.cycle_of(in).aftermath.rechecks, in, recheck_field);
}

Checked<const cycle::Explanation*> find_explanation(const Context& context, const Fields& in) {
    return find_named(context.cycle_of(in).aftermath.explanations, in, explanation_field);
}

Checked<const cycle::Misconduct*> find_misconduct(const Context& context, const Fields& in) {
    return find_named(context.cycle_of(in).aftermath.misconduct, in, misconduct_field);
}

Checked<Subject> subject_recheck(const Context& context, const Fields& in) {
    return subject_of(find_recheck(context, in));
}

Checked<Subject> subject_explanation(const Context& context, const Fields& in) {
    return subject_of(find_explanation(context, in));
}

Result<void> check_waiting(const cycle::Explanation& explanation) {
    using enum cycle::ExplanationStage;
    if (explanation.stage == filed) return {};
    return refuse(Code::record_stage_unfit, {},
                  {"书面说明", "explanation", std::to_string(explanation.id.seq),
                   std::string(cycle::name(explanation.stage)), std::string(cycle::name(filed))});
}

Result<void> check_not_empty(const Fields& in, const Field& field) {
    if (!in.body().find(field.name)->list()->empty()) return {};
    return refuse(Code::field_missing, {{}, 0, 0, std::string(field.name)},
                  {std::string(field.zh), std::string(field.en)});
}

}  // namespace heng::act
