/// @file
/// Lines that know their column and task → the draft of a table.
#include "core/intake/chars.hpp"
#include "core/intake/headings.hpp"
#include "core/intake/read_text.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

/// A heading as it is put together from its lines.
struct HeadingLines {
    std::u32string text;
    std::optional<Decimal> points;
    std::size_t first_strand = 0;
    std::size_t page = 0;
};

struct TaskLines {
    HeadingLines heading;
    bool has_heading = false;
    DraftTask draft;
    std::size_t first_strand = 0;
    std::size_t last_strand = 0;
    std::size_t page = 0;
};

class Sorter {
public:
    Sorter(const TableLines& table, const Unwoven& unwoven, const std::set<std::u32string>& names,
           const std::string& file)
        : table_(table), placed_(unwoven.placed), file_(file) {
        tasks_.resize(unwoven.groups);
        draft_.title = table.title;
        draft_.total = table.total;
        draft_.names = names;
    }

    Draft run() {
        for (std::size_t i = 0; i < placed_.size(); ++i) take(i);
        spread_assessors();
        for (TaskLines& task : tasks_) finish_task(task);
        join_categories();
        return std::move(draft_);
    }

private:
    Place place_of(std::size_t index) const { return {file_, table_.strands[index].line, 0, ""}; }

    void doubt(Code code, std::size_t index) {
        const std::u32string& text = table_.strands[index].text;
        constexpr std::size_t shown = 24;
        std::string quote = text_of(std::u32string_view(text).substr(0, shown));
        if (text.size() > shown) quote += "…";
        draft_.issues.push_back({code, place_of(index), {std::move(quote)}});
    }

    void take(std::size_t index) {
        const Placed& placed = placed_[index];
        const std::u32string& text = table_.strands[index].text;
        if (placed.role == Role::furniture) {
            if (!is_page_furniture(text)) doubt(Code::import_text_unplaced, index);
            return;
        }
        if (placed.margin < doubtful_below) doubt(Code::import_order_doubtful, index);
        if (placed.role == Role::category) return take_category(index);
        if (placed.group == 0) return doubt(Code::import_text_unplaced, index);
        TaskLines& task = tasks_[placed.group - 1];
        if (task.page == 0) {
            task.first_strand = index;
            task.page = table_.strands[index].page;
        }
        if (placed.role != Role::assessor) task.last_strand = index;
        switch (placed.role) {
            case Role::task: return take_task(task, index);
            case Role::requirement: return append_line(task.draft.requirement, text);
            case Role::assessor: return take_assessor(task, index);
            default: return take_clause(task, index);
        }
    }

    void take_category(std::size_t index) {
        const Placed& placed = placed_[index];
        const std::u32string& text = table_.strands[index].text;
        if (placed.starts) {
            categories_.push_back({text, {}, index, table_.strands[index].page});
        } else if (categories_.empty()) {
            doubt(Code::import_text_unplaced, index);
        } else if (placed.is_points) {
            categories_.back().points = points_alone(text);
        } else {
            append_line(categories_.back().text, text);
        }
    }

    void take_task(TaskLines& task, std::size_t index) {
        const Placed& placed = placed_[index];
        const std::u32string& text = table_.strands[index].text;
        if (placed.is_points) {
            if (!task.heading.points) task.heading.points = points_alone(text);
        } else if (placed.starts) {
            is_repeated_ = task.has_heading;  // on a new page
            if (!is_repeated_) task.heading = {text, {}, index, table_.strands[index].page};
            task.has_heading = true;
        } else if (!is_repeated_) {
            append_line(task.heading.text, text);
        }
    }

    void take_assessor(TaskLines& task, std::size_t index) {
        std::u32string& names = task.draft.assessors;
        if (placed_[index].starts && !names.empty()) names += U'、';
        names += table_.strands[index].text;
    }

    void take_clause(TaskLines& task, std::size_t index) {
        const std::u32string& text = table_.strands[index].text;
        auto& clauses = task.draft.clauses;
        if (!placed_[index].starts && !clauses.empty())
            return append_line(clauses.back().text, text);
        const auto number = clause_number(text);
        DraftClause clause;
        clause.number = number ? number->value : 0;
        clause.text = text.substr(number ? number->end : 0);
        clause.place = place_of(index);
        clauses.push_back(std::move(clause));
    }

