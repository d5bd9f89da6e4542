/// @file
/// The sheet of findings: each fact as it was recorded, and in formulas what it costs: by its
/// branch, within its case, under the cap of its clause and down to the floor of its task. The
/// formulas take the same steps as `score::Sheet`, finding by finding in ledger order.
#include "core/base/invariant.hpp"
#include "core/report/score_book_parts.hpp"

#include <algorithm>
#include <map>

namespace heng::report {

namespace {

using scheme::Effect;
using enum FindingColumn;

/// The steps of one unit's findings as the engine takes them, for the values beside the formulas.
struct Steps {
    std::int64_t alone = 0;
    std::int64_t compared = 0;
    std::int64_t total = 0;
    std::int64_t cost = 0;
    std::int64_t standing = 0;
    std::int64_t added = 0;
    std::int64_t within_cap = 0;
    std::int64_t already = 0;
    std::int64_t within_task = 0;
};

/// Follows the findings of one unit.
class Tracer {
public:
    explicit Tracer(const score::Rules& rules) : rules_(rules) {}

    Steps follow(const score::Finding& finding, bool counts) {
        const score::Rule& rule = rules_.branches[finding.branch];
        const std::int64_t value = finding.value.units();
        Steps out;
        out.alone = cost_of(rule, value);
        out.compared = out.alone;
        if (rule.limit != score::no_index)
            out.compared = std::min(out.compared, rules_.limits[rule.limit]);
        if (rule.floor != score::no_index)
            out.compared = std::min(out.compared, rules_.floors[rule.floor]);
        std::int64_t& sum = sums_[finding.branch];
        if (counts) sum += value;
        out.total = rule.adds_up ? sum : value;
        out.cost = rule.adds_up ? cost_of(rule, out.total) : out.alone;
        std::int64_t& standing = standing_[rule.account];
        out.standing = standing;
        out.added = counts ? std::max<std::int64_t>(out.cost - standing, 0) : 0;
        standing += out.added;
        out.within_cap = out.added;
        if (rule.limit != score::no_index) {
            std::int64_t& used = used_[rule.limit];
            out.within_cap = std::min(out.added, rules_.limits[rule.limit] - used);
            used += out.within_cap;
        }
        out.within_task = out.within_cap;
        if (rule.write_off != score::no_index) write_off(rule, out);
        return out;
    }

    /// What the engine took in the end.
    void settle(const score::Finding& finding, std::int64_t taken) {
        const score::Rule& rule = rules_.branches[finding.branch];
        if (rule.write_off == score::no_index) return;
        lost_[rule.write_off] += taken;
        if (rule.effect == Effect::zero) ahead_[rule.write_off] += taken;
    }

private:
    static std::int64_t cost_of(const score::Rule& rule, std::int64_t value) {
        return rule.effect == Effect::veto ? 0 : score::amount(rule, value);
    }

    void write_off(const score::Rule& rule, Steps& out) {
        if (rule.effect == Effect::zero) {
            const std::int64_t left = rules_.write_offs[rule.write_off] - lost_[rule.write_off];
            out.within_task = std::min(out.within_cap, std::max<std::int64_t>(left, 0));
            return;
        }
        out.already = std::min(out.within_cap, ahead_[rule.write_off]);
        ahead_[rule.write_off] -= out.already;
        out.within_task = out.within_cap - out.already;
    }

    const score::Rules& rules_;
    std::map<std::uint32_t, std::int64_t> sums_, standing_, used_, lost_, ahead_;
};

/// One finding with what came of it.
struct Entry {
    const ScoredUnit& unit;
    std::size_t unit_index;
    std::size_t index;
    const score::Finding& finding() const { return unit.findings[index]; }
    const score::Deduction& deduction() const { return unit.score.deductions[index]; }
    bool counts() const { return deduction().reason != score::Reason::same_case; }
};

/// Writes the row of one finding.
class FindingRow {
public:
    FindingRow(const Plan& plan, const BookSheet& rules, std::uint32_t row, BookSheet& sheet)
        : plan_(plan), words_(plan.book_words()), rules_(rules), row_(row), sheet_(sheet) {}

    void write(const Entry& entry, Tracer& tracer) {
        const Steps steps = tracer.follow(entry.finding(), entry.counts());
        tracer.settle(entry.finding(), entry.deduction().taken.units());
        put_fact(entry);
        put_lookups(entry);
        put_amount(steps);
        put_case(entry, steps);
        put_limits(entry, steps);
        put_outcome(entry);
    }

private:
    void put(FindingColumn column, CellValue value, Look look) {
        sheet_.put(row_, at(column), std::move(value), look);
    }
    void formula(FindingColumn column, std::string text, std::int64_t units,
                 Look look = step_number) {
        put(column, Formula{std::move(text), Decimal::of_units(units)}, look);
    }
    void words(FindingColumn column, std::string text, std::string value, Look look = step_centre) {
        put(column, Formula{std::move(text), std::move(value)}, look);
    }

