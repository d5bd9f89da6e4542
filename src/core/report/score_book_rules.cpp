/// @file
/// The sheets of a score book that say the rules: the indicator table as it was issued, each of its
/// branches as it is computed, and the figures of composition and grading.
#include "core/base/text.hpp"
#include "core/report/score_book_parts.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace heng::report {

namespace {

using scheme::Basis;
using scheme::Effect;

/// As the published tables have it: who records findings on this clause only stands behind it.
std::string clause_words(const scheme::Clause& clause) {
    std::string out = clause.no + "." + clause.text;
    if (clause.assessors) out += "【" + join(*clause.assessors, "、") + "】";
    return out;
}

/// One task of the indicator table, its clauses below each other. It can be imported again.
void put_task(const TaskPlace& place, BookSheet& sheet) {
    const scheme::Task& task = *place.task;
    const std::uint32_t first = place.indicators_row;
    const auto clauses = static_cast<std::uint32_t>(task.clauses.size());
    const std::uint32_t last = first + std::max<std::uint32_t>(clauses, 1) - 1;
    sheet.merge({first, 2, last, 2}, task.no + task.name + (task.illustrative ? "（演示用）" : ""),
                step_look);
    sheet.merge({first, 3, last, 3}, task.points, fact_centre);
    sheet.merge({first, 4, last, 4},
                task.requirement + (task.requirement_complete ? "" : "（原文不完整）"), step_look);
    sheet.merge({first, 6, last, 6}, join(task.assessors, "、"), step_look);
    if (clauses == 0) sheet.put(first, 5, {}, step_look);
    for (std::uint32_t i = 0; i < clauses; ++i)
        sheet.put(first + i, 5, clause_words(task.clauses[i]), step_look);
}

std::string name_of(const BookWords& words, Effect effect) {
    switch (effect) {
        case Effect::deduct: return words.deduct;
        case Effect::award: return words.award;
        case Effect::zero: return words.zero;
        case Effect::veto: return words.veto;
    }
    return {};
}

std::string method_of(const BookWords& words, const score::Rule& rule) {
    if (rule.meaning == scheme::ValueMeaning::points)
        return rule.basis == Basis::once ? words.chosen : words.chosen_each;
    switch (rule.basis) {
        case Basis::once: return words.once;
        case Basis::each: return words.each;
        case Basis::shortfall: return words.shortfall;
        case Basis::excess: return words.excess;
        case Basis::level: return words.level;
    }
    return {};
}

Decimal number(std::int64_t units) {
    return Decimal::of_units(units);
}

/// One from `index`, nothing for `no_index`: groups are numbered from 1, 0 stands for none.
Decimal group_number(std::uint32_t index) {
    return index == score::no_index ? Decimal{} : count(std::int64_t{index} + 1);
}

/// Writes the row of one branch.
class RuleRow {
public:
    RuleRow(const Plan& plan, score::BranchIndex index, BookSheet& sheet)
        : plan_(plan),
          rules_(plan.rules()),
          rule_(rules_.branches[index]),
          origin_(rules_.origins[index]),
          row_(Plan::rule_first + index),
          sheet_(sheet) {
        put(RuleColumn::number, count(std::int64_t{index} + 1), step_centre);
    }

    void write() {
        const BookWords& words = plan_.book_words();
        put(RuleColumn::branch, origin_.branch->id, fact_centre);
        put(RuleColumn::task_no, count(std::int64_t{rule_.task} + 1), step_centre);
        put(RuleColumn::task, origin_.task->no + origin_.task->name, step_look);
        put(RuleColumn::clause, origin_.clause->no, step_centre);
        const std::string& text = origin_.branch->text;
        put(RuleColumn::text, text.empty() ? origin_.clause->text : text, step_look);
        put(RuleColumn::effect, name_of(words, rule_.effect), step_centre);
        put(RuleColumn::method, method_of(words, rule_), step_centre);
        put_amount();
        put_counting();
        put_limits();
    }

private:
    void put(RuleColumn column, CellValue value, Look look) {
        sheet_.put(row_, at(column), std::move(value), look);
    }
    void formula(RuleColumn column, std::string text, Decimal value) {
        put(column, Formula{std::move(text), value}, step_number);
    }
    std::string cell(RuleColumn column) const { return cell_name(row_, at(column)); }
    std::string task_points() const {
        return on_sheet(plan_.indicator_sheet) +
               fixed_cell(plan_.tasks()[rule_.task].indicators_row, 3);
    }

