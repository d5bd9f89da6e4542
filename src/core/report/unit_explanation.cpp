#include "core/report/unit_explanation.hpp"

#include "core/base/text.hpp"
#include "core/report/finding_words.hpp"
#include "core/report/words.hpp"

#include <algorithm>

namespace heng::report {

namespace {

using scheme::Effect;

std::string signed_points(Decimal points, Effect effect) {
    if (points.is_zero()) return "0";
    std::string out(1, effect == Effect::award ? '+' : '-');
    return out += points.text();
}

/// 附件 (一)8, and the letter of the branch where the clause has several.
std::string clause_label(const score::Rules::Origin& origin) {
    return origin.task->no + origin.clause->no + " [" + origin.branch->id + "]";
}

std::string assessors(const score::Rules::Origin& origin) {
    return join(origin.clause->assessors.value_or(origin.task->assessors), "、");
}

class Explanation {
public:
    Explanation(const UnitCase& unit, Language language)
        : unit_(unit), language_(language), words_(language) {}

    Document write() && {
        head();
        composition();
        tasks();
        deductions();
        grade();
        conventions();
        return std::move(document_);
    }

private:
    void heading(int level, std::string text) {
        document_.blocks.emplace_back(Heading{level, std::move(text)});
    }
    void paragraph(std::string text) { document_.blocks.emplace_back(Paragraph{std::move(text)}); }
    void note(std::string text) { document_.blocks.emplace_back(Note{std::move(text)}); }

    std::string places(Decimal value) const {
        const auto& rounding = unit_.scheme.settings.rounding;
        return rounding ? value.text(rounding->places) : value.text();
    }

    void head() {
        heading(1, unit_.unit + " " + std::to_string(unit_.scheme.year) +
                       words_("年度考核得分说明", ": the score explained"));
        const std::string rank = std::to_string(unit_.outcome.rank);
        const std::string count = std::to_string(unit_.units_in_domain);
        const std::string total = places(unit_.published.total);
        const std::string grade(name(unit_.outcome.grade));
        const std::string& domain = unit_.domain.name;
        paragraph(words_("领域：" + domain + "。总分 " + total + " 分，排名第 " + rank + "（共 " +
                             count + " 个单位），等次“" + grade + "”。",
                         "Domain " + domain + ". Total " + total + ", rank " + rank + " of " +
                             count + ", grade " + grade + "."));
    }

    void composition() {
        heading(2, words_("一、总分构成", "1. How the total is composed"));
        const scheme::Composition& parts = unit_.scheme.composition;
        const Decimal lost = unit_.score.points - unit_.score.indicator;
        const std::string indicator = unit_.score.indicator.text();
        paragraph(words_("指标考核得分 " + indicator + " 分：指标共 " + unit_.score.points.text() +
                             " 分，净扣 " + lost.text() + " 分（A9.3）。",
                         "Indicator score " + indicator + ": the table holds " +
                             unit_.score.points.text() + " points, " + lost.text() +
                             " were lost on balance (A9.3)."));
        const std::string formula = indicator + " × " + parts.indicators_percent.text() + "% + " +
                                    places(unit_.published.review) + " × " +
                                    parts.review_percent.text() +
                                    "% = " + places(unit_.published.total);
        paragraph(words_(
            "总分 = 指标考核得分 × " + parts.indicators_percent.text() + "% + 述职评议考核得分 × " +
                parts.review_percent.text() + "%，即 " + formula + "（" + parts.cites + "）。",
            "Total = indicators × " + parts.indicators_percent.text() + "% + review × " +
                parts.review_percent.text() + "%: " + formula + " (" + parts.cites + ")."));
    }

    void tasks() {
        heading(2, words_("二、扣分任务", "2. Tasks that lost points"));
        Table table;
        table.columns = {{words_("任务", "Task")},
                         {words_("分值", "Points"), Align::end},
                         {words_("扣分", "Lost"), Align::end},
                         {words_("加分", "Gained"), Align::end},
                         {words_("得分", "Score"), Align::end}};
        std::size_t index = 0;
        for (const scheme::Category& category : find_table().categories) {
            for (const scheme::Task& task : category.tasks) {
                const score::TaskScore& result = unit_.score.tasks[index++];
                if (result.lost.is_zero() && result.gained.is_zero()) continue;
                table.rows.push_back({task.no + task.name, result.points.text(), result.lost.text(),
                                      result.gained.text(), result.score().text()});
            }
        }
        if (table.rows.empty()) {
            paragraph(words_("各项任务均未扣分。", "No task lost points."));
        } else {
            document_.blocks.emplace_back(std::move(table));
        }
    }

    const scheme::Table& find_table() const { return *unit_.scheme.find_table(unit_.domain.id); }

    std::string fact(const score::Finding& finding) const {
        std::vector<std::string> parts;
        if (!finding.occurred_on.empty()) parts.push_back(finding.occurred_on);
        if (!finding.note.empty()) parts.push_back(finding.note);
        if (!finding.case_id.empty()) parts.push_back(words_("案件 ", "case ") + finding.case_id);
        if (finding.line != 0) {
            const std::string line = std::to_string(finding.line);
            parts.push_back(words_("第" + line + "行", "line " + line));
        }
        return parts.empty() ? std::string(not_applicable) : join(parts, words_("，", ", "));
    }

