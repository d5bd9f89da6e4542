#include "core/intake/weaving.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/headings.hpp"

#include <algorithm>

namespace heng::intake {

namespace {

using View = std::u32string_view;

constexpr int bracket_misfit = 20;
constexpr int task_behind = 25;   ///< For each task that a column leaves out.
constexpr int late = 12;          ///< A line for a task when another column has begun the next.
constexpr int against_form = 30;  ///< A line that looks like the beginning of another thing.
constexpr int overtaken = 7;      ///< A column in the middle of a sentence that is left out.
constexpr int as_furniture = 40;

/// (10分), or the end of it: 分)
bool ends_with_points(View text) {
    return text.size() >= 2 && plain(text.back()) == U')' && text[text.size() - 2] == U'分';
}

bool ends_open(View text) {
    const char32_t last = text.empty() ? U' ' : plain(text.back());
    return !ends_sentence(text) && last != U';' && last != U'】';
}

/// What adds options for one strand.
class Weft {
public:
    Weft(const Weaving& weaving, const std::vector<Strand>& strands, std::size_t index,
         const Loom& loom)
        : now_(weaving),
          strands_(strands),
          strand_(strands[index]),
          text_(strand_.text),
          index_(index),
          loom_(loom) {
        is_page_start_ = index > 0 && strands[index - 1].page != strand_.page;
        is_name_ = is_body(strand_.text);
        states_amount_ = states_amount(text_) || contains(text_, U"【") || contains(text_, U"】");
    }

    std::vector<Option> options() {
        const bool has_form = add_headings() || add_points() || add_numbered_clause();
        const int penalty = has_form ? against_form : 0;
        add_requirement(penalty);
        add_clause(penalty);
        if (!loom_.are_numbered) add_unnumbered_clause(penalty);
        add_name(Role::task, penalty);
        add_name(Role::category, penalty);
        add_assessor(penalty);
        add_furniture();
        return std::move(options_);
    }

private:
    /// Adds the option of attaching the strand to the column of `role`.
    void add(Role role, bool starts, int cost, Weaving after) {
        Thread& thread = after.thread(role);
        const Attached attached = attach(starts ? Thread{} : thread, text_);
        thread = attached.thread;
        thread.strand = index_ + 1;
        cost += attached.misfits * bracket_misfit +
                loom_.widths.cost_of_standing(role, strand_.page, thread.width);
        if (!starts) cost += cost_of_overtaking(role);
        finish(role, starts, cost, after);
    }

    void finish(Role role, bool starts, int cost, Weaving after) {
        Option option;
        option.placed = {role, starts, after.group(role), false, 0};
        if (role == Role::assessor || role == Role::category)
            option.placed.group = after.newest_group();
        const int column = static_cast<int>(role);
        if (strand_.shares_line && column <= now_.column) cost += 50;
        after.column = column;
        option.cost = cost;
        option.after = after;
        options_.push_back(option);
    }

    /// The next task in a column, and what it costs that others are not that far.
    int begin_group(Weaving& after, Role role) const {
        const std::size_t group = ++after.group(role);
        int cost = 0;
        for (const Role other : {Role::task, Role::requirement, Role::clause}) {
            const std::size_t reached = now_.group(other);
            if (other != role && reached + 1 < group)
                cost += task_behind * static_cast<int>(group - 1 - reached);
            // A line above the first of a task belongs to the task before, which should be
            // complete.
            if (other != role && reached + 1 == group && reached > 0 && group > now_.newest_group())
                cost += cost_of_leaving(now_.thread(other), other == Role::clause) / 2;
        }
        return cost;
    }

    /// While a sentence runs on in a column, every line of the page has a line of it: another
    /// column that gets a second line meanwhile has overtaken it.
    int cost_of_overtaking(Role role) const {
        int cost = 0;
        for (const Role other : {Role::requirement, Role::clause}) {
            const Thread& open = now_.thread(other);
            if (other != role && open.has_begun && !open.has_ended &&
                open.strand < now_.thread(role).strand)
                cost += overtaken;
        }
        for (const Role other : {Role::task, Role::category}) {
            const bool has_points =
                other == Role::task ? now_.has_task_points : now_.has_category_points;
            const Thread& open = now_.thread(other);
            if (other != role && open.has_begun && !has_points &&
                open.strand < now_.thread(role).strand)
                cost += overtaken;
        }
        return cost;
    }

    int joint(Role role) const {
        const Thread& thread = now_.thread(role);
        return loom_.words.cost(thread.tail(), text_) +
               loom_.widths.cost_of_breaking(role, strand_.page, thread.width);
    }

