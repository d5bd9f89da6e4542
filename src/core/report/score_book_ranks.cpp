/// @file
/// The sheet of ranks and grades: what the rules make of the totals, what they leave to people, and
/// what people decided (A16, A18.4). Its formulas take the steps of `grade::DomainGrading`.
#include "core/report/score_book_parts.hpp"

#include "core/base/text.hpp"
#include "core/cycle/settling.hpp"

#include <algorithm>
#include <numeric>

namespace heng::report {

namespace {

using scheme::Grade;
using enum RankColumn;

std::int64_t code_of(Grade grade) {
    return static_cast<std::int64_t>(grade) + 1;
}

/// Figures above the rows, each with its place.
enum class Line : std::uint16_t { count, quota, places, band, candidates, good, fits };
constexpr std::uint32_t line_row = 3;
std::string line_cell(Line line) {
    return fixed_cell(line_row,
                      static_cast<std::uint16_t>(static_cast<std::uint16_t>(line) * 2 + 1));
}

std::vector<std::string> sentences(const grade::Outcome& outcome, const Words& words) {
    std::vector<std::string> out;
    for (const grade::QuestionText& one : grade::question_texts())
        if (outcome.has(one.question)) out.emplace_back(words.zh() ? one.zh : one.en);
    return out;
}

/// How the engine sees the domain: what the formulas on the way give.
class Domain {
public:
    explicit Domain(const Plan& plan) : plan_(plan) {
        for (const ScoredUnit& unit : plan.domain().units) totals_.push_back(total(unit));
    }

    static Decimal total(const ScoredUnit& unit) { return unit.standing.published.total; }
    std::int64_t size() const { return static_cast<std::int64_t>(totals_.size()); }
    std::int64_t tied(const ScoredUnit& unit) const {
        return std::count(totals_.begin(), totals_.end(), total(unit));
    }
    std::int64_t last(const ScoredUnit& unit) const {
        return unit.standing.proposed.rank + tied(unit) - 1;
    }
    static bool eligible(const ScoredUnit& unit) {
        const grade::Standing& standing = unit.standing.standing;
        return standing.best == Grade::good && standing.lowered_by == 0;
    }
    std::int64_t quota() const { return grade::quota(plan_.scheme().grading, totals_.size()); }
    /// Places above the line that units which cannot be graded 好 leave free.
    std::int64_t places() const {
        const auto& units = plan_.domain().units;
        return std::count_if(units.begin(), units.end(), [this](const ScoredUnit& unit) {
            return last(unit) <= quota() && !eligible(unit);
        });
    }
    bool is_freed_to(const ScoredUnit& unit) const {
        const std::int64_t free = places();
        const bool none = plan_.scheme().grading.freed_place == scheme::FreedPlace::none;
        if (none || free == 0 || unit.standing.proposed.rank <= quota()) return false;
        const auto& units = plan_.domain().units;
        return std::count_if(units.begin(), units.end(), [&](const ScoredUnit& one) {
                   return last(one) > quota() && eligible(one) &&
                          one.standing.proposed.rank < unit.standing.proposed.rank;
               }) < free;
    }
    std::int64_t line(Decimal share, RoundingMode mode) const {
        const Decimal part = multiply_divide(count(size()), share, count(1), {0, mode});
        return size() - part.units() / Decimal::one;
    }

private:
    const Plan& plan_;
    std::vector<Decimal> totals_;
};

Grade final_grade(const ScoredUnit& unit) {
    return unit.settled ? unit.settled->grade : unit.standing.proposed.grade;
}

/// Writes the row of one unit.
class RankRow {
public:
    RankRow(const Plan& plan, const Domain& domain, std::uint32_t row, BookSheet& sheet)
        : plan_(plan), domain_(domain), row_(row), sheet_(sheet) {}

