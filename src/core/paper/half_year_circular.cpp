/// @file
/// The half-year circular (A12.6 to A12.8): progress, evaluations, shortcomings and suggestions,
/// domain by domain and unit by unit.
#include "core/base/invariant.hpp"
#include "core/cycle/half_year.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

namespace heng::paper {

namespace {

using report::Align;

struct Row {
    std::string submitted;
    std::string evaluation;
    std::string comments;
};

Row row_of(const cycle::HalfYear& half_year, const cycle::UnitId& unit) {
    const cycle::SelfCheck* const found = half_year.find_self_check(unit);
    if (found == nullptr) return {"未报送", or_dash(""), or_dash("")};
    Row out{"未报送", or_dash(""), or_dash("")};
    if (found->submission) out.submitted = print_day(found->submission->submitted_on);
    if (found->evaluation) {
        out.evaluation = or_dash(found->evaluation->evaluation);
        out.comments = or_dash(found->evaluation->comments);
    }
    return out;
}

class Circular {
public:
    explicit Circular(const Issued& issued)
        : issued_(issued), year_(issued.year), half_year_(year_.cycle.half_year) {
        INVARIANT(half_year_.circular, "the event published the circular");
    }

    Paper write() && {
        Paper paper = begin(issued_, "通报", Form::document, Direction::down);
        paper.tag = "半年评估";
        paper.title = {"关于", year_.year(), "党建工作成效考核", "半年评估情况的", "通报"};
        paper.to = everyone();
        paper.retention = Retention::permanent;
        say_extract(issued_, paper);
        Pen pen(paper.body);
        pen.say("根据" + year_.article("A12.1") + "规定，现将" + year_.year() +
                "党建工作成效考核半年评估情况通报如下。");
        pen.level1("总体情况");
        pen.say(ended(half_year_.circular->text));
        pen.level1("工作完成进度");
        pen.table(progress(), "没有参加考核的单位。");
        remarks(pen);
        pen.level1("整改要求");
        pen.say("有工作建议的考核对象应及时整改，分别向" + issued_.document.issuer +
                "、主要考核责任单位及有关部门反馈整改落实情况（" + print_article("A11.8") + "、" +
                print_article("A12.8") + "）。");
        pen.term(year_.scheme(), "reminder_answered");
        paper.annexes.push_back({"各考核对象半年评估结果", true, {evaluations()}});
        return paper;
    }

private:
    /// What the leads found, and what they had to find it from.
    Table progress() const {
        Table table = make_table({{"领域", 7},
                                  {"主要考核责任单位", 9},
                                  {"考核对象数", 6, Align::end},
                                  {"已报送自查", 6, Align::end},
                                  {"已审核评价", 6, Align::end},
                                  {"汇总日期", 8}});
        for (const scheme::Domain& domain : year_.scheme().domains) {
            const auto units = year_.state.participants(year_.cycle, domain.id, year_.day);
            if (units.empty()) continue;
            std::size_t submitted = 0;
            std::size_t reviewed = 0;
            for (const cycle::Unit* const unit : units) {
                const cycle::SelfCheck* const found = half_year_.find_self_check(unit->id);
                if (found == nullptr) continue;
                if (found->submission) ++submitted;
                if (found->evaluation) ++reviewed;
            }
            const auto collected = half_year_.collected.find(domain.id);
            table.content.rows.push_back({typeset(domain.name), domain.lead,
                                          std::to_string(units.size()), std::to_string(submitted),
                                          std::to_string(reviewed),
                                          collected == half_year_.collected.end()
                                              ? or_dash("")
                                              : print_day(collected->second.collected_on)});
        }
        return table;
    }

    void remarks(Pen& pen) const {
        pen.level1("存在不足和工作建议");
        Table table = make_table({{"考核对象", 6}, {"点评", 12}, {"工作建议", 12}});
        for (const auto& [unit, one] : half_year_.circular->remarks)
            if (issued_.is_read(unit))
                table.content.rows.push_back(
                    {year_.unit_name(unit), or_dash(one.comments), or_dash(one.suggestions)});
        pen.table(std::move(table), "未对个别考核对象提出点评。");
    }

    Table evaluations() const {
        Table table = make_table({{"领域", 5},
                                  {"考核对象", 8},
                                  {"自查报送日期", 7},
                                  {"主要考核责任单位审核评价", 14},
                                  {"审核意见", 10}},
                                 1);
        for (const scheme::Domain& domain : year_.scheme().domains)
            for (const cycle::Unit* const unit :
                 year_.state.participants(year_.cycle, domain.id, year_.day)) {
                if (!issued_.is_read(unit->id)) continue;
                const Row row = row_of(half_year_, unit->id);
                table.content.rows.push_back({typeset(domain.name), unit->on(year_.day).name,
                                              row.submitted, row.evaluation, row.comments});
            }
        return table;
    }

    const Issued& issued_;
    const YearFacts& year_;
    const cycle::HalfYear& half_year_;
};

}  // namespace

Paper half_year_circular(const Issued& issued) {
    return Circular(issued).write();
}

}  // namespace heng::paper
