/// @file
/// A unit goes up in another one and is no longer assessed; its past results stay (ORG-4).
#include "core/act/people.hpp"
#include "core/act/register_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    unit_field,
    Field{"into", Kind::id, Need::required, "并入的考核对象", "The unit it goes up in"},
    reason_field,
};

Decision decide(const Context& context, const Fields& in) {
    const auto into = find_unit(context, in.text("into"));
    if (!into) return tl::unexpected(into.error());
    const cycle::Unit& merged = **find_unit(context, in.text("unit"));
    for (const cycle::Unit* const one : {&merged, *into})
        if (one->merged_into)
            return refused(Code::record_stage_unfit,
                           {"考核对象", "unit", one->id, "merged", "separate"});
    if (merged.id == (*into)->id)
        return refused(Code::record_exists, {"考核对象", "unit", merged.id});
    return done(merge_units, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    state.units_and_people.units.at(in.text("unit")).merged_into = in.text("into");
}

}  // namespace

const Act merge_units{.id = "merge_units",
                      .zh = "合并",
                      .en = "Merge a unit into another",
                      .cites = "A3.1",
                      .fields = fields,
                      .subject = subject_unit,
                      .decide = decide,
                      .apply = apply};

}  // namespace heng::act
