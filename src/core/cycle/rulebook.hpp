#pragma once
/// @file
/// An edition ready for use: its scheme, and each domain's table laid out for scoring.
#include "core/cycle/indicators.hpp"
#include "core/scheme/scheme.hpp"
#include "core/score/publish.hpp"
#include "core/score/rules.hpp"

#include <map>
#include <memory>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// A clause as people act on it.
struct BranchPlace {
    const scheme::Domain* domain = nullptr;
    const score::Rules* rules = nullptr;
    score::BranchIndex index = 0;

    const score::Rules::Origin& origin() const { return rules->origins[index]; }
    /// The bodies that record against it: those of the clause, else those of the task.
    const std::vector<std::string>& assessors() const;
};

/// The bodies that record against a task: its own, then those that only some of its clauses name.
std::vector<BodyName> assessors_of(const scheme::Task& task);

class Rulebook {
public:
    /// @pre the scheme has passed check_structure.
    explicit Rulebook(scheme::Scheme scheme);
    Rulebook(const Rulebook&) = delete;
    Rulebook& operator=(const Rulebook&) = delete;

    const scheme::Scheme& scheme() const { return scheme_; }
    /// @pre the scheme has such a domain. Without branches where it has no table.
    const score::Rules& rules(std::string_view domain) const;
    /// Branch ids are unique in a scheme. Nothing if there is none of this name.
    std::optional<BranchPlace> find_branch(std::string_view id) const;
    /// The tasks of a domain in the order of its table.
    std::vector<const scheme::Task*> tasks(std::string_view domain) const;
    const scheme::Task* find_task(std::string_view domain, std::string_view no) const;
    /// Where the task stands in the table, as scores count tasks.
    std::optional<std::size_t> task_index(std::string_view domain, std::string_view no) const;
    const score::Composer& composer() const { return composer_; }

private:
    scheme::Scheme scheme_;
    std::vector<score::Rules> rules_;  ///< In the order of the domains.
    score::Composer composer_;
};

/// The rulebooks at hand, by the draft that their scheme came in with.
using Rulebooks = std::map<DraftId, std::shared_ptr<const Rulebook>>;

}  // namespace heng::cycle