    /// This row of the column; the column is fixed so that formulas can be copied down.
    std::string own(FindingColumn column) const { return '$' + cell_name(row_, at(column)); }
    /// The rows before this one. The heading is among them, so that the first row has some.
    std::string before(FindingColumn column) const { return through(column, row_ - 1); }
    std::string so_far(FindingColumn column) const { return through(column, row_); }
    std::string through(FindingColumn column, std::uint32_t last) const {
        return Span{{}, Plan::finding_first - 1, last}.of(at(column));
    }
    /// All rows of the column.
    std::string all(FindingColumn column) const {
        Span span = plan_.findings_span();
        span.sheet.clear();
        span.first = Plan::finding_first;
        return span.of(at(column));
    }
    /// What the rules say of this row's branch.
    std::string rule(RuleColumn column) const {
        return "INDEX(" + plan_.rules_span().of(at(column)) + ',' + own(branch_no) + ')';
    }
    std::string same(FindingColumn key, bool this_row_too) const {
        return ',' + (this_row_too ? so_far(key) : before(key)) + ',' + own(key);
    }
    /// What earlier rows of this unit and this `key` sum to.
    std::string sum_before(FindingColumn summed, FindingColumn key) const {
        return "SUMIFS(" + before(summed) + same(unit_no, false) + same(key, false);
    }

    void put_fact(const Entry& entry) {
        const score::Finding& finding = entry.finding();
        const score::Rules::Origin& origin = plan_.rules().origins[finding.branch];
        put(number, count(static_cast<std::int64_t>(finding.line)), fact_centre);
        put(unit, entry.unit.standing.unit, fact_look);
        put(branch, origin.branch->id, fact_centre);
        put(occurred_on, date_of(finding.occurred_on), fact_centre);
        put(note, finding.note, fact_look);
        put(case_id, finding.case_id, fact_look);
        put(value, finding.value, fact_number);
        const FindingSource none;
        const FindingSource& from =
            entry.unit.sources.empty() ? none : entry.unit.sources[entry.index];
        put(body, from.body, fact_look);
        put(source, from.source, fact_look);
        put(recorded_on, date_of(from.recorded_on), fact_centre);
        put(confirmed_on, date_of(from.confirmed_on), fact_centre);
    }

    static CellValue date_of(const std::string& text) {
        const auto date = ledger::parse_date(text);
        return date ? CellValue(*date) : CellValue(text);
    }

    void put_lookups(const Entry& entry) {
        const score::BranchIndex index = entry.finding().branch;
        const score::Rule& branch_rule = plan_.rules().branches[index];
        const score::Rules::Origin& origin = plan_.rules().origins[index];
        const Span units = plan_.units_span();
        const Span rules = plan_.rules_span();
        formula(unit_no,
                "LOOKUP(1,0/EXACT(" + units.of(1) + ',' + own(unit) + ")," + units.of(0) + ')',
                Decimal::whole(static_cast<std::int64_t>(entry.unit_index) + 1).units());
        formula(branch_no,
                "LOOKUP(1,0/EXACT(" + rules.of(at(RuleColumn::branch)) + ',' + own(branch) + ")," +
                    rules.of(at(RuleColumn::number)) + ')',
                whole(index));
        // An empty text would come as a zero.
        words(name, "INDEX(" + units.of(2) + ',' + own(unit_no) + ")&\"\"", entry.unit.name,
              step_look);
        words(task, rule(RuleColumn::task) + "&\"\"", origin.task->no + origin.task->name,
              step_look);
        const std::string& said =
            origin.branch->text.empty() ? origin.clause->text : origin.branch->text;
        words(text, rule(RuleColumn::text) + "&\"\"", said, step_look);
        formula(task_no, rule(RuleColumn::task_no), whole(branch_rule.task));
        words(effect, rule(RuleColumn::effect), cached_rule(index, RuleColumn::effect));
        words(method, rule(RuleColumn::method), cached_rule(index, RuleColumn::method));
        number_of(price, RuleColumn::price, index);
        number_of(step, RuleColumn::step, index);
        number_of(adds_up, RuleColumn::adds_up, index);
        number_of(account, RuleColumn::account, index);
        number_of(limit, RuleColumn::limit, index);
        number_of(floor, RuleColumn::floor, index);
        number_of(write_off, RuleColumn::write_off, index);
    }

