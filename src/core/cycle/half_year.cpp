#include "core/cycle/half_year.hpp"

#include "core/cycle/calendar.hpp"

#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 4> stage_names{"absent", "submitted", "returned",
                                                      "reviewed"};

}  // namespace

std::string_view name(SelfCheckStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

const SelfCheck* HalfYear::find_self_check(std::string_view unit) const {
    const auto found = self_checks.find(unit);
    return found == self_checks.end() ? nullptr : &found->second;
}

SelfCheckStage HalfYear::stage_of(std::string_view unit) const {
    const SelfCheck* const found = find_self_check(unit);
    return found == nullptr ? SelfCheckStage::absent : found->stage;
}

std::optional<Date> self_check_limit(const HalfYear& half_year, std::string_view unit,
                                     const scheme::Scheme& scheme, int year) {
    const SelfCheck* const found = half_year.find_self_check(unit);
    if (found != nullptr && found->stage == SelfCheckStage::returned)
        return due(scheme, "self_check_resubmitted", found->returned->returned_on);
    return due(scheme, "self_check_submitted", first_day(year, 1));
}

}  // namespace heng::cycle
