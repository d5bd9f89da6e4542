/// @file
/// The loop of a scoring run: partitions of units are scored one by one, then domains are graded.
#include "app/share_out.hpp"
#include "app/year.hpp"

#include <algorithm>
#include <array>
#include <atomic>

namespace heng::app {

namespace {

/// Scores the units of one partition after another; each thread has one.
class PartitionScorer {
public:
    explicit PartitionScorer(const DomainRules& rules) : rules_(&rules) {
        sheets_.reserve(rules.size());
        for (std::size_t i = 0; i < rules.size(); ++i) {
            sheets_.emplace_back(rules[static_cast<DomainIndex>(i)]);
        }
    }

    /// Takes in the findings of a partition, ordered by unit and then as they came.
    void load(std::span<const Stretch> stretches, std::size_t partition) {
        begins_.fill(0);
        special_.clear();
        for_each(stretches, partition, [&](const ListedFinding& finding, std::string_view) {
            ++begins_[finding.unit + 1];
        });
        for (std::size_t unit = 0; unit < partition_units; ++unit) {
            begins_[unit + 1] += begins_[unit];
        }
        findings_.resize(begins_.back());
        std::array<std::size_t, partition_units> next;
        std::copy(begins_.begin(), begins_.end() - 1, next.begin());
        for_each(stretches, partition, [&](const ListedFinding& finding, std::string_view case_id) {
            Loaded& loaded = findings_[next[finding.unit]++];
            loaded = {finding.branch, static_cast<std::int32_t>(finding.value)};
            if (loaded.value == finding.value && case_id.empty()) return;
            loaded = {special, static_cast<std::int32_t>(special_.size())};
            special_.push_back({finding.branch, finding.value, case_id});
        });
    }

    /// The sheet of a unit of the loaded partition, valid until the next call; null if a finding is
    /// of a branch of another domain.
    const score::Sheet* score(std::size_t unit, DomainIndex domain) {
        const std::span<Loaded> findings =
            std::span(findings_).subspan(begins_[unit], begins_[unit + 1] - begins_[unit]);
        const score::Rules& rules = (*rules_)[domain];
        score::Sheet& sheet = sheets_[domain];
        sheet.clear();
        if (!special_.empty() && has_special(findings)) {
            return apply_special(findings, domain, sheet) ? &sheet : nullptr;
        }
        const BranchNumber first = rules_->first_branch(domain);
        const std::size_t branches = rules.branches.size();
        for (const Loaded& finding : findings) {
            const score::BranchIndex branch = finding.branch - first;
            if (branch >= branches) return nullptr;
            sheet.apply(branch, finding.value);
        }
        return &sheet;
    }

private:
    static constexpr BranchNumber special = score::no_index;

    /// Few bytes, so that the findings of a partition stay in cache while they are ordered.
    struct Loaded {
        BranchNumber branch;  ///< Or `special`.
        std::int32_t value;   ///< In ten-thousandths; or an index into `special_`.
    };
    /// A finding of a case, or of a great value.
    struct Special {
        BranchNumber branch;
        std::int64_t value;
        std::string_view case_id;
    };

    template <class Use>
    static void for_each(std::span<const Stretch> stretches, std::size_t partition, Use use) {
        for (const Stretch& stretch : stretches) {
            stretch.lists->for_each(partition, stretch.from[partition], stretch.to[partition], use);
        }
    }

    static bool has_special(std::span<const Loaded> findings) {
        return std::any_of(findings.begin(), findings.end(),
                           [](const Loaded& finding) { return finding.branch == special; });
    }
    Special whole(const Loaded& finding) const {
        if (finding.branch != special) return {finding.branch, finding.value, {}};
        return special_[static_cast<std::size_t>(finding.value)];
    }

