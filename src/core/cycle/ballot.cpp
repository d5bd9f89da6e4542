#include "core/cycle/ballot.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 5> mark_names{"good", "fair", "ordinary", "poor", "abstain"};
constexpr std::array<std::string_view, 3> stage_names{"open", "closed", "cancelled"};
/// How a paper writes the marks, in their order.
constexpr std::string_view letters = "gfop-";
/// Weights and coefficients in hundredths, so that their product counts ten-thousandths.
constexpr std::int64_t per_hundredth = Decimal::one / 100;
/// The name under which a message speaks of merged groups.
constexpr std::string_view merged_name = "合并";

std::int64_t hundredths(Decimal value) {
    return value.units() / per_hundredth;
}

/// A fraction of ten-thousandths.
struct Fraction {
    Int128 numerator = 0;
    Int128 denominator = 1;

    void add(Int128 more, Int128 of) {
        const Int128 common = lcm(denominator, of);
        numerator = numerator * (common / denominator) + more * (common / of);
        denominator = common;
    }

private:
    static Int128 lcm(Int128 a, Int128 b) {
        Int128 x = a;
        for (Int128 y = b; y != 0;) x = std::exchange(y, x % y);
        return a / x * b;
    }
};

/// Σ votes × coefficient, in hundredths of a point.
std::int64_t points_of(const Ballot& ballot, const Tally& tally) {
    std::int64_t sum = 0;
    for (std::size_t i = 0; i < counted_marks; ++i)
        sum += tally.votes[i] * hundredths(ballot.coefficients[i]);
    return sum;
}

bool is_valid(const Validity& rules, std::string_view paper) {
    const auto good = std::count(paper.begin(), paper.end(), letters[0]);
    if (rules.good_max && good > *rules.good_max) return false;
    const bool all_same = paper.size() > 1 && paper.find_first_not_of(paper[0]) == paper.npos;
    return !(rules.all_same_is_invalid && all_same && paper[0] != letters.back());
}

void count_paper(const Ballot& ballot, std::string_view paper, std::map<UnitId, Tally>& tallies) {
    INVARIANT(paper.size() == ballot.units.size(), "a paper has a mark for each unit");
    const bool valid = is_valid(ballot.validity, paper);
    for (std::size_t i = 0; i < paper.size(); ++i) {
        Tally& tally = tallies[ballot.units[i]];
        const std::size_t mark = letters.find(paper[i]);
        if (!valid)
            ++tally.invalid;
        else if (mark < counted_marks)
            ++tally.votes[mark];
        else
            ++tally.abstained;
    }
}

MergedTally merge(const Ballot& ballot, const Tallies& tallies, const std::set<GroupName>& groups,
                  const UnitId& unit) {
    MergedTally out;
    Fraction sum;
    for (const GroupName& name : groups) {
        const Tally& tally = tallies.at(name).at(unit);
        out.valid += tally.valid();
        out.abstained += tally.abstained;
        out.invalid += tally.invalid;
        if (tally.valid() == 0) continue;
        const Decimal weight = ballot.find_group(name)->weight;
        out.weight += weight;
        sum.add(Int128{hundredths(weight)} * points_of(ballot, tally), tally.valid());
    }
    const auto numerator = static_cast<std::int64_t>(sum.numerator);
    const auto denominator = static_cast<std::int64_t>(sum.denominator);
    const std::int64_t common = std::gcd(numerator, denominator);
    out.points = Decimal::of_units(numerator / common);
    out.shares = denominator / common;
    return out;
}

std::string print(const Tally& tally) {
    std::string out;
    for (const std::int64_t votes : tally.votes) out += std::to_string(votes) + '/';
    return out + std::to_string(tally.abstained) + '/' + std::to_string(tally.invalid);
}

std::string print(const MergedTally& tally) {
    return tally.points.text() + ':' + std::to_string(tally.shares) + '/' +
           std::to_string(tally.valid) + '/' + std::to_string(tally.abstained) + '/' +
           std::to_string(tally.invalid);
}

/// A count as a message can name it: what each group gives each unit.
std::map<std::pair<GroupName, UnitId>, std::string> printed(const ShownCount& count) {
    std::map<std::pair<GroupName, UnitId>, std::string> out;
    for (const auto& [group, per_unit] : count.tallies)
        for (const auto& [unit, tally] : per_unit) out[{group, unit}] = print(tally);
    for (const auto& [unit, tally] : count.merged)
        out[{std::string(merged_name), unit}] = print(tally);
    return out;
}

/// What is wrong with the tallies of one group, or an empty text. @pre they have units
std::string_view flaw(const Tally& tally, const Tally& first, const VoterGroup& group) {
    const auto counts = {tally.votes[0], tally.votes[1],  tally.votes[2],
                         tally.votes[3], tally.abstained, tally.invalid};
    for (const std::int64_t count : counts)
        if (count < 0 || count > group.voters) return "0 – voters";
    if (tally.ballots() > group.voters) return "ballots > voters";
    return tally.ballots() == first.ballots() ? "" : "ballots differ between units";
}

}  // namespace

