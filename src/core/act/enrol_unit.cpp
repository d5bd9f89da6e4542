/// @file
/// A unit comes under assessment from this day on (A3.1): its Party committee is the assessed party
/// (A3.2).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    unit_field,
    Field{"name", Kind::text, Need::required, "名称", "Name"},
    Field{"domain", Kind::id, Need::required, "领域", "Domain"},
};

Decision decide(const Context& context, const Fields& in) {
    const std::string& unit = in.text("unit");
    if (context.state.units_and_people.find_unit(unit) != nullptr)
        return refused(Code::record_exists, {"考核对象", "unit", unit});
    if (const auto known = check_domain(context, in.text("domain")); !known)
        return tl::unexpected(Issues{known.error()});
    return done(enrol_unit, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Unit unit{in.text("unit"), {{entry.day(), in.text("name"), in.text("domain")}}, {}};
    state.units_and_people.units.emplace(unit.id, std::move(unit));
}

}  // namespace

const Act enrol_unit{.id = "enrol_unit",
                     .zh = "列入单位库",
                     .en = "Enrol a unit",
                     .cites = "A3.1 A3.2",
                     .fields = fields,
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
