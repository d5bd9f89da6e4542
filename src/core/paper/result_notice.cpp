/// @file
/// The notice of the result to one unit: score, rank, grade with its reasons, what follows, and in
/// its annexes every task and every deduction (A9.4, A15, A16, A17). Of others it says nothing but
/// how many there are.
#include "core/base/invariant.hpp"
#include "core/base/text.hpp"
#include "core/cycle/follow_up.hpp"
#include "core/paper/kinds.hpp"
#include "core/paper/matters.hpp"

#include <algorithm>

namespace heng::paper {

namespace {

const cycle::ResultVersion& version_of(const Issued& issued) {
    const auto& versions = issued.year.cycle.grading.versions;
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [&](const auto& one) { return one.event == issued.event.seq; });
    INVARIANT(found != versions.end(), "a notice is issued with a version of the result");
    return *found;
}

class Notice {
public:
    explicit Notice(const Issued& issued)
        : issued_(issued),
          year_(issued.year),
          version_(version_of(issued)),
          row_(row_of(version_, *issued.document.to)),
          sheet_(cycle::sheet_of(year_.cycle, year_.rulebook, row_.unit, row_.domain)) {}

    Paper write() && {
        Paper paper = begin(issued_, "通知", Form::document, Direction::down);
        paper.tag = "结果反馈";
        paper.title = {"关于",         "反馈",       row_.name, year_.year(),
                       "党建工作成效", "考核结果的", "通知"};
        paper.to = {addressee(year_, row_.unit)};
        paper.copies = once({year_.lead_of(row_.unit)}, issued_.document.issuer);
        Pen pen(paper.body);
        pen.say(introduction());
        result(pen);
        composition(pen);
        lost(pen);
        consequences(pen);
        rights(pen);
        paper.annexes.push_back({"各项任务得分", false, {task_table(year_, sheet_, row_.domain)}});
        Table deductions = deduction_table(year_, sheet_, row_.domain);
        if (!deductions.content.rows.empty())
            paper.annexes.push_back({"扣分明细", true, {std::move(deductions)}});
        return paper;
    }

private:
    static const cycle::ResultRow& row_of(const cycle::ResultVersion& version,
                                          const cycle::UnitId& unit) {
        const cycle::ResultRow* const found = version.find(unit);
        INVARIANT(found != nullptr, "notices go to units of the result");
        return *found;
    }

    std::string introduction() const {
        std::string cause = "经" + year_.body_as(cycle::Capacity::commission) + "审定，";
        switch (version_.cause) {
            case cycle::VersionCause::publication: break;
            case cycle::VersionCause::recheck: cause = "经复核，"; break;
            case cycle::VersionCause::appeal: cause = "经申诉处理，"; break;
            case cycle::VersionCause::misconduct: cause = "对违纪问题作出处理后，"; break;
        }
        return "根据" + year_.article("A15.1") + "、" + print_article("A16.1") + "规定，" + cause +
               "现将你单位" + year_.year() + "党建工作成效考核结果（第" +
               std::to_string(version_.no) + "版）反馈如下。";
    }

    std::size_t units_in_domain() const {
        return static_cast<std::size_t>(
            std::count_if(version_.rows.begin(), version_.rows.end(),
                          [this](const auto& one) { return one.domain == row_.domain; }));
    }

    void result(Pen& pen) const {
        pen.level1("考核结果");
        pen.say("你单位所属领域为" + year_.domain_name(row_.domain) + "，总分" +
                year_.published(row_.published.total) + "分，在本领域" +
                std::to_string(units_in_domain()) + "个参加考核单位中列第" +
                std::to_string(row_.rank) + "名，等次为“" + std::string(scheme::name(row_.grade)) +
                "”。");
        before(pen);
        for (const cycle::GradeReason& reason : row_.reasons)
            pen.say("评定依据：" + year_.ground(reason.cites) + "。" + ended(reason.text));
    }

    /// What changed since the version before.
    void before(Pen& pen) const {
        const auto& versions = year_.cycle.grading.versions;
        if (version_.no < 2) return;
        const cycle::ResultRow* const old =
            versions[static_cast<std::size_t>(version_.no) - 2].find(row_.unit);
        if (old == nullptr) return;
        pen.say("原结果为总分" + year_.published(old->published.total) + "分、第" +
                std::to_string(old->rank) + "名、“" + std::string(scheme::name(old->grade)) +
                "”等次，以本通知为准。");
    }

    void composition(Pen& pen) const {
        pen.level1("总分构成");
        const scheme::Composition& parts = year_.scheme().composition;
        pen.say("指标考核得分" + year_.published(row_.published.indicator) +
                "分，述职评议考核得分" + year_.published(row_.published.review) +
                "分。总分按指标考核占" + parts.indicators_percent.text() + "%、述职评议考核占" +
                parts.review_percent.text() + "%合成（" + print_article(parts.cites) + "）。");
        pen.convention(year_.scheme(), "composition");
        pen.convention(year_.scheme(), "rounding");
    }

    void lost(Pen& pen) const {
        pen.level1("扣分情况");
        const Decimal lost = sheet_.score.points - sheet_.score.indicator;
        pen.say("指标总分" + sheet_.score.points.text() + "分，净扣" + lost.text() +
                "分，经确认的扣分记录" + std::to_string(sheet_.findings.size()) +
                "条，按扣分细则据实计分（" + print_article("A9.4") + "），逐项见附件。");
        by_category(pen);
        if (sheet_.score.vetoed) pen.say("有一票否决事项。");
        const std::string uncounted = without_clause(sheet_);
        if (!uncounted.empty()) pen.say(uncounted);
        const auto& all = sheet_.score.deductions;
        const auto happened = [&all](score::Reason reason) {
            return std::any_of(all.begin(), all.end(),
                               [reason](const auto& one) { return one.reason == reason; });
        };
        if (happened(score::Reason::floor_reached)) pen.convention(year_.scheme(), "floor");
        if (happened(score::Reason::same_case)) pen.convention(year_.scheme(), "same_case");
        if (happened(score::Reason::below_step)) pen.convention(year_.scheme(), "partial");
    }

    void by_category(Pen& pen) const {
        const scheme::Table* const table = year_.scheme().find_table(row_.domain);
        std::vector<std::string> parts;
        for (const scheme::Category& category : table->categories) {
            const Decimal lost =
                cycle::category_lost(year_.rulebook, row_.domain, category, sheet_);
            if (lost != Decimal()) parts.push_back(category.name + lost.text() + "分");
        }
        if (!parts.empty()) pen.say("各项考核指标扣分：" + join(parts, "，") + "。");
    }

    void consequences(Pen& pen) const {
        const auto entailed = grade::consequences(year_.scheme(), row_.grade);
        if (entailed.empty()) return;
        pen.level1("结果运用");
        for (const scheme::Consequence* const one : entailed)
            pen.item(typeset(one->text) + "（" + print_article(one->cites) + "）。");
        if (cycle::owes_explanation(year_.scheme(), row_.grade))
            pen.term(year_.scheme(), "explanation_filed");
    }

    void rights(Pen& pen) const {
        pen.level1("异议和复核");
        pen.say("对本结果有异议的，可以书面提出，并附佐证。");
        pen.term(year_.scheme(), "objection");
        pen.term(year_.scheme(), "recheck_answered");
    }

    const Issued& issued_;
    const YearFacts& year_;
    const cycle::ResultVersion& version_;
    const cycle::ResultRow& row_;
    cycle::UnitSheet sheet_;
};

}  // namespace

Paper result_notice(const Issued& issued) {
    return Notice(issued).write();
}

}  // namespace heng::paper
