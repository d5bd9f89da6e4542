#pragma once
/// @file
/// From the published totals of one domain to ranks and grades (A15, A16, A18.4). What the rules
/// settle is graded; what the regulation leaves to people is named as such, never decided here.
#include "core/base/result.hpp"
#include "core/grade/ranking.hpp"
#include "core/scheme/scheme.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::grade {

/// One unit of the domain, as it stands before grading.
struct Standing {
    Decimal total;                             ///< Published; rank and grade use this number.
    scheme::Grade best = scheme::Grade::good;  ///< Best grade that its bars leave open.
    bool serious = false;                      ///< Major problem with serious effect (A16.4).
    std::uint8_t lowered_by = 0;               ///< Grades, for fraud (A18.4), after the bars.
};

/// A question that a person has to settle. A unit can raise several.
enum class Question : std::uint16_t {
    tie_at_quota = 1 << 0,      ///< A tie crosses the quota line: nobody in it is graded 好.
    freed_place = 1 << 1,       ///< A barred unit left a place in the quota; this unit is next.
    last_rank = 1 << 2,         ///< Last in the domain: is there a major problem (A16.4)?
    serious_not_last = 1 << 3,  ///< A major problem, but not last in the domain.
    low_rank = 1 << 4,          ///< Low rank: is there evident progress (A16.3)?
    tie_at_band = 1 << 5,       ///< A tie crosses the line of the band graded 一般.
};
constexpr std::uint16_t bit(Question question) {
    return static_cast<std::uint16_t>(question);
}

/// Identifiers and sentences of all questions, in the order of their bits.
struct QuestionText {
    Question question;
    std::string_view id;
    std::string_view zh;
    std::string_view en;
    std::string_view cites;
};
std::span<const QuestionText> question_texts();

struct Outcome {
    std::uint32_t rank = 0;  ///< From 1; ties share a rank: 1, 2, 2, 4.
    scheme::Grade grade = scheme::Grade::fair;
    std::uint16_t questions = 0;  ///< Bits of Question.
    bool has(Question question) const { return (questions & bit(question)) != 0; }
    bool operator==(const Outcome&) const = default;
};

/// So many grades worse, 差 at the worst (A18.4).
scheme::Grade lowered(scheme::Grade grade, std::uint8_t by);

/// How many units of `count` may be graded 好.
std::uint32_t quota(const scheme::Grading& grading, std::size_t count);

/// A domain of which every unit's standing is known.
class DomainGrading {
public:
    /// `grading` must outlive it.
    /// @pre the scheme has passed check_structure; at least one unit, fewer than 2^32.
    DomainGrading(const scheme::Grading& grading, std::span<const Standing> units);

    /// Rank and grade of one of these units.
    Outcome outcome(const Standing& unit) const;

private:
    /// The lines that the domain's size draws through its ranking.
    struct Lines {
        std::uint32_t quota = 0;       ///< Ranks up to this are within the quota.
        std::uint32_t band = 0;        ///< Ranks above this are in the band graded 一般.
        std::uint32_t candidates = 0;  ///< Ranks above this are candidates for 一般.
        std::uint32_t freed_to = 0;    ///< Ranks up to this may take a place left free, none if 0.
    };

    /// 好 within the quota, 一般 within the band, else 较好; a tie across a line is left open.
    void place_by_rank(const Standing& unit, const Tie& tie, Outcome& outcome) const;
    void fill_freed_place(const Tie& tie, Outcome& outcome) const;

    const scheme::Grading* grading_;
    Ranking ranking_;
    Lines lines_;
};

/// Ranks and grades all units of one domain. Outcomes are in the order of `units`.
/// @pre the scheme has passed check_structure; fewer than 2^32 units.
std::vector<Outcome> grade_domain(const scheme::Grading& grading, std::span<const Standing> units);

/// A grade that people decided, departing from the proposal or confirming it. Index into the
/// domain's units.
struct Decision {
    std::size_t unit = 0;
    scheme::Grade grade = scheme::Grade::fair;
    std::string reason;
    Place place;
};

/// A decision in force, and the proposal in whose place it stands.
struct Settled {
    Decision decision;
    Outcome proposal;
};

/// Applies decisions to the proposal, settling the questions of the units they name. All are
/// applied or none.
/// @returns the outcomes, or every reason why not: `decision_without_reason`, `decision_above_bar`,
///   and, at the last decision for 好, `decision_over_quota`. `names` gives the units' names for
///   messages, `domain` the domain's.
[[nodiscard]] Checked<std::vector<Outcome>> decide(const scheme::Grading& grading,
                                                   std::span<const Standing> units,
                                                   std::vector<Outcome> proposal,
                                                   std::span<const Decision> decisions,
                                                   std::span<const std::string> names,
                                                   const std::string& domain);

/// The best grade that a barred unit can reach: the lowest that a bar of the scheme allows (A16.5,
/// A16.6), 一般 where the scheme lists none.
scheme::Grade best_when_barred(const scheme::Scheme& scheme);

/// What a grade entails (A17), in the order of the scheme.
std::vector<const scheme::Consequence*> consequences(const scheme::Scheme& scheme,
                                                     scheme::Grade grade);

}  // namespace heng::grade
