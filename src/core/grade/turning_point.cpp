#include "core/grade/turning_point.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace heng::grade {

namespace {

using score::Finding;
using score::Rule;
using score::Rules;

/// Above any loss: no choice was found for this number of removals.
constexpr std::int64_t no_choice = std::numeric_limits<std::int64_t>::max();

/// The least loss that remains after taking away some findings, and which ones.
struct Choice {
    std::int64_t loss = 0;
    std::vector<std::size_t> removed;
};

/// Entry `k` is the best choice that removes exactly `k` findings.
using Choices = std::vector<Choice>;

void limit_loss(Choices& choices, std::int64_t limit) {
    for (Choice& choice : choices) choice.loss = std::min(choice.loss, limit);
}

/// The best split of `k` removals between two independent parts, for every `k`.
Choices combine(const Choices& a, const Choices& b) {
    Choices out(a.size() + b.size() - 1, Choice{no_choice, {}});
    std::vector<std::size_t> from_a(out.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::int64_t loss = std::min(a[i].loss + b[j].loss, score::all_points);
            if (loss >= out[i + j].loss) continue;
            out[i + j].loss = loss;
            from_a[i + j] = i;
        }
    }
    for (std::size_t k = 0; k < out.size(); ++k) {
        out[k].removed = a[from_a[k]].removed;
        const auto& rest = b[k - from_a[k]].removed;
        out[k].removed.insert(out[k].removed.end(), rest.begin(), rest.end());
    }
    return out;
}

/// Findings that are costed together: those of one branch, or of one set of levels.
struct Atom {
    std::vector<std::size_t> removable;
    std::vector<std::size_t> fixed;
};

/// Taking the costliest first is best within an atom, whether costs add up or the worst counts.
Choices choices_of(const Rules& rules, std::span<const Finding> findings, Atom atom) {
    const auto rule_of = [&](std::size_t i) -> const Rule& {
        return rules.branches[findings[i].branch];
    };
    const auto value = [&](std::size_t i) { return findings[i].value.units(); };
    const auto cost = [&](std::size_t i) { return score::amount(rule_of(i), value(i)); };
    const std::size_t any = atom.fixed.empty() ? atom.removable.front() : atom.fixed.front();
    const bool sums = rule_of(any).adds_up;
    const auto costliest_first = [&](std::size_t a, std::size_t b) {
        return sums ? value(a) > value(b) : cost(a) > cost(b);
    };
    std::stable_sort(atom.removable.begin(), atom.removable.end(), costliest_first);
    Choices out(atom.removable.size() + 1);
    for (std::size_t k = 0; k < out.size(); ++k) {
        std::vector<std::size_t> kept(atom.fixed);
        kept.insert(kept.end(), atom.removable.begin() + static_cast<std::ptrdiff_t>(k),
                    atom.removable.end());
        std::int64_t sum = 0;
        for (const std::size_t i : kept) {
            sum = sums ? std::min(sum + value(i), score::all_points) : std::max(sum, cost(i));
        }
        out[k].loss = sums && !kept.empty() ? score::amount(rule_of(any), sum) : sum;
        out[k].removed.assign(atom.removable.begin(),
                              atom.removable.begin() + static_cast<std::ptrdiff_t>(k));
    }
    return out;
}

/// Which findings of each case are already gone in one scenario.
struct Scenario {
    std::vector<bool> gone;      ///< Removed by the scenario.
    std::vector<bool> counting;  ///< Costs the unit something, unless removed.
    std::vector<bool> fixed;     ///< Stands for its case in this scenario.
};