    static std::int64_t whole(std::uint32_t index) {
        return Decimal::whole(std::int64_t{index} + 1).units();
    }
    const Cell& rule_cell(score::BranchIndex index, RuleColumn column) const {
        return rules_.rows[Plan::rule_first + index][at(column)];
    }
    std::string cached_rule(score::BranchIndex index, RuleColumn column) const {
        return std::get<std::string>(rule_cell(index, column).value);
    }
    void number_of(FindingColumn column, RuleColumn from, score::BranchIndex index) {
        const CellValue& found = rule_cell(index, from).value;
        std::int64_t units = 0;
        if (const auto* const plain = std::get_if<Decimal>(&found)) units = plain->units();
        if (const auto* const made = std::get_if<Formula>(&found))
            units = std::get<Decimal>(made->value).units();
        formula(column, rule(from), units);
    }

    /// Ten-thousandths of whole steps in `quantity`, itself in ten-thousandths, and what they cost.
    std::string stepped(const std::string& quantity) const {
        const std::string width = "ROUND(" + own(step) + "*10000,0)";
        const std::string rest = rule(RuleColumn::rest);
        return "INT((" + quantity + "+IF(" + rest + "=1," + width + "-1,0))/" + width + ")*" +
               own(price) + "+IF(" + rest + "=2,ROUND((" + quantity + "-INT(" + quantity + '/' +
               width + ")*" + width + ")*ROUND(" + own(price) + "*10000,0)/" + width +
               ",0)/10000,0)";
    }
    std::string is_method(const std::string& word) const {
        return own(method) + '=' + quoted(word);
    }
    std::string priced(const std::string& worth, const std::string& quantity) const {
        return "IF(" + own(effect) + '=' + quoted(words_.veto) + ",0,IF(OR(" +
               is_method(words_.chosen) + ',' + is_method(words_.chosen_each) + "),MIN(" + worth +
               ',' + own(price) + "),IF(OR(" + is_method(words_.once) + ',' +
               is_method(words_.level) + "),IF(" + worth + ">0," + own(price) + ",0),ROUND(" +
               stepped(quantity) + ",4))))";
    }

    void put_amount(const Steps& steps) {
        const std::string gap = "MAX(0,ROUND((" + own(value) + '-' + rule(RuleColumn::target) +
                                ")*" + rule(RuleColumn::direction) + "*10000,0))";
        formula(alone, priced(own(value), gap), steps.alone);
        const std::string sum = "ROUND(SUMIFS(" + so_far(value) + same(unit_no, true) +
                                same(branch_no, true) + ',' + so_far(counts) + ",1),4)";
        formula(total, "IF(" + own(adds_up) + "=1," + sum + ',' + own(value) + ')', steps.total);
        formula(cost,
                "IF(" + own(adds_up) + "=1," +
                    priced(own(total), "ROUND(" + own(total) + "*10000,0)") + ',' + own(alone) +
                    ')',
                steps.cost);
    }

    /// Among the findings of one case the costliest counts; of equals the first clause, then the
    /// larger count, then the earlier finding.
    void put_case(const Entry& entry, const Steps& steps) {
        const score::Finding& finding = entry.finding();
        const Effect kind = plan_.rules().branches[finding.branch].effect;
        const bool competing =
            !finding.case_id.empty() && (kind == Effect::deduct || kind == Effect::zero);
        formula(competes,
                "IF(AND(" + own(case_id) + "<>\"\",OR(" + own(effect) + '=' +
                    quoted(words_.deduct) + ',' + own(effect) + '=' + quoted(words_.zero) +
                    ")),1,0)",
                competing ? Decimal::one : 0);
        const std::string cap = rule(RuleColumn::limit_points);
        const std::string lowest = rule(RuleColumn::floor_points);
        formula(compared,
                "MIN(" + own(alone) + ",IF(" + own(limit) + ">0," + cap + ',' + own(alone) +
                    "),IF(" + own(floor) + ">0," + lowest + ',' + own(alone) + "))",
                steps.compared);
        formula(counts,
                "IF(OR(" + plan_.parameter(Parameter::same_case) + "=0," + own(competes) +
                    "=0),1,IF(SUMPRODUCT(" + same_case() + '*' + outweighs() + ")=0,1,0))",
                entry.counts() ? Decimal::one : 0, step_centre);
    }
    std::string compare(FindingColumn column, const char* how) const {
        return '(' + all(column) + how + own(column) + ')';
    }
    std::string same_case() const {
        return compare(unit_no, "=") + "*(" + all(competes) + "=1)*EXACT(" + all(case_id) + ',' +
               own(case_id) + ')';
    }
    /// Whether a row comes before this one in the order of its case.
    std::string outweighs() const {
        const std::string more = '(' + all(adds_up) + "=1)*" + compare(value, ">");
        const std::string as_much = "(1-" + more + ")*(1-(" + all(adds_up) + "=1)*" +
                                    compare(value, "<") + ")*(ROW(" + all(value) + ")<ROW())";
        return '(' + compare(compared, ">") + '+' + compare(compared, "=") + "*(" +
               compare(branch_no, "<") + '+' + compare(branch_no, "=") + "*(" + more + '+' +
               as_much + ")))";
    }

