/// @file
/// A circular opens a matter for each unit that it asks to rectify (A11.8, A12.8). Only the
/// circulars append this event: no row of the permission table lets anyone do it by hand.
#include "core/act/monitoring_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field, unit_field,
    Field{"origin", Kind::choice, Need::required, "来由", "Origin", cycle::origin_names},
    Field{"circular", Kind::record, Need::required, "通报", "Circular"},
    Field{"text", Kind::text, Need::required, "整改要求", "What to rectify"}};

cycle::MatterOrigin origin_of(const Fields& in) {
    const auto& names = cycle::origin_names;
    return static_cast<cycle::MatterOrigin>(
        std::find(names.begin(), names.end(), in.text("origin")) - names.begin());
}

Decision decide(const Context&, const Fields& in) {
    return done(open_matter, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Matter matter;
    matter.id = {entry.seq};
    matter.unit = in.text("unit");
    matter.origin = origin_of(in);
    matter.text = in.text("text");
    matter.steps.push_back(step_of(cycle::StepKind::named_in_circular, entry, in, matter.text));
    matter.steps.back().event = in.whole("circular");
    cycle_of(state, in).monitoring.matters.emplace(matter.id, std::move(matter));
}

}  // namespace

Effect matter_of_circular(std::int64_t year, const std::string& unit, cycle::MatterOrigin origin,
                          const std::string& text, std::int64_t circular) {
    return {open_matter.id,
            {{"year", year},
             {"unit", unit},
             {"origin", cycle::origin_names[static_cast<std::size_t>(origin)]},
             {"circular", circular},
             {"text", text}}};
}

const Act open_matter{.id = "open_matter",
                      .zh = "列入整改",
                      .en = "Open a matter by a circular",
                      .cites = "A11.8 A12.8",
                      .fields = fields,
                      .stages = monitoring_stages,
                      .decide = decide,
                      .apply = apply};

}  // namespace heng::act