    std::string reason(const score::Deduction& deduction) const {
        if (deduction.reason == score::Reason::none) return std::string(not_applicable);
        std::string text(sentence(deduction.reason, language_));
        if (deduction.reason == score::Reason::same_case) {
            const score::Finding& winner = unit_.findings[deduction.winner];
            const auto& origin = unit_.rules.origins[winner.branch];
            text += words_("：", ": ") + clause_label(origin);
        }
        return text;
    }

    void deductions() {
        heading(2, words_("三、扣分记录", "3. Findings"));
        Table table;
        table.columns = {{words_("细则", "Clause")},
                         {words_("条文", "Words")},
                         {words_("事实", "Fact")},
                         {words_("数值", "Value"), Align::end},
                         {words_("应计", "Asked"), Align::end},
                         {words_("实计", "Counted"), Align::end},
                         {words_("说明", "Why")},
                         {words_("责任单位", "Assessor")}};
        for (const score::Deduction& deduction : unit_.score.deductions) {
            const score::Finding& finding = unit_.findings[deduction.finding];
            const auto& origin = unit_.rules.origins[finding.branch];
            const Effect effect = origin.branch->effect;
            table.rows.push_back(
                {clause_label(origin), origin.branch->text, fact(finding),
                 value_words(unit_.scheme, *origin.branch, finding.value, language_),
                 signed_points(deduction.asked, effect), signed_points(deduction.taken, effect),
                 reason(deduction), assessors(origin)});
        }
        if (table.rows.empty()) {
            paragraph(words_("没有经确认的扣分记录。", "There is no confirmed finding."));
            return;
        }
        document_.blocks.emplace_back(std::move(table));
        note(words_("按扣分细则据实计分（A9.4）。",
                    "Deductions follow the clauses and the facts (A9.4)."));
    }

    void grade() {
        heading(2, words_("四、等次", "4. Grade"));
        const std::uint32_t places_for_good =
            grade::quota(unit_.scheme.grading, unit_.units_in_domain);
        const std::string quota = std::to_string(places_for_good);
        paragraph(words_(
            "本领域“好”等次名额 " + quota + " 个（" + unit_.scheme.grading.cites + "）。",
            "The domain has " + quota + " places for 好 (" + unit_.scheme.grading.cites + ")."));
        bars();
        questions(unit_.outcome, words_("待研究确定：", "For people to decide: "));
        decision();
        for (const scheme::Consequence* entailed :
             grade::consequences(unit_.scheme, unit_.outcome.grade)) {
            paragraph(words_("结果运用：", "Consequence: ") + entailed->text + words_("（", " (") +
                      entailed->cites + words_("）", ")"));
        }
    }

    void questions(const grade::Outcome& outcome, const std::string& introduction) {
        for (const grade::QuestionText& text : grade::question_texts()) {
            if (!outcome.has(text.question)) continue;
            note(introduction + std::string(words_.zh() ? text.zh : text.en) + words_("（", " (") +
                 std::string(text.cites) + words_("）", ")"));
        }
    }

    /// What was open, what the rules proposed, what people decided and why.
    void decision() {
        if (unit_.settled == nullptr) return;
        const grade::Outcome& proposal = unit_.settled->proposal;
        questions(proposal, words_("已研究确定：", "Settled by decision: "));
        const std::string& reason = unit_.settled->decision.reason;
        const std::string proposed(name(proposal.grade));
        const std::string decided(name(unit_.outcome.grade));
        if (decided == proposed) {
            paragraph(words_(
                "按规则建议等次为“" + proposed + "”，经研究维持。理由：" + reason,
                "The rules propose " + proposed + ", and that was confirmed. Reason: " + reason));
            return;
        }
        paragraph(words_(
            "按规则建议等次为“" + proposed + "”，经研究确定为“" + decided + "”。理由：" + reason,
            "The rules propose " + proposed + "; the grade decided is " + decided +
                ". Reason: " + reason));
    }

    void bars() {
        const grade::Standing& standing = unit_.standing;
        if (standing.best != scheme::Grade::good) {
            const std::string best(name(standing.best));
            note(words_("受等次限制，最高为“" + best + "”（A16.5、A16.6）。",
                        "Barred: " + best + " is the best grade open to it (A16.5, A16.6)."));
        }
        if (standing.lowered_by > 0) {
            const std::string by = std::to_string(standing.lowered_by);
            note(words_("因弄虚作假等情形，降低 " + by + " 个等次（A18.4）。",
                        "Lowered by " + by + " for fraud (A18.4)."));
        }
        if (unit_.score.vetoed) {
            note(words_("有一票否决事项。", "A veto applies."));
        }
    }

    /// Only the conventions that the reasons above rest on, and the rounding that always applies.
    void conventions() {
        const auto happened = [this](score::Reason reason) {
            const auto& all = unit_.score.deductions;
            return std::any_of(all.begin(), all.end(),
                               [reason](const score::Deduction& d) { return d.reason == reason; });
        };
        convention("composition");
        convention("rounding");
        if (happened(score::Reason::floor_reached)) convention("floor");
        if (happened(score::Reason::same_case)) convention("same_case");
        if (happened(score::Reason::below_step)) convention("partial");
        if (unit_.standing.lowered_by > 0) convention("fraud");
        convention("quota");
    }

    void convention(std::string_view id) {
        for (const scheme::Convention& known : unit_.scheme.conventions) {
            if (known.id == id) note(words_("本系统约定：", "Convention: ") + known.text);
        }
    }

    const UnitCase& unit_;
    Language language_;
    Words words_;
    Document document_;
};

}  // namespace

Document explain_unit(const UnitCase& unit, Language language) {
    return Explanation(unit, language).write();
}

}  // namespace heng::report
