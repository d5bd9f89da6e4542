#include "core/intake/read_grid.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/grid_header.hpp"
#include "core/intake/grid_rows.hpp"
#include "core/intake/read_text.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

using View = std::u32string_view;

std::u32string one_line(const std::string& text) {
    std::u32string line = chars_of(text);
    std::replace(line.begin(), line.end(), U'\n', U' ');
    return tidied(line);
}

std::vector<std::u32string> lines_of(const std::string& text) {
    std::vector<std::u32string> lines;
    const std::u32string chars = chars_of(text);
    for (std::size_t at = 0; at <= chars.size();) {
        const std::size_t end = std::min(chars.find(U'\n', at), chars.size());
        std::u32string line = tidied(View(chars).substr(at, end - at));
        if (!line.empty()) lines.push_back(std::move(line));
        at = end + 1;
    }
    return lines;
}

bool is_finished(const DraftClause& clause) {
    const View text = clause.text;
    return !text.empty() &&
           (ends_sentence(text) || text.ends_with(U'】') || plain(text.back()) == U';' ||
            (text.ends_with(U'分') && states_amount(text)));
}

class GridReader {
public:
    explicit GridReader(std::size_t wanted) : wanted_(wanted) {}

    Draft run(const std::vector<Grid>& grids) {
        for (const Grid& grid : grids)
            for (const Cell& cell : grid.cells)
                for (std::u32string& name : bracketed_names(chars_of(cell.text)))
                    if (draft_.names.size() < names_max) draft_.names.insert(std::move(name));
        for (const Grid& grid : grids) read(grid);
        if (!header_) {
            draft_.issues.clear();
            const std::string file = grids.empty() ? "" : grids[0].file;
            if (lacking_)
                draft_.issues.push_back({Code::import_column_missing, *lacking_, {"扣分细则"}});
            else
                draft_.issues.push_back({Code::import_table_absent,
                                         {file, 0, 0, ""},
                                         {"考核指标体系表（indicator table）"}});
        }
        fill_assessors();
        return std::move(draft_);
    }

private:
    /// A cell of assessors that is left blank says what stands above it.
    void fill_assessors() {
        const std::u32string* above = nullptr;
        for (DraftCategory& category : draft_.categories)
            for (DraftTask& task : category.tasks) {
                if (task.assessors.empty() && !task.clauses.empty() && above != nullptr)
                    task.assessors = *above;
                if (!task.assessors.empty()) above = &task.assessors;
            }
    }

    Place place_of(const Cell& cell) const { return {grid_->file, cell.line, 0, cell.address}; }

    void doubt(Code code, const Cell& cell, std::vector<std::string> args) {
        draft_.issues.push_back({code, place_of(cell), std::move(args)});
    }

    void unplaced(const Cell& cell) {
        constexpr std::size_t shown = 24;
        doubt(Code::import_text_unplaced, cell,
              {text_of(View(one_line(cell.text)).substr(0, shown))});
    }

    using Row = std::vector<const Cell*>;

    bool is_reading() const { return number_ == wanted_ && !is_over_; }

    void read(const Grid& grid) {
        grid_ = &grid;
        last_ = {};
        above_ = chars_of(grid.title);
        is_continued_ = says_continued(above_);
        bool is_headed = false;
        bool is_said = false;
        GridRows rows(grid);
        for (const Row* row = &rows.next(); !row->empty(); row = &rows.next()) {
            if (auto header = header_of(*row)) {
                is_headed = true;
                meet_header(std::move(*header), *row, rows);
            } else if (!is_reading()) {
                if (number_ == 0) note_lacking(*row);
                pass_over(*row);
            } else if (is_title_row(*row)) {
                continue;  // a second row of titles
            } else if (is_headed || row->size() == header_->columns.size()) {
                read_row(*row);
            } else if (!is_said) {
                is_said = say_left_out(*row);
            }
        }
    }

    /// A header of this table on a new page, or that of another.
    void meet_header(GridHeader header, const Row& row, const GridRows& below) {
        if (number_ == 0 || begins_another(below)) begin_table(row);
        is_over_ = false;
        is_continued_ = false;
        above_.clear();
        if (number_ == wanted_) header_ = std::move(header);
    }