    bool is_body(const std::u32string& text) const {
        return loom_.names.contains(text) || is_body_name(text);
    }

    int lateness(Role role) const { return now_.group(role) < now_.newest_group() ? late : 0; }

    bool add_headings() {
        if (const auto heading = category_heading(text_)) {
            const bool repeats = heading->ordinal == now_.category_ordinal;
            const bool follows =
                heading->ordinal == now_.category_ordinal + 1 || now_.category_ordinal == 0;
            if (text_.size() > 40 || (!repeats && !follows)) return false;
            Weaving after = now_;
            after.category_ordinal = heading->ordinal;
            after.has_category_points = heading->points.has_value();
            after.points(Role::category) = heading->points;
            after.is_task_last = false;
            const bool is_named = now_.has_category_points || now_.category_ordinal == 0;
            add(Role::category, true, is_named ? 0 : 6, after);
            return true;
        }
        if (const auto heading = task_heading(text_)) {
            const bool repeats = heading->ordinal == now_.task_ordinal;
            const bool follows =
                heading->ordinal == now_.task_ordinal + 1 || now_.task_ordinal == 0;
            if (!repeats && !follows) return false;
            Weaving after = now_;
            int cost = 0;
            if (!repeats) cost = begin_group(after, Role::task);
            after.task_ordinal = heading->ordinal;
            after.has_task_points = heading->points.has_value();
            after.points(Role::task) = heading->points;
            after.is_task_last = true;
            add(Role::task, true, cost, after);
            return true;
        }
        return false;
    }

    bool add_points() {
        const auto points = points_alone(text_);
        if (!points) return false;
        const bool is_bare = plain(text_.back()) != U')';
        for (const Role role : {Role::task, Role::category}) {
            const bool is_task = role == Role::task;
            if (is_task ? now_.task_ordinal == 0 : now_.category_ordinal == 0) continue;
            const bool has_points = is_task ? now_.has_task_points : now_.has_category_points;
            Weaving after = now_;
            (is_task ? after.has_task_points : after.has_category_points) = true;
            after.points(role) = *points;
            int cost =
                (has_points ? 20 : 0) + (is_task == now_.is_task_last ? 0 : 6) + (is_bare ? 12 : 0);
            // A task is never worth more than its category.
            const Role other = is_task ? Role::category : Role::task;
            const std::optional<Decimal> known = now_.points(other);
            if (known && (is_task ? *points > *known : *points < *known)) cost += 30;
            finish(role, false, cost, after);
            options_.back().placed.is_points = true;
        }
        return !is_bare && !options_.empty();
    }

    bool add_numbered_clause() {
        const auto number = clause_number(text_);
        if (!number) return false;
        const Thread& thread = now_.thread(Role::clause);
        const int leaving = cost_of_leaving(thread, true);
        bool follows = false;
        if (number->value == now_.clause_number + 1 && now_.clause_number > 0) {
            Weaving after = now_;
            after.clause_number = number->value;
            add(Role::clause, true, leaving + lateness(Role::clause), after);
            follows = true;
        }
        if (number->value == 1) {
            Weaving after = now_;
            const int lag = begin_group(after, Role::clause);
            after.clause_number = 1;
            add(Role::clause, true, leaving + lag, after);
            follows = true;
        }
        if (!follows && now_.clause_number > 0) {  // a number is missing
            Weaving after = now_;
            after.clause_number = number->value;
            add(Role::clause, true, leaving + 26, after);
        }
        return true;
    }

    void add_clause(int penalty) {
        const Thread& thread = now_.thread(Role::clause);
        if (!thread.has_begun) return;
        int cost = penalty + lateness(Role::clause) + (is_name_ ? 5 : 0);
        if (text_.starts_with(U"【"))
            cost += thread.last[1] == U'】' ? 20 : -12;
        else if (!thread.has_ended)
            cost += joint(Role::clause);
        else
            cost += thread.has_amount ? (contains(text_, U"扣") ? 14 : 25) : 4;
        add(Role::clause, false, cost, now_);
    }

    /// Where no clause of the text has a number, each sentence about points begins one.
    void add_unnumbered_clause(int penalty) {
        int cost = penalty + cost_of_leaving(now_.thread(Role::clause), true) + (is_name_ ? 5 : 0);
        if (!states_amount_ && !begins_deduction(text_)) cost += 12;
        if (begins_requirement(text_)) cost += 12;
        if (now_.group(Role::clause) > 0)
            add(Role::clause, true, cost + lateness(Role::clause), now_);
        Weaving after = now_;
        cost += begin_group(after, Role::clause);
        if (now_.group(Role::clause) == now_.newest_group()) cost += against_form;
        add(Role::clause, true, cost, after);
    }