/// Best choices for every number of removals beyond those of the scenario.
Choices choices_of(const Rules& rules, std::span<const Finding> findings,
                   const Scenario& scenario) {
    using Key = std::tuple<std::uint32_t, std::uint32_t, bool, std::uint32_t>;
    std::map<Key, Atom> atoms;  // Ordered by floor, then limit, so that each is complete in turn.
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!scenario.counting[i] || scenario.gone[i]) continue;
        const Rule& rule = rules.branches[findings[i].branch];
        const bool grouped = rule.group != score::no_index;
        Atom& atom =
            atoms[{rule.floor, rule.limit, grouped, grouped ? rule.group : findings[i].branch}];
        (scenario.fixed[i] ? atom.fixed : atom.removable).push_back(i);
    }
    Choices whole(1);
    for (auto at = atoms.begin(); at != atoms.end();) {
        const std::uint32_t floor = std::get<0>(at->first);
        Choices under_floor(1);
        while (at != atoms.end() && std::get<0>(at->first) == floor) {
            const std::uint32_t limit = std::get<1>(at->first);
            Choices under_limit(1);
            for (; at != atoms.end() && std::get<0>(at->first) == floor &&
                   std::get<1>(at->first) == limit;
                 ++at) {
                under_limit = combine(under_limit, choices_of(rules, findings, at->second));
            }
            if (limit != score::no_index) limit_loss(under_limit, rules.limits[limit]);
            under_floor = combine(under_floor, under_limit);
        }
        if (floor != score::no_index) limit_loss(under_floor, rules.floors[floor]);
        whole = combine(whole, under_floor);
    }
    return whole;
}

/// The cases of several findings, each with its findings from the costliest down.
std::vector<std::vector<std::size_t>> shared_cases(const Rules& rules,
                                                   std::span<const Finding> findings) {
    const std::vector<std::size_t> winners = score::case_winners(rules, findings);
    std::map<std::size_t, std::vector<std::size_t>> by_winner;
    for (std::size_t i = 0; i < findings.size(); ++i) by_winner[winners[i]].push_back(i);
    std::vector<std::vector<std::size_t>> cases;
    for (auto& [winner, members] : by_winner) {
        if (members.size() < 2) continue;
        std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
            return score::outweighs(rules, findings[a], findings[b]);
        });
        cases.push_back(members);
    }
    return cases;
}

/// Walks through how many of the costliest findings each case loses: none, one, … all.
class Scenarios {
public:
    Scenarios(const Rules& rules, std::span<const Finding> findings)
        : rules_(rules), findings_(findings), cases_(shared_cases(rules, findings)) {
        constexpr std::size_t scenarios_max = 4096;
        std::size_t count = 1;
        for (const auto& members : cases_)
            count = std::min(count * (members.size() + 1), scenarios_max + 1);
        whole_cases_only_ = count > scenarios_max;
        if (whole_cases_only_ && cases_.size() > 12) cases_.resize(12);
        lost_.assign(cases_.size(), 0);
    }

    bool complete() const { return !whole_cases_only_; }

    Scenario current() const {
        Scenario scenario;
        scenario.gone.assign(findings_.size(), false);
        scenario.fixed.assign(findings_.size(), false);
        scenario.counting.assign(findings_.size(), true);
        const auto winners = score::case_winners(rules_, findings_);
        for (std::size_t i = 0; i < findings_.size(); ++i) {
            const auto effect = rules_.branches[findings_[i].branch].effect;
            const bool costs = effect == scheme::Effect::deduct || effect == scheme::Effect::zero;
            scenario.counting[i] = costs && winners[i] == i;
        }
        for (std::size_t c = 0; c < cases_.size(); ++c) {
            for (std::size_t m = 0; m < cases_[c].size(); ++m) {
                const std::size_t finding = cases_[c][m];
                scenario.gone[finding] = m < lost_[c];
                scenario.counting[finding] = m == lost_[c];
                scenario.fixed[finding] = m == lost_[c];
            }
        }
        return scenario;
    }

    bool advance() {
        for (std::size_t c = 0; c < cases_.size(); ++c) {
            lost_[c] = whole_cases_only_ ? cases_[c].size() - lost_[c] : lost_[c] + 1;
            if (lost_[c] != 0 && lost_[c] <= cases_[c].size()) return true;
            lost_[c] = 0;
        }
        return false;
    }

private:
    const Rules& rules_;
    std::span<const Finding> findings_;
    std::vector<std::vector<std::size_t>> cases_;
    std::vector<std::size_t> lost_;
    bool whole_cases_only_ = false;
};

