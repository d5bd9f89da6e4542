#include "core/cycle/rulebook.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::cycle {

const std::vector<std::string>& BranchPlace::assessors() const {
    const score::Rules::Origin& place = origin();
    return place.clause->assessors ? *place.clause->assessors : place.task->assessors;
}

std::vector<BodyName> assessors_of(const scheme::Task& task) {
    std::vector<BodyName> out = task.assessors;
    for (const scheme::Clause& clause : task.clauses) {
        if (!clause.assessors) continue;
        for (const std::string& body : *clause.assessors)
            if (std::find(out.begin(), out.end(), body) == out.end()) out.push_back(body);
    }
    return out;
}

Rulebook::Rulebook(scheme::Scheme scheme) : scheme_(std::move(scheme)), composer_(scheme_) {
    rules_.reserve(scheme_.domains.size());
    for (const scheme::Domain& domain : scheme_.domains) {
        const scheme::Table* const table = scheme_.find_table(domain.id);
        rules_.push_back(table == nullptr ? score::Rules{} : score::compile(scheme_, *table));
    }
}

const score::Rules& Rulebook::rules(std::string_view domain) const {
    const scheme::Domain* const found = scheme_.find_domain(domain);
    INVARIANT(found != nullptr, "the domain stands in the scheme");
    return rules_[static_cast<std::size_t>(found - scheme_.domains.data())];
}

std::optional<BranchPlace> Rulebook::find_branch(std::string_view id) const {
    for (std::size_t i = 0; i < rules_.size(); ++i)
        if (const auto index = rules_[i].find(id))
            return BranchPlace{&scheme_.domains[i], &rules_[i], *index};
    return std::nullopt;
}

std::vector<const scheme::Task*> Rulebook::tasks(std::string_view domain) const {
    std::vector<const scheme::Task*> out;
    const scheme::Table* const table = scheme_.find_table(domain);
    if (table == nullptr) return out;
    for (const scheme::Category& category : table->categories)
        for (const scheme::Task& task : category.tasks) out.push_back(&task);
    return out;
}

std::optional<std::size_t> Rulebook::task_index(std::string_view domain,
                                                std::string_view no) const {
    const auto all = tasks(domain);
    const auto found = std::find_if(all.begin(), all.end(),
                                    [no](const scheme::Task* task) { return task->no == no; });
    if (found == all.end()) return std::nullopt;
    return static_cast<std::size_t>(found - all.begin());
}

const scheme::Task* Rulebook::find_task(std::string_view domain, std::string_view no) const {
    const auto index = task_index(domain, no);
    return index ? tasks(domain)[*index] : nullptr;
}

}  // namespace heng::cycle
