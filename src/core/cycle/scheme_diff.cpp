#include "core/cycle/scheme_diff.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 3> kind_names{"added", "removed", "changed"};
constexpr std::array<std::string_view, 6> part_names{"domain", "category", "task",
                                                     "clause", "branch",   "section"};

/// What was and what is; one of them is nothing where something was removed or added.
template <class Item>
struct Pair {
    const Item* before = nullptr;
    const Item* after = nullptr;
};

/// Pairs by the first key, and what is left by the second; in the order of `after`, then the rest
/// of `before`.
template <class Item, class FirstKey, class SecondKey>
std::vector<Pair<Item>> pair_up(const std::vector<Item>& before, const std::vector<Item>& after,
                                FirstKey first_key, SecondKey second_key) {
    std::vector<bool> taken(before.size());
    std::vector<Pair<Item>> out;
    out.reserve(after.size());
    for (const Item& item : after) out.push_back({nullptr, &item});
    const auto match = [&](const auto& key) {
        for (Pair<Item>& pair : out) {
            if (pair.before != nullptr) continue;
            for (std::size_t i = 0; i < before.size(); ++i) {
                if (taken[i] || key(before[i]) != key(*pair.after)) continue;
                taken[i] = true;
                pair.before = &before[i];
                break;
            }
        }
    };
    match(first_key);
    match(second_key);
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!taken[i]) out.push_back({&before[i], nullptr});
    return out;
}

/// The parts of a table with the place where each stands.
struct PlacedTask {
    const scheme::Category* category;
    const scheme::Task* task;
};
struct PlacedBranch {
    std::string clause;  ///< (一)8
    const scheme::Branch* branch;
};
struct Parts {
    std::vector<scheme::Category> categories;
    std::vector<PlacedTask> tasks;
    std::vector<PlacedBranch> branches;
};

Parts parts_of(const scheme::Table* table) {
    Parts out;
    if (table == nullptr) return out;
    out.categories = table->categories;
    for (const scheme::Category& category : table->categories)
        for (const scheme::Task& task : category.tasks) {
            out.tasks.push_back({&category, &task});
            for (const scheme::Clause& clause : task.clauses)
                for (const scheme::Branch& branch : clause.branches)
                    out.branches.push_back({task.no + clause.no, &branch});
        }
    return out;
}

std::string points_of(const scheme::Branch& branch) {
    std::string out = branch.points ? branch.points->text() : std::string();
    if (branch.points_max) out += '-' + branch.points_max->text();
    if (branch.percent_of_task) out += branch.percent_of_task->text() + '%';
    return out;
}

/// Whether two branches count otherwise, whatever their points.
bool counts_otherwise(scheme::Branch a, const scheme::Branch& b) {
    a.points = b.points;
    a.points_max = b.points_max;
    a.percent_of_task = b.percent_of_task;
    return !scheme::same_reading(a, b);
}

std::string assessors_of(const scheme::Clause& clause) {
    return clause.assessors ? join(*clause.assessors, "、") : std::string();
}

class Differ {
public:
    Differ(const scheme::Scheme& before, const scheme::Scheme& after)
        : before_(before), after_(after) {}

    std::vector<Difference> compare() && {
        const auto by_id = [](const scheme::Domain& domain) { return domain.id; };
        for (const auto& pair : pair_up(before_.domains, after_.domains, by_id, by_id))
            compare_domain(pair);
        compare_sections();
        return std::move(out_);
    }

private:
    /// Notes what was added or removed, by the words that name it; true where it stands on both
    /// sides.
    template <class Item>
    bool stands_on_both(SchemePart part, const std::string& item, const Item* before,
                        const Item* after, std::string Item::*words) {
        if (before != nullptr && after != nullptr) return true;
        const auto words_of = [words](const Item* one) {
            return one == nullptr ? std::string() : one->*words;
        };
        const bool is_new = before == nullptr;
        out_.push_back({is_new ? DifferenceKind::added : DifferenceKind::removed,
                        part,
                        domain_,
                        item,
                        {},
                        words_of(before),
                        words_of(after)});
        return false;
    }

    void compare_field(SchemePart part, const std::string& item, std::string_view field,
                       std::string before, std::string after) {
        if (before == after) return;
        out_.push_back({DifferenceKind::changed, part, domain_, item, std::string(field),
                        std::move(before), std::move(after)});
    }

    void compare_domain(const Pair<scheme::Domain>& pair) {
        const scheme::Domain* const was = pair.before;
        const scheme::Domain* const is = pair.after;
        domain_ = (is != nullptr ? is : was)->id;
        if (stands_on_both(SchemePart::domain, domain_, was, is, &scheme::Domain::name)) {
            compare_field(SchemePart::domain, domain_, "name", was->name, is->name);
            compare_field(SchemePart::domain, domain_, "lead", was->lead, is->lead);
            compare_field(SchemePart::domain, domain_, "focus", was->focus, is->focus);
        }
        const scheme::Table* const old_table = before_.find_table(domain_);
        const scheme::Table* const new_table = after_.find_table(domain_);
        if (old_table != nullptr && new_table != nullptr)
            compare_field(SchemePart::domain, domain_, "title", old_table->title, new_table->title);
        compare_parts(parts_of(old_table), parts_of(new_table));
        domain_.clear();
    }

