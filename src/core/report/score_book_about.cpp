/// @file
/// The first sheets of a score book: what it is and out of what, how to check it, and the figures
/// of composition and grading that its formulas use.
#include "core/report/score_book_parts.hpp"

#include "core/base/text.hpp"
#include "core/grade/grade.hpp"

#include <numeric>

namespace heng::report {

namespace {

struct ParameterRow {
    std::string name;
    CellValue value;
    std::string note;
};

std::string rounding_text(const Plan& plan) {
    const Words& words = plan.words();
    const Rounding how = plan.rounding();
    const std::string places = std::to_string(how.places);
    switch (how.mode) {
        case RoundingMode::half_up:
            return words("四舍五入，保留" + places + "位小数", "half up, to " + places + " places");
        case RoundingMode::down:
            return words("舍去，保留" + places + "位小数", "cut off, to " + places + " places");
        case RoundingMode::up:
            return words("进一，保留" + places + "位小数", "rounded up, to " + places + " places");
    }
    return {};
}

/// The factors of the total in lowest terms, as formulas of the percentages above them.
class Factors {
public:
    explicit Factors(const Plan& plan) : plan_(plan) {
        const scheme::Composition& parts = plan.scheme().composition;
        values_ = {product(parts.indicators_percent, parts.review_full),
                   product(parts.review_percent, parts.indicators_full),
                   product(parts.indicators_full, parts.review_full)};
        common_ = std::gcd(std::gcd(values_[0], values_[1]), values_[2]);
    }

    Formula formula(std::size_t which) const {
        return {
            texts()[which] + "/GCD(GCD(" + texts()[0] + ',' + texts()[1] + ")," + texts()[2] + ')',
            count(values_[which] / common_)};
    }

private:
    static std::int64_t product(Decimal a, Decimal b) { return a.units() * b.units(); }
    std::string units(Parameter one) const { return "ROUND(" + plan_.parameter(one) + "*10000,0)"; }
    std::array<std::string, 3> texts() const {
        using enum Parameter;
        return {units(indicators_percent) + '*' + units(review_full),
                units(review_percent) + '*' + units(indicators_full),
                units(indicators_full) + '*' + units(review_full)};
    }

