#include "core/view/supposed.hpp"

#include "core/score/unit_score.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

constexpr std::string_view supposed_note = "试算";

Error finding_unknown(cycle::FindingId id) {
    return {Code::record_unknown,
            {},
            {"该考核对象的扣分记录", "finding of the unit", std::to_string(id.seq)}};
}

/// The year as it would be. It lives only as long as the question.
class SupposedYear {
public:
    SupposedYear(const YearScope& year, const cycle::UnitId& unit, const cycle::DomainId& domain)
        : year_(year), unit_(unit), domain_(domain), cycle_(year.cycle) {}

    Checked<cycle::Cycle> make(const Supposed& supposed) && {
        for (const cycle::FindingId id : supposed.without) withdraw(id);
        for (const auto& one : supposed.corrected) correct(one);
        for (const auto& one : supposed.added) add(one);
        if (supposed.review) score(*supposed.review);
        if (!issues_.empty()) return tl::unexpected(std::move(issues_));
        return std::move(cycle_);
    }

private:
    cycle::Finding* find(cycle::FindingId id) {
        const auto found = cycle_.findings.all.find(id);
        const bool is_counted = found != cycle_.findings.all.end() && found->second.unit == unit_ &&
                                found->second.stage == cycle::FindingStage::confirmed;
        if (!is_counted) issues_.push_back(finding_unknown(id));
        return is_counted ? &found->second : nullptr;
    }

    /// Whether the branch takes the value from this unit; else why not.
    bool takes(const std::string& branch, Decimal value) {
        const auto place = year_.rulebook->find_branch(branch);
        if (!place) {
            issues_.push_back({Code::branch_unknown, {}, {branch}});
            return false;
        }
        if (place->domain->id != domain_) {
            issues_.push_back({Code::branch_not_in_domain, {}, {branch, unit_}});
            return false;
        }
        const std::string violated =
            score::range_violated(place->rules->branches[place->index], value);
        if (!violated.empty())
            issues_.push_back({Code::value_out_of_range, {}, {value.text(), violated}});
        return violated.empty();
    }

    void withdraw(cycle::FindingId id) {
        cycle::Finding* const found = find(id);
        if (found != nullptr) found->stage = cycle::FindingStage::withdrawn;
    }

    void correct(const Supposed::Corrected& one) {
        cycle::Finding* const found = find(one.finding);
        if (found != nullptr && takes(found->fact.branch, one.value)) found->fact.value = one.value;
    }

    void add(const Supposed::Added& one) {
        if (!takes(one.branch, one.value)) return;
        auto& all = cycle_.findings.all;
        cycle::Finding finding;
        finding.id = {all.empty() ? 1 : all.rbegin()->first.seq + 1};
        finding.unit = unit_;
        finding.stage = cycle::FindingStage::confirmed;
        finding.recorded_on = year_.scope.day;
        finding.fact = {one.branch,  one.value, year_.scope.day,
                        one.case_id, {},        std::string(supposed_note),
                        {}};
        cycle_.findings.of_unit[unit_].push_back(finding.id);
        all.emplace(finding.id, std::move(finding));
    }

    void score(Decimal review) {
        const Decimal full = year_.rulebook->scheme().composition.review_full;
        if (review.is_negative() || review > full)
            issues_.push_back({Code::value_out_of_range, {}, {review.text(), "0–" + full.text()}});
        else
            cycle_.reviews.scores.insert_or_assign(unit_, review);
    }

    const YearScope& year_;
    const cycle::UnitId& unit_;
    const cycle::DomainId& domain_;
    cycle::Cycle cycle_;
    Issues issues_;
};

}  // namespace

Checked<cycle::Cycle> suppose(const YearScope& year, const cycle::UnitId& unit,
                              const cycle::DomainId& domain, const Supposed& supposed) {
    return SupposedYear(year, unit, domain).make(supposed);
}

}  // namespace heng::view
