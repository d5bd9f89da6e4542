#include "core/view/rewording.hpp"

#include "core/base/text.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/view/scope.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind task_kind{"基本任务", "task"};

scheme::Task* find_task(scheme::Scheme& scheme, const Rewording& wanted) {
    for (scheme::Table& table : scheme.tables) {
        if (table.domain != wanted.domain) continue;
        for (scheme::Category& category : table.categories)
            for (scheme::Task& task : category.tasks)
                if (task.no == wanted.task) return &task;
    }
    return nullptr;
}

/// What the ids of a clause's branches have in common: 1.2 of 1.2a and 1.2b.
std::string stem_of(std::string id) {
    while (!id.empty() && id.back() >= 'a' && id.back() <= 'z') id.pop_back();
    return id;
}

/// The stem of a clause: its own, or its number behind what its neighbours' begin with.
std::string stem_in(const scheme::Task& task, const scheme::Clause& clause,
                    const Rewording& wanted) {
    if (!clause.branches.empty()) return stem_of(clause.branches.front().id);
    for (const scheme::Clause& one : task.clauses) {
        if (one.branches.empty()) continue;
        const std::string stem = stem_of(one.branches.front().id);
        return stem.substr(0, stem.rfind('.') + 1) + wanted.clause;
    }
    return wanted.domain + wanted.task + '.' + wanted.clause;
}

/// Letters behind the stem as far as they go, numbers after that.
std::string id_at(const std::string& stem, std::size_t place) {
    if (place < 26) return stem + static_cast<char>('a' + place);
    return stem + '-' + std::to_string(place + 1);
}

/// The text of a clause without its number and its 【…】.
std::string bare_text(std::string_view text, const clause::Reading& reading) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    if (text.starts_with(reading.number)) text.remove_prefix(reading.number.size());
    if (!reading.assessors.empty()) text = text.substr(0, text.rfind("【"));
    while (text.ends_with(' ') || text.ends_with('\n')) text.remove_suffix(1);
    return std::string(text);
}

scheme::Clause reworded(const scheme::Task& task, const scheme::Clause& before,
                        const Rewording& wanted) {
    clause::Reading reading = clause::read_clause(wanted.text);
    scheme::Clause out = before;
    out.no = wanted.clause;
    out.text = bare_text(wanted.text, reading);
    out.reading_override.reset();
    if (!reading.assessors.empty()) out.assessors = std::move(reading.assessors);
    const std::string stem = stem_in(task, before, wanted);
    const bool is_alone = reading.branches.size() == 1;
    const bool ids_stay = reading.branches.size() == before.branches.size();
    for (std::size_t i = 0; i < reading.branches.size(); ++i) {
        scheme::Branch& branch = reading.branches[i];
        branch.id = ids_stay ? before.branches[i].id : is_alone ? stem : id_at(stem, i);
        if (is_alone) branch.text = out.text;
    }
    out.branches = std::move(reading.branches);
    return out;
}

void reword_in(scheme::Task& task, const Rewording& wanted) {
    const auto found =
        std::find_if(task.clauses.begin(), task.clauses.end(),
                     [&](const scheme::Clause& one) { return one.no == wanted.clause; });
    const bool is_new = found == task.clauses.end();
    if (is_blank(wanted.text)) {
        if (!is_new) task.clauses.erase(found);
    } else if (is_new) {
        task.clauses.push_back(reworded(task, {}, wanted));
    } else {
        *found = reworded(task, *found, wanted);
    }
}

}  // namespace

Issues reword(scheme::Scheme& scheme, std::span<const Rewording> wanted) {
    Issues issues;
    for (const Rewording& one : wanted) {
        if (scheme::Task* const task = find_task(scheme, one)) {
            reword_in(*task, one);
            continue;
        }
        const Issues refused = unknown(task_kind, one.domain + ' ' + one.task).value();
        issues.insert(issues.end(), refused.begin(), refused.end());
    }
    return issues;
}

}  // namespace heng::view