    bool begins_another(const GridRows& below) const {
        if (is_continued_) return false;
        const bool is_own_title = !above_.empty() && above_ == title_;
        if (is_over_ && !is_own_title) return true;
        const bool is_titled =
            contains(above_, U"指标") || contains(above_, U"考核") || contains(above_, U"附件");
        if (is_titled && !is_own_title && !is_page_furniture(above_)) return true;
        return restarts(below);
    }

    /// Whether the first category below is another 一.
    bool restarts(GridRows below) const {
        constexpr int looked_at = 3;
        for (int i = 0; i < looked_at && !last_category_.empty(); ++i) {
            const Cell* const first = first_cell(below.next());
            const auto heading =
                first == nullptr ? std::nullopt : category_heading(one_line(first->text));
            if (heading) return heading->ordinal == 1 && heading->name != last_category_;
        }
        return false;
    }

    void begin_table(const Row& titles) {
        ++number_;
        title_ = above_;
        last_category_.clear();
        if (number_ == wanted_) {
            draft_.title = title_;
            return;
        }
        // What stood alone above it was its title.
        if (!draft_.issues.empty() && lone_ != nullptr &&
            draft_.issues.back().place.item == lone_->address)
            draft_.issues.pop_back();
        if (const Cell* const first = first_cell(titles))
            doubt(Code::import_text_unplaced, *first, {other_table(number_, title_)});
    }

    /// What stands around the table: only titles matter.
    void pass_over(const Row& row) {
        const Cell* const first = first_cell(row);
        if (first == nullptr) return;
        const std::u32string text = one_line(first->text);
        if (const auto heading = category_heading(text)) last_category_ = heading->name;
        if (only_cell(row) == nullptr) return;
        if (ends_table(text)) is_over_ = number_ > 0;
        if (says_continued(text)) is_continued_ = true;
        if (is_title_like(*first)) above_ = text;
    }

    /// Says of a grid without titles that it does not go on with the table.
    bool say_left_out(const Row& row) {
        const Cell* const first = first_cell(row);
        if (first == nullptr) return false;
        const std::u32string text = one_line(first->text);
        if (is_page_furniture(text) || is_signature(text) || is_total(text)) return false;
        unplaced(*first);
        return true;
    }

    static bool is_title_like(const Cell& cell) {
        const std::u32string text = one_line(cell.text);
        return text.size() >= 5 && text.size() <= 80 && !is_page_furniture(text) &&
               !is_signature(text) && !ends_sentence(text) && !category_heading(text) &&
               !task_heading(text);
    }

    /// A row of titles that lacks the clauses.
    void note_lacking(const Row& row) {
        std::size_t titles = 0;
        const Cell* first = nullptr;
        for (const Cell* cell : row) {
            if (cell == nullptr || !column_titled(chars_of(cell->text))) continue;
            ++titles;
            if (first == nullptr) first = cell;
        }
        if (titles >= 3 && !lacking_) lacking_ = place_of(*first);
    }

    /// The one cell of the row that is not blank, or nullptr.
    static const Cell* only_cell(const Row& row) {
        const Cell* only = nullptr;
        for (const Cell* cell : row) {
            if (cell == nullptr || cell == only || one_line(cell->text).empty()) continue;
            if (only != nullptr) return nullptr;
            only = cell;
        }
        return only;
    }

    static const Cell* first_cell(const Row& row) {
        for (const Cell* cell : row)
            if (cell != nullptr && !one_line(cell->text).empty()) return cell;
        return nullptr;
    }

    void read_row(const Row& row) {
        above_.clear();
        lone_ = nullptr;
        const Cell* const first = first_cell(row);
        if (first == nullptr) return;
        const std::u32string text = one_line(first->text);
        if (is_total(text)) return take_total(row, text);
        if (is_signature(text)) return;
        if (const Cell* only = only_cell(row); only != nullptr && take_lone_cell(*only, text))
            return;
        read_cells(row);
    }

    /// A cell that stands alone on its row: a section, furniture or a note. Not so a clause whose
    /// neighbours are blank.
    bool take_lone_cell(const Cell& cell, const std::u32string& text) {
        if (ends_table(text)) return is_over_ = true;
        if (says_continued(text)) return is_continued_ = true;
        if (is_page_furniture(text)) return true;
        const bool is_wide = cell.columns > 1 && cell.columns + 1 >= header_->columns.size();
        const auto heading = category_heading(text);
        if (heading && (is_wide || at(cell.column) != Column::clause)) {
            begin_category(*heading, cell);
            last_[index(Column::category)] = nullptr;
            return true;
        }
        if (is_title_like(cell)) above_ = text;
        if (!is_wide) return false;
        if (const auto task = task_heading(text)) {
            begin_task(*task, cell);
        } else if (text != draft_.title) {
            lone_ = &cell;
            unplaced(cell);
        }
        return true;
    }