    void put_amount() {
        const scheme::Branch& branch = *origin_.branch;
        const Decimal points = number(rule_.points);
        if (rule_.effect == Effect::zero)
            formula(RuleColumn::points, task_points(), points);
        else if (rule_.effect != Effect::veto && branch.percent_of_task)
            formula(RuleColumn::points,
                    "ROUND(" + task_points() + '*' + branch.percent_of_task->text() + "/100,4)",
                    points);
        else
            put(RuleColumn::points, points, fact_number);
        const bool is_open = rule_.meaning == scheme::ValueMeaning::points;
        const bool is_bounded = is_open && rule_.points_max != score::all_points;
        put(RuleColumn::most, is_bounded ? CellValue(number(rule_.points_max)) : CellValue(),
            fact_number);
        // Levels of one clause are compared by what their caps leave of them.
        const bool compared = rule_.group != score::no_index && rule_.limit != score::no_index;
        const std::string limit = cell(RuleColumn::limit_points);
        if (is_open && !compared)
            put(RuleColumn::price, count(beyond_any_table), step_number);
        else if (is_open)
            formula(RuleColumn::price, limit, number(rules_.limits[rule_.limit]));
        else
            formula(RuleColumn::price,
                    compared ? "MIN(" + cell(RuleColumn::points) + ',' + limit + ')'
                             : cell(RuleColumn::points),
                    compared ? std::min(points, number(rules_.limits[rule_.limit])) : points);
    }

    static constexpr std::int64_t beyond_any_table = 9'999'999'999;

    void put_counting() {
        const bool is_stepped = rule_.meaning != scheme::ValueMeaning::points &&
                                rule_.basis != Basis::once && rule_.basis != Basis::level;
        const bool is_measured = rule_.meaning == scheme::ValueMeaning::measured && is_stepped;
        put(RuleColumn::step, is_stepped ? CellValue(number(rule_.step)) : CellValue(),
            fact_number);
        put(RuleColumn::target, is_measured ? CellValue(number(rule_.target)) : CellValue(),
            fact_number);
        put(RuleColumn::direction, count(is_measured && rule_.sign < 0 ? -1 : 1), step_centre);
        put(RuleColumn::rest, count(static_cast<std::int64_t>(rule_.partial)), fact_centre);
        put(RuleColumn::adds_up, count(rule_.adds_up ? 1 : 0), step_centre);
        put(RuleColumn::account, count(std::int64_t{rule_.account} + 1), step_centre);
    }

    void put_limits() {
        const std::string points = task_points();
        const Decimal task = number(rules_.tasks[rule_.task]);
        put(RuleColumn::limit, group_number(rule_.limit), step_centre);
        if (rule_.limit == score::no_index)
            put(RuleColumn::limit_points, {}, fact_number);
        else if (origin_.branch->cap->whole_task)
            formula(RuleColumn::limit_points, points, number(rules_.limits[rule_.limit]));
        else
            put(RuleColumn::limit_points, number(rules_.limits[rule_.limit]), fact_number);
        put(RuleColumn::floor, group_number(rule_.floor), step_centre);
        if (rule_.floor == score::no_index)
            put(RuleColumn::floor_points, {}, step_number);
        else
            formula(RuleColumn::floor_points, floor_points(), number(rules_.floors[rule_.floor]));
        put(RuleColumn::write_off, group_number(rule_.write_off), step_centre);
        formula(RuleColumn::task_points, points, task);
    }

    std::string floor_points() const {
        if (plan_.scheme().settings.floor == scheme::Floor::task) return task_points();
        for (const CategoryPlace& place : plan_.categories())
            if (place.category == origin_.category)
                return on_sheet(plan_.indicator_sheet) + fixed_cell(place.indicators_row, 1);
        return {};
    }

