#include "core/paper/indicator_table.hpp"

namespace heng::paper {

Table indicator_table(const scheme::Table& source) {
    Table table = make_table(
        {{"考核指标", 5}, {"基本任务", 7}, {"任务要求", 16}, {"扣分细则", 24}, {"考核责任单位", 7}},
        3);
    table.merged_last = 1;
    for (const scheme::Category& category : source.categories)
        for (const scheme::Task& task : category.tasks) {
            std::string name = typeset(task.no + task.name) + "（" + task.points.text() + "分）";
            const std::string assessors = or_dash(list(task.assessors));
            if (task.illustrative) name += "（演示用）";
            std::string requirement = or_dash(typeset(task.requirement));
            if (!task.requirement_complete) requirement += "（原文不完整）";
            const std::string head = category.no + "、" + typeset(category.name) + "（" +
                                     category.points.text() + "分）";
            if (task.clauses.empty())
                table.content.rows.push_back({head, name, requirement, or_dash(""), assessors});
            for (const scheme::Clause& clause : task.clauses) {
                std::string text = clause.no + "." + typeset(clause.text);
                if (clause.assessors) text += "【" + list(*clause.assessors) + "】";
                table.content.rows.push_back({head, name, requirement, std::move(text), assessors});
            }
        }
    return table;
}

Table term_table(const scheme::Scheme& scheme) {
    Table table = make_table({{"事项", 14}, {"时限", 6}, {"依据", 6}});
    for (const scheme::Term& one : scheme.calendar.terms) {
        std::string limit = std::to_string(one.count);
        if (one.unit == scheme::TermUnit::days) limit += "日";
        if (one.unit == scheme::TermUnit::working_days) limit += "个工作日";
        if (one.unit == scheme::TermUnit::date)
            limit = print_month_day(one.month_day.value_or("")) + "前";
        table.content.rows.push_back(
            {typeset(one.text), limit,
             one.cites == "convention" ? "本系统约定" : print_article(one.cites)});
    }
    return table;
}

}  // namespace heng::paper
