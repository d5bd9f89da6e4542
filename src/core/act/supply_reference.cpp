/// @file
/// Supplies a figure of the year that a clause refers to (全省平均水平), with what each unit
/// measured. Units that miss it get a finding each, which states the gap (ADR 4).
#include "core/act/finding_acts.hpp"

#include <array>
#include <set>

namespace heng::act {

namespace {

constexpr std::array measure{
    unit_field, Field{"measured", Kind::decimal, Need::required, "实测数", "Measured"}};
constexpr std::array fields{
    year_field,
    Field{"branch", Kind::id, Need::required, "扣分细则分句", "Branch"},
    Field{"value", Kind::decimal, Need::required, "参照数", "Reference figure"},
    Field{"source", Kind::text, Need::required, "来源", "Source"},
    Field{"occurred_on", Kind::date, Need::required, "数据日期", "Date of the figure"},
    Field{"measures", Kind::rows, Need::required, "各考核对象实测数", "Measures", {}, measure},
    evidence_field};

Checked<Subject> subject(const Context& context, const Fields& in) {
    auto assessors = assessors_of(context, context.cycle_of(in), in.text("branch"));
    if (!assessors) return tl::unexpected(assessors.error());
    Subject out;
    out.assessors = std::move(*assessors);
    return out;
}

/// How far `measured` misses `reference`; nothing if it does not.
std::optional<Decimal> gap(const scheme::Branch& branch, Decimal reference, Decimal measured) {
    const Decimal missed =
        branch.basis == scheme::Basis::excess ? measured - reference : reference - measured;
    return missed.is_negative() || missed.is_zero() ? std::nullopt : std::optional(missed);
}

/// The finding of one unit, as `record_finding` would hand it in.
ledger::Object finding_of(const Fields& in, const std::string& unit, Decimal measured,
                          Decimal missed) {
    ledger::Object body{
        {"year", in.whole("year")},
        {"unit", unit},
        {"branch", in.text("branch")},
        {"value", missed.text()},
        {"occurred_on", in.text("occurred_on")},
        {"source", in.text("source")},
        {"note", "参照数" + in.text("value") + "，实测" + measured.text()},
    };
    if (in.has("evidence")) body.add("evidence", *in.body().find("evidence"));
    return body;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const auto place = context.rulebook(cycle)->find_branch(in.text("branch"));
    const scheme::Branch& branch = *place->origin().branch;
    if (!branch.reference)
        return refused(Code::record_unknown, {"参照数", "reference of branch", branch.id});
    std::vector<Effect> out = std::move(*done(supply_reference, in));
    Issues issues;
    std::set<std::string> measured;
    for (const Fields& row : in.rows("measures")) {
        const std::string& unit = row.text("unit");
        if (!measured.insert(unit).second) {
            issues.push_back({Code::record_exists, {}, {"考核对象", "unit", unit}});
            continue;
        }
        if (context.state.units_and_people.find_unit(unit) == nullptr) {
            issues.push_back({Code::record_unknown, {}, {"考核对象", "unit", unit}});
            continue;
        }
        if (context.state.units_and_people.belongs_to(context.actor.person, unit, context.today)) {
            issues.push_back({Code::recusal, {}, {context.actor.person, unit}});
            continue;
        }
        const auto missed = gap(branch, in.decimal("value"), row.decimal("measured"));
        if (!missed) continue;
        Effect finding{record_finding.id, finding_of(in, unit, row.decimal("measured"), *missed)};
        const auto fits = check_fact(context, cycle, unit, read_fact(Fields(finding.body)));
        if (!fits) issues.push_back(fits.error());
        out.push_back(std::move(finding));
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return out;
}

void apply(cycle::State& state, const Entry&, const Fields& in) {
    cycle_of(state, in).findings.references[in.text("branch")] = {in.decimal("value"),
                                                                  in.text("source")};
}

}  // namespace

const Act supply_reference{.id = "supply_reference",
                           .zh = "录入参照数",
                           .en = "Supply a reference figure",
                           .cites = "A9.4",
                           .fields = fields,
                           .stages = {cycle::Stage::in_force, cycle::Stage::year_end},
                           .subject = subject,
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
