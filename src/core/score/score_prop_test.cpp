#include "core/score/publish.hpp"
#include "core/score/test_scheme.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <random>

namespace heng::score {
namespace {

using namespace test;
using scheme::Branch;
using scheme::Effect;
using scheme::Floor;
using scheme::Partial;
using scheme::SameCase;

/// Schemes are small and quick, so many are tried; RC_PARAMS from outside still counts.
const int more_worlds = setenv("RC_PARAMS", "max_success=1000", 0);

int choose(int count) {
    return *rc::gen::inRange(0, count);
}
bool heads() {
    return choose(2) == 0;
}
template <class T>
T one_of(std::initializer_list<T> values) {
    return *rc::gen::elementOf(std::vector<T>(values));
}
std::string amount_text() {
    return one_of<std::string>({"0.1", "0.5", "1", "2", "3.3333"});
}

/// Any branch that a checked scheme may hold. Levels share no cap: which one applies would depend
/// on it.
Branch random_branch(std::string id) {
    const std::string points = amount_text();
    const std::string step = one_of<std::string>({"0.5", "1", "3", "10"});
    Branch branch;
    switch (choose(12)) {
        case 0: return level(std::move(id), points, "差");
        case 1:
            return capped(level(std::move(id), points, "中"), one_of<std::string>({"0.3", "2"}));
        case 2: return without_amount(std::move(id), Effect::zero);
        case 3: return without_amount(std::move(id), Effect::veto);
        case 4: branch = range(std::move(id), "0.5", "3"); break;
        case 5: branch = percent(std::move(id), one_of<std::string>({"25", "50", "100"})); break;
        case 6: branch = shortfall(std::move(id), points, step, heads() ? "5" : ""); break;
        case 7: branch = excess(std::move(id), points, step, heads() ? "2" : ""); break;
        case 8: branch = once(std::move(id), points); break;
        default: branch = each(std::move(id), points, step); break;
    }
    if (branch.step) branch.partial = one_of({Partial::down, Partial::up, Partial::proportional});
    if (choose(4) == 0) branch.effect = Effect::award;
    const std::string cap = one_of<std::string>({"0.7", "2", "task"});
    if (choose(4) == 0) return capped(std::move(branch), cap);
    if (choose(4) == 0) return capped_together(std::move(branch), cap);
    return branch;
}

scheme::Scheme random_scheme() {
    int ids = 0;
    std::vector<std::vector<scheme::Task>> categories;
    for (int c = 1 + choose(2); c > 0; --c) {
        std::vector<scheme::Task> tasks;
        for (int t = 1 + choose(2); t > 0; --t) {
            std::vector<scheme::Clause> clauses;
            for (int k = choose(3); k >= 0; --k) {
                std::vector<Branch> branches;
                for (int b = choose(3); b >= 0; --b) {
                    branches.push_back(random_branch("b" + std::to_string(ids++)));
                }
                clauses.push_back(clause(std::move(branches)));
            }
            tasks.push_back(task(one_of<std::string>({"1", "3", "8"}), std::move(clauses)));
        }
        categories.push_back(std::move(tasks));
    }
    scheme::Scheme scheme = scheme_of_categories(std::move(categories));
    scheme.settings.floor = one_of({Floor::task, Floor::category, Floor::none});
    scheme.settings.same_case = one_of({SameCase::highest, SameCase::every});
    return scheme;
}

enum class Cases { some, none };

Finding random_finding(const Rules& rules, Cases cases) {
    Finding finding;
    finding.branch = static_cast<BranchIndex>(choose(static_cast<int>(rules.branches.size())));
    const Rule& rule = rules.branches[finding.branch];
    const bool chosen = rule.meaning == scheme::ValueMeaning::points;
    finding.value = dec(chosen ? one_of<std::string>({"0.5", "1.25", "3"})
                               : one_of<std::string>({"0", "0.4", "1", "2", "7.5", "12"}));
    if (cases == Cases::some && heads()) finding.case_id = one_of<std::string>({"C1", "C2"});
    return finding;
}

std::vector<Finding> random_findings(const Rules& rules, Cases cases) {
    std::vector<Finding> findings;
    for (int i = choose(9); i > 0; --i) findings.push_back(random_finding(rules, cases));
    return findings;
}

bool deducts(const Rules& rules, const Finding& finding) {
    return rules.branches[finding.branch].effect != Effect::award;
}

RC_GTEST_PROP(ScoreProperty, AFindingOfItsOwnNeverRaisesTheScore, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    std::vector<Finding> findings = random_findings(rules, Cases::some);
    const Finding more = random_finding(rules, Cases::none);
    RC_PRE(deducts(rules, more));
    const UnitScore before = score_unit(rules, findings);
    findings.insert(findings.begin() + choose(static_cast<int>(findings.size()) + 1), more);
    const UnitScore after = score_unit(rules, findings);
    RC_ASSERT(after.indicator <= before.indicator);
    RC_ASSERT(after.vetoed || !before.vetoed);
}

/// Only who stands for a case can make a difference to what the others of the case cost.
RC_GTEST_PROP(ScoreProperty, RemovingAFindingNeverLowersTheScoreUnlessItStandsForACase, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    std::vector<Finding> findings = random_findings(rules, Cases::some);
    RC_PRE(!findings.empty());
    const std::vector<std::size_t> winners = case_winners(rules, findings);
    const auto removed = static_cast<std::size_t>(choose(static_cast<int>(findings.size())));
    const bool stands_alone = std::ranges::count(winners, removed) <= 1;
    RC_PRE(stands_alone && deducts(rules, findings[removed]));
    const Decimal before = score_unit(rules, findings).indicator;
    findings.erase(findings.begin() + static_cast<std::ptrdiff_t>(removed));
    RC_ASSERT(score_unit(rules, findings).indicator >= before);
}

RC_GTEST_PROP(ScoreProperty, AnAwardNeverLowersTheScore, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    std::vector<Finding> findings = random_findings(rules, Cases::some);
    const Finding more = random_finding(rules, Cases::some);
    if (deducts(rules, more)) return;  // Too many to discard: one in four is an award.
    const Decimal before = score_unit(rules, findings).indicator;
    findings.insert(findings.begin() + choose(static_cast<int>(findings.size()) + 1), more);
    RC_ASSERT(score_unit(rules, findings).indicator >= before);
}

RC_GTEST_PROP(ScoreProperty, LostPointsAreExplainedToTheLastDigit, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    const std::vector<Finding> findings = random_findings(rules, Cases::some);
    const UnitScore score = score_unit(rules, findings);
    RC_ASSERT(score.deductions.size() == findings.size());
    std::vector<Decimal> balance(rules.tasks.size());
    Decimal total;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Deduction& deduction = score.deductions[i];
        RC_ASSERT(deduction.finding == i);
        RC_ASSERT(!deduction.taken.is_negative() && deduction.taken <= deduction.asked);
        RC_ASSERT((deduction.reason != Reason::none) || deduction.taken == deduction.asked);
        const bool costs = deducts(rules, findings[i]);
        const Decimal signed_points = costs ? deduction.taken : Decimal{} - deduction.taken;
        balance[rules.branches[findings[i].branch].task] += signed_points;
        total += signed_points;
    }
    RC_ASSERT(score.points - score.indicator == total);
    for (std::size_t t = 0; t < balance.size(); ++t) {
        RC_ASSERT(score.tasks[t].lost - score.tasks[t].gained == balance[t]);
    }
}

RC_GTEST_PROP(ScoreProperty, NothingLosesMoreThanItHolds, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    const UnitScore score = score_unit(rules, random_findings(rules, Cases::some));
    std::size_t task = 0;
    for (const scheme::Category& category : scheme.tables.front().categories) {
        Decimal lost;
        for (std::size_t i = 0; i < category.tasks.size(); ++i, ++task) {
            const TaskScore& result = score.tasks[task];
            if (scheme.settings.floor == Floor::task) RC_ASSERT(result.lost <= result.points);
            lost += result.lost;
        }
        if (scheme.settings.floor == Floor::category) RC_ASSERT(lost <= category.points);
    }
}

RC_GTEST_PROP(ScoreProperty, OrderNeverChangesTheTotal, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    std::vector<Finding> findings = random_findings(rules, Cases::some);
    const UnitScore before = score_unit(rules, findings);
    std::mt19937 shuffle(static_cast<unsigned>(choose(10'000)));
    std::shuffle(findings.begin(), findings.end(), shuffle);
    const UnitScore after = score_unit(rules, findings);
    RC_ASSERT(after.indicator == before.indicator);
    RC_ASSERT(after.vetoed == before.vetoed);
    const bool joined = scheme.settings.floor == Floor::category;
    for (std::size_t t = 0; !joined && t < rules.tasks.size(); ++t) {
        RC_ASSERT(after.tasks[t].score() == before.tasks[t].score());
    }
}

RC_GTEST_PROP(ScoreProperty, OneCaseCostsAtOneFindingOnly, ()) {
    scheme::Scheme scheme = random_scheme();
    scheme.settings.same_case = SameCase::highest;
    const Rules rules = compile(scheme, scheme.tables.front());
    const std::vector<Finding> findings = random_findings(rules, Cases::some);
    const UnitScore score = score_unit(rules, findings);
    std::map<std::string, std::size_t> standing;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        const Deduction& deduction = score.deductions[i];
        const Effect effect = rules.branches[findings[i].branch].effect;
        const bool competes = effect == Effect::deduct || effect == Effect::zero;
        if (findings[i].case_id.empty() || !competes) {
            RC_ASSERT(deduction.reason != Reason::same_case);
            continue;
        }
        RC_ASSERT(findings[deduction.winner].case_id == findings[i].case_id);
        RC_ASSERT(standing.emplace(findings[i].case_id, deduction.winner).first->second ==
                  deduction.winner);
        RC_ASSERT((deduction.reason == Reason::same_case) == (deduction.winner != i));
        RC_ASSERT(!outweighs(rules, findings[i], findings[deduction.winner]));
    }
}

RC_GTEST_PROP(ScoreProperty, AReusedSheetGivesWhatTheExplanationGives, ()) {
    scheme::Scheme scheme = random_scheme();
    scheme.settings.same_case = SameCase::every;
    const Rules rules = compile(scheme, scheme.tables.front());
    Sheet sheet(rules);
    for (int unit = 0; unit < 3; ++unit) {
        const std::vector<Finding> findings = random_findings(rules, Cases::none);
        sheet.clear();
        for (const Finding& finding : findings) sheet.apply(finding.branch, finding.value.units());
        const UnitScore explained = score_unit(rules, findings);
        RC_ASSERT(Decimal::of_units(sheet.indicator_score()) == explained.indicator);
        RC_ASSERT(sheet.is_vetoed() == explained.vetoed);
    }
}

RC_GTEST_PROP(ScoreProperty, TheSameFactsGiveTheSameSheet, ()) {
    const scheme::Scheme scheme = random_scheme();
    const Rules rules = compile(scheme, scheme.tables.front());
    const Rules again = compile(scheme, scheme.tables.front());
    const std::vector<Finding> findings = random_findings(rules, Cases::some);
    const UnitScore a = score_unit(rules, findings);
    const UnitScore b = score_unit(again, findings);
    RC_ASSERT(a.indicator == b.indicator);
    for (std::size_t i = 0; i < findings.size(); ++i) {
        RC_ASSERT(a.deductions[i].asked == b.deductions[i].asked);
        RC_ASSERT(a.deductions[i].taken == b.deductions[i].taken);
        RC_ASSERT(a.deductions[i].reason == b.deductions[i].reason);
    }
}

RC_GTEST_PROP(PublishProperty, AHigherScoreNeverPublishesALowerTotal, ()) {
    const scheme::Scheme scheme = scheme_of({task("100", {})});
    const Composer composer(scheme);
    const auto score = [] {
        return Decimal::of_units(*rc::gen::inRange<std::int64_t>(0, 1'000'001));
    };
    const Decimal low = score();
    const Decimal high = low + score();
    const Decimal review = score();
    RC_ASSERT(composer.publish(low, review).total <= composer.publish(high, review).total);
    RC_ASSERT(composer.publish(review, low).total <= composer.publish(review, high).total);
}

}  // namespace
}  // namespace heng::score
