/// @file
/// Every small domain against an oracle: slow, obvious, and written from DESIGN.md and articles 15,
/// 16 and 18 alone. It knows neither lines nor ties, only who stands above, beside and below a
/// unit.
#include "core/grade/grade.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace heng::grade {
namespace {

using scheme::FreedPlace;
using scheme::Grade;

/// Who shares, passes and follows a total.
struct Neighbours {
    std::size_t above = 0;
    std::size_t beside = 0;  ///< The unit itself included.
    std::size_t below = 0;
};

Neighbours neighbours(const std::vector<Standing>& units, Decimal total) {
    Neighbours out;
    for (const Standing& other : units) {
        (other.total > total ? out.above : other.total == total ? out.beside : out.below) += 1;
    }
    return out;
}

/// ⌊n × share⌋ or ⌈n × share⌉ with the share in ten-thousandths.
std::size_t part_down(std::size_t n, Decimal share) {
    return n * static_cast<std::size_t>(share.units()) / 10'000;
}
std::size_t part_up(std::size_t n, Decimal share) {
    return (n * static_cast<std::size_t>(share.units()) + 9'999) / 10'000;
}

bool can_be_good(const Standing& unit) {
    return unit.best == Grade::good && unit.lowered_by == 0;
}

class Oracle {
public:
    Oracle(const scheme::Grading& grading, const std::vector<Standing>& units)
        : grading_(grading),
          units_(units),
          places_(units.size() * static_cast<std::size_t>(grading.quota_percent.units()) /
                  1'000'000) {}

    Outcome judge(const Standing& unit) const {
        const Neighbours at = neighbours(units_, unit.total);
        const bool all_equal = at.beside == units_.size();
        const bool last = at.below == 0;
        Outcome outcome;
        outcome.rank = static_cast<std::uint32_t>(at.above) + 1;

        // A16.7: everything else is 较好. The lowest share is 一般; a tie across that line stays
        // open.
        outcome.grade = Grade::fair;
        const std::size_t band =
            part_down(units_.size(), grading_.ordinary_band.value_or(Decimal{}));
        if (at.below + at.beside <= band) outcome.grade = Grade::ordinary;
        if (at.below < band && band < at.below + at.beside) ask(outcome, Question::tie_at_band);

        // A16.2: 好 within the places; a tie across the line goes to the commission.
        if (within_places(unit.total)) outcome.grade = Grade::good;
        if (across_places(unit.total) && can_be_good(unit)) ask(outcome, Question::tie_at_quota);
        if (offered_a_freed_place(unit)) {
            const bool by_itself = grading_.freed_place == FreedPlace::next && at.beside == 1;
            if (by_itself) outcome.grade = Grade::good;
            if (!by_itself) ask(outcome, Question::freed_place);
        }

        // A16.5, A16.6: no better than the bars leave open.
        if (outcome.grade < unit.best) outcome.grade = unit.best;

        // A16.4: last, with a major problem of serious effect.
        if (last && unit.serious) outcome.grade = Grade::poor;
        if (!last && unit.serious) ask(outcome, Question::serious_not_last);
        if (last && !unit.serious && !all_equal) ask(outcome, Question::last_rank);

        // A18.4, after the bars.
        for (int i = 0; i < unit.lowered_by; ++i) {
            if (outcome.grade == Grade::good)
                outcome.grade = Grade::fair;
            else if (outcome.grade == Grade::fair)
                outcome.grade = Grade::ordinary;
            else
                outcome.grade = Grade::poor;
        }

        // A16.3: who ranks low and is not yet 一般 is looked at by people.
        const std::size_t candidates = part_up(units_.size(), grading_.candidate_band);
        const bool above_ordinary = outcome.grade == Grade::good || outcome.grade == Grade::fair;
        if (above_ordinary && at.below < candidates && !all_equal) ask(outcome, Question::low_rank);
        return outcome;
    }

private:
    static void ask(Outcome& outcome, Question question) { outcome.questions |= bit(question); }

    bool within_places(Decimal total) const {
        const Neighbours at = neighbours(units_, total);
        return at.above + at.beside <= places_;
    }
    bool across_places(Decimal total) const {
        const Neighbours at = neighbours(units_, total);
        return at.above < places_ && places_ < at.above + at.beside;
    }

    /// Who within the places cannot be 好 leaves a place; the next who can be 好 are offered it,
    /// from the highest total down, all of one total together, until there is one for each place
    /// left.
    bool offered_a_freed_place(const Standing& unit) const {
        if (grading_.freed_place == FreedPlace::none) return false;
        if (!can_be_good(unit) || within_places(unit.total)) return false;
        std::size_t left = 0;
        for (const Standing& other : units_) {
            if (within_places(other.total) && !can_be_good(other)) ++left;
        }
        std::size_t ahead = 0;
        for (const Standing& other : units_) {
            const bool next = other.total > unit.total && !within_places(other.total);
            if (next && can_be_good(other)) ++ahead;
        }
        return ahead < left && !across_places(unit.total);
    }

    const scheme::Grading& grading_;
    const std::vector<Standing>& units_;
    std::size_t places_;
};

// ---- The domains

struct Circumstance {
    Grade best = Grade::good;
    bool serious = false;
    std::uint8_t lowered_by = 0;
};

std::vector<Standing> states(const std::vector<Circumstance>& circumstances) {
    std::vector<Standing> out;
    for (const std::int64_t total : {80, 85, 90}) {
        for (const Circumstance& one : circumstances) {
            out.push_back({Decimal::whole(total), one.best, one.serious, one.lowered_by});
        }
    }
    return out;
}

std::string print(const std::vector<Standing>& units) {
    std::string text;
    for (const Standing& unit : units) {
        text += unit.total.text() + std::string(name(unit.best)) + (unit.serious ? "!" : "") +
                (unit.lowered_by > 0 ? "-" : "") + " ";
    }
    return text;
}

class SmallDomains : public testing::Test {
protected:
    void compare(const std::vector<Standing>& units) {
        for (const scheme::Grading& grading : gradings_) {
            const std::vector<Outcome> outcomes = grade_domain(grading, units);
            const Oracle oracle(grading, units);
            for (std::size_t i = 0; i < units.size(); ++i) {
                const Outcome expected = oracle.judge(units[i]);
                if (outcomes[i] == expected) continue;
                FAIL() << print(units) << "unit " << i << ": " << name(outcomes[i].grade) << " "
                       << outcomes[i].questions << ", expected " << name(expected.grade) << " "
                       << expected.questions << "; quota " << grading.quota_percent.text()
                       << ", freed " << name(grading.freed_place);
            }
        }
        ++domains_;
    }

    /// Every domain of `count` more units with states from `from` on, in the order of `all`.
    void extend(std::vector<Standing>& units, const std::vector<Standing>& all, std::size_t from,
                std::size_t count) {
        if (!units.empty()) compare(units);
        if (count == 0 || HasFailure()) return;
        for (std::size_t i = from; i < all.size() && !HasFailure(); ++i) {
            units.push_back(all[i]);
            extend(units, all, i, count - 1);
            units.pop_back();
        }
    }

    static std::vector<scheme::Grading> all_gradings() {
        std::vector<scheme::Grading> out;
        for (const std::int64_t quota : {30, 50}) {
            for (const FreedPlace freed :
                 {FreedPlace::decision, FreedPlace::next, FreedPlace::none}) {
                for (const std::int64_t band : {0, 3'400}) {
                    scheme::Grading grading;
                    grading.quota_percent = Decimal::whole(quota);
                    grading.freed_place = freed;
                    if (band != 0) grading.ordinary_band = Decimal::of_units(band);
                    grading.candidate_band = Decimal::of_units(band == 0 ? 1'000 : 0);
                    out.push_back(grading);
                }
            }
        }
        return out;
    }

    const std::vector<scheme::Grading> gradings_ = all_gradings();
    std::size_t domains_ = 0;
};

TEST_F(SmallDomains, UpToSixUnitsWithOneCircumstanceEach) {
    std::vector<Standing> units;
    extend(
        units,
        states({{}, {Grade::ordinary, false, 0}, {Grade::good, true, 0}, {Grade::good, false, 1}}),
        0, 6);
    EXPECT_GT(domains_, 18'000U);
}

TEST_F(SmallDomains, UpToFourUnitsWithEveryCircumstance) {
    std::vector<Circumstance> all;
    for (const Grade best : {Grade::good, Grade::ordinary}) {
        for (const bool serious : {false, true}) {
            for (const std::uint8_t lowered_by : {std::uint8_t{0}, std::uint8_t{1}})
                all.push_back({best, serious, lowered_by});
        }
    }
    std::vector<Standing> units;
    extend(units, states(all), 0, 4);
    EXPECT_GT(domains_, 20'000U);
}

}  // namespace
}  // namespace heng::grade