    void write(const ScoredUnit& unit, std::uint32_t score_row) {
        put_scores(unit, score_row);
        put_facts(unit);
        put_places(unit);
        put_proposal(unit);
        put_range(unit);
        put_decision(unit);
        put_published(unit);
    }

private:
    void put(RankColumn column, CellValue value, Look look) {
        sheet_.put(row_, at(column), std::move(value), look);
    }
    void whole(RankColumn column, std::string text, std::int64_t value, Look look = step_centre) {
        put(column, Formula{std::move(text), count(value)}, look);
    }
    void words(RankColumn column, std::string text, std::string value, Look look = step_centre) {
        put(column, Formula{std::move(text), std::move(value)}, look);
    }
    std::string own(RankColumn column) const { return '$' + cell_name(row_, at(column)); }
    std::string all(RankColumn column) const {
        const auto count = static_cast<std::uint32_t>(domain_.size());
        return Span{{}, Plan::rank_first, Plan::rank_first + count - 1}.of(at(column));
    }
    std::string grade_of(const std::string& code) const {
        return "INDEX(" + plan_.grades() + ',' + code + ')';
    }
    std::string code_in(const std::string& word) const {
        return "MATCH(" + word + ',' + plan_.grades() + ",0)";
    }
    std::string yes() const { return plan_.words()("是", "yes"); }
    std::string is_yes(RankColumn column) const { return own(column) + '=' + quoted(yes()); }

    void put_scores(const ScoredUnit& unit, std::uint32_t score_row) {
        const std::string there = on_sheet(plan_.score_sheet);
        const auto from = [&](std::uint16_t column) {
            return there + cell_name(score_row, column);
        };
        const score::Published& published = unit.standing.published;
        Look number = result_number;
        number.places = static_cast<std::int8_t>(plan_.rounding().places);
        const auto rounded = [&](std::uint16_t column) {
            return plan_.published("ROUND(" + from(column) + "*10000,0)", {});
        };
        whole(unit_no, from(0), score_row - Plan::score_first + std::int64_t{1});
        words(RankColumn::unit, from(1), unit.standing.unit, step_look);
        words(name, from(2), unit.name, step_look);
        put(indicator, Formula{rounded(plan_.indicator_column()), published.indicator}, number);
        put(review, Formula{rounded(plan_.review_column()), published.review}, number);
        put(total, Formula{from(plan_.total_column()), published.total}, number);
        whole(rank, "RANK(" + own(total) + ',' + all(total) + ')', unit.standing.proposed.rank,
              result_centre);
    }

    void put_facts(const ScoredUnit& unit) {
        const bool limited = unit.best_by_facts != Grade::good;
        put(limit, limited ? std::string(scheme::name(unit.best_by_facts)) : std::string(),
            fact_centre);
        const cycle::Bearing& bearing = unit.standing.bearing;
        put(serious, unit.standing.standing.serious ? yes() : std::string(), fact_centre);
        put(no_progress, bearing.no_progress ? yes() : std::string(), fact_centre);
        put(lowered, count(unit.standing.standing.lowered_by), fact_centre);
    }

    void put_places(const ScoredUnit& unit) {
        const Span findings = plan_.findings_span();
        const std::string vetoes = "COUNTIFS(" + findings.of(at(FindingColumn::unit_no)) + ',' +
                                   own(unit_no) + ',' + findings.of(at(FindingColumn::effect)) +
                                   ',' + quoted(plan_.book_words().veto) + ',' +
                                   findings.of(at(FindingColumn::value)) + ",\">0\")";
        whole(tied, "COUNTIF(" + all(total) + ',' + own(total) + ')', domain_.tied(unit));
        whole(last, own(rank) + '+' + own(tied) + "-1", domain_.last(unit));
        whole(best,
              "MAX(IF(" + own(limit) + "=\"\",1," + code_in(own(limit)) + "),IF(" + vetoes + ">0," +
                  code_in(plan_.parameter(Parameter::barred_best)) + ",1))",
              code_of(unit.standing.standing.best));
        whole(eligible, "IF(AND(" + own(best) + "=1," + own(lowered) + "=0),1,0)",
              Domain::eligible(unit) ? 1 : 0);
        const std::string nobody = quoted(plan_.words()("不递补", "nobody"));
        const std::string ahead = "COUNTIFS(" + all(last) + ",\">\"&" + line_cell(Line::quota) +
                                  ',' + all(rank) + ",\"<\"&" + own(rank) + ',' + all(eligible) +
                                  ",1)";
        whole(freed,
              "IF(AND(" + plan_.parameter(Parameter::freed_place) + "<>" + nobody + ',' +
                  line_cell(Line::places) + ">0," + own(rank) + '>' + line_cell(Line::quota) + ',' +
                  ahead + '<' + line_cell(Line::places) + "),1,0)",
              domain_.is_freed_to(unit) ? 1 : 0);
    }