    void compare_parts(const Parts& before, const Parts& after) {
        const auto name = [](const scheme::Category& one) { return one.name; };
        const auto no = [](const scheme::Category& one) { return one.no; };
        for (const auto& pair : pair_up(before.categories, after.categories, name, no))
            compare_category(pair);
        const auto task_name = [](const PlacedTask& one) { return one.task->name; };
        const auto task_no = [](const PlacedTask& one) { return one.task->no; };
        for (const auto& pair : pair_up(before.tasks, after.tasks, task_name, task_no))
            compare_task(pair);
        const auto id = [](const PlacedBranch& one) { return one.branch->id; };
        for (const auto& pair : pair_up(before.branches, after.branches, id, id))
            compare_branch(pair);
    }

    void compare_category(const Pair<scheme::Category>& pair) {
        const scheme::Category* const was = pair.before;
        const scheme::Category* const is = pair.after;
        const std::string& item = (is != nullptr ? is : was)->no;
        if (!stands_on_both(SchemePart::category, item, was, is, &scheme::Category::name)) return;
        compare_field(SchemePart::category, item, "no", was->no, is->no);
        compare_field(SchemePart::category, item, "name", was->name, is->name);
        compare_field(SchemePart::category, item, "points", was->points.text(), is->points.text());
    }

    void compare_task(const Pair<PlacedTask>& pair) {
        const scheme::Task* const was = pair.before == nullptr ? nullptr : pair.before->task;
        const scheme::Task* const is = pair.after == nullptr ? nullptr : pair.after->task;
        const std::string& item = (is != nullptr ? is : was)->no;
        static const std::vector<scheme::Clause> none;
        if (stands_on_both(SchemePart::task, item, was, is, &scheme::Task::name)) {
            const auto field = [&](std::string_view key, std::string before, std::string after) {
                compare_field(SchemePart::task, item, key, std::move(before), std::move(after));
            };
            field("no", was->no, is->no);
            field("name", was->name, is->name);
            field("points", was->points.text(), is->points.text());
            field("category", pair.before->category->name, pair.after->category->name);
            field("requirement", was->requirement, is->requirement);
            field("assessors", join(was->assessors, "、"), join(is->assessors, "、"));
        }
        const auto text = [](const scheme::Clause& one) { return one.text; };
        const auto no = [](const scheme::Clause& one) { return one.no; };
        for (const auto& clause : pair_up(was == nullptr ? none : was->clauses,
                                          is == nullptr ? none : is->clauses, text, no))
            compare_clause(item, clause);
    }

    void compare_clause(const std::string& task, const Pair<scheme::Clause>& pair) {
        const scheme::Clause* const was = pair.before;
        const scheme::Clause* const is = pair.after;
        const std::string item = task + (is != nullptr ? is : was)->no;
        if (!stands_on_both(SchemePart::clause, item, was, is, &scheme::Clause::text)) return;
        compare_field(SchemePart::clause, item, "no", was->no, is->no);
        compare_field(SchemePart::clause, item, "text", was->text, is->text);
        compare_field(SchemePart::clause, item, "assessors", assessors_of(*was), assessors_of(*is));
    }

    void compare_branch(const Pair<PlacedBranch>& pair) {
        const scheme::Branch* const was = pair.before == nullptr ? nullptr : pair.before->branch;
        const scheme::Branch* const is = pair.after == nullptr ? nullptr : pair.after->branch;
        const std::string& item = (is != nullptr ? is : was)->id;
        if (!stands_on_both(SchemePart::branch, item, was, is, &scheme::Branch::text)) return;
        compare_field(SchemePart::branch, item, "clause", pair.before->clause, pair.after->clause);
        compare_field(SchemePart::branch, item, "text", was->text, is->text);
        compare_field(SchemePart::branch, item, "points", points_of(*was), points_of(*is));
        if (counts_otherwise(*was, *is))
            out_.push_back({DifferenceKind::changed, SchemePart::branch, domain_, item, "reading",
                            std::string(scheme::name(was->basis)),
                            std::string(scheme::name(is->basis))});
    }

    void compare_sections() {
        const auto section = [this](std::string_view key, const auto& before, const auto& after) {
            if (before == after) return;
            out_.push_back(
                {DifferenceKind::changed, SchemePart::section, {}, std::string(key), {}, {}, {}});
        };
        section("id", before_.id, after_.id);
        section("name", before_.name, after_.name);
        section("year", before_.year, after_.year);
        section("source", before_.source, after_.source);
        section("basis", before_.basis, after_.basis);
        section("articles", before_.articles, after_.articles);
        section("statements", before_.statements, after_.statements);
        section("bodies", before_.bodies, after_.bodies);
        section("composition", before_.composition, after_.composition);
        section("grading", before_.grading, after_.grading);
        section("bars", before_.bars, after_.bars);
        section("consequences", before_.consequences, after_.consequences);
        section("calendar", before_.calendar, after_.calendar);
        section("settings", before_.settings, after_.settings);
        section("conventions", before_.conventions, after_.conventions);
        section("references", before_.references, after_.references);
    }

    const scheme::Scheme& before_;
    const scheme::Scheme& after_;
    DomainId domain_;
    std::vector<Difference> out_;
};

}  // namespace

std::string_view name(DifferenceKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::string_view name(SchemePart part) {
    return part_names[static_cast<std::size_t>(part)];
}

std::vector<Difference> scheme_diff(const scheme::Scheme& before, const scheme::Scheme& after) {
    return Differ(before, after).compare();
}

}  // namespace heng::cycle
