/// @file
/// The lead opens the monitoring of a quarter in its domain (A11.2, A11.4).
#include "core/act/monitoring_acts.hpp"
#include "core/cycle/calendar.hpp"

#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{year_field, Field{"domain", Kind::id, Need::required, "领域", "Domain"},
                            quarter_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    const scheme::Scheme& scheme = rulebook_of(context, context.cycle_of(in)).scheme();
    const std::string& domain = in.text("domain");
    if (scheme.find_domain(domain) == nullptr)
        return refused(Code::record_unknown, {"领域", "domain", domain});
    Subject out;
    out.domain = domain;
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const int quarter = quarter_of(in);
    if (cycle.monitoring.find_quarter(in.text("domain"), quarter) != nullptr)
        return refused(Code::record_exists,
                       {"季度监测", "quarter", in.text("domain") + ' ' + in.text("quarter")});
    const Date begins = cycle::first_day(cycle.year, quarter);
    if (context.today < begins)
        return refused(Code::too_early, {"季度监测", "monitoring", ledger::print_date(begins)});
    return done(open_monitoring, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).monitoring.quarters.insert_or_assign(
        {in.text("domain"), quarter_of(in)},
        cycle::Quarter{{entry.seq}, entry.person(), entry.day()});
}

}  // namespace

const Act open_monitoring{.id = "open_monitoring",
                          .zh = "启动季度监测",
                          .en = "Open a quarter's monitoring",
                          .cites = "A11.1 A11.2 A11.4",
                          .fields = fields,
                          .stages = monitoring_stages,
                          .subject = subject,
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
