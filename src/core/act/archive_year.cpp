/// @file
/// A closed year goes into the archive: from then on nothing is added to it.
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

Decision decide(const Context&, const Fields& in) {
    return done(archive_year, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle_of(state, in).stage = cycle::Stage::archived;
}

}  // namespace

const Act archive_year{.id = "archive_year",
                       .zh = "归档年度",
                       .en = "Archive a year",
                       .cites = "A10.1",
                       .fields = fields,
                       .stages = {cycle::Stage::closed, cycle::Stage::closed},
                       .decide = decide,
                       .apply = apply};

}  // namespace heng::act
