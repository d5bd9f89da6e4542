#include "core/report/standing_table.hpp"

#include "core/base/text.hpp"
#include "core/report/words.hpp"

#include <algorithm>

namespace heng::report {

namespace {

std::string questions(const grade::Outcome& outcome, const Words& words) {
    std::vector<std::string> sentences;
    for (const grade::QuestionText& text : grade::question_texts()) {
        if (outcome.has(text.question)) sentences.emplace_back(words.zh() ? text.zh : text.en);
    }
    return sentences.empty() ? std::string(not_applicable) : join(sentences, words("；", "; "));
}

/// What people have to say, or have said, on the grade of a unit.
std::string judgement(const StandingRow& row, const Words& words) {
    if (!row.settled) return questions(row.outcome, words);
    return words("已研究确定：", "Decided: ") + row.settled->decision.reason;
}

/// Rows are sorted, so units of one rank stand together.
bool is_shared(const std::vector<StandingRow>& rows, std::size_t row) {
    const auto rank = [&rows](std::size_t i) { return rows[i].outcome.rank; };
    return (row > 0 && rank(row - 1) == rank(row)) ||
           (row + 1 < rows.size() && rank(row + 1) == rank(row));
}

}  // namespace

std::string question_ids(const grade::Outcome& outcome) {
    std::vector<std::string> ids;
    for (const grade::QuestionText& text : grade::question_texts()) {
        if (outcome.has(text.question)) ids.emplace_back(text.id);
    }
    return join(ids, ";");
}

Document standing_table(const scheme::Scheme& scheme, const scheme::Domain& domain,
                        std::vector<StandingRow> rows, Language language) {
    const Words words(language);
    std::stable_sort(rows.begin(), rows.end(), [](const StandingRow& a, const StandingRow& b) {
        return a.outcome.rank < b.outcome.rank;
    });
    const auto& rounding = scheme.settings.rounding;
    const auto places = [&rounding](Decimal value) {
        return rounding ? value.text(rounding->places) : value.text();
    };
    Table table;
    table.columns = {
        {words("名次", "Rank"), Align::end},           {words("考核对象", "Unit")},
        {words("指标考核", "Indicators"), Align::end}, {words("述职评议", "Review"), Align::end},
        {words("总分", "Total"), Align::end},          {words("等次", "Grade")},
        {words("待研究确定", "For people to decide")}};
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const StandingRow& row = rows[i];
        std::string rank = std::to_string(row.outcome.rank);
        if (is_shared(rows, i)) rank += words("（并列）", " (tie)");
        table.rows.push_back({std::move(rank), row.unit, places(row.published.indicator),
                              places(row.published.review), places(row.published.total),
                              std::string(name(row.outcome.grade)), judgement(row, words)});
    }
    const std::string count = std::to_string(rows.size());
    const std::string quota = std::to_string(grade::quota(scheme.grading, rows.size()));
    Document document;
    document.blocks.emplace_back(Heading{2, domain.name});
    document.blocks.emplace_back(Paragraph{
        words("参加考核单位 " + count + " 个，“好”等次名额 " + quota + " 个（" +
                  scheme.grading.cites + "）。",
              count + " units, " + quota + " places for 好 (" + scheme.grading.cites + ").")});
    document.blocks.emplace_back(std::move(table));
    return document;
}

}  // namespace heng::report