    void put_limits(const Entry& entry, const Steps& steps) {
        formula(standing, "ROUND(" + sum_before(added, account) + "),4)", steps.standing);
        formula(
            added,
            "IF(" + own(counts) + "=1,MAX(0,ROUND(" + own(cost) + '-' + own(standing) + ",4)),0)",
            steps.added);
        formula(within_cap,
                "IF(" + own(limit) + "=0," + own(added) + ",MIN(" + own(added) + ",ROUND(" +
                    rule(RuleColumn::limit_points) + '-' + sum_before(within_cap, limit) + "),4)))",
                steps.within_cap);
        put_write_off(steps);
        formula(taken,
                "IF(" + own(floor) + "=0," + own(within_task) + ",MIN(" + own(within_task) +
                    ",ROUND(" + rule(RuleColumn::floor_points) + '-' + sum_before(taken, floor) +
                    "),4)))",
                entry.deduction().taken.units(), result_number);
        const bool gains = plan_.rules().branches[entry.finding().branch].effect == Effect::award;
        const std::int64_t lost = entry.deduction().taken.units();
        formula(net,
                "IF(" + own(effect) + '=' + quoted(words_.award) + ",-" + own(taken) + ',' +
                    own(taken) + ')',
                gains ? -lost : lost);
    }

    /// Where the floor is not the task's, a zero takes what the task still has, and what others ask
    /// later is part of that.
    void put_write_off(const Steps& steps) {
        if (plan_.rules().write_offs.empty()) {
            formula(already, "0", 0);
            formula(within_task, own(within_cap), steps.within_task);
            return;
        }
        const std::string zero = own(effect) + '=' + quoted(words_.zero);
        const std::string ahead = "ROUND(" + sum_before(taken, write_off) + ',' + before(effect) +
                                  ',' + quoted(words_.zero) + ")-" +
                                  sum_before(already, write_off) + "),4)";
        formula(already,
                "IF(OR(" + own(write_off) + "=0," + zero + "),0,MIN(" + own(within_cap) + ',' +
                    ahead + "))",
                steps.already);
        formula(within_task,
                "IF(" + own(write_off) + "=0," + own(within_cap) + ",IF(" + zero + ",MIN(" +
                    own(within_cap) + ",MAX(0,ROUND(" + rule(RuleColumn::task_points) + '-' +
                    sum_before(taken, write_off) + "),4))),ROUND(" + own(within_cap) + '-' +
                    own(already) + ",4)))",
                steps.within_task);
    }

    void put_outcome(const Entry& entry) {
        const score::Deduction& deduction = entry.deduction();
        formula(asked,
                "IF(AND(" + own(counts) + "=1," + own(adds_up) + "=1),ROUND(" + own(cost) + '-' +
                    own(standing) + ",4)," + own(alone) + ')',
                deduction.asked.units());
        words(reason, reason_formula(), std::string(sentence(deduction.reason, plan_.language())),
              step_look);
        const std::string winner =
            "SUMPRODUCT(" + same_case() + "*(" + all(counts) + "=1)*" + all(number) + ')';
        const bool is_other = deduction.reason == score::Reason::same_case;
        put(instead,
            Formula{"IF(" + own(counts) + "=1,\"\"," + winner + ')',
                    is_other ? std::variant<Decimal, std::string>(count(static_cast<std::int64_t>(
                                   entry.unit.findings[deduction.winner].line)))
                             : std::string()},
            step_centre);
    }

    std::string said(score::Reason why) const { return quoted(sentence(why, plan_.language())); }
    std::string reason_formula() const {
        using score::Reason;
        const std::string flat =
            "OR(" + is_method(words_.once) + ',' + is_method(words_.chosen) + ')';
        return "IF(" + own(counts) + "=0," + said(Reason::same_case) + ",IF(" + own(effect) + '=' +
               quoted(words_.veto) + ",\"\",IF(" + own(taken) + '<' + own(within_cap) + ',' +
               said(Reason::floor_reached) + ",IF(" + own(taken) + '<' + own(added) + ',' +
               said(Reason::cap_reached) + ",IF(" + own(asked) + "=0," + said(Reason::below_step) +
               ",IF(" + own(added) + '=' + own(asked) + ",\"\",IF(" + flat + ',' +
               said(Reason::already_counted) + ',' + said(Reason::worse_counts) + ")))))))";
    }

