#include "core/intake/draft.hpp"

#include "core/base/text.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/intake/chars.hpp"
#include "core/intake/headings.hpp"

#include <algorithm>
#include <map>

namespace heng::intake {

namespace {

std::string letter(std::size_t index) {
    std::string out;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26)
        out.insert(out.begin(), static_cast<char>('a' + (rest - 1) % 26));
    return out;
}

/// The text up to its closing 【…】, and the names in that.
std::u32string cut_bodies(const std::u32string& text) {
    const std::u32string line = trimmed(text);
    if (!line.ends_with(U'】')) return line;
    const std::size_t open = line.rfind(U'【');
    return open == line.npos ? line : trimmed(line.substr(0, open));
}

class Finisher {
public:
    Finisher(const Draft& draft, const TableName& name)
        : draft_(draft), name_(name), issues_(draft.issues) {}

    Intake run() {
        scheme::Table table;
        table.domain = name_.domain;
        table.title = text_of(draft_.title);
        for (const DraftCategory& category : draft_.categories)
            if (!category.tasks.empty()) table.categories.push_back(category_of(category));
        for (const auto& category : table.categories) table.points += category.points;
        if (draft_.total && *draft_.total != table.points)
            doubt(Code::import_points_differ, {},
                  {"合计", draft_.total->text(), table.points.text()});
        if (tasks_ == 0)
            doubt(Code::import_table_absent, {}, {"考核指标体系表（indicator table）"});
        return {std::move(table), std::move(issues_)};
    }

private:
    void doubt(Code code, Place place, std::vector<std::string> args) {
        issues_.push_back({code, std::move(place), std::move(args)});
    }

    scheme::Category category_of(const DraftCategory& draft) {
        scheme::Category category;
        ++categories_;
        category.no =
            text_of(draft.no.empty() ? chinese_numeral(std::min(categories_, 99)) : draft.no);
        category.name = text_of(draft.name);
        Decimal sum;
        for (const DraftTask& task : draft.tasks) {
            category.tasks.push_back(task_of(task));
            sum += category.tasks.back().points;
        }
        category.points = draft.points.value_or(sum);
        const bool all_known =
            std::all_of(draft.tasks.begin(), draft.tasks.end(),
                        [](const DraftTask& task) { return task.points.has_value(); });
        if (all_known && category.points != sum)
            doubt(Code::import_points_differ, draft.place,
                  {category.no + "、" + category.name, category.points.text(), sum.text()});
        return category;
    }

    scheme::Task task_of(const DraftTask& draft) {
        scheme::Task task;
        ++tasks_;
        const std::u32string own = U"(" + chinese_numeral(std::min(tasks_, 99)) + U")";
        task.no = text_of(draft.no.empty() ? own : draft.no);
        task.name = text_of(draft.name);
        if (draft.points)
            task.points = *draft.points;
        else
            doubt(Code::import_points_unread, draft.place, {task.no + task.name});
        task.illustrative = draft.illustrative;
        read_requirement(draft, task);
        task.assessors = body_names(draft.assessors, draft_.names);
        int expected = 1;
        for (const DraftClause& clause : draft.clauses) {
            task.clauses.push_back(clause_of(clause, task, expected));
            expected = clause.number == 0 ? expected + 1 : clause.number + 1;
        }
        return task;
    }

    /// heng itself marks what its source broke off.
    void read_requirement(const DraftTask& draft, scheme::Task& task) {
        std::u32string_view text = draft.requirement;
        for (const std::u32string_view mark : {U"（原文不完整）", U"(原文不完整)"})
            if (text.ends_with(mark)) {
                text.remove_suffix(mark.size());
                task.requirement_complete = false;
            }
        task.requirement = text_of(text);
        if (!task.requirement_complete || text.empty() || ends_sentence(text)) return;
        task.requirement_complete = false;
        doubt(Code::import_order_doubtful, draft.place, {task.no + tail_of(std::u32string(text))});
    }

    static std::string tail_of(const std::u32string& text) {
        constexpr std::size_t shown = 16;
        return "…" + text_of(std::u32string_view(text).substr(text.size() -
                                                              std::min(text.size(), shown)));
    }

    scheme::Clause clause_of(const DraftClause& draft, const scheme::Task& task, int expected) {
        scheme::Clause clause;
        Place place = draft.place;
        if (draft.number != 0 && draft.number != expected)
            doubt(Code::import_number_missing, place,
                  {task.no + std::to_string(expected - 1), std::to_string(expected),
                   std::to_string(draft.number)});
        clause.no = std::to_string(draft.number == 0 ? expected : draft.number);
        const std::u32string text = cut_bodies(draft.text);
        clause.text = text_of(text);
        const auto bracketed =
            body_names(std::u32string_view(draft.text)
                           .substr(std::min(draft.text.size(), trimmed(draft.text).rfind(U'【'))),
                       draft_.names);
        if (text.size() < trimmed(draft.text).size() && !bracketed.empty())
            clause.assessors = bracketed;
        else if (const auto own = body_names(draft.assessors, draft_.names);
                 !own.empty() && own != task.assessors)
            clause.assessors = own;
        read(clause, task, place);
        if (!clause.assessors && task.assessors.empty())
            doubt(Code::import_assessor_missing, place, {task.no + clause.no});
        return clause;
    }

    /// Reads the text into branches, and says what is wrong with it.
    void read(scheme::Clause& clause, const scheme::Task& task, const Place& place) {
        const std::string label = task.no + clause.no;
        clause::Reading reading = clause::read_clause(clause.text);
        const std::string id = name_.prefix + std::to_string(tasks_) + '.' + clause.no;
        for (std::size_t i = 0; i < reading.branches.size(); ++i) {
            scheme::Branch& branch = reading.branches[i];
            const bool is_only = reading.branches.size() == 1;
            branch.id = unique(is_only ? id : id + letter(i));
            if (is_only || branch.text.empty()) branch.text = clause.text;
        }
        clause.branches = std::move(reading.branches);
        if (clause.branches.empty())
            doubt(Code::import_clause_unread, place, {label + clause.text});
        for (const clause::Doubt& found : reading.doubts)
            doubt(Code::reading_doubtful, place,
                  {label, found.quote, std::string(sentence(found.kind, Language::zh)),
                   std::string(sentence(found.kind, Language::en))});
        const std::u32string text = chars_of(clause.text);
        if (!ends_sentence(text) && !text.ends_with(U'；') && !text.ends_with(U';') &&
            !text.ends_with(U'分'))
            doubt(Code::import_order_doubtful, place, {label + tail_of(text)});
    }

    /// Two clauses of one number must not share an id.
    std::string unique(std::string id) {
        const int times = ++ids_[id];
        return times == 1 ? id : id + '-' + std::to_string(times);
    }

    const Draft& draft_;
    const TableName& name_;
    Issues issues_;
    int categories_ = 0;
    int tasks_ = 0;
    std::map<std::string, int> ids_;  ///< How often each was given.
};

}  // namespace

std::string other_table(std::size_t number, std::u32string_view title) {
    const std::string digits = std::to_string(number);
    return "第" + digits + "个指标表（table " + digits + "）" +
           (title.empty() ? "" : "：" + text_of(title));
}

std::string usual_prefix(std::string_view domain) {
    if (domain.empty() || domain == "counties") return {};
    const char first = domain.front();
    return {first >= 'a' && first <= 'z' ? static_cast<char>(first - 'a' + 'A') : first};
}

Intake finish(const Draft& draft, const TableName& name) {
    return Finisher(draft, name).run();
}

}  // namespace heng::intake
