/// @file
/// 任务评分表: what a task came to, for those who settle and sign it.
#include "core/cycle/sheet_need.hpp"
#include "core/cycle/year_end.hpp"
#include "core/paper/drafts.hpp"
#include "core/paper/matters.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

class Sheet {
public:
    Sheet(const YearFacts& year, const cycle::UnitId& unit)
        : year_(year),
          unit_(unit),
          domain_(year.domain_of(unit)),
          sheet_(cycle::sheet_of(year.cycle, year.rulebook, unit, domain_)) {}

    Paper write(std::string_view only) {
        Paper paper;
        paper.kind = "task_sheet";
        paper.form = Form::plain;
        paper.direction = Direction::internal;
        paper.title = {year_.unit_name(unit_), year_.year(), "党建工作成效考核", "任务评分表"};
        paper.is_landscape = true;
        Pen pen(paper.body);
        pen.say("领域：" + year_.domain_name(domain_) + "。指标体系版本：" + edition() + "。");
        if (only.empty()) totals(pen);
        for (const scheme::Category& category : year_.scheme().find_table(domain_)->categories) {
            if (only.empty()) say_category(category, pen);
            for (const scheme::Task& task : category.tasks)
                if (only.empty() || task.no == only) write_task(task, pen);
        }
        const std::string uncounted = without_clause(sheet_);
        if (!uncounted.empty()) pen.say(uncounted);
        pen.convention(year_.scheme(), "floor");
        pen.convention(year_.scheme(), "same_case");
        pen.convention(year_.scheme(), "sheet_settled");
        return paper;
    }

private:
    std::string edition() const {
        const cycle::Edition* const found = year_.cycle.indicators.edition_on(year_.day);
        return or_dash(found == nullptr ? std::string() : found->id);
    }

    void totals(Pen& pen) const {
        const auto review = year_.cycle.reviews.score_of(unit_);
        std::string out = "指标总分" + sheet_.score.points.text() + "分，指标考核得分" +
                          sheet_.score.indicator.text() + "分；";
        if (!review) {
            pen.say(out + "述职评议考核得分尚未录入。");
            return;
        }
        const auto published = year_.rulebook.composer().publish(sheet_.score.indicator, *review);
        pen.say(out + "述职评议考核得分" + review->text() + "分；总分" +
                year_.published(published.total) + "分。");
        if (sheet_.score.vetoed) pen.say("有一票否决事项。");
    }

    void say_category(const scheme::Category& category, Pen& pen) const {
        const Decimal lost = cycle::category_lost(year_.rulebook, domain_, category, sheet_);
        pen.say("考核指标：" + typeset(category.no + "、" + category.name) + "。分值" +
                category.points.text() + "分，扣" + lost.text() + "分。");
    }

    void write_task(const scheme::Task& task, Pen& pen) const {
        const auto figures = cycle::figures_of(year_.rulebook, domain_, task.no, sheet_);
        pen.head(typeset(task.no + task.name));
        pen.say("分值" + figures.points.text() + "分，扣" + figures.lost.text() + "分，加" +
                figures.gained.text() + "分，得" + figures.score().text() + "分。考核责任单位：" +
                list(cycle::assessors_of(task)) + "。");
        Table all = deduction_table(year_, sheet_, domain_);
        const std::string name = typeset(task.no + task.name);
        std::erase_if(all.content.rows, [&name](const auto& row) { return row.front() != name; });
        pen.table(std::move(all), "没有经确认的扣分记录。");
        standing(task, pen);
    }

    void standing(const scheme::Task& task, Pen& pen) const {
        const cycle::SheetKey key{unit_, domain_, task.no};
        const cycle::Sheet* const found = year_.cycle.year_end.find(key);
        if (found != nullptr) {
            std::string said =
                "核定单位：" + found->body + "，核定日期：" + print_day(found->settled_on) + "。";
            if (found->signed_on)
                said += "签认单位：" + found->signed_for + "，签认日期：" +
                        print_day(*found->signed_on) + "。";
            pen.say(said);
        }
        const auto need = cycle::need_of(year_.cycle, year_.rulebook, key, sheet_);
        if (year_.cycle.stage >= cycle::Stage::year_end && need)
            pen.say("待办：" + std::string(cycle::zh(*need)) + "。");
        pen.say("核定人：　　　　　　签认人：　　　　　　日期：　　　　　　");
    }

    const YearFacts& year_;
    const cycle::UnitId& unit_;
    cycle::DomainId domain_;
    cycle::UnitSheet sheet_;
};

}  // namespace

Checked<Paper> task_sheet(const YearFacts& year, const cycle::UnitId& unit, std::string_view task) {
    const auto unknown = [](const char* zh, const char* en, std::string_view id) {
        return tl::unexpected(Issues{{Code::record_unknown, {}, {zh, en, std::string(id)}}});
    };
    const cycle::DomainId domain = year.domain_of(unit);
    if (domain.empty() || year.scheme().find_domain(domain) == nullptr)
        return unknown("考核对象", "unit", unit);
    if (!task.empty() && year.rulebook.find_task(domain, task) == nullptr)
        return unknown("基本任务", "task", task);
    return Sheet(year, unit).write(task);
}

}  // namespace heng::paper
