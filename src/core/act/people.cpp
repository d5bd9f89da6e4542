#include "core/act/people.hpp"

namespace heng::act {

Checked<const cycle::Unit*> find_unit(const Context& context, const std::string& id) {
    const cycle::Unit* const unit = context.state.units_and_people.find_unit(id);
    if (unit == nullptr) return refused(Code::record_unknown, {"考核对象", "unit", id});
    return unit;
}

Checked<Subject> subject_unit(const Context& context, const Fields& in) {
    const auto unit = find_unit(context, in.text("unit"));
    if (!unit) return tl::unexpected(unit.error());
    Subject out;
    out.unit = (*unit)->id;
    return out;
}

}  // namespace heng::act
