#include "core/score/unit_score.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <unordered_map>

namespace heng::score {

namespace {

struct ReasonText {
    Reason reason;
    std::string_view id;
    std::string_view zh;
    std::string_view en;
};
constexpr std::array<ReasonText, 7> reasons{{
    {Reason::none, "", "", ""},
    {Reason::already_counted, "already_counted", "该情形已扣过，只扣一次",
     "already counted; this deduction applies once"},
    {Reason::worse_counts, "worse_counts", "按最差的一次计", "the worst one counts"},
    {Reason::below_step, "below_step", "未达到扣分标准", "below what the clause deducts for"},
    {Reason::cap_reached, "cap_reached", "已达本细则扣分上限", "the cap of the clause is reached"},
    {Reason::floor_reached, "floor_reached", "本项分值已扣完（扣完为止）",
     "the task has no points left"},
    {Reason::same_case, "same_case", "同一案件只扣一次，按最高的计",
     "the same case costs once, at its highest clause"},
}};

/// Only what costs points competes within a case; a veto stands whatever else the case costs.
bool competes(const Rule& rule, const Finding& finding) {
    const bool costs = rule.effect == scheme::Effect::deduct || rule.effect == scheme::Effect::zero;
    return costs && !finding.case_id.empty();
}

/// What the finding would cost a unit that has no other.
std::int64_t cost_alone(const Rules& rules, const Finding& finding) {
    const Rule& rule = rules.branches[finding.branch];
    std::int64_t cost = amount(rule, finding.value.units());
    if (rule.limit != no_index) cost = std::min(cost, rules.limits[rule.limit]);
    if (rule.floor != no_index) cost = std::min(cost, rules.floors[rule.floor]);
    return cost;
}

}  // namespace

std::string_view name(Reason reason) {
    return reasons[static_cast<std::size_t>(reason)].id;
}

std::string_view sentence(Reason reason, Language language) {
    const ReasonText& text = reasons[static_cast<std::size_t>(reason)];
    return language == Language::zh ? text.zh : text.en;
}

ValueRange value_range(const Rule& rule) {
    if (rule.meaning == scheme::ValueMeaning::measured) return {};
    if (rule.meaning != scheme::ValueMeaning::points) return {0, value_max};
    return {rule.points, std::min(rule.points_max, value_max)};
}

std::string range_violated(const Rule& rule, Decimal value) {
    const std::int64_t units = value.units();
    const ValueRange range = value_range(rule);
    if (units >= range.low && units <= range.high) return {};
    const bool chosen = rule.meaning == scheme::ValueMeaning::points;
    if (units < range.low && !chosen && range.low == 0) return "≥ 0";
    return Decimal::of_units(range.low).text() + "–" + Decimal::of_units(range.high).text();
}

bool outweighs(const Rules& rules, const Finding& a, const Finding& b) {
    const std::int64_t cost_of_a = cost_alone(rules, a);
    const std::int64_t cost_of_b = cost_alone(rules, b);
    if (cost_of_a != cost_of_b) return cost_of_a > cost_of_b;
    if (a.branch != b.branch) return a.branch < b.branch;
    return rules.branches[a.branch].adds_up && a.value > b.value;
}

std::vector<std::size_t> case_winners(const Rules& rules, std::span<const Finding> findings) {
    std::vector<std::size_t> winners(findings.size());
    std::iota(winners.begin(), winners.end(), std::size_t{0});
    if (rules.same_case == scheme::SameCase::every) return winners;
    std::unordered_map<std::string_view, std::size_t> winner_of_case;
    const auto competing = [&](std::size_t i) {
        return competes(rules.branches[findings[i].branch], findings[i]);
    };
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!competing(i)) continue;
        const auto [entry, is_new] = winner_of_case.emplace(findings[i].case_id, i);
        if (!is_new && outweighs(rules, findings[i], findings[entry->second])) entry->second = i;
    }
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (competing(i)) winners[i] = winner_of_case.at(findings[i].case_id);
    }
    return winners;
}

UnitScore score_unit(const Rules& rules, std::span<const Finding> findings) {
    UnitScore score;
    score.points = Decimal::of_units(rules.points);
    for (const std::int64_t points : rules.tasks) {
        score.tasks.push_back({Decimal::of_units(points), {}, {}});
    }
    const std::vector<std::size_t> winners = case_winners(rules, findings);
    Sheet sheet(rules);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Finding& finding = findings[i];
        const Rule& rule = rules.branches[finding.branch];
        INVARIANT(range_violated(rule, finding.value).empty(), "values were checked when read");
        if (winners[i] != i) {
            const Decimal asked = Decimal::of_units(amount(rule, finding.value.units()));
            score.deductions.push_back({i, asked, {}, Reason::same_case, winners[i]});
            continue;
        }
        const Claim claim = sheet.apply(finding.branch, finding.value.units());
        const Decimal taken = Decimal::of_units(claim.taken);
        score.deductions.push_back({i, Decimal::of_units(claim.asked), taken, claim.reason, i});
        TaskScore& task = score.tasks[rule.task];
        (rule.effect == scheme::Effect::award ? task.gained : task.lost) += taken;
    }
    score.indicator = Decimal::of_units(sheet.indicator_score());
    score.vetoed = sheet.is_vetoed();
    return score;
}

}  // namespace heng::score