std::vector<Finding> without(std::span<const Finding> findings,
                             const std::vector<std::size_t>& removed) {
    std::vector<Finding> kept;
    for (std::size_t i = 0; i < findings.size(); ++i) {
        if (!std::binary_search(removed.begin(), removed.end(), i)) kept.push_back(findings[i]);
    }
    return kept;
}

/// For every number of removals the best set found, over all scenarios.
std::vector<Choice> best_removals(const UnitInDomain& unit, Scenarios& scenarios) {
    std::vector<Choice> best(unit.findings.size() + 1, Choice{no_choice, {}});
    do {
        const Scenario scenario = scenarios.current();
        std::vector<std::size_t> gone;
        for (std::size_t i = 0; i < scenario.gone.size(); ++i) {
            if (scenario.gone[i]) gone.push_back(i);
        }
        for (Choice& choice : choices_of(unit.rules, unit.findings, scenario)) {
            choice.removed.insert(choice.removed.end(), gone.begin(), gone.end());
            Choice& standing = best[choice.removed.size()];
            if (choice.loss < standing.loss) standing = std::move(choice);
        }
    } while (scenarios.advance());
    return best;
}

std::vector<std::size_t> vetoes(const UnitInDomain& unit) {
    std::vector<std::size_t> out;
    for (std::size_t i = 0; i < unit.findings.size(); ++i) {
        const Rule& rule = unit.rules.branches[unit.findings[i].branch];
        if (rule.effect == scheme::Effect::veto) out.push_back(i);
    }
    return out;
}

}  // namespace

Standing restand(const UnitInDomain& unit, std::span<const Finding> findings) {
    Standing standing = unit.standings[unit.unit];
    const score::UnitScore score = score::score_unit(unit.rules, findings);
    standing.total = score::Composer(unit.scheme).publish(score.indicator, unit.review).total;
    standing.best = unit.barred_by_register || score.vetoed ? best_when_barred(unit.scheme)
                                                            : scheme::Grade::good;
    return standing;
}

Outcome regrade(const UnitInDomain& unit, std::span<const Finding> findings) {
    std::vector<Standing> standings(unit.standings.begin(), unit.standings.end());
    standings[unit.unit] = restand(unit, findings);
    return grade_domain(unit.scheme.grading, standings)[unit.unit];
}

std::optional<TurningPoint> turning_point(const UnitInDomain& unit) {
    const scheme::Grade now = regrade(unit, unit.findings).grade;
    Scenarios scenarios(unit.rules, unit.findings);
    const std::vector<Choice> best = best_removals(unit, scenarios);
    const std::vector<std::size_t> all_vetoes = vetoes(unit);
    const auto try_removing = [&](std::vector<std::size_t> removed) -> std::optional<TurningPoint> {
        std::sort(removed.begin(), removed.end());
        const std::vector<Finding> kept = without(unit.findings, removed);
        const Outcome outcome = regrade(unit, kept);
        if (outcome.grade >= now) return std::nullopt;
        return TurningPoint{removed, outcome.grade, restand(unit, kept).total,
                            scenarios.complete()};
    };
    for (std::size_t count = 1; count <= unit.findings.size(); ++count) {
        if (best[count].loss != no_choice) {
            if (auto found = try_removing(best[count].removed)) return found;
        }
        // A veto is lifted only when every finding behind it is gone.
        if (all_vetoes.empty() || count < all_vetoes.size()) continue;
        const Choice& others = best[count - all_vetoes.size()];
        if (others.loss == no_choice) continue;
        std::vector<std::size_t> removed = others.removed;
        removed.insert(removed.end(), all_vetoes.begin(), all_vetoes.end());
        if (auto found = try_removing(std::move(removed))) return found;
    }
    return std::nullopt;
}

}  // namespace heng::grade
