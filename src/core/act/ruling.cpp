#include "core/act/ruling.hpp"

#include "core/score/unit_score.hpp"

#include <algorithm>

namespace heng::act {

namespace {

using cycle::Ruling;

/// The findings in question that still count.
std::vector<cycle::FindingId> counting(const cycle::Cycle& cycle, const cycle::Recheck& recheck) {
    std::vector<cycle::FindingId> out;
    for (const cycle::FindingId id : recheck.findings)
        if (cycle.findings.find(id)->stage == cycle::FindingStage::confirmed) out.push_back(id);
    return out;
}

cycle::Amendment read_amendment(const cycle::Cycle& cycle, const Fields& in,
                                const cycle::Recheck& recheck) {
    cycle::Amendment out;
    out.unit = recheck.unit;
    out.settled = read_settled(in);
    if (in.text("ruling") == cycle::name(Ruling::annul)) {
        out.withdrawn = counting(cycle, recheck);
        out.sets_grade_aside = true;
        return out;
    }
    for (const Fields& row : in.rows("withdrawn"))
        out.withdrawn.push_back(row.record<cycle::Finding>("finding"));
    for (const Fields& row : in.rows("corrected"))
        out.corrected.push_back({row.record<cycle::Finding>("finding"), row.decimal("value")});
    out.review = in.optional_decimal("review");
    return out;
}

Result<void> unfit(Ruling ruling, std::string zh, std::string en) {
    return refuse(Code::ruling_unfit, {},
                  {std::string(cycle::name(ruling)), std::move(zh), std::move(en)});
}

bool names_any(const Fields& in, std::initializer_list<std::string_view> fields) {
    return std::any_of(fields.begin(), fields.end(),
                       [&](std::string_view field) { return in.has(field); });
}

/// Whether the outcome goes with what is named.
Result<void> check_outcome(const cycle::Cycle& cycle, const Fields& in,
                           const cycle::Recheck& recheck) {
    const Ruling ruling = *cycle::ruling_named(in.text("ruling"));
    switch (ruling) {
        case Ruling::uphold:
            if (names_any(in, {"withdrawn", "corrected", "review", "settled"}))
                return unfit(ruling, "维持原结果的，不得更正",
                             "nothing changes where it is upheld");
            break;
        case Ruling::change:
            if (!names_any(in, {"withdrawn", "corrected", "review", "settled"}))
                return unfit(ruling, "变更须写明更正的内容", "a change names what it puts right");
            break;
        case Ruling::annul:
            if (names_any(in, {"withdrawn", "corrected", "review"}))
                return unfit(ruling, "撤销针对申请所列全部记录，不逐项更正",
                             "it withdraws all that is in question, not single points");
            if (counting(cycle, recheck).empty() && cycle.grading.about(recheck.unit) == nullptr)
                return unfit(ruling, "申请没有列出扣分记录，也没有对该单位的研判意见",
                             "no finding is in question, and nothing was deliberated");
            break;
    }
    return {};
}

/// The unit's finding that counts, or why it is none.
Result<const cycle::Finding*> counting_finding(const cycle::Cycle& cycle, const cycle::UnitId& unit,
                                               cycle::FindingId id) {
    const cycle::Finding* const finding = cycle.findings.find(id);
    if (finding == nullptr || finding->unit != unit)
        return refuse(Code::record_unknown, {}, {"扣分记录", "finding", std::to_string(id.seq)});
    using enum cycle::FindingStage;
    if (finding->stage != confirmed)
        return refuse(
            Code::record_stage_unfit, {},
            {"扣分记录", "finding", std::to_string(id.seq),
             std::string(cycle::name(finding->stage)), std::string(cycle::name(confirmed))});
    return finding;
}

Result<void> check_value(const cycle::Rulebook& rulebook, const cycle::Finding& finding,
                         Decimal value) {
    const auto place = rulebook.find_branch(finding.fact.branch);
    if (!place) return refuse(Code::branch_unknown, {}, {finding.fact.branch});
    const auto violated = score::range_violated(place->rules->branches[place->index], value);
    if (violated.empty()) return {};
    return refuse(Code::value_out_of_range, {}, {value.text(), std::string(violated)});
}

Result<void> check_review(const scheme::Scheme& scheme, Decimal review) {
    const Decimal full = scheme.composition.review_full;
    if (!review.is_negative() && review <= full) return {};
    return refuse(Code::review_out_of_range, {}, {review.text(), full.text()});
}

Issues check_amendment(const cycle::Cycle& cycle, const cycle::Rulebook& rulebook,
                       const cycle::Amendment& amendment) {
    Issues issues;
    for (const cycle::FindingId id : amendment.withdrawn) {
        const auto finding = counting_finding(cycle, amendment.unit, id);
        if (!finding) issues.push_back(finding.error());
    }
    for (const auto& [id, value] : amendment.corrected) {
        const auto fits = counting_finding(cycle, amendment.unit, id)
                              .and_then([&, value = value](const cycle::Finding* finding) {
                                  return check_value(rulebook, *finding, value);
                              });
        if (!fits) issues.push_back(fits.error());
    }
    if (!amendment.review) return issues;
    const auto fits = check_review(rulebook.scheme(), *amendment.review);
    if (!fits) issues.push_back(fits.error());
    return issues;
}

}  // namespace

Checked<std::vector<ledger::Member>> rule(const Context& context, const Fields& in,
                                          const cycle::Recheck& recheck) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (const auto fits = check_outcome(cycle, in, recheck); !fits)
        return tl::unexpected(Issues{fits.error()});
    if (in.text("ruling") == cycle::name(Ruling::uphold)) return std::vector<ledger::Member>{};
    const cycle::Amendment amendment = read_amendment(cycle, in, recheck);
    Issues issues = check_amendment(cycle, *context.rulebook(cycle), amendment);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    cycle::Cycle amended = cycle;
    cycle::amend(amended, amendment, context.actor.person, context.today, context.next_seq,
                 in.text("reason"));
    return revise(context, cycle, std::move(amended), amendment);
}

cycle::Decided apply_ruling(cycle::Cycle& cycle, const Entry& entry, const Fields& in,
                            const cycle::Recheck& recheck, cycle::VersionCause cause) {
    cycle::Decided out{*cycle::ruling_named(in.text("ruling")),
                       entry.person(),
                       entry.day(),
                       in.text("reason"),
                       {}};
    if (out.ruling == Ruling::uphold) return out;
    cycle::amend(cycle, read_amendment(cycle, in, recheck), entry.person(), entry.day(), entry.seq,
                 out.reason);
    add_version(cycle, entry, in, cause);
    out.version = in.whole("version");
    return out;
}

}  // namespace heng::act