    std::string is_last() const { return own(total) + "=MIN(" + all(total) + ')'; }
    std::string are_several() const { return "MAX(" + all(total) + ")<>MIN(" + all(total) + ')'; }
    std::string is_next() const {
        return plan_.parameter(Parameter::freed_place) + '=' +
               quoted(plan_.words()("依次递补", "the next"));
    }

    Grade grade_by_rank(const ScoredUnit& unit) const {
        const scheme::Grading& grading = plan_.scheme().grading;
        if (unit.standing.standing.best == Grade::good && domain_.last(unit) <= domain_.quota())
            return Grade::good;
        const bool moves_up = Domain::eligible(unit) && domain_.is_freed_to(unit) &&
                              grading.freed_place == scheme::FreedPlace::next &&
                              domain_.tied(unit) == 1;
        if (moves_up) return Grade::good;
        const std::int64_t band =
            domain_.line(grading.ordinary_band.value_or(Decimal{}), RoundingMode::down);
        return unit.standing.proposed.rank > band ? Grade::ordinary : Grade::fair;
    }

    void put_proposal(const ScoredUnit& unit) {
        whole(by_rank,
              "IF(AND(" + own(best) + "=1," + own(last) + "<=" + line_cell(Line::quota) +
                  "),1,IF(AND(" + own(eligible) + "=1," + own(freed) + "=1," + is_next() + ',' +
                  own(tied) + "=1),1,IF(" + own(rank) + '>' + line_cell(Line::band) + ",3,2)))",
              code_of(grade_by_rank(unit)));
        const grade::Outcome& proposal = unit.standing.proposed;
        whole(code,
              "MIN(4,IF(AND(" + is_yes(serious) + ',' + is_last() + "),4,MAX(" + own(by_rank) +
                  ',' + own(best) + "))+" + own(lowered) + ')',
              code_of(proposal.grade));
        words(proposed, grade_of(own(code)), std::string(scheme::name(proposal.grade)),
              result_centre);
        const std::vector<std::string> open = sentences(proposal, plan_.words());
        words(questions, question_formula(),
              unit.settled ? std::string() : join(open, plan_.words()("；", "; ")), step_look);
    }

    /// In the order of the questions' bits.
    std::vector<std::string> conditions() const {
        const std::string beyond = own(last) + '>' + line_cell(Line::quota);
        const std::string may = own(eligible) + "=1," + beyond;
        return {"AND(" + may + ',' + own(rank) + "<=" + line_cell(Line::quota) + ')',
                "AND(" + may + ',' + own(rank) + '>' + line_cell(Line::quota) + ',' + own(freed) +
                    "=1,NOT(AND(" + is_next() + ',' + own(tied) + "=1)))",
                "AND(NOT(" + is_yes(serious) + ")," + is_last() + ',' + are_several() + ')',
                "AND(" + is_yes(serious) + ",NOT(" + is_last() + "))",
                "AND(" + own(code) + "<3," + own(last) + '>' + line_cell(Line::candidates) + ',' +
                    are_several() + ')',
                "AND(" + own(rank) + "<=" + line_cell(Line::band) + ',' + own(last) + '>' +
                    line_cell(Line::band) + ')'};
    }

