/// @file
/// The office closes a year once its result is published and nothing in it is open any more.
#include "core/act/indicator_acts.hpp"
#include "core/cycle/open_matters.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    if (rulebook == nullptr)
        return refused(Code::edition_absent,
                       {std::to_string(cycle.year), ledger::print_date(context.today)});
    Issues issues;
    for (const cycle::OpenMatter& one : cycle::open_matters(cycle, rulebook->scheme()))
        issues.push_back(
            {Code::matter_open, {}, {std::string(one.zh), std::string(one.en), one.id}});
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(close_year, in);
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle_of(state, in).stage = cycle::Stage::closed;
}

}  // namespace

const Act close_year{.id = "close_year",
                     .zh = "关闭年度",
                     .en = "Close a year",
                     .cites = "A10.1 A17.7",
                     .fields = fields,
                     .stages = {cycle::Stage::published, cycle::Stage::published},
                     .decide = decide,
                     .apply = apply};

}  // namespace heng::act
