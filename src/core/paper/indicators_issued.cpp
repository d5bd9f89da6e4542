/// @file
/// 印发通知 (A8.9): the year's indicators with the table of every domain as an annex; of a change
/// (A8.12) also what changed and why.
#include "core/cycle/indicators.hpp"
#include "core/cycle/scheme_diff.hpp"
#include "core/paper/indicator_table.hpp"
#include "core/paper/kinds.hpp"

#include <algorithm>
#include <array>

namespace heng::paper {

namespace {

std::string_view difference_words(cycle::DifferenceKind kind) {
    constexpr std::array<std::string_view, 3> words{"新增", "删除", "修改"};
    return words[static_cast<std::size_t>(kind)];
}

/// Of the respects in which parts differ; those of a section have none.
std::string_view field_words(std::string_view field) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 11> words{
        {{"name", "名称"},
         {"lead", "主要考核责任单位"},
         {"focus", "考核重点"},
         {"title", "表名"},
         {"no", "序号"},
         {"points", "分值"},
         {"category", "所属考核指标"},
         {"requirement", "任务要求"},
         {"assessors", "考核责任单位"},
         {"text", "条文"},
         {"clause", "所属扣分细则"}}};
    for (const auto& [id, zh] : words)
        if (id == field) return zh;
    return field;
}

/// What differs, as people call it, and in which respect.
std::string item_words(const cycle::Difference& one) {
    constexpr std::array<std::string_view, 6> parts{"领域",     "考核指标", "基本任务",
                                                    "扣分细则", "分句",     "其他部分"};
    std::string out(parts[static_cast<std::size_t>(one.part)]);
    out += typeset(one.item);
    if (!one.field.empty()) out += "的" + std::string(field_words(one.field));
    return out;
}

class Notice {
public:
    explicit Notice(const Issued& issued)
        : issued_(issued), year_(issued.year), indicators_(year_.cycle.indicators) {}

    Paper write() && {
        Paper paper = begin(issued_, "通知", Form::document, Direction::down);
        const bool is_change = change() != nullptr;
        const std::string system = "《" + year_.year() + "党建工作成效";
        paper.title =
            is_change ? std::vector<std::string>{"关于调整", system, "考核指标体系》的", "通知"}
                      : std::vector<std::string>{"关于印发", system, "考核指标体系》的", "通知"};
        paper.tag = is_change ? "指标调整" : "指标印发";
        paper.to = everyone();
        paper.retention = Retention::permanent;
        Pen pen(paper.body);
        introduce(pen);
        if (is_change) say_change(pen);
        domains(pen);
        scoring(pen);
        conventions(pen);
        for (const scheme::Domain& domain : year_.scheme().domains) {
            const scheme::Table* const table = year_.scheme().find_table(domain.id);
            if (table != nullptr)
                paper.annexes.push_back({typeset(table->title), true, {indicator_table(*table)}});
        }
        paper.annexes.push_back({"时限一览表", false, {term_table(year_.scheme())}});
        return paper;
    }

private:
    const cycle::ChangeRequest* change() const {
        for (const auto& [id, one] : indicators_.changes)
            if (one.draft && one.draft->seq == issued_.event.seq) return &one;
        return nullptr;
    }
    const cycle::Edition& edition() const { return indicators_.editions.back(); }

    void introduce(Pen& pen) const {
        const std::string system = year_.year() + "党建工作成效考核指标体系";
        const std::string from = "自" + print_day(edition().from) + "起执行";
        if (change() != nullptr)
            pen.say("根据" + year_.article("A8.12") + "规定，经统筹研究，决定对" + system +
                    "作出调整，调整后的指标体系" + from + "（版本号：" + edition().id + "）。");
        else
            pen.say("根据" + year_.article("A8.9") + "规定，" + system + "已经" +
                    year_.body_as(cycle::Capacity::commission) + "同意，现印发给你们，" + from +
                    "，请认真抓好落实（版本号：" + edition().id + "）。");
        const cycle::Draft* const draft = indicators_.find_draft(edition().draft);
        if (draft != nullptr && !draft->note.empty())
            pen.say(year_.body_as(cycle::Capacity::commission) + "意见：" + ended(draft->note));
    }

    void say_change(Pen& pen) const {
        pen.level1("调整事项");
        pen.say("申请单位：" + change()->body + "。");
        pen.say("申请内容：" + ended(change()->text));
        pen.say("申请理由：" + ended(change()->reason));
        pen.say("研究意见：" + ended(change()->answer));
        pen.level1("与上一版的差异");
        pen.table(difference_table(), "没有差异。");
    }

    Table difference_table() const {
        Table table =
            make_table({{"领域", 4}, {"项目", 6}, {"变更", 3}, {"原内容", 12}, {"新内容", 12}});
        if (indicators_.editions.size() < 2) return table;
        const cycle::Edition& last = indicators_.editions[indicators_.editions.size() - 2];
        const auto before = issued_.rulebooks.find(last.draft);
        if (before == issued_.rulebooks.end()) return table;
        const auto all = cycle::scheme_diff(before->second->scheme(), year_.scheme());
        const bool has_clauses = std::any_of(all.begin(), all.end(), [](const auto& one) {
            return one.part == cycle::SchemePart::clause;
        });
        for (const cycle::Difference& one : all) {
            // How the system reads a clause follows from its words.
            if (one.part == cycle::SchemePart::branch && has_clauses) continue;
            table.content.rows.push_back(
                {one.domain.empty() ? or_dash("") : year_.domain_name(one.domain), item_words(one),
                 std::string(difference_words(one.kind)), or_dash(typeset(one.before)),
                 or_dash(typeset(one.after))});
        }
        return table;
    }

    void domains(Pen& pen) const {
        pen.level1("考核领域和主要考核责任单位");
        Table table =
            make_table({{"领域", 5}, {"主要考核责任单位", 8}, {"考核重点", 12}, {"依据", 4}});
        for (const scheme::Domain& one : year_.scheme().domains)
            table.content.rows.push_back({typeset(one.name), one.lead, or_dash(typeset(one.focus)),
                                          print_article(one.cites)});
        pen.table(std::move(table), "无。");
    }

    void scoring(Pen& pen) const {
        const scheme::Composition& parts = year_.scheme().composition;
        pen.level1("计分方式");
        pen.say("指标考核实行扣分制，根据扣分细则据实计分（" + print_article("A9.3") +
                "）。总分100分，其中指标考核占" + parts.indicators_percent.text() +
                "%，述职评议考核占" + parts.review_percent.text() + "%（" +
                print_article(parts.cites) + "）。");
        pen.level1("等次评定");
        pen.say("各领域分别评定等次，“好”等次不超过本领域参加考核单位数的" +
                year_.scheme().grading.quota_percent.text() + "%（" +
                print_article(year_.scheme().grading.cites) + "）。");
        for (const scheme::Bar& bar : year_.scheme().bars)
            pen.item(typeset(bar.text) + "（" + print_article(bar.cites) + "）。");
    }

    void conventions(Pen& pen) const {
        if (year_.scheme().conventions.empty()) return;
        pen.level1("本系统约定");
        pen.say("办法未作规定的，按下列约定执行。");
        for (const scheme::Convention& one : year_.scheme().conventions)
            pen.item(typeset(one.text) + "（" + print_article(one.cites) + "）。");
    }

    const Issued& issued_;
    const YearFacts& year_;
    const cycle::Indicators& indicators_;
};

}  // namespace

Paper indicators_issued(const Issued& issued) {
    return Notice(issued).write();
}

}  // namespace heng::paper