    std::string question_formula() const {
        const std::string between = plan_.words()("；", "; ");
        std::string parts;
        std::uint32_t index = 0;
        for (const std::string& condition : conditions()) {
            parts += (parts.empty() ? "" : "&") + ("IF(" + condition) + ',' + quoted(between) +
                     '&' + plan_.parameter(Parameter::question_first, index++) + ",\"\")";
        }
        const std::string from = std::to_string(count_code_points(between) + 1);
        return "IF(" + own(decided) + "<>\"\",\"\",MID(" + parts + ',' + from + ",2000))";
    }

    /// The grades that the facts leave to deliberation.
    void put_range(const ScoredUnit& unit) {
        const cycle::GradeRange range = cycle::range_of(unit.standing);
        const std::vector<std::string> open = conditions();
        const std::string barred = "MIN(4," + own(best) + '+' + own(lowered) + ')';
        const std::string must = "AND(" + is_yes(serious) + ',' + own(code) + "=4)";
        words(range_best,
              grade_of("IF(OR(" + must + ',' + own(lowered) + ">0),MAX(" + barred + ',' +
                       own(code) + ")," + barred + ')'),
              std::string(scheme::name(range.best)));
        const std::string low = "OR(" + open[4] + ',' + open[2] + ')';
        words(range_worst,
              grade_of("MAX(" + own(code) + ",MIN(4,IF(OR(AND(" + low + ',' + is_yes(no_progress) +
                       ")," + open[5] + "),3,2)+" + own(lowered) + "))"),
              std::string(scheme::name(range.worst)));
    }

    void put_decision(const ScoredUnit& unit) {
        const auto& settled = unit.settled;
        put(decided, settled ? std::string(scheme::name(settled->grade)) : std::string(),
            fact_centre);
        std::string why;
        if (settled)
            why = settled->reason + (settled->cites.empty() ? "" : "（" + settled->cites + "）");
        put(decided_why, why, fact_look);
        const Grade result = final_grade(unit);
        words(RankColumn::grade,
              "IF(" + own(decided) + "=\"\"," + own(proposed) + ',' + own(decided) + ')',
              std::string(scheme::name(result)), result_centre);
        put(grounds, grounds_of(unit), fact_look);
        const std::uint32_t first =
            Plan::parameter_first + static_cast<std::uint32_t>(Parameter::grade_good);
        const std::string texts = Span{on_sheet(plan_.parameter_sheet), first, first + 3}.of(2);
        words(entails, "INDEX(" + texts + ',' + code_in(own(RankColumn::grade)) + ")&\"\"",
              entailed(result), step_look);
    }

    std::string entailed(Grade result) const {
        std::vector<std::string> out;
        for (const scheme::Consequence* const one : grade::consequences(plan_.scheme(), result))
            out.push_back(one->text + "（" + one->cites + "）");
        return join(out, "；");
    }

    /// The statements that the grade rests on.
    static std::string grounds_of(const ScoredUnit& unit) {
        std::vector<std::string> out = unit.standing.bearing.barred_by;
        if (unit.published) {
            out.clear();
            for (const cycle::GradeReason& one : unit.published->reasons) out.push_back(one.cites);
        }
        return join(out, "、");
    }

    void put_published(const ScoredUnit& unit) {
        const auto& row = unit.published;
        put(published_total, row ? CellValue(row->published.total) : CellValue(),
            {Paint::fact, Across::right, static_cast<std::int8_t>(plan_.rounding().places)});
        put(published_rank, row ? CellValue(count(row->rank)) : CellValue(), fact_centre);
        put(published_grade, row ? std::string(scheme::name(row->grade)) : std::string(),
            fact_centre);
        const std::string yes = plan_.words()("相符", "agrees");
        const std::string no = plan_.words()("不符", "differs");
        const bool same = row && row->published.total == unit.standing.published.total &&
                          row->rank == unit.standing.proposed.rank &&
                          row->grade == final_grade(unit);
        words(agrees,
              "IF(" + own(published_grade) + "=\"\",\"\",IF(AND(" + own(published_total) + '=' +
                  own(total) + ',' + own(published_rank) + '=' + own(rank) + ',' +
                  own(published_grade) + '=' + own(RankColumn::grade) + ")," + quoted(yes) + ',' +
                  quoted(no) + "))",
              !row   ? std::string()
              : same ? yes
                     : no);
    }