    /// A cell of assessors may reach over several tasks; then it stands beside one of them.
    void spread_assessors() {
        const auto same_page = [this](std::size_t a, std::size_t b) {
            return tasks_[a].page == tasks_[b].page;
        };
        std::vector<std::u32string> own;
        for (const TaskLines& task : tasks_) own.push_back(task.draft.assessors);
        for (std::size_t i = 0; i < tasks_.size(); ++i) {
            if (!own[i].empty()) continue;
            if (i > 0 && same_page(i, i - 1) && !tasks_[i - 1].draft.assessors.empty())
                tasks_[i].draft.assessors = tasks_[i - 1].draft.assessors;
            else
                for (std::size_t next = i + 1; next < tasks_.size() && same_page(i, next); ++next)
                    if (!own[next].empty()) {
                        tasks_[i].draft.assessors = own[next];
                        break;
                    }
        }
    }

    void finish_task(TaskLines& task) {
        Heading heading = loose_heading(task.heading.text);
        task.draft.no = std::move(heading.no);
        task.draft.name = std::move(heading.name);
        task.draft.illustrative = heading.illustrative;
        task.draft.points = heading.points ? heading.points : task.heading.points;
        const std::size_t index = task.has_heading ? task.heading.first_strand : task.first_strand;
        task.draft.place = place_of(index);
        if (!task.has_heading) doubt(Code::import_order_doubtful, index);
    }

    /// The headings of categories, those that a new page repeats only once.
    std::vector<DraftCategory> category_drafts(std::vector<std::size_t>& positions) const {
        std::vector<DraftCategory> drafts;
        for (const HeadingLines& lines : categories_) {
            Heading heading = loose_heading(lines.text);
            const auto points = heading.points ? heading.points : lines.points;
            if (!drafts.empty() && drafts.back().no == heading.no) {
                if (!drafts.back().points) drafts.back().points = points;
                continue;
            }
            drafts.push_back({heading.no, heading.name, points, {}, place_of(lines.first_strand)});
            positions.push_back(lines.first_strand);
        }
        return drafts;
    }

    /// A heading stands in the middle of its cell, beside any of its tasks: the points say where
    /// the next category begins, and where they do not, a heading never stands below the last task
    /// of its category.
    void join_categories() {
        std::vector<std::size_t> positions;
        std::vector<DraftCategory> drafts = category_drafts(positions);
        if (drafts.empty() && !tasks_.empty()) {
            drafts.emplace_back();
            positions.push_back(0);
        }
        std::size_t current = 0;
        Decimal sum;
        for (TaskLines& task : tasks_) {
            const auto& full = drafts[current].points;
            const bool is_full = full && sum >= *full;
            const bool is_passed =
                current + 1 < drafts.size() && positions[current + 1] < task.first_strand;
            const bool has_tasks = !drafts[current].tasks.empty();
            if (current + 1 < drafts.size() && has_tasks && (is_full || (is_passed && !full))) {
                ++current;
                sum = Decimal{};
            }
            if (task.draft.points) sum += *task.draft.points;
            drafts[current].tasks.push_back(std::move(task.draft));
        }
        draft_.categories = std::move(drafts);
    }

    const TableLines& table_;
    const std::vector<Placed>& placed_;
    const std::string& file_;
    std::vector<TaskLines> tasks_;
    std::vector<HeadingLines> categories_;
    bool is_repeated_ = false;
    Draft draft_;
};

}  // namespace

Draft sort_out(const TableLines& table, const Unwoven& unwoven,
               const std::set<std::u32string>& names, const std::string& file) {
    Draft draft = Sorter(table, unwoven, names, file).run();
    if (!table.is_found)
        draft.issues = {
            {Code::import_table_absent, {file, 0, 0, ""}, {"考核指标体系表（indicator table）"}}};
    return draft;
}

}  // namespace heng::intake