    void take_total(const Row& row, const std::u32string& text) {
        if (text.starts_with(U"小计")) return;
        for (const Cell* cell : row) {
            if (cell == nullptr) continue;
            std::u32string digits;
            for (const char32_t c : one_line(cell->text))
                if (is_digit(c) || c == U'.') digits += c;
            if (const auto points = Decimal::parse(text_of(digits))) {
                draft_.total = points;
                return;
            }
        }
    }

    std::optional<Column> at(std::size_t column) const {
        return column < header_->columns.size() ? header_->columns[column] : std::nullopt;
    }

    static std::size_t index(Column column) { return static_cast<std::size_t>(column); }

    void read_cells(const Row& row) {
        const Cell* assessors = nullptr;
        bool is_assessor_new = false;
        std::array<bool, 8> seen{};
        for (std::size_t i = 0; i < row.size(); ++i) {
            const auto column = at(i);
            if (row[i] == nullptr || !column || one_line(row[i]->text).empty()) continue;
            const Cell& cell = *row[i];
            if (*column != Column::assessor && says_nothing(one_line(cell.text))) continue;
            const bool is_points = *column == Column::points;
            const std::size_t key =
                is_points && header_->is_points_of_category[i] ? 7 : index(*column);
            if (seen[key]) continue;
            seen[key] = true;
            const bool is_new = last_[key] != &cell;
            last_[key] = &cell;
            if (*column == Column::assessor) {
                assessors = &cell;
                is_assessor_new = is_new;
            } else if (is_new) {
                take(*column, cell, key);
            }
        }
        // A row whose cell of assessors is blank has those above it, unless it begins a task.
        if (assessors != nullptr) take_assessors(*assessors, is_assessor_new);
        first_new_clause_ = task_ == nullptr ? 0 : task_->clauses.size();
    }

    void take(Column column, const Cell& cell, std::size_t key) {
        switch (column) {
            case Column::category: return take_category(cell);
            case Column::task: return take_task(cell);
            case Column::requirement: return take_requirement(cell);
            case Column::clause: return take_clauses(cell);
            case Column::points: return take_points(cell, key == 7);
            default: return;
        }
    }

    void take_category(const Cell& cell) {
        const Heading heading = loose_heading(one_line(cell.text));
        if (category_ != nullptr && category_->name == heading.name)
            return;  // said again on a new page
        begin_category(heading, cell);
    }

    void begin_category(const Heading& heading, const Cell& cell) {
        last_category_ = heading.name;
        if (category_ != nullptr && !heading.no.empty() && category_->no == heading.no) {
            if (!category_->points) category_->points = heading.points;
            return;
        }
        draft_.categories.push_back({heading.no, heading.name, heading.points, {}, place_of(cell)});
        category_ = &draft_.categories.back();
        task_ = nullptr;
    }

    void take_task(const Cell& cell) {
        const Heading heading = loose_heading(one_line(cell.text));
        const bool is_numbered = !heading.no.empty();
        if (task_ != nullptr) {
            if (task_->name == heading.name && (!is_numbered || task_->no == heading.no)) return;
            if (is_numbered && task_->no == heading.no) return;
            // The rest of a name that a page break cut off.
            if (!is_numbered && !task_->no.empty()) {
                if (!heading.name.empty()) append_line(task_->name, heading.name);
                if (heading.points && !task_->points) task_->points = heading.points;
                return;
            }
        }
        begin_task(heading, cell);
    }

    void begin_task(const Heading& heading, const Cell& cell) {
        if (category_ == nullptr) {
            draft_.categories.push_back({{}, U"考核指标", {}, {}, place_of(cell)});
            category_ = &draft_.categories.back();
        }
        category_->tasks.push_back({heading.no,
                                    heading.name,
                                    heading.points,
                                    {},
                                    {},
                                    {},
                                    place_of(cell),
                                    heading.illustrative});
        task_ = &category_->tasks.back();
        first_new_clause_ = 0;
        last_requirement_.clear();
        has_points_of_clauses_ = false;
    }

