#pragma once
/// @file
/// A scored and graded year: what `heng score` writes and the other verbs look at.
#include "app/finding_lists.hpp"
#include "app/progress.hpp"
#include "app/unit_register.hpp"
#include "core/grade/grade.hpp"
#include "core/score/publish.hpp"
#include "core/score/unit_score.hpp"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

/// Where a year's tables stand: paths, for messages too.
struct YearFiles {
    std::string units;
    std::string findings;
    std::optional<std::string> decisions = std::nullopt;
};

/// How a year is read and scored; nothing here changes its result.
struct RunOptions {
    unsigned threads = 1;
    Progress progress;
    /// A unit whose findings the year keeps, by id.
    std::optional<std::string> watch;
};

/// Why a year was not scored.
struct Rejection {
    Issues issues;          ///< The first of them, in the order of the files.
    std::size_t count = 0;  ///< All of them.
};

/// The issues that a rejection lists; the others are only counted.
constexpr std::size_t listed_issues_max = 100;

/// The tables of a scheme, laid out for scoring: one for each domain, in the scheme's order.
class DomainRules {
public:
    /// `scheme` must outlive it. @pre it has passed check_structure.
    explicit DomainRules(const scheme::Scheme& scheme);

    const scheme::Scheme& scheme() const { return *scheme_; }
    std::size_t size() const { return rules_.size(); }
    /// Without branches where the domain has no table.
    const score::Rules& operator[](DomainIndex domain) const { return rules_[domain]; }
    bool has_table(DomainIndex domain) const;
    /// The number of a domain's first branch, when the branches of all domains are counted through.
    BranchNumber first_branch(DomainIndex domain) const { return first_branches_[domain]; }

private:
    const scheme::Scheme* scheme_;
    std::vector<score::Rules> rules_;
    std::vector<BranchNumber> first_branches_;
};

/// Units are numbered from 0 in the order of the register.
class Year {
public:
    std::size_t size() const { return units_->size(); }
    std::string_view id(std::size_t unit) const { return units_->ids[unit]; }
    /// Where the register has names.
    std::optional<std::string_view> name(std::size_t unit) const;
    DomainIndex domain_index(std::size_t unit) const { return units_->domains[unit]; }
    const scheme::Domain& domain(std::size_t unit) const;
    const score::Rules& rules(std::size_t unit) const { return (*rules_)[domain_index(unit)]; }

    Decimal indicator(std::size_t unit) const { return indicators_[unit]; }  ///< Exact.
    score::Published published(std::size_t unit) const {
        return composer_.publish(indicator(unit), review(unit), standing(unit).total);
    }
    Decimal review(std::size_t unit) const { return units_->reviews[unit]; }  ///< Exact.
    /// By a circumstance that the register states, not by a finding.
    bool is_barred_by_register(std::size_t unit) const { return units_->circumstances[unit].veto; }
    bool is_vetoed(std::size_t unit) const { return vetoed_[unit] != 0; }  ///< By a finding.
    const grade::Standing& standing(std::size_t unit) const { return standings_[unit]; }
    grade::Outcome outcome(std::size_t unit) const {
        if (const auto decided = decided_.find(unit); decided != decided_.end())
            return decided->second;
        return gradings_[domain_index(unit)]->outcome(standing(unit));
    }

    /// Puts decisions, their units numbered as here, in the place of what grading proposed.
    /// @returns nothing, or all that forbids them, by line, and then none holds: see
    /// `grade::decide`. @pre no unit is named twice, and nothing was decided before.
    [[nodiscard]] Checked<void> decide(std::span<const grade::Decision> decisions);
    /// Null where the proposal stands.
    const grade::Settled* settled(std::size_t unit) const;

    std::optional<std::size_t> find(std::string_view id) const;
    std::size_t units_in_domain(DomainIndex domain) const;

    const scheme::Scheme& scheme() const { return rules_->scheme(); }
    Rounding rounding() const { return composer_.rounding(); }

    /// The confirmed findings of the unit that `RunOptions::watch` names, in the order of their
    /// table.
    std::vector<score::Finding> watched;

private:
    friend class YearScoring;
    Year(std::shared_ptr<const DomainRules> rules, std::shared_ptr<const UnitRegister> units);

    std::shared_ptr<const DomainRules> rules_;
    score::Composer composer_;
    scheme::Grade barred_best_;
    std::shared_ptr<const UnitRegister> units_;
    /// What scoring finds about a unit whose indicator score is this, by its findings vetoed or
    /// not.
    void set(std::size_t unit, Decimal indicator, bool is_vetoed);

    LongVector<Decimal> indicators_;
    LongVector<char> vetoed_;
    LongVector<grade::Standing> standings_;
    std::vector<std::optional<grade::DomainGrading>> gradings_;  ///< Of each domain with units.
    std::map<std::size_t, grade::Settled> settled_;
    std::map<std::size_t, grade::Outcome> decided_;  ///< Of the same units.
};

/// The units of one domain, in the order of the register, as they stand among each other.
struct DomainStandings {
    std::vector<std::size_t> units;
    std::vector<grade::Standing> standings;
    std::vector<grade::Outcome> proposals;   ///< What grading gave, decisions left aside.
    std::vector<grade::Decision> decisions;  ///< Those in force; their units are indices here.

    /// @pre `unit` is one of `units`.
    std::size_t index_of(std::size_t unit) const;
};
DomainStandings standings_of(const Year& year, DomainIndex domain);

/// `quota_without_place` for each domain that has too few units for a single 好 (A16.2).
Issues small_domains(const Year& year);

/// What a unit is called in messages and documents: its id, and its name where it has one.
std::string title_of(const Year& year, std::size_t unit);

/// Scores every unit by its findings and grades every domain. The result does not depend on
/// `threads`.
/// @returns nothing if a finding is of a branch outside the domain of its unit.
/// @pre every unit's domain has a table; every finding is of a unit in the register and a branch of
/// the
///   scheme, with a value in the branch's range; stretches are in the order of the findings.
std::optional<Year> score_year(std::shared_ptr<const DomainRules> rules,
                               std::shared_ptr<const UnitRegister> units,
                               std::span<const Stretch> findings, const RunOptions& options);

}  // namespace heng::app
