/// @file
/// The lead evaluates a unit's half-year in words (A12.3). A unit that lets its time pass is
/// evaluated without a self-check, so that it cannot hold up its domain.
#include "core/act/half_year_acts.hpp"
#include "core/act/monitoring_acts.hpp"
#include "core/act/people.hpp"
#include "core/cycle/calendar.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, unit_field,
                            Field{"evaluation", Kind::text, Need::required, "评价", "Evaluation"},
                            Field{"comments", Kind::text, Need::optional, "意见", "Comments"}};

/// Nothing once the unit's time has passed, else when that will be.
Result<void> check_time_has_passed(const Context& context, const cycle::Cycle& cycle,
                                   const std::string& unit) {
    using enum cycle::SelfCheckStage;
    const auto limit = cycle::self_check_limit(cycle.half_year, unit,
                                               rulebook_of(context, cycle).scheme(), cycle.year);
    if (!limit) return check_self_check(cycle.half_year, unit, {submitted});
    const Date from = cycle::plus_days(*limit, 1);
    if (context.today >= from) return {};
    return refuse(
        Code::too_early, {},
        {"评价未报送的半年自查", "evaluating without a self-check", ledger::print_date(from)});
}

Decision decide(const Context& context, const Fields& in) {
    using enum cycle::SelfCheckStage;
    const cycle::Cycle& cycle = context.cycle_of(in);
    const std::string& unit = in.text("unit");
    if (const auto open = check_half_year_open(cycle); !open)
        return tl::unexpected(Issues{open.error()});
    if (const auto fits = check_takes_part(context, cycle, unit); !fits)
        return tl::unexpected(Issues{fits.error()});
    const auto fits = check_self_check(cycle.half_year, unit, {submitted, absent, returned});
    if (!fits) return tl::unexpected(Issues{fits.error()});
    if (cycle.half_year.stage_of(unit) != submitted)
        if (const auto passed = check_time_has_passed(context, cycle, unit); !passed)
            return tl::unexpected(Issues{passed.error()});
    return done(review_self_check, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::SelfCheck& self_check = cycle_of(state, in).half_year.self_checks[in.text("unit")];
    self_check.stage = cycle::SelfCheckStage::reviewed;
    self_check.evaluation = cycle::Evaluation{entry.person(), entry.day(), in.text("evaluation"),
                                              in.text_or_empty("comments")};
}

}  // namespace

const Act review_self_check{.id = "review_self_check",
                            .zh = "审核评价半年自查",
                            .en = "Review a self-check",
                            .cites = "A12.3 A12.9",
                            .fields = fields,
                            .stages = half_year_stages,
                            .subject = subject_unit,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