    void take_points(const Cell& cell, bool is_of_category) {
        const auto points = points_alone(one_line(cell.text));
        if (!points) {
            doubt(Code::import_cell_unusable, cell,
                  {"分值", cell.text, "不是数字（not a number）"});
            return;
        }
        if (is_of_category) {
            if (category_ != nullptr && !category_->points) category_->points = points;
        } else if (task_ != nullptr && (!task_->points || has_points_of_clauses_)) {
            // Points of single clauses sum to those of the task.
            task_->points = task_->points.value_or(Decimal{}) + *points;
            has_points_of_clauses_ = true;
        }
    }

    void take_requirement(const Cell& cell) {
        if (task_ == nullptr) return unplaced(cell);
        if (cell.text == last_requirement_) return;  // said again on each row
        last_requirement_ = cell.text;
        for (const std::u32string& line : lines_of(cell.text))
            append_line(task_->requirement, line);
    }

    void take_clauses(const Cell& cell) {
        if (task_ == nullptr) return unplaced(cell);
        bool is_cell_start = true;
        for (const std::u32string& line : lines_of(cell.text)) {
            std::size_t begin = 0;
            std::vector<std::size_t> starts = clause_starts_inside(line);
            starts.push_back(line.size());
            for (const std::size_t end : starts) {
                take_clause_text(trimmed(View(line).substr(begin, end - begin)), cell,
                                 is_cell_start);
                is_cell_start = false;
                begin = end;
            }
        }
    }

    void take_clause_text(const std::u32string& text, const Cell& cell, bool is_cell_start) {
        auto& clauses = task_->clauses;
        const auto number = clause_number(text);
        const int last = clauses.empty() ? 0 : clauses.back().number;
        const bool is_numbered =
            number && (is_cell_start || number->value == last + 1 || clauses.empty());
        if (!clauses.empty() && (text.starts_with(U"【") || goes_on(is_numbered, is_cell_start)))
            return append_line(clauses.back().text, text);
        DraftClause clause;
        clause.number = is_numbered ? number->value : 0;
        clause.text = text.substr(is_numbered ? number->end : 0);
        clause.place = place_of(cell);
        clauses.push_back(std::move(clause));
    }

    /// Whether text belongs to the last clause: that is not finished, or it is numbered and this is
    /// a paragraph more of its cell.
    bool goes_on(bool is_numbered, bool is_cell_start) const {
        const DraftClause& last = task_->clauses.back();
        if (is_numbered) return false;
        return !is_finished(last) || (last.number != 0 && !is_cell_start);
    }

    void take_assessors(const Cell& cell, bool is_new) {
        if (task_ == nullptr) return;
        std::u32string names = trimmed(chars_of(cell.text));
        if (says_nothing(names)) names = U"、";  // said to be nobody, as against left blank
        for (std::size_t i = std::min(first_new_clause_, task_->clauses.size());
             i < task_->clauses.size(); ++i)
            task_->clauses[i].assessors = names;
        if (!is_new && !task_->assessors.empty()) return;
        if (!task_->assessors.empty()) task_->assessors += U'、';
        task_->assessors += names;
    }

    const Grid* grid_ = nullptr;
    std::optional<GridHeader> header_;
    std::optional<Place> lacking_;
    std::size_t wanted_;
    std::size_t number_ = 0;        ///< Of indicator tables begun so far, from 1.
    std::u32string title_;          ///< Of the last one begun.
    std::u32string last_category_;  ///< Its name, in the last one begun.
    std::u32string above_;          ///< What may be the title of the next header.
    const Cell* lone_ = nullptr;    ///< The cell that `above_` is in, if that was unplaced.
    bool is_continued_ = false;     ///< 续表 was seen since the last header.
    bool is_over_ = false;          ///< 附件 or notes were seen since the last header.
    std::array<const Cell*, 8>
        last_{};  ///< The cell that each column had last, by Column; 7 is points of categories.
    DraftCategory* category_ = nullptr;  ///< Into `draft_`, the last ones.
    DraftTask* task_ = nullptr;
    std::string last_requirement_;      ///< Of the task.
    std::size_t first_new_clause_ = 0;  ///< Of the row.
    bool has_points_of_clauses_ = false;
    Draft draft_;
};

}  // namespace

Draft read_grids(const std::vector<Grid>& grids, std::size_t wanted) {
    return GridReader(wanted).run(grids);
}

}  // namespace heng::intake
