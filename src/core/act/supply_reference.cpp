/// @file
/// Supplies a figure of the year that a clause refers to (全省平均水平), with what each unit
/// measured. Units that miss it get a finding each, which states the gap (ADR 4), or what was
/// measured where the scheme holds the figure.
#include "core/act/finding_acts.hpp"
#include "core/act/people.hpp"

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
                          Decimal value) {
    ledger::Object body{
        {"year", in.whole("year")},
        {"unit", unit},
        {"branch", in.text("branch")},
        {"value", value.text()},
        {"occurred_on", in.text("occurred_on")},
        {"source", in.text("source")},
        {"note", "参照数" + in.text("value") + "，实测" + measured.text()},
    };
    if (in.has("evidence")) body.add("evidence", *in.body().find("evidence"));
    return body;
}

/// What a finding's value says under this scheme: the gap, or what was measured where the scheme
/// holds the figure itself. The figure handed in must then be that of the scheme.
Result<void> check_figure(const scheme::Scheme& scheme, const scheme::Branch& branch,
                          Decimal value) {
    if (!branch.reference)
        return refuse(Code::record_unknown, {}, {"参照数", "reference of branch", branch.id});
    for (const scheme::Reference& one : scheme.references)
        if (one.branch == branch.id && one.value != value)
            return refuse(Code::record_exists, {},
                          {"方案所载参照数", "reference figure in the scheme", one.value.text()});
    return {};
}

/// A finding on the branch that the unit already has for that day, unless it was withdrawn.
Result<void> check_unrecorded(const cycle::Cycle& cycle, const std::string& unit,
                              const cycle::Fact& fact) {
    const auto mine = cycle.findings.of_unit.find(unit);
    if (mine == cycle.findings.of_unit.end()) return {};
    for (const cycle::FindingId id : mine->second) {
        const cycle::Finding& one = cycle.findings.all.at(id);
        if (one.stage != cycle::FindingStage::withdrawn && one.fact.branch == fact.branch &&
            one.fact.occurred_on == fact.occurred_on)
            return refuse(Code::record_exists, {}, {"扣分记录", "finding", std::to_string(id.seq)});
    }
    return {};
}

/// The finding that one row makes, if it makes one.
Result<std::optional<Effect>> finding_from(const Context& context, const Fields& in,
                                           const Fields& row) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const scheme::Scheme& scheme = context.rulebook(cycle)->scheme();
    const scheme::Branch& branch =
        *context.rulebook(cycle)->find_branch(in.text("branch"))->origin().branch;
    const std::string& unit = row.text("unit");
    const Decimal measured = row.decimal("measured");
    if (auto fits = check_named_unit(context, cycle, unit); !fits)
        return tl::unexpected(fits.error());
    const auto missed = gap(branch, in.decimal("value"), measured);
    if (!missed) return std::nullopt;
    const bool is_measured =
        scheme::value_meaning(scheme, branch) == scheme::ValueMeaning::measured;
    ledger::Object body = finding_of(in, unit, measured, is_measured ? measured : *missed);
    const cycle::Fact fact = read_fact(Fields(body));
    auto fits = check_fact(context, cycle, unit, fact);
    if (fits) fits = check_unrecorded(cycle, unit, fact);
    if (!fits) return tl::unexpected(fits.error());
    return Effect{record_finding.id, std::move(body)};
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Rulebook& rulebook = *context.rulebook(context.cycle_of(in));
    const auto place = rulebook.find_branch(in.text("branch"));
    const auto figure =
        check_figure(rulebook.scheme(), *place->origin().branch, in.decimal("value"));
    if (!figure) return tl::unexpected(Issues{figure.error()});
    std::vector<Effect> out = std::move(*done(supply_reference, in));
    Issues issues;
    std::set<std::string> measured;
    for (const Fields& row : in.rows("measures")) {
        const std::string& unit = row.text("unit");
        if (!measured.insert(unit).second) {
            issues.push_back({Code::record_exists, {}, {"考核对象", "unit", unit}});
            continue;
        }
        auto made = finding_from(context, in, row);
        if (!made)
            issues.push_back(made.error());
        else if (*made)
            out.push_back(std::move(**made));
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
