/// @file
/// The sheet of scores: what each task leaves a unit, the sums of categories, the indicator score,
/// the review and the total, rounded once (A9.3, A14).
#include "core/base/text.hpp"
#include "core/report/score_book_parts.hpp"

namespace heng::report {

namespace {

class ScoreRows {
public:
    ScoreRows(const Plan& plan, BookSheet& sheet) : plan_(plan), sheet_(sheet) {}

    void write(std::uint32_t index, const ScoredUnit& unit) {
        row_ = Plan::score_first + index;
        sheet_.put(row_, 0, count(std::int64_t{index} + 1), step_centre);
        sheet_.put(row_, 1, unit.standing.unit, fact_look);
        sheet_.put(row_, 2, unit.name, fact_look);
        for (std::size_t i = 0; i < plan_.tasks().size(); ++i) put_task(i, unit);
        put_categories(unit);
        const std::uint16_t column = plan_.indicator_column();
        std::string sum;
        for (const CategoryPlace& place : plan_.categories())
            sum += (sum.empty() ? "" : "+") + cell_name(row_, place.column);
        put(column, sum.empty() ? "0" : "ROUND(" + sum + ",4)", unit.score.indicator,
            result_number);
        const auto& review = unit.standing.review;
        sheet_.put(row_, plan_.review_column(), review ? CellValue(*review) : CellValue(),
                   fact_number);
        const Look total{Paint::result, Across::right,
                         static_cast<std::int8_t>(plan_.rounding().places)};
        put(plan_.total_column(), plan_.published(weighted(), plan_.parameter(Parameter::divisor)),
            unit.standing.published.total, total);
    }

private:
    void put(std::uint16_t column, std::string text, Decimal value, Look look) {
        sheet_.put(row_, column, Formula{std::move(text), value}, look);
    }

    void put_task(std::size_t index, const ScoredUnit& unit) {
        const Span findings = plan_.findings_span();
        const std::uint16_t column = plan_.tasks()[index].column;
        const std::string points =
            column_name(column) + '$' + std::to_string(Plan::score_points + 1);
        put(column,
            "ROUND(" + points + "-SUMIFS(" + findings.of(at(FindingColumn::net)) + ',' +
                findings.of(at(FindingColumn::unit_no)) + ",$A" + std::to_string(row_ + 1) + ',' +
                findings.of(at(FindingColumn::task_no)) + ',' + std::to_string(index + 1) + "),4)",
            unit.score.tasks[index].score(), step_number);
    }

    void put_categories(const ScoredUnit& unit) {
        std::size_t task = 0;
        for (const CategoryPlace& place : plan_.categories()) {
            const auto count = static_cast<std::uint16_t>(place.category->tasks.size());
            Decimal sum = count == 0 ? place.category->points : Decimal{};
            for (std::size_t i = 0; i < count; ++i) sum += unit.score.tasks[task++].score();
            const std::string first =
                cell_name(row_, static_cast<std::uint16_t>(place.column - count));
            const std::string last = cell_name(row_, static_cast<std::uint16_t>(place.column - 1));
            std::string formula = column_name(place.column);
            if (count == 0)
                formula.append("$").append(std::to_string(Plan::score_points + 1));
            else
                formula = join({"ROUND(SUM(", first, ":", last, "),4)"}, "");
            put(place.column, formula, sum, step_number);
        }
    }

    /// Whole ten-thousandths times whole factors: exact, so that the one rounding is exact too.
    std::string weighted() const {
        const std::string indicator = cell_name(row_, plan_.indicator_column());
        const std::string review = cell_name(row_, plan_.review_column());
        return "(ROUND(" + indicator + "*10000,0)*" + plan_.parameter(Parameter::indicator_factor) +
               "+ROUND(" + review + "*10000,0)*" + plan_.parameter(Parameter::review_factor) + ')';
    }

    const Plan& plan_;
    BookSheet& sheet_;
    std::uint32_t row_ = 0;
};

void put_points(const Plan& plan, BookSheet& sheet, std::uint16_t column, std::uint32_t row,
                std::uint16_t from, Decimal points) {
    sheet.put(Plan::score_points, column,
              Formula{on_sheet(plan.indicator_sheet) + fixed_cell(row, from), points},
              {Paint::heading, Across::right, -1});
}

void put_head(const Plan& plan, BookSheet& sheet) {
    const Words& words = plan.words();
    const std::uint16_t last = plan.total_column();
    sheet.merge({0, 0, 0, last}, plan.domain().domain.name + words("考核得分", ": scores"),
                title_look);
    sheet.merge(
        {1, 0, 1, last},
        words("任务得分＝分值－净扣分；总分＝（指标得分×占比＋述职评议×占比），只在此处取舍一次。",
              "A task keeps its points less what was lost; the total is composed and "
              "rounded here, once."),
        note_look);
    const std::array<std::string, 3> first{words("序", "No."), words("编号", "Id"),
                                           words("考核对象", "Unit")};
    for (std::uint16_t i = 0; i < 3; ++i) sheet.merge({2, i, 4, i}, first[i], heading_look);
    for (const CategoryPlace& place : plan.categories()) {
        const auto count = static_cast<std::uint16_t>(place.category->tasks.size());
        sheet.merge({2, static_cast<std::uint16_t>(place.column - count), 2, place.column},
                    place.category->no + "、" + place.category->name, heading_look);
        sheet.put(3, place.column, words("小计", "Sum"), heading_look);
        put_points(plan, sheet, place.column, place.indicators_row, 1, place.category->points);
    }
    for (const TaskPlace& place : plan.tasks()) {
        sheet.put(3, place.column, place.task->no + place.task->name, heading_look);
        put_points(plan, sheet, place.column, place.indicators_row, 3, place.task->points);
    }
    const scheme::Composition& parts = plan.scheme().composition;
    const std::array<std::string, 3> totals{
        words("指标得分", "Indicators") + "\n×" + parts.indicators_percent.text() + "%",
        words("述职评议", "Review") + "\n×" + parts.review_percent.text() + "%",
        words("总分", "Total")};
    for (std::uint16_t i = 0; i < 3; ++i) {
        const auto column = static_cast<std::uint16_t>(plan.indicator_column() + i);
        sheet.merge({2, column, 3, column}, totals[i], heading_look);
    }
    const Look points{Paint::heading, Across::right, -1};
    sheet.put(4, plan.indicator_column(),
              Formula{on_sheet(plan.indicator_sheet) + fixed_cell(1, 1), plan.table().points},
              points);
    sheet.put(4, plan.review_column(),
              Formula{plan.parameter(Parameter::review_full), parts.review_full}, points);
    sheet.put(4, plan.total_column(), {}, points);
}

}  // namespace

BookSheet score_sheet(const Plan& plan) {
    BookSheet sheet;
    sheet.name = plan.score_sheet;
    sheet.widths = {5, 9, 16};
    sheet.widths.resize(plan.indicator_column(), 9);
    sheet.widths.insert(sheet.widths.end(), {10, 10, 10});
    put_head(plan, sheet);
    ScoreRows rows(plan, sheet);
    const auto& units = plan.domain().units;
    for (std::uint32_t i = 0; i < units.size(); ++i) rows.write(i, units[i]);
    sheet.frozen_rows = Plan::score_first;
    sheet.frozen_columns = 3;
    sheet.page = {true, 2, 3, 0};
    fit_heights(sheet, 1);
    return sheet;
}

}  // namespace heng::report
