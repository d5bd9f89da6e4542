#include "core/view/rewording.hpp"

#include "core/base/text.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/view/print.hpp"
#include "core/view/scheme.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind task_kind{"基本任务", "task"};

std::string text_of(const Object& object, std::string_view key) {
    const Value* const found = object.find(key);
    return found == nullptr || found->text() == nullptr ? std::string() : *found->text();
}

/// The list under `key`; none is an empty one.
List list_of(const Object& object, std::string_view key) {
    const Value* const found = object.find(key);
    return found == nullptr || found->list() == nullptr ? List{} : *found->list();
}

/// The object with `value` under `key`, at the place of the old one or at the end.
Object with(const Object& object, std::string_view key, Value value) {
    Object out;
    bool is_new = true;
    for (const auto& member : object.members()) {
        const bool is_it = member.key == key;
        out.add(member.key, is_it ? value : member.value);
        is_new = is_new && !is_it;
    }
    if (is_new) out.add(std::string(key), std::move(value));
    return out;
}

Object print_target(const scheme::Target& target) {
    Object out{{"op", scheme::name(target.op)}, {"value", target.value.text()}};
    if (!target.unit.empty()) out.add("unit", target.unit);
    return out;
}

/// Adds what there is.
template <class T>
void add(Object& out, std::string key, const std::optional<T>& value) {
    if (value) out.add(std::move(key), print(*value));
}

void add(Object& out, std::string key, const std::vector<std::string>& texts) {
    if (!texts.empty()) out.add(std::move(key), print_texts(texts));
}

/// A branch as the files of a scheme have it: only what differs from the usual, all of it as text.
/// One that is alone reads its whole clause.
Object print_branch(const scheme::Branch& branch, std::string id, bool is_alone) {
    const scheme::Branch usual;
    Object out{{"id", std::move(id)}};
    if (!is_alone) out.add("text", branch.text);
    if (branch.effect != usual.effect) out.add("effect", scheme::name(branch.effect));
    out.add("basis", scheme::name(branch.basis));
    add(out, "points", branch.points);
    add(out, "points_max", branch.points_max);
    add(out, "percent_of_task", branch.percent_of_task);
    add(out, "per", branch.per);
    add(out, "step", branch.step);
    if (branch.target) out.add("target", print_target(*branch.target));
    add(out, "reference", branch.reference);
    add(out, "level", branch.level);
    if (branch.cap) out.add("cap", branch.cap->whole_task ? "task" : branch.cap->points.text());
    if (branch.cap_shared) out.add("cap_shared", "true");
    add(out, "items", branch.items);
    add(out, "subjects", branch.subjects);
    add(out, "deadline", branch.deadline);
    if (branch.partial != usual.partial) out.add("partial", scheme::name(branch.partial));
    return out;
}

std::vector<std::string> ids_of(const Object& clause) {
    std::vector<std::string> out;
    for (const Value& branch : list_of(clause, "branches"))
        if (branch.object() != nullptr) out.push_back(text_of(*branch.object(), "id"));
    return out;
}

/// What the ids of a clause's branches have in common: 1.2 of 1.2a and 1.2b.
std::string stem_of(std::string id) {
    while (!id.empty() && id.back() >= 'a' && id.back() <= 'z') id.pop_back();
    return id;
}

/// The stem of a clause: its own, or its number behind what its neighbours' begin with.
std::string stem_in(const List& clauses, const Object& clause, const Rewording& wanted) {
    if (const auto ids = ids_of(clause); !ids.empty()) return stem_of(ids.front());
    for (const Value& one : clauses) {
        const auto ids = ids_of(*one.object());
        if (ids.empty()) continue;
        const std::string stem = stem_of(ids.front());
        return stem.substr(0, stem.rfind('.') + 1) + wanted.clause;
    }
    return wanted.domain + wanted.task + '.' + wanted.clause;
}

/// Letters behind the stem as far as they go, numbers after that.
std::string id_at(const std::string& stem, std::size_t place) {
    if (place < 26) return stem + static_cast<char>('a' + place);
    return stem + '-' + std::to_string(place + 1);
}

/// Where the text of a clause begins and ends, without its number and its 【…】.
std::string bare_text(std::string_view text, const clause::Reading& reading) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == text.npos) return {};
    text.remove_prefix(begin);
    if (!reading.number.empty() && text.starts_with(reading.number))
        text.remove_prefix(reading.number.size());
    if (!reading.assessors.empty()) text = text.substr(0, text.rfind("【"));
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return std::string(text);
}

Object reword(const List& clauses, const Object& before, const Rewording& wanted) {
    const clause::Reading reading = clause::read_clause(wanted.text);
    const std::string text = bare_text(wanted.text, reading);
    Object out = with(with(before, "no", wanted.clause), "text", text);
    if (!reading.assessors.empty()) out = with(out, "assessors", print_texts(reading.assessors));
    const std::vector<std::string> known = ids_of(before);
    const std::string stem = stem_in(clauses, before, wanted);
    List branches;
    for (const scheme::Branch& one : reading.branches) {
        const std::size_t place = branches.size();
        const bool stays = known.size() == reading.branches.size();
        const bool is_alone = reading.branches.size() == 1;
        std::string id = stays ? known[place] : is_alone ? stem : id_at(stem, place);
        branches.emplace_back(print_branch(one, std::move(id), is_alone));
    }
    return with(out, "branches", std::move(branches));
}

Object reword_task(const Object& task, const Rewording& wanted) {
    List clauses = list_of(task, "clauses");
    const auto found = std::find_if(clauses.begin(), clauses.end(), [&](const Value& one) {
        return text_of(*one.object(), "no") == wanted.clause;
    });
    const bool is_new = found == clauses.end();
    if (is_blank(wanted.text)) {
        if (!is_new) clauses.erase(found);
    } else if (is_new) {
        clauses.emplace_back(reword(clauses, {}, wanted));
    } else {
        *found = reword(clauses, *found->object(), wanted);
    }
    return with(task, "clauses", std::move(clauses));
}

/// Puts `change(task)` in the place of the task. @returns whether the draft has it.
template <class Change>
bool change_task(Object& files, const Rewording& wanted, Change change) {
    for (const auto& file : files.members()) {
        const Value* const table =
            file.value.object() ? file.value.object()->find("table") : nullptr;
        if (table == nullptr || text_of(*table->object(), "domain") != wanted.domain) continue;
        List categories = list_of(*table->object(), "categories");
        for (Value& category : categories) {
            List tasks = list_of(*category.object(), "tasks");
            for (Value& task : tasks) {
                if (text_of(*task.object(), "no") != wanted.task) continue;
                task = change(*task.object());
                category = with(*category.object(), "tasks", std::move(tasks));
                Object changed = with(*table->object(), "categories", std::move(categories));
                files =
                    with(files, file.key, with(*file.value.object(), "table", std::move(changed)));
                return true;
            }
        }
    }
    return false;
}

}  // namespace

Checked<Value> reworded(const Scope& scope, int year, cycle::DraftId id,
                        const std::vector<Rewording>& wanted) {
    const auto before = draft_files(scope, year, id);
    if (!before) return before;
    Object files = *before->object()->find("files")->object();
    Issues issues;
    for (const Rewording& one : wanted) {
        const bool is_done =
            change_task(files, one, [&one](const Object& task) { return reword_task(task, one); });
        if (is_done) continue;
        const auto refused = unknown(task_kind, one.domain + ' ' + one.task);
        issues.insert(issues.end(), refused.value().begin(), refused.value().end());
    }
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return Object{{"id", print(id)}, {"files", std::move(files)}};
}

}  // namespace heng::view