    const Plan& plan_;
    const Domain& domain_;
    std::uint32_t row_;
    BookSheet& sheet_;
};

std::vector<std::string> headings_of(const Words& words) {
    return {words("名次", "Rank"),
            words("编号", "Id"),
            words("考核对象", "Unit"),
            words("指标得分", "Indicators"),
            words("述职评议", "Review"),
            words("总分", "Total"),
            words("受限最高等次", "Best by bars"),
            words("重大问题", "Major problem"),
            words("成效不明显", "No progress"),
            words("降等", "Lowered"),
            words("建议等次", "Proposed"),
            words("待研究事项", "Open questions"),
            words("研究等次", "Decided"),
            words("研究理由", "Reason"),
            words("评定等次", "Grade"),
            words("依据", "Grounds"),
            words("结果运用", "Entails"),
            words("公布总分", "Published total"),
            words("公布名次", "Published rank"),
            words("公布等次", "Published grade"),
            words("核对", "Check"),
            words("对象序", "Unit no."),
            words("同分数", "Tied"),
            words("末位次", "Last rank"),
            words("最高代码", "Best code"),
            words("可评好", "Eligible"),
            words("可递补", "Freed"),
            words("按名次", "By rank"),
            words("建议代码", "Code"),
            words("可定最高", "At best"),
            words("可定最低", "At worst")};
}

/// The lines that the domain's size draws through its ranking, above the rows.
class Lines {
public:
    Lines(const Plan& plan, const Domain& domain, BookSheet& sheet)
        : plan_(plan), domain_(domain), sheet_(sheet) {}

    void write() {
        const Words& words = plan_.words();
        const scheme::Grading& grading = plan_.scheme().grading;
        const std::string size = line_cell(Line::count);
        put(Line::count, words("参评数", "Units"), "COUNT(" + all(total) + ')', domain_.size());
        put(Line::quota, words("“好”名额", "Quota of 好"),
            Plan::function_of(grading.quota_rounding) + '(' + size + "*ROUND(" +
                plan_.parameter(Parameter::quota_percent) + "*10000,0)/1000000,0)",
            domain_.quota());
        put(Line::places, words("空出名额", "Left free"),
            "COUNTIFS(" + all(last) + ",\"<=\"&" + line_cell(Line::quota) + ',' + all(eligible) +
                ",0)",
            domain_.places());
        put(Line::band, words("“一般”线", "Line of 一般"),
            line(Parameter::ordinary_band, RoundingMode::down),
            domain_.line(grading.ordinary_band.value_or(Decimal{}), RoundingMode::down));
        put(Line::candidates, words("靠后线", "Low ranks after"),
            line(Parameter::candidate_band, RoundingMode::up),
            domain_.line(grading.candidate_band, RoundingMode::up));
        const auto& units = plan_.domain().units;
        const auto good = std::count_if(units.begin(), units.end(), [](const ScoredUnit& unit) {
            return final_grade(unit) == Grade::good;
        });
        put(Line::good, words("已评“好”", "Graded 好"),
            "COUNTIF(" + all(RankColumn::grade) + ',' + quoted(scheme::name(Grade::good)) + ')',
            good);
        const std::string yes = words("未超名额", "within the quota");
        const std::string no = words("超出名额", "over the quota");
        label(Line::fits, words("名额核对", "Check"));
        sheet_.put(line_row, column(Line::fits),
                   Formula{"IF(" + line_cell(Line::good) + "<=" + line_cell(Line::quota) + ',' +
                               quoted(yes) + ',' + quoted(no) + ')',
                           good <= domain_.quota() ? yes : no},
                   result_centre);
    }

private:
    static std::uint16_t column(Line line) {
        return static_cast<std::uint16_t>(static_cast<std::uint16_t>(line) * 2 + 1);
    }
    void label(Line line, std::string text) {
        sheet_.put(line_row, static_cast<std::uint16_t>(column(line) - 1), std::move(text),
                   heading_look);
    }
    void put(Line line, std::string text, std::string formula, std::int64_t value) {
        label(line, std::move(text));
        sheet_.put(line_row, column(line), Formula{std::move(formula), count(value)},
                   result_centre);
    }
    std::string all(RankColumn column) const {
        const auto size = static_cast<std::uint32_t>(domain_.size());
        return Span{{}, Plan::rank_first, Plan::rank_first + size - 1}.of(at(column));
    }
    std::string line(Parameter share, RoundingMode mode) const {
        const std::string size = line_cell(Line::count);
        return size + '-' + Plan::function_of(mode) + '(' + size + "*ROUND(" +
               plan_.parameter(share) + "*10000,0)/10000,0)";
    }

