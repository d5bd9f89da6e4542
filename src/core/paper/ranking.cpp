#include "core/paper/ranking.hpp"

#include "core/base/text.hpp"
#include "core/grade/grade.hpp"

#include <algorithm>
#include <array>

namespace heng::paper {

using report::Align;

std::vector<const cycle::ResultRow*> ranked(const std::vector<cycle::ResultRow>& rows,
                                            std::string_view domain) {
    std::vector<const cycle::ResultRow*> out;
    for (const cycle::ResultRow& row : rows)
        if (row.domain == domain) out.push_back(&row);
    std::stable_sort(out.begin(), out.end(),
                     [](const auto* a, const auto* b) { return a->rank < b->rank; });
    return out;
}

Table ranking_table(const YearFacts& year, const std::vector<cycle::ResultRow>& rows,
                    std::string_view domain) {
    Table table = make_table({{"名次", 5, Align::end},
                              {"考核对象", 9},
                              {"指标考核得分", 5, Align::end},
                              {"述职评议得分", 5, Align::end},
                              {"总分", 4, Align::end},
                              {"等次", 3},
                              {"评定依据", 16}});
    const auto order = ranked(rows, domain);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const cycle::ResultRow& row = *order[i];
        const bool is_shared = (i > 0 && order[i - 1]->rank == row.rank) ||
                               (i + 1 < order.size() && order[i + 1]->rank == row.rank);
        table.content.rows.push_back(
            {std::to_string(row.rank) + (is_shared ? "（并列）" : ""), row.name,
             year.published(row.published.indicator), year.published(row.published.review),
             year.published(row.published.total), std::string(scheme::name(row.grade)),
             reason_words(year, row)});
    }
    return table;
}

Table grade_counts(const YearFacts& year, const std::vector<cycle::ResultRow>& rows) {
    using scheme::Grade;
    Table table = make_table({{"领域", 6},
                              {"参加考核单位", 5, Align::end},
                              {"“好”名额", 5, Align::end},
                              {"好", 3, Align::end},
                              {"较好", 3, Align::end},
                              {"一般", 3, Align::end},
                              {"差", 3, Align::end}});
    for (const scheme::Domain& domain : year.scheme().domains) {
        const auto own = ranked(rows, domain.id);
        if (own.empty()) continue;
        std::vector<std::string> row{
            typeset(domain.name), std::to_string(own.size()),
            std::to_string(grade::quota(year.scheme().grading, own.size()))};
        for (const Grade grade : {Grade::good, Grade::fair, Grade::ordinary, Grade::poor})
            row.push_back(std::to_string(std::count_if(
                own.begin(), own.end(), [grade](const auto* one) { return one->grade == grade; })));
        table.content.rows.push_back(std::move(row));
    }
    return table;
}

std::string reason_words(const YearFacts& year, const cycle::ResultRow& row) {
    std::vector<std::string> out;
    for (const cycle::GradeReason& reason : row.reasons)
        out.push_back(year.ground(reason.cites) + (reason.text.empty() ? "" : "：" + reason.text));
    return or_dash(join(out, "；"));
}

}  // namespace heng::paper
