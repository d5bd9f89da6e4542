#include "core/report/score_book_parts.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::report {

namespace {

BookWords words_of(const Words& words) {
    return {words("扣分", "deduct"),
            words("加分", "award"),
            words("不得分", "zero"),
            words("否决", "veto"),
            words("一次", "once"),
            words("按数", "each"),
            words("不足", "below"),
            words("超出", "above"),
            words("选档", "level"),
            words("酌定", "chosen"),
            words("酌定累计", "chosen, counted")};
}

/// Rows that a task takes on the sheet of indicators.
std::uint32_t rows_of(const scheme::Task& task) {
    return std::max<std::uint32_t>(static_cast<std::uint32_t>(task.clauses.size()), 1);
}

}  // namespace

std::string Span::of(std::uint16_t column) const {
    return sheet + fixed_cell(first, column) + ':' + fixed_cell(last, column);
}

Plan::Plan(const ScoredDomain& domain, Language language)
    : domain_(&domain),
      table_(domain.scheme.find_table(domain.domain.id)),
      language_(language),
      words_(language),
      book_words_(words_of(words_)) {
    INVARIANT(table_ != nullptr && !domain.units.empty(), "a domain with a table and units");
    about_sheet = words_("说明", "About");
    parameter_sheet = words_("参数", "Parameters");
    indicator_sheet = words_("指标", "Indicators");
    rule_sheet = words_("规则", "Rules");
    finding_sheet = words_("扣分记录", "Findings");
    score_sheet = words_("得分", "Scores");
    rank_sheet = words_("排名与等次", "Ranks and grades");
    std::uint16_t column = 3;
    std::uint32_t row = indicator_first;
    for (const scheme::Category& category : table_->categories) {
        const std::uint32_t category_row = row;
        for (const scheme::Task& task : category.tasks) {
            tasks_.push_back({&category, &task, column++, row});
            row += rows_of(task);
        }
        if (category.tasks.empty()) ++row;
        categories_.push_back({&category, column++, category_row});
    }
    indicator_column_ = column;
    for (const ScoredUnit& unit : domain.units) findings_ += unit.findings.size();
}

std::string Plan::parameter(Parameter one, std::uint32_t after) const {
    return on_sheet(parameter_sheet) +
           fixed_cell(parameter_first + static_cast<std::uint32_t>(one) + after, 1);
}

std::string Plan::grades() const {
    const std::uint32_t first = parameter_first + static_cast<std::uint32_t>(Parameter::grade_good);
    return Span{on_sheet(parameter_sheet), first, first + 3}.of(1);
}

Span Plan::rules_span() const {
    const auto count =
        std::max<std::uint32_t>(static_cast<std::uint32_t>(rules().branches.size()), 1);
    return {on_sheet(rule_sheet), rule_first, rule_first + count - 1};
}

Span Plan::units_span() const {
    const auto count = static_cast<std::uint32_t>(domain().units.size());
    return {on_sheet(score_sheet), score_first, score_first + count - 1};
}

Span Plan::findings_span() const {
    const auto count = static_cast<std::uint32_t>(findings_);
    return {on_sheet(finding_sheet), finding_first - 1, finding_first + count - 1};
}

Rounding Plan::rounding() const {
    return scheme().settings.rounding.value_or(Rounding{4, RoundingMode::half_up});
}

std::string Plan::function_of(RoundingMode mode) {
    switch (mode) {
        case RoundingMode::half_up: return "ROUND";
        case RoundingMode::down: return "ROUNDDOWN";
        case RoundingMode::up: return "ROUNDUP";
    }
    return {};
}

std::string Plan::published(const std::string& number, const std::string& scale) const {
    const Rounding how = rounding();
    const std::string cut = '1' + std::string(static_cast<std::size_t>(4 - how.places), '0');
    const std::string kept = '1' + std::string(static_cast<std::size_t>(how.places), '0');
    const std::string divisor = scale.empty() ? cut : '(' + scale + '*' + cut + ')';
    return function_of(how.mode) + '(' + number + '/' + divisor + ",0)/" + kept;
}

}  // namespace heng::report
