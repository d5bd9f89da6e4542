#include "core/report/what_if.hpp"

#include "core/base/text.hpp"
#include "core/report/words.hpp"

#include <algorithm>

namespace heng::report {

namespace {

class Answer {
public:
    Answer(const WhatIf& question, Language language) : question_(question), words_(language) {
        standings_after_.assign(question.before.standings.begin(), question.before.standings.end());
        Standing& own = standings_after_[question.before.unit];
        own = grade::restand(question.before, question.findings_after);
        outcomes_before_ = question.proposals_before;
        outcomes_after_ = grade::grade_domain(question.before.scheme.grading, standings_after_);
        keep_decisions();
    }

    Document write() && {
        if (question_.findings_after.size() != question_.before.findings.size() || changed()) {
            own_change();
            others();
            decisions();
        }
        turning_point();
        return std::move(document_);
    }

private:
    using Standing = grade::Standing;

    std::string places(Decimal value) const {
        const auto& rounding = question_.before.scheme.settings.rounding;
        return rounding ? value.text(rounding->places) : value.text();
    }

    Checked<std::vector<grade::Outcome>> decided(std::span<const Standing> standings,
                                                 const std::vector<grade::Outcome>& proposals,
                                                 std::span<const grade::Decision> decisions) const {
        return grade::decide(question_.before.scheme.grading, standings, proposals, decisions,
                             question_.unit_names, question_.domain);
    }

    /// Decisions for no better grade than the rules propose are never forbidden, so they are kept
    /// where others are.
    void keep_decisions() {
        const std::vector<grade::Decision>& all = question_.decisions;
        outcomes_before_ =
            decided(question_.before.standings, outcomes_before_, all).value_or(outcomes_before_);
        const auto after = decided(standings_after_, outcomes_after_, all);
        if (!after) forbidden_ = after.error();
        std::vector<grade::Decision> kept;
        for (const grade::Decision& decision : all) {
            const bool is_better = decision.grade < outcomes_after_[decision.unit].grade;
            if (forbidden_.empty() || !is_better) kept.push_back(decision);
        }
        outcomes_after_ =
            decided(standings_after_, outcomes_after_, kept).value_or(outcomes_after_);
    }

    bool is_decided(std::size_t unit) const {
        const auto& all = question_.decisions;
        return std::any_of(all.begin(), all.end(),
                           [unit](const auto& d) { return d.unit == unit; });
    }

    bool changed() const {
        return !std::equal(question_.before.findings.begin(), question_.before.findings.end(),
                           question_.findings_after.begin(), question_.findings_after.end());
    }

    std::vector<std::string> row(std::size_t unit) const {
        const grade::Outcome& before = outcomes_before_[unit];
        const grade::Outcome& after = outcomes_after_[unit];
        return {
            question_.unit_names[unit],           places(question_.before.standings[unit].total),
            places(standings_after_[unit].total), std::to_string(before.rank),
            std::to_string(after.rank),           std::string(name(before.grade)),
            std::string(name(after.grade))};
    }

    Table table() const {
        Table out;
        out.columns = {{words_("考核对象", "Unit")},
                       {words_("原总分", "Total"), Align::end},
                       {words_("现总分", "Then"), Align::end},
                       {words_("原名次", "Rank"), Align::end},
                       {words_("现名次", "Then"), Align::end},
                       {words_("原等次", "Grade")},
                       {words_("现等次", "Then")}};
        return out;
    }

    void own_change() {
        document_.blocks.emplace_back(Heading{2, words_("试算结果", "What would change")});
        Table own = table();
        own.rows.push_back(row(question_.before.unit));
        document_.blocks.emplace_back(std::move(own));
    }

    void others() {
        Table moved = table();
        for (std::size_t unit = 0; unit < outcomes_after_.size(); ++unit) {
            if (unit == question_.before.unit) continue;
            if (outcomes_after_[unit] != outcomes_before_[unit]) {
                moved.rows.push_back(row(unit));
            }
        }
        if (moved.rows.empty()) {
            document_.blocks.emplace_back(
                Paragraph{words_("其他单位的名次和等次不变。", "No other unit moves.")});
            return;
        }
        moved.caption = words_("受影响的其他单位：", "Other units that move:");
        document_.blocks.emplace_back(std::move(moved));
    }

    /// What the change would mean for grades that people decided.
    void decisions() {
        for (const Error& issue : forbidden_) {
            document_.blocks.emplace_back(Note{
                words_("原决定须重新研究：" + message(issue, Language::zh) + "。",
                       "A decision must be taken anew: " + message(issue, Language::en) + ".")});
        }
        if (!forbidden_.empty()) {
            document_.blocks.emplace_back(
                Note{words_("现等次未计入优于规则建议的决定。",
                            "The grades after the change leave out decisions for a better grade "
                            "than the rules propose.")});
            return;
        }
        if (!is_decided(question_.before.unit)) return;
        document_.blocks.emplace_back(
            Note{words_("该单位等次系研究确定；事实有变化的，应重新研究。",
                        "People decided the grade of this unit; if the facts change, they should "
                        "look at it again.")});
    }

    void turning_point() {
        document_.blocks.emplace_back(
            Heading{2, words_("距更高等次的差距", "How far from a better grade")});
        if (is_decided(question_.before.unit)) {
            document_.blocks.emplace_back(
                Note{words_("该单位等次系研究确定，以下仅按规则试算。",
                            "People decided the grade of this unit; what follows is by the rules "
                            "alone.")});
        }
        const auto found = grade::turning_point(question_.before);
        if (!found) {
            document_.blocks.emplace_back(
                Paragraph{words_("核减任何扣分记录均不能提高等次。",
                                 "No removal of findings gives a better grade.")});
            return;
        }
        const std::string count = std::to_string(found->findings.size());
        const std::string grade(name(found->grade));
        document_.blocks.emplace_back(
            Paragraph{words_("若没有以下 " + count + " 条扣分记录，总分为 " + places(found->total) +
                                 "，等次为“" + grade + "”：",
                             "Without these " + count + " findings the total would be " +
                                 places(found->total) + " and the grade " + grade + ":")});
        document_.blocks.emplace_back(findings_table(*found));
        if (!found->proven_smallest) {
            document_.blocks.emplace_back(
                Note{words_("该单位同案记录过多，未逐一试算全部组合。",
                            "The unit has too many shared cases to try every combination.")});
        }
    }

    Table findings_table(const grade::TurningPoint& found) const {
        Table out;
        out.columns = {{words_("行", "Line"), Align::end},
                       {words_("分句", "Branch")},
                       {words_("条文", "Words")},
                       {words_("数值", "Value"), Align::end},
                       {words_("事实", "Fact")}};
        for (const std::size_t index : found.findings) {
            const score::Finding& finding = question_.before.findings[index];
            const scheme::Branch& branch = *question_.before.rules.origins[finding.branch].branch;
            out.rows.push_back({std::to_string(finding.line), branch.id, branch.text,
                                finding.value.text(),
                                finding.note.empty() ? std::string(not_applicable) : finding.note});
        }
        return out;
    }

    const WhatIf& question_;
    Words words_;
    std::vector<Standing> standings_after_;
    std::vector<grade::Outcome> outcomes_before_;
    std::vector<grade::Outcome> outcomes_after_;
    Issues forbidden_;  ///< What the change would forbid of the decisions.
    Document document_;
};

}  // namespace

Document what_if(const WhatIf& question, Language language) {
    return Answer(question, language).write();
}

}  // namespace heng::report