std::string_view name(Mark mark) {
    return mark_names[static_cast<std::size_t>(mark)];
}

std::string_view name(BallotStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

bool Ballot::is_on_paper() const {
    return groups.empty() || groups.front().codes.empty();
}

const VoterGroup* Ballot::find_group(std::string_view group) const {
    const auto found = std::find_if(groups.begin(), groups.end(),
                                    [group](const VoterGroup& one) { return one.name == group; });
    return found == groups.end() ? nullptr : &*found;
}

std::optional<std::string> print_paper(const Ballot& ballot, const std::map<UnitId, Mark>& marks) {
    std::string out;
    for (const UnitId& unit : ballot.units) {
        const auto found = marks.find(unit);
        if (found == marks.end()) return std::nullopt;
        out += letters[static_cast<std::size_t>(found->second)];
    }
    if (marks.size() != ballot.units.size()) return std::nullopt;
    return out;
}

Tallies count_papers(const Ballot& ballot,
                     const std::map<GroupName, std::vector<std::string>>& papers) {
    Tallies out;
    for (const VoterGroup& group : ballot.groups) {
        auto& tallies = out[group.name];
        for (const UnitId& unit : ballot.units) tallies[unit];
        const auto cast = papers.find(group.name);
        if (cast == papers.end()) continue;
        for (const std::string& paper : cast->second) count_paper(ballot, paper, tallies);
    }
    return out;
}

Result<void> check_tallies(const Ballot& ballot, const Tallies& tallies) {
    const auto unfit = [](const std::string& group, const std::string& unit, std::string_view why) {
        return refuse(Code::count_unfit, {}, {group, unit, std::string(why)});
    };
    for (const auto& [group, counted] : tallies)
        for (const auto& [unit, tally] : counted)
            if (ballot.find_group(group) == nullptr ||
                std::find(ballot.units.begin(), ballot.units.end(), unit) == ballot.units.end())
                return unfit(group, unit, "not in this ballot");
    for (const VoterGroup& group : ballot.groups) {
        const auto counted = tallies.find(group.name);
        for (const UnitId& unit : ballot.units) {
            if (counted == tallies.end() || !counted->second.contains(unit))
                return unfit(group.name, unit, "missing");
            const auto& per_unit = counted->second;
            const auto why = flaw(per_unit.at(unit), per_unit.begin()->second, group);
            if (!why.empty()) return unfit(group.name, unit, why);
        }
    }
    return {};
}

std::set<GroupName> merged_groups(const Tallies& tallies) {
    std::vector<std::pair<std::int64_t, GroupName>> by_size;
    for (const auto& [group, per_unit] : tallies)
        by_size.emplace_back(per_unit.begin()->second.ballots(), group);
    std::sort(by_size.begin(), by_size.end());
    std::set<GroupName> out;
    std::int64_t ballots = 0;
    for (const auto& [size, group] : by_size) {
        const bool needs_company = !out.empty() && ballots < secret_from;
        if (size >= secret_from && !needs_company) break;
        out.insert(group);
        ballots += size;
    }
    return out;
}

ShownCount show(const Ballot& ballot, const Tallies& tallies) {
    ShownCount out{tallies, {}};
    const auto merged = merged_groups(tallies);
    for (const GroupName& group : merged) out.tallies.erase(group);
    if (merged.empty()) return out;
    for (const UnitId& unit : ballot.units)
        out.merged.emplace(unit, merge(ballot, tallies, merged, unit));
    return out;
}

std::optional<BallotScore> score_of(const Ballot& ballot, const ShownCount& count,
                                    const UnitId& unit) {
    Fraction sum;
    Decimal weight;
    for (const auto& [name, per_unit] : count.tallies) {
        const Tally& tally = per_unit.at(unit);
        if (tally.valid() == 0) continue;
        const Decimal own = ballot.find_group(name)->weight;
        weight += own;
        sum.add(Int128{hundredths(own)} * points_of(ballot, tally), tally.valid());
    }
    if (const auto merged = count.merged.find(unit); merged != count.merged.end()) {
        weight += merged->second.weight;
        sum.add(merged->second.points.units(), merged->second.shares);
    }
    if (weight.is_zero()) return std::nullopt;
    // The sum counts ten-thousandths of weight × points, the weight hundredths.
    return BallotScore{
        divide(sum.numerator, sum.denominator * hundredths(weight) * 100, ballot_rounding), weight};
}

std::optional<CountDifference> difference(const ShownCount& first, const ShownCount& second) {
    auto before = printed(first);
    auto now = printed(second);
    for (const auto& [key, text] : now) before.try_emplace(key, merged_name);
    for (const auto& [key, text] : before) {
        const auto& [group, unit] = key;
        const auto other = now.try_emplace(key, merged_name).first;
        if (text != other->second) return CountDifference{group, unit, text, other->second};
    }
    return std::nullopt;
}

}  // namespace heng::cycle
