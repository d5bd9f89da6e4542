#include "core/cycle/state.hpp"

#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 7> stage_names{
    "drafting", "in_force", "year_end", "grading", "published", "closed", "archived"};

}  // namespace

std::string_view name(Stage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

const Cycle* State::find_cycle(int year) const {
    const auto found = cycles.find(year);
    return found == cycles.end() ? nullptr : &found->second;
}

std::vector<const Unit*> State::participants(const Cycle& cycle, std::string_view domain,
                                             Date day) const {
    std::vector<const Unit*> out;
    for (const auto& [id, unit] : units_and_people.units) {
        const bool takes_part =
            unit.periods.front().from <= day && !unit.merged_into && !cycle.exemptions.contains(id);
        if (takes_part && unit.on(day).domain == domain) out.push_back(&unit);
    }
    return out;
}

}  // namespace heng::cycle
