#pragma once
/// @file
/// The sheets of a score book and where on them everything stands, so that each can refer to the
/// others. Inside core/report only.
#include "core/report/score_book.hpp"
#include "core/report/words.hpp"

#include <array>
#include <string_view>

namespace heng::report {

/// Figures that formulas of several sheets use, in the order of their rows.
enum class Parameter : std::uint8_t {
    indicators_percent,
    review_percent,
    indicators_full,
    review_full,
    indicator_factor,
    review_factor,
    divisor,
    same_case,
    quota_percent,
    ordinary_band,
    candidate_band,
    freed_place,
    barred_best,
    grade_good,
    grade_fair,
    grade_ordinary,
    grade_poor,
    question_first,
};

/// Columns of the findings; those from `unit_no` on are the steps of the computation.
enum class FindingColumn : std::uint16_t {
    number,
    unit,
    name,
    task,
    branch,
    text,
    occurred_on,
    note,
    case_id,
    value,
    asked,
    counts,
    taken,
    reason,
    instead,
    body,
    source,
    recorded_on,
    confirmed_on,
    unit_no,
    branch_no,
    task_no,
    effect,
    method,
    price,
    step,
    adds_up,
    alone,
    competes,
    compared,
    account,
    total,
    cost,
    standing,
    added,
    limit,
    within_cap,
    write_off,
    already,
    within_task,
    floor,
    net,
};
constexpr std::uint16_t at(FindingColumn column) {
    return static_cast<std::uint16_t>(column);
}

/// Columns of the rules, one row a branch.
enum class RuleColumn : std::uint16_t {
    number,
    branch,
    task_no,
    task,
    clause,
    text,
    effect,
    method,
    points,
    most,
    step,
    target,
    direction,
    rest,
    adds_up,
    account,
    limit,
    limit_points,
    floor,
    floor_points,
    write_off,
    task_points,
    price,
};
constexpr std::uint16_t at(RuleColumn column) {
    return static_cast<std::uint16_t>(column);
}

/// Columns of the ranking.
enum class RankColumn : std::uint16_t {
    rank,
    unit,
    name,
    indicator,
    review,
    total,
    limit,
    serious,
    no_progress,
    lowered,
    proposed,
    questions,
    decided,
    decided_why,
    grade,
    grounds,
    entails,
    published_total,
    published_rank,
    published_grade,
    agrees,
    unit_no,
    tied,
    last,
    best,
    eligible,
    freed,
    by_rank,
    code,
    range_best,
    range_worst,
};
constexpr std::uint16_t at(RankColumn column) {
    return static_cast<std::uint16_t>(column);
}

/// A column of a sheet from its first to its last row of data, as others refer to it.
struct Span {
    std::string sheet;  ///< With its exclamation mark, or empty on the same sheet.
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    /// `'规则'!$C$5:$C$20`
    std::string of(std::uint16_t column) const;
};

/// How ways of counting and effects are called in the book.
struct BookWords {
    std::string deduct, award, zero, veto;
    std::string once, each, shortfall, excess, level, chosen, chosen_each;
};

/// Where a task stands in the table of scores.
struct TaskPlace {
    const scheme::Category* category;
    const scheme::Task* task;
    std::uint16_t column;          ///< On the sheet of scores.
    std::uint32_t indicators_row;  ///< On the sheet of indicators.
};
struct CategoryPlace {
    const scheme::Category* category;
    std::uint16_t column;  ///< Of its sum.
    std::uint32_t indicators_row;
};

/// The plan of the book, known before any cell is written.
class Plan {
public:
    Plan(const ScoredDomain& domain, Language language);

    const ScoredDomain& domain() const { return *domain_; }
    const scheme::Scheme& scheme() const { return domain_->scheme; }
    const score::Rules& rules() const { return domain_->rules; }
    const scheme::Table& table() const { return *table_; }
    const Words& words() const { return words_; }
    Language language() const { return language_; }
    const BookWords& book_words() const { return book_words_; }
    const std::vector<TaskPlace>& tasks() const { return tasks_; }
    const std::vector<CategoryPlace>& categories() const { return categories_; }
    std::size_t findings() const { return findings_; }

    std::string about_sheet, parameter_sheet, indicator_sheet, rule_sheet, finding_sheet,
        score_sheet, rank_sheet;

    static constexpr std::uint32_t parameter_first = 2;
    static constexpr std::uint32_t indicator_first = 3;
    static constexpr std::uint32_t rule_first = 3;
    static constexpr std::uint32_t finding_first = 4;
    static constexpr std::uint32_t score_first = 5;
    static constexpr std::uint32_t score_points = 4;  ///< The row with the points of each task.
    static constexpr std::uint32_t rank_first = 6;

    std::string parameter(Parameter one, std::uint32_t after = 0) const;
    std::string grades() const;  ///< The four words, best first.

    Span rules_span() const;
    Span units_span() const;     ///< On the sheet of scores.
    Span findings_span() const;  ///< From the heading on, so that it is never empty.
    std::uint16_t indicator_column() const { return indicator_column_; }
    std::uint16_t review_column() const { return indicator_column_ + 1; }
    std::uint16_t total_column() const { return indicator_column_ + 2; }

    Rounding rounding() const;
    /// `number` is a whole number of ten-thousandths times `scale`; the formula of the published
    /// figure. Both are exact in binary, so that a half is a half.
    std::string published(const std::string& number, const std::string& scale) const;
    /// How a mode is called by spreadsheets.
    static std::string function_of(RoundingMode mode);

private:
    const ScoredDomain* domain_;
    const scheme::Table* table_;
    Language language_;
    Words words_;
    BookWords book_words_;
    std::vector<TaskPlace> tasks_;
    std::vector<CategoryPlace> categories_;
    std::size_t findings_ = 0;
    std::uint16_t indicator_column_ = 0;
};

inline constexpr Look title_look{Paint::title, Across::centre, -1};
inline constexpr Look note_look{Paint::note, Across::left, -1};
inline constexpr Look heading_look{Paint::heading, Across::centre, -1};
inline constexpr Look fact_look{Paint::fact, Across::left, -1};
inline constexpr Look fact_number{Paint::fact, Across::right, -1};
inline constexpr Look fact_centre{Paint::fact, Across::centre, -1};
inline constexpr Look step_look{Paint::step, Across::left, -1};
inline constexpr Look step_number{Paint::step, Across::right, -1};
inline constexpr Look step_centre{Paint::step, Across::centre, -1};
inline constexpr Look result_number{Paint::result, Across::right, -1};
inline constexpr Look result_centre{Paint::result, Across::centre, -1};

BookSheet about_sheet(const Plan& plan);
BookSheet parameter_sheet(const Plan& plan);
BookSheet indicator_sheet(const Plan& plan);
BookSheet rule_sheet(const Plan& plan);
/// `rules` is the sheet that its formulas look up.
BookSheet finding_sheet(const Plan& plan, const BookSheet& rules);
BookSheet score_sheet(const Plan& plan);
BookSheet rank_sheet(const Plan& plan);

/// A whole number as a cell.
inline Decimal count(std::int64_t number) {
    return Decimal::whole(number);
}

}  // namespace heng::report