    /// The costliest finding of a case counts, as in `score::score_unit`.
    /// @returns whether all findings are of the domain.
    bool apply_special(std::span<const Loaded> findings, DomainIndex domain, score::Sheet& sheet) {
        const score::Rules& rules = (*rules_)[domain];
        competing_.resize(findings.size());
        for (std::size_t i = 0; i < findings.size(); ++i) {
            const Special finding = whole(findings[i]);
            competing_[i].branch = finding.branch - rules_->first_branch(domain);
            if (competing_[i].branch >= rules.branches.size()) return false;
            competing_[i].value = Decimal::of_units(finding.value);
            competing_[i].case_id = finding.case_id;
        }
        const std::vector<std::size_t> winners = score::case_winners(rules, competing_);
        for (std::size_t i = 0; i < findings.size(); ++i) {
            if (winners[i] != i) continue;
            sheet.apply(competing_[i].branch, competing_[i].value.units());
        }
        return true;
    }

    const DomainRules* rules_;
    std::vector<score::Sheet> sheets_;
    std::array<std::size_t, partition_units + 1> begins_{};  ///< Into `findings_`, for each unit.
    std::vector<Loaded> findings_;
    std::vector<Special> special_;
    std::vector<score::Finding> competing_;
};

}  // namespace

/// One run, step by step.
class YearScoring {
public:
    YearScoring(std::shared_ptr<const DomainRules> rules, std::shared_ptr<const UnitRegister> units,
                const RunOptions& options)
        : year_(std::move(rules), std::move(units)), options_(options) {}

    /// False if a finding is of a branch outside the domain of its unit.
    bool score(std::span<const Stretch> findings) {
        std::vector<PartitionScorer> scorers(options_.threads, PartitionScorer(*year_.rules_));
        const std::size_t partitions = partition_count(year_.size());
        const auto score_partition = [&](unsigned thread, std::size_t partition) {
            score_units(scorers[thread], findings, partition);
        };
        share_out(options_.threads, partitions, score_partition, [&](std::size_t begun) {
            if (options_.progress) options_.progress(Stage::scores, begun, partitions);
        });
        return !is_misplaced_;
    }

    void grade() {
        const std::size_t domains = year_.rules_->size();
        std::vector<std::size_t> sizes(domains);
        for (std::size_t unit = 0; unit < year_.size(); ++unit) ++sizes[year_.domain_index(unit)];
        share_out(options_.threads, domains, [&](unsigned, std::size_t domain) {
            if (sizes[domain] == 0) return;
            const auto index = static_cast<DomainIndex>(domain);
            LongVector<grade::Standing> members;
            std::span<const grade::Standing> standings = year_.standings_;
            if (sizes[domain] != year_.size())
                standings = members = members_of(index, sizes[domain]);
            year_.gradings_[domain].emplace(year_.scheme().grading, standings);
        });
    }

    Year finish() && { return std::move(year_); }

private:
    void score_units(PartitionScorer& scorer, std::span<const Stretch> findings,
                     std::size_t partition) {
        scorer.load(findings, partition);
        const std::size_t first = partition * partition_units;
        const std::size_t last = std::min(first + partition_units, year_.size());
        for (std::size_t unit = first; unit < last; ++unit) {
            const score::Sheet* const sheet = scorer.score(unit - first, year_.domain_index(unit));
            if (sheet == nullptr) {
                is_misplaced_ = true;
                return;
            }
            year_.set(unit, Decimal::of_units(sheet->indicator_score()), sheet->is_vetoed());
        }
    }

    LongVector<grade::Standing> members_of(DomainIndex domain, std::size_t size) const {
        LongVector<grade::Standing> members;
        members.reserve(size);
        for (std::size_t unit = 0; unit < year_.size(); ++unit) {
            if (year_.domain_index(unit) == domain) members.push_back(year_.standing(unit));
        }
        return members;
    }

    Year year_;
    const RunOptions& options_;
    std::atomic<bool> is_misplaced_ = false;
};

std::optional<Year> score_year(std::shared_ptr<const DomainRules> rules,
                               std::shared_ptr<const UnitRegister> units,
                               std::span<const Stretch> findings, const RunOptions& options) {
    YearScoring run(std::move(rules), std::move(units), options);
    if (!run.score(findings)) return std::nullopt;
    run.grade();
    return std::move(run).finish();
}

}  // namespace heng::app
