/// @file
/// The coordinator collects the evaluations of a domain, once its lead has reviewed every unit, and
/// hands them to the office (A12.4, A12.5).
#include "core/act/half_year_acts.hpp"
#include "core/act/monitoring_acts.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field,
                            Field{"domain", Kind::id, Need::required, "领域", "Domain"}};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const std::string& domain = in.text("domain");
    if (const auto open = check_half_year_open(cycle); !open)
        return tl::unexpected(Issues{open.error()});
    if (rulebook_of(context, cycle).scheme().find_domain(domain) == nullptr)
        return refused(Code::record_unknown, {"领域", "domain", domain});
    if (cycle.half_year.collected.contains(domain))
        return refused(Code::record_exists, {"领域的汇总", "collection of domain", domain});
    Issues issues;
    for (const cycle::Unit* const unit : context.state.participants(cycle, domain, context.today)) {
        const auto fits =
            check_self_check(cycle.half_year, unit->id, {cycle::SelfCheckStage::reviewed});
        if (!fits) issues.push_back(fits.error());
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(collect_half_year, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).half_year.collected.insert_or_assign(
        in.text("domain"), cycle::Collection{entry.person(), entry.day()});
}

}  // namespace

const Act collect_half_year{.id = "collect_half_year",
                            .zh = "汇总半年评估",
                            .en = "Collect a domain's half-year evaluations",
                            .cites = "A12.4 A12.5",
                            .fields = fields,
                            .stages = half_year_stages,
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