    const Plan& plan_;
    std::array<std::int64_t, 3> values_{};
    std::int64_t common_ = 1;
};

std::string freed_place_text(const Words& words, scheme::FreedPlace rule) {
    switch (rule) {
        case scheme::FreedPlace::decision: return words("研究决定", "by decision");
        case scheme::FreedPlace::next: return words("依次递补", "the next");
        case scheme::FreedPlace::none: return words("不递补", "nobody");
    }
    return {};
}

std::string entailed(const scheme::Scheme& scheme, scheme::Grade grade) {
    std::vector<std::string> out;
    for (const scheme::Consequence* const one : grade::consequences(scheme, grade))
        out.push_back(one->text + "（" + one->cites + "）");
    return join(out, "；");
}

void add_composition(const Plan& plan, std::vector<ParameterRow>& rows) {
    const Words& words = plan.words();
    const scheme::Composition& parts = plan.scheme().composition;
    const Factors factors(plan);
    rows.push_back({words("指标考核占比（%）", "Share of indicators (%)"), parts.indicators_percent,
                    parts.cites});
    rows.push_back(
        {words("述职评议占比（%）", "Share of the review (%)"), parts.review_percent, parts.cites});
    rows.push_back({words("指标满分", "Full points of indicators"), parts.indicators_full, "A9.1"});
    rows.push_back({words("述职评议满分", "Full points of the review"), parts.review_full, ""});
    const std::string how = words("最简整数比", "in lowest terms");
    rows.push_back({words("指标系数", "Factor of indicators"), factors.formula(0), how});
    rows.push_back({words("述职系数", "Factor of the review"), factors.formula(1), how});
    rows.push_back({words("除数", "Divisor"), factors.formula(2),
                    how + words("；总分", "; the total is ") + rounding_text(plan)});
}

void add_grading(const Plan& plan, std::vector<ParameterRow>& rows) {
    const Words& words = plan.words();
    const scheme::Grading& grading = plan.scheme().grading;
    const bool once = plan.scheme().settings.same_case == scheme::SameCase::highest;
    rows.push_back({words("同案只扣一次", "A case costs once"), count(once ? 1 : 0),
                    words("1 是，按最高的计；0 否", "1 yes, at its highest clause; 0 no")});
    rows.push_back(
        {words("“好”等次名额比例（%）", "Quota of 好 (%)"), grading.quota_percent, grading.cites});
    rows.push_back({words("“一般”比例（自末位起）", "Share graded 一般, from the last"),
                    grading.ordinary_band.value_or(Decimal{}), "A16.3"});
    rows.push_back({words("排位靠后比例（自末位起）", "Share of low ranks, from the last"),
                    grading.candidate_band, "A16.3"});
    rows.push_back({words("空出名额", "A place left free goes to"),
                    freed_place_text(words, grading.freed_place), "A16.2"});
    rows.push_back({words("一票否决的最高等次", "Best grade under a veto"),
                    std::string(scheme::name(grade::best_when_barred(plan.scheme()))), ""});
    using enum scheme::Grade;
    for (const scheme::Grade grade : {good, fair, ordinary, poor})
        rows.push_back({words("等次", "Grade"), std::string(scheme::name(grade)),
                        entailed(plan.scheme(), grade)});
    for (const grade::QuestionText& one : grade::question_texts())
        rows.push_back({words("待研究事项", "Open question"),
                        std::string(words.zh() ? one.zh : one.en), std::string(one.cites)});
}

std::vector<std::string> ways_to_check(const Words& words) {
    return {
        words("一、“扣分记录”每行一条已确认的记录：黄底为事实，“应扣”“实扣”由公式按“规则”算出。",
              "1. Findings: one confirmed finding a row; yellow cells are facts, what it costs "
              "follows from the rules by formulas."),
        words("二、“得分”按任务汇总实扣，得出小计、指标得分和总分；总分只取舍一次。",
              "2. Scores: the tasks, their sums, the indicator score and the total, rounded once."),
        words(
            "三、“排名与等次”由总分得出名次、并列、名额和建议等次；研究确定的等次照录，并附理由。",
            "3. Ranks and grades follow from the totals; what people decided stands as decided."),
        words("四、改动任一黄底单元格，后续各表随之重算，可与公布结果核对。",
              "4. Change any yellow cell and all that follows is computed again."),
        words("五、各表只用通用函数，Excel、WPS、LibreOffice 结果相同，无宏、无外部链接。",
              "5. Only functions that Excel, WPS and LibreOffice share; no macros, no links."),
    };
}

}  // namespace

BookSheet about_sheet(const Plan& plan) {
    const Words& words = plan.words();
    const scheme::Scheme& scheme = plan.scheme();
    BookSheet sheet;
    sheet.name = plan.about_sheet;
    sheet.widths = {26, 90, 12};
    sheet.merge({0, 0, 0, 2},
                std::to_string(scheme.year) + words("年度", " ") + plan.domain().domain.name +
                    words("考核计分册", ": score book"),
                title_look);
    std::uint32_t row = 1;
    const auto line = [&](const std::string& name, const std::string& text,
                          const std::string& cites) {
        sheet.put(row, 0, name, {Paint::heading, Across::left, -1});
        sheet.put(row, 1, text, step_look);
        sheet.put(row++, 2, cites, step_look);
    };
    for (const auto& [name, text] : plan.domain().origin) line(name, text, {});
    line(words("办法", "Regulation"), scheme.source.title, {});
    line(words("方案", "Scheme"), scheme.name + "（" + scheme.id + "）", {});
    line(words("版本", "Edition"), scheme.source.edition, {});
    line(words("领域", "Domain"), plan.domain().domain.name, plan.domain().domain.cites);
    line(words("参加考核", "Units"), std::to_string(plan.domain().units.size()), {});
    for (const std::string& missing : scheme.source.missing)
        line(words("原件缺漏", "Missing in the source"), missing, {});
    sheet.merge({row, 0, row, 2}, words("怎样核对", "How to check it"), heading_look);
    ++row;
    for (const std::string& one : ways_to_check(words)) {
        sheet.merge({row, 0, row, 2}, one, step_look);
        ++row;
    }
    if (!scheme.conventions.empty()) {
        sheet.merge({row, 0, row, 2}, words("本系统约定", "Conventions"), heading_look);
        ++row;
    }
    for (const scheme::Convention& one : scheme.conventions) line(one.id, one.text, one.cites);
    sheet.page = {false, 0, 0, 0};
    fit_heights(sheet, 1);
    return sheet;
}

BookSheet parameter_sheet(const Plan& plan) {
    const Words& words = plan.words();
    BookSheet sheet;
    sheet.name = plan.parameter_sheet;
    sheet.widths = {32, 40, 64};
    sheet.merge({0, 0, 0, 2}, words("合成与定等参数", "Figures of composition and grading"),
                title_look);
    sheet.put(1, 0, words("参数", "Name"), heading_look);
    sheet.put(1, 1, words("值", "Value"), heading_look);
    sheet.put(1, 2, words("依据与说明", "Basis"), heading_look);
    std::vector<ParameterRow> rows;
    add_composition(plan, rows);
    add_grading(plan, rows);
    std::uint32_t row = Plan::parameter_first;
    for (ParameterRow& one : rows) {
        const bool is_fact = !std::holds_alternative<Formula>(one.value);
        sheet.put(row, 0, std::move(one.name), step_look);
        sheet.put(row, 1, std::move(one.value), is_fact ? fact_centre : step_centre);
        sheet.put(row++, 2, std::move(one.note), step_look);
    }
    sheet.frozen_rows = Plan::parameter_first;
    sheet.page = {true, 1, 1, 0};
    fit_heights(sheet, 1);
    return sheet;
}

}  // namespace heng::report