    const Plan& plan_;
    const Domain& domain_;
    BookSheet& sheet_;
};

void put_head(const Plan& plan, BookSheet& sheet) {
    const Words& words = plan.words();
    const std::vector<std::string> headings = headings_of(words);
    const auto last_column = static_cast<std::uint16_t>(headings.size() - 1);
    const std::uint16_t printed = at(grounds);
    sheet.merge({0, 0, 0, printed},
                plan.domain().domain.name + words("考核排名与等次", ": ranks and grades"),
                title_look);
    sheet.merge({1, 0, 1, printed},
                words("黄底为认定的事实和研究的决定；名次、名额、建议等次由公式得出，规则未定的列入"
                      "待研究事项。",
                      "Yellow cells are facts and decisions; ranks, quota and proposals follow by "
                      "formulas, and what the rules leave open is named."),
                note_look);
    sheet.merge({4, at(rank), 4, at(total)}, words("得分与名次", "Score and rank"), heading_look);
    sheet.merge({4, at(limit), 4, at(questions)}, words("等次建议", "Proposal"), heading_look);
    sheet.merge({4, at(decided), 4, at(grounds)}, words("等次评定", "Grade"), heading_look);
    sheet.put(4, at(entails), words("结果运用", "What follows"), heading_look);
    sheet.merge({4, at(published_total), 4, at(agrees)}, words("与公布结果核对", "As published"),
                heading_look);
    sheet.merge({4, at(unit_no), 4, last_column}, words("计算过程", "Steps of the computation"),
                heading_look);
    for (std::uint16_t i = 0; i <= last_column; ++i) sheet.put(5, i, headings[i], heading_look);
}

}  // namespace

BookSheet rank_sheet(const Plan& plan) {
    BookSheet sheet;
    sheet.name = plan.rank_sheet;
    sheet.widths = {8,  9, 16, 9, 9, 9, 9, 9, 9, 7, 9, 26, 9, 24, 9, 9,
                    90, 9, 9,  9, 9, 7, 7, 7, 8, 7, 7, 7,  8, 8,  8};
    put_head(plan, sheet);
    const Domain domain(plan);
    Lines(plan, domain, sheet).write();
    const auto& units = plan.domain().units;
    std::vector<std::uint32_t> order(units.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
        return units[a].standing.proposed.rank < units[b].standing.proposed.rank;
    });
    std::uint32_t row = Plan::rank_first;
    for (const std::uint32_t index : order)
        RankRow(plan, domain, row++, sheet).write(units[index], Plan::score_first + index);
    const auto bottom = static_cast<std::uint32_t>(Plan::rank_first + units.size() - 1);
    std::vector<std::string> grades;
    for (const Grade one : {Grade::good, Grade::fair, Grade::ordinary, Grade::poor})
        grades.emplace_back(scheme::name(one));
    for (const RankColumn column : {limit, decided})
        sheet.choices.push_back({{Plan::rank_first, at(column), bottom, at(column)}, grades, {}});
    sheet.frozen_rows = Plan::rank_first;
    sheet.frozen_columns = at(indicator);
    sheet.page = {true, 4, 2, at(entails)};  // a long text, for the screen
    fit_heights(sheet, 1);
    return sheet;
}

}  // namespace heng::report
