/// @file
/// The arithmetic of ballots against an oracle that takes one vote after the other, in exact
/// fractions of unbounded numbers.
#include "core/cycle/ballot.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <boost/multiprecision/cpp_int.hpp>

namespace heng::cycle {
namespace {

using Exact = boost::multiprecision::cpp_rational;
using Whole = boost::multiprecision::cpp_int;

int choose(int least, int most) {
    return *rc::gen::inRange(least, most + 1);
}

/// A ballot about two units by 1 to 6 groups, weights summing to 100.
Ballot random_ballot() {
    Ballot out;
    out.units = {"C1", "C2"};
    const int count = choose(1, static_cast<int>(groups_max));
    std::int64_t left = 10'000;
    for (int i = 0; i < count; ++i) {
        const std::int64_t weight =
            i + 1 == count ? left : choose(1, static_cast<int>(left) - (count - 1 - i));
        left -= weight;
        out.groups.push_back(
            {"组" + std::to_string(i), Decimal::of_units(weight * 100), choose(1, 12), {}});
    }
    std::int64_t above = 10'000;
    for (Decimal& coefficient : out.coefficients) {
        above = choose(0, static_cast<int>(above));
        coefficient = Decimal::of_units(above * 100);
    }
    if (choose(0, 2) == 0) out.validity.good_max = choose(0, 2);
    out.validity.all_same_is_invalid = choose(0, 2) == 0;
    return out;
}

using Papers = std::map<GroupName, std::vector<std::string>>;

Papers random_papers(const Ballot& ballot) {
    Papers out;
    for (const VoterGroup& group : ballot.groups) {
        const int cast = choose(0, static_cast<int>(group.voters));
        for (int i = 0; i < cast; ++i) {
            std::map<UnitId, Mark> marks;
            for (const UnitId& unit : ballot.units) marks[unit] = static_cast<Mark>(choose(0, 4));
            out[group.name].push_back(*print_paper(ballot, marks));
        }
    }
    return out;
}

// ---- The oracle: DEB-2 and DEB-3, one sentence after another.

bool is_invalid(const Ballot& ballot, const std::string& paper) {
    int good = 0;
    for (const char mark : paper) good += mark == 'g' ? 1 : 0;
    if (ballot.validity.good_max && good > *ballot.validity.good_max) return true;
    return ballot.validity.all_same_is_invalid && paper[0] == paper[1] && paper[0] != '-';
}

/// The mean of the valid votes of a group about a unit, or nothing.
std::optional<Exact> mean(const Ballot& ballot, const std::vector<std::string>& papers,
                          std::size_t unit) {
    Exact sum = 0;
    int valid = 0;
    for (const std::string& paper : papers) {
        const auto mark = std::string("gfop").find(paper[unit]);
        if (is_invalid(ballot, paper) || mark == std::string::npos) continue;
        sum += Exact(ballot.coefficients[mark].units(), Decimal::one);
        ++valid;
    }
    if (valid == 0) return std::nullopt;
    return sum / valid;
}

std::optional<Decimal> oracle(const Ballot& ballot, const Papers& papers, std::size_t unit) {
    Exact sum = 0;
    Exact weights = 0;
    for (const VoterGroup& group : ballot.groups) {
        const auto cast = papers.find(group.name);
        const auto of_group =
            cast == papers.end() ? std::nullopt : mean(ballot, cast->second, unit);
        if (!of_group) continue;
        const Exact weight(group.weight.units(), Decimal::one);
        sum += weight * *of_group;
        weights += weight;
    }
    if (weights == 0) return std::nullopt;
    const Exact hundredths = sum / weights * 100 + Exact(1, 2);
    const Whole cut = numerator(hundredths) / denominator(hundredths);
    return Decimal::of_units(cut.convert_to<std::int64_t>() * 100);
}

RC_GTEST_PROP(BallotProperty, ScoresAreThoseOfTheOracle, ()) {
    const Ballot ballot = random_ballot();
    const Papers papers = random_papers(ballot);
    const Tallies tallies = count_papers(ballot, papers);
    RC_ASSERT(check_tallies(ballot, tallies).has_value());
    const ShownCount shown = show(ballot, tallies);
    for (std::size_t unit = 0; unit < ballot.units.size(); ++unit) {
        const auto expected = oracle(ballot, papers, unit);
        const auto score = score_of(ballot, shown, ballot.units[unit]);
        RC_ASSERT(score.has_value() == expected.has_value());
        if (score) RC_ASSERT(score->score == *expected);
    }
}

RC_GTEST_PROP(BallotProperty, NoGroupOfFewBallotsIsShown, ()) {
    const Ballot ballot = random_ballot();
    const Tallies tallies = count_papers(ballot, random_papers(ballot));
    const ShownCount shown = show(ballot, tallies);
    std::int64_t all = 0;
    for (const auto& [group, per_unit] : tallies) all += per_unit.begin()->second.ballots();
    for (const auto& [group, per_unit] : shown.tallies)
        RC_ASSERT(per_unit.begin()->second.ballots() >= secret_from);
    for (const auto& [unit, merged] : shown.merged)
        RC_ASSERT(merged.valid + merged.abstained + merged.invalid >= std::min(all, secret_from));
}

RC_GTEST_PROP(BallotProperty, TheOrderOfPapersDoesNotMatter, ()) {
    const Ballot ballot = random_ballot();
    Papers papers = random_papers(ballot);
    const Tallies tallies = count_papers(ballot, papers);
    for (auto& [group, cast] : papers) std::reverse(cast.begin(), cast.end());
    RC_ASSERT(count_papers(ballot, papers) == tallies);
}

}  // namespace
}  // namespace heng::cycle