    const Plan& plan_;
    const score::Rules& rules_;
    const score::Rule& rule_;
    const score::Rules::Origin& origin_;
    std::uint32_t row_;
    BookSheet& sheet_;
};

std::vector<std::string> rule_headings(const Words& words) {
    return {words("序", "No."),
            words("分句", "Branch"),
            words("任务序", "Task no."),
            words("基本任务", "Task"),
            words("细则", "Clause"),
            words("扣分细则（分句）", "Branch text"),
            words("效果", "Effect"),
            words("方式", "Method"),
            words("每步分值", "Points a step"),
            words("最多", "At most"),
            words("步长", "Step"),
            words("目标数", "Target"),
            words("方向", "Direction"),
            words("余数", "Rest"),
            words("累加", "Adds up"),
            words("合并组", "Account"),
            words("上限组", "Cap group"),
            words("上限分", "Cap"),
            words("扣完组", "Floor group"),
            words("可扣分", "To lose"),
            words("不得分组", "Zero group"),
            words("任务分值", "Task points"),
            words("计算单价", "Price")};
}

}  // namespace

BookSheet indicator_sheet(const Plan& plan) {
    const Words& words = plan.words();
    BookSheet sheet;
    sheet.name = plan.indicator_sheet;
    sheet.widths = {14, 7, 18, 7, 44, 56, 18};
    const scheme::Table& table = plan.table();
    const std::string title =
        table.title.empty() ? plan.domain().domain.name + words("考核指标体系", ": indicators")
                            : table.title;
    sheet.merge({0, 0, 0, 6}, title, title_look);
    sheet.put(1, 0, words("满分", "Points"), heading_look);
    std::string sum;
    for (const CategoryPlace& place : plan.categories())
        sum += (sum.empty() ? "" : "+") + cell_name(place.indicators_row, 1);
    sheet.put(1, 1, Formula{sum.empty() ? "0" : sum, table.points}, result_number);
    const std::array<std::string, 7> headings{
        words("考核指标", "Category"),     words("分值", "Points"),
        words("基本任务", "Task"),         words("分值", "Points"),
        words("任务要求", "Requirement"),  words("扣分细则", "Clause"),
        words("考核责任单位", "Assessors")};
    for (std::uint16_t i = 0; i < column_count(headings); ++i)
        sheet.put(2, i, headings[i], heading_look);
    for (const TaskPlace& place : plan.tasks()) put_task(place, sheet);
    for (const CategoryPlace& place : plan.categories()) {
        std::uint32_t end = place.indicators_row;
        for (const scheme::Task& task : place.category->tasks)
            end += std::max<std::uint32_t>(static_cast<std::uint32_t>(task.clauses.size()), 1);
        end = std::max(end, place.indicators_row + 1) - 1;
        sheet.merge({place.indicators_row, 0, end, 0},
                    place.category->no + "、" + place.category->name, step_look);
        sheet.merge({place.indicators_row, 1, end, 1}, place.category->points, fact_centre);
    }
    sheet.frozen_rows = Plan::indicator_first;
    sheet.page = {true, 2, 1, 0};
    fit_heights(sheet, 0);
    return sheet;
}

BookSheet rule_sheet(const Plan& plan) {
    BookSheet sheet;
    sheet.name = plan.rule_sheet;
    const Words& words = plan.words();
    const std::vector<std::string> headings = rule_headings(words);
    sheet.widths = {5, 9, 7, 20, 6, 44, 8, 8, 9, 7, 9, 9, 6, 6, 6, 7, 7, 7, 7, 7, 9, 9, 12};
    const auto last = static_cast<std::uint16_t>(headings.size() - 1);
    sheet.merge({0, 0, 0, last}, words("计分规则（逐分句）", "The rules, branch by branch"),
                title_look);
    sheet.merge(
        {1, 0, 1, last},
        words("余数：0 舍去，1 进一，2 按比例。方向：−1 低于目标数扣分，1 高于目标数扣分。组号为 0 "
              "的不受该项限制；同一组合计计算。",
              "Rest: 0 dropped, 1 a whole step, 2 its share. Direction: −1 below the target, 1 "
              "above it. Group 0: no such limit; branches of one group are counted together."),
        note_look);
    for (std::uint16_t i = 0; i <= last; ++i) sheet.put(2, i, headings[i], heading_look);
    for (score::BranchIndex i = 0; i < plan.rules().branches.size(); ++i)
        RuleRow(plan, i, sheet).write();
    sheet.frozen_rows = Plan::rule_first;
    sheet.frozen_columns = 2;
    sheet.page = {true, 2, 1, 0};
    fit_heights(sheet, 1);
    return sheet;
}

}  // namespace heng::report
