/// @file
/// A year begins with the drafting of its indicators in the first quarter (A8.3).
#include "core/act/indicator_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};
constexpr std::int64_t year_min = 2000;
constexpr std::int64_t year_max = 2999;

Decision decide(const Context& context, const Fields& in) {
    const std::int64_t year = in.whole("year");
    if (year < year_min || year > year_max)
        return refused(Code::value_out_of_range, {std::to_string(year), "2000 – 2999"});
    if (context.state.find_cycle(static_cast<int>(year)) != nullptr)
        return refused(Code::record_exists, {"年度", "year", std::to_string(year)});
    return done(open_year, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle::Cycle cycle;
    cycle.year = static_cast<int>(in.whole("year"));
    state.cycles.emplace(cycle.year, std::move(cycle));
}

}  // namespace

const Act open_year{.id = "open_year",
                    .zh = "启动年度",
                    .en = "Open a year",
                    .cites = "A8.3 A10.1",
                    .fields = fields,
                    .decide = decide,
                    .apply = apply};

}  // namespace heng::act
