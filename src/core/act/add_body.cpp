/// @file
/// A body that takes part in the assessment, and whether it is itself assessed (A5, CALC-14).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    Field{"body", Kind::id, Need::required, "单位名称", "Body"},
    Field{"roles", Kind::texts, Need::required, "职责", "Roles"},
    Field{"unit", Kind::id, Need::optional, "本身作为考核对象的编号", "The unit it is itself"},
};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Register& known = context.state.units_and_people;
    const std::string& body = in.text("body");
    if (known.find_body(body) != nullptr)
        return refused(Code::record_exists, {"单位", "body", body});
    if (in.has("unit") && known.find_unit(in.text("unit")) == nullptr)
        return refused(Code::record_unknown, {"考核对象", "unit", in.text("unit")});
    for (const std::string& role : in.texts("roles")) {
        const auto capacity = cycle::capacity_named(role);
        if (!capacity || *capacity == Capacity::unit || cycle::is_administrator(*capacity))
            return refused(Code::role_not_of_body, {body, role});
    }
    return done(add_body, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Body body{in.text("body"), {}, {}};
    for (const std::string& role : in.texts("roles"))
        body.roles.push_back(*cycle::capacity_named(role));
    if (in.has("unit")) body.unit = in.text("unit");
    state.units_and_people.bodies[body.name] = std::move(body);
}

}  // namespace

const Act add_body{.id = "add_body",
                   .zh = "登记单位",
                   .en = "Add a body",
                   .cites = "A5.1 A5.7",
                   .fields = fields,
                   .decide = decide,
                   .apply = apply};

}  // namespace heng::act