    const Plan& plan_;
    const BookWords& words_;
    const BookSheet& rules_;  ///< Whose values the formulas look up.
    std::uint32_t row_;
    BookSheet& sheet_;
};

std::vector<std::string> headings_of(const Words& words) {
    return {words("序号", "No."),
            words("考核对象", "Unit"),
            words("名称", "Name"),
            words("基本任务", "Task"),
            words("分句", "Branch"),
            words("扣分细则", "Clause"),
            words("发生日期", "On"),
            words("事实", "Fact"),
            words("案件", "Case"),
            words("数值", "Value"),
            words("应扣", "Asked"),
            words("计入", "Counts"),
            words("实扣", "Taken"),
            words("说明", "Why less"),
            words("改计", "Instead"),
            words("考核责任单位", "Assessor"),
            words("来源", "Source"),
            words("记录日期", "Recorded"),
            words("确认日期", "Confirmed"),
            words("对象序", "Unit no."),
            words("分句序", "Branch no."),
            words("任务序", "Task no."),
            words("效果", "Effect"),
            words("方式", "Method"),
            words("单价", "Price"),
            words("步长", "Step"),
            words("累加", "Adds up"),
            words("单独应扣", "Alone"),
            words("同案比较", "Competes"),
            words("比较额", "Compared"),
            words("合并组", "Account"),
            words("累计数", "Total"),
            words("累计应扣", "Cost"),
            words("此前已扣", "Before"),
            words("新增", "Added"),
            words("上限组", "Cap group"),
            words("上限内", "Within cap"),
            words("不得分组", "Zero group"),
            words("已随不得分扣", "Already"),
            words("任务内", "Within task"),
            words("扣完组", "Floor group"),
            words("净扣", "Net")};
}

void put_head(const Plan& plan, BookSheet& sheet) {
    const Words& words = plan.words();
    const std::vector<std::string> headings = headings_of(words);
    const auto last = static_cast<std::uint16_t>(headings.size() - 1);
    const std::uint16_t printed = at(instead);
    sheet.merge(
        {0, 0, 0, printed},
        plan.domain().domain.name + words("扣分记录（已确认、计入得分）", ": findings that count"),
        title_look);
    sheet.merge(
        {1, 0, 1, printed},
        words("黄底为记录的事实，可改动试算；其余各列由公式得出，按记录先后计算上限和扣完为止。",
              "Yellow cells are recorded facts and may be tried out; all else follows by "
              "formulas, in the order of recording."),
        note_look);
    sheet.merge({2, 0, 2, printed}, words("记录与扣分", "Facts and what they cost"), heading_look);
    sheet.merge({2, at(body), 2, at(confirmed_on)}, words("出处", "Where it comes from"),
                heading_look);
    sheet.merge({2, at(unit_no), 2, last}, words("计算过程", "Steps of the computation"),
                heading_look);
    for (std::uint16_t i = 0; i <= last; ++i) sheet.put(3, i, headings[i], heading_look);
}

}  // namespace

BookSheet finding_sheet(const Plan& plan, const BookSheet& rules) {
    BookSheet sheet;
    sheet.name = plan.finding_sheet;
    sheet.widths = {7, 9, 14, 16, 7, 38, 11, 34, 9, 8, 7, 6, 7, 18, 7, 14, 16, 11, 11, 7, 7,
                    7, 7, 7,  7,  7, 7,  9,  9,  9, 7, 9, 9, 9, 7,  7, 9,  9,  9,  9,  7, 7};
    put_head(plan, sheet);
    std::uint32_t row = Plan::finding_first;
    const auto& units = plan.domain().units;
    for (std::size_t unit = 0; unit < units.size(); ++unit) {
        Tracer tracer(plan.rules());
        for (std::size_t i = 0; i < units[unit].findings.size(); ++i)
            FindingRow(plan, rules, row++, sheet).write({units[unit], unit, i}, tracer);
    }
    sheet.frozen_rows = Plan::finding_first;
    sheet.frozen_columns = at(task);
    sheet.can_filter = plan.findings() > 0;
    sheet.page = {true, 2, 2, at(body)};
    fit_heights(sheet, 1);
    return sheet;
}

}  // namespace heng::report