    int sentence_start() const {
        if (begins_requirement(text_)) return -4;
        return begins_deduction(text_) ? 10 : 4;
    }

    void add_requirement(int penalty) {
        const int foreign = penalty + (states_amount_ ? 40 : 0) + (is_name_ ? 5 : 0);
        const Thread& thread = now_.thread(Role::requirement);
        if (thread.has_begun) {
            int cost = foreign + lateness(Role::requirement);
            if (thread.has_ended) {
                cost += 4 + sentence_start() + (is_page_start_ ? 6 : 0);
                cost += std::max(0, loom_.widths.cost_of_breaking(Role::requirement, strand_.page,
                                                                  thread.width));
            } else {
                cost += joint(Role::requirement);
            }
            add(Role::requirement, false, cost, now_);
        }
        Weaving after = now_;
        int cost = foreign + sentence_start() + cost_of_leaving(thread, false) +
                   begin_group(after, Role::requirement);
        const bool opens_task = after.group(Role::requirement) > now_.newest_group();
        if (opens_task && now_.newest_group() > 0) cost += is_page_start_ ? 0 : 8;
        add(Role::requirement, true, cost, after);
    }

    /// More of the name of a task or category.
    void add_name(Role role, int penalty) {
        const bool is_task = role == Role::task;
        const Thread& thread = now_.thread(role);
        if (!thread.has_begun || thread.has_ended) return;
        const bool has_points = is_task ? now_.has_task_points : now_.has_category_points;
        int cost = penalty + (has_points ? 25 : 0) + (states_amount_ ? 40 : 0) + joint(role) + 2;
        if (is_task && now_.group(role) < now_.newest_group()) cost += late;
        if (is_task != now_.is_task_last) cost += 3;
        if (!ends_open(text_)) cost += 25;
        const int usual = loom_.widths.width(role, strand_.page);
        if (usual == 0 && width_of(text_) > thread.width + 3) cost += 12;
        Weaving after = now_;
        if (ends_with_points(text_)) {
            (is_task ? after.has_task_points : after.has_category_points) = true;
            after.points(role) = loose_heading(text_).points;
            cost -= 20;
        }
        add(role, false, cost, after);
    }

    void add_assessor(int penalty) {
        if (text_.size() > 40 || states_amount_ || !ends_open(text_)) return;
        const bool is_known = loom_.names.contains(strand_.text);
        add(Role::assessor, true, penalty + (is_known ? -20 : is_name_ ? -8 : 24), now_);
        const Thread& thread = now_.thread(Role::assessor);
        const bool is_plain = std::all_of(text_.begin(), text_.end(),
                                          [](char32_t c) { return is_han(c) || c == U'、'; });
        if (!thread.has_begun || !is_plain || text_.size() > 16) return;
        const bool is_whole = is_body(strands_[thread.strand - 1].text);
        const bool continues = index_ < thread.strand + 8 && !is_name_ && !is_whole;
        const int cost = penalty + joint(Role::assessor) + (continues ? 4 : 20);
        add(Role::assessor, false, cost, now_);
    }

    void add_furniture() {
        finish(Role::furniture, false, is_page_furniture(text_) ? 0 : as_furniture, now_);
    }

    const Weaving& now_;
    const std::vector<Strand>& strands_;
    const Strand& strand_;
    View text_;
    std::size_t index_;
    const Loom& loom_;
    bool is_page_start_ = false;
    bool states_amount_ = false;
    bool is_name_ = false;
    std::vector<Option> options_;
};

}  // namespace

std::size_t Weaving::newest_group() const {
    return std::max({group(Role::task), group(Role::requirement), group(Role::clause)});
}

std::vector<Option> options_for(const Weaving& weaving, const std::vector<Strand>& strands,
                                std::size_t index, const Loom& loom) {
    return Weft(weaving, strands, index, loom).options();
}

int cost_of_finishing(const Weaving& weaving) {
    int cost = cost_of_leaving(weaving.thread(Role::clause), true) +
               cost_of_leaving(weaving.thread(Role::requirement), false);
    for (const Role role : {Role::task, Role::requirement, Role::clause})
        cost += task_behind * static_cast<int>(weaving.newest_group() - weaving.group(role));
    return cost;
}

}  // namespace heng::intake
