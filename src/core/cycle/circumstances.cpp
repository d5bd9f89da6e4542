#include "core/cycle/circumstances.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 5> kind_names{"criticism", "survey", "fraud",
                                                     "major_problem", "no_progress"};
constexpr std::array<std::string_view, 5> level_names{
    "central_committee", "state_council", "provincial_committee", "provincial_government", "city"};
constexpr std::array<std::string_view, 3> stage_names{"recorded", "confirmed", "withdrawn"};

template <class Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

/// Whether the bar of its kind applies.
bool is_barring(const CircumstanceFact& fact) {
    switch (fact.kind) {
        case CircumstanceKind::criticism: return fact.level != CriticismLevel::city;
        case CircumstanceKind::survey: return fact.result >= scheme::Grade::ordinary;
        case CircumstanceKind::fraud:
        case CircumstanceKind::major_problem:
        case CircumstanceKind::no_progress: break;
    }
    return false;
}

void bear(Bearing& bearing, const scheme::Scheme& scheme, const CircumstanceFact& fact) {
    if (is_barring(fact))
        for (const scheme::Bar& bar : scheme.bars)
            if (bar.id == name(fact.kind)) bearing.bar(bar.best, bar.cites);
    if (fact.kind == CircumstanceKind::fraud)
        bearing.lowered_by = static_cast<std::uint8_t>(scheme.grading.fraud_lowers_by);
    if (fact.kind == CircumstanceKind::major_problem && fact.serious_effect) bearing.serious = true;
    if (fact.kind == CircumstanceKind::no_progress) bearing.no_progress = true;
}

}  // namespace

std::string_view name(CircumstanceKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<CircumstanceKind> circumstance_kind_named(std::string_view text) {
    return named<CircumstanceKind>(kind_names, text);
}

std::string_view name(CriticismLevel level) {
    return level_names[static_cast<std::size_t>(level)];
}

std::optional<CriticismLevel> criticism_level_named(std::string_view text) {
    return named<CriticismLevel>(level_names, text);
}

std::string_view name(CircumstanceStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

void Bearing::bar(scheme::Grade limit, const std::string& cites) {
    best = std::max(best, limit);
    if (std::find(barred_by.begin(), barred_by.end(), cites) == barred_by.end())
        barred_by.push_back(cites);
}

const Circumstance* Circumstances::find(CircumstanceId id) const {
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

Bearing Circumstances::bearing_of(const scheme::Scheme& scheme, std::string_view unit) const {
    Bearing out;
    for (const auto& [id, one] : all)
        if (one.unit == unit && one.stage == CircumstanceStage::confirmed)
            bear(out, scheme, one.fact);
    return out;
}

}  // namespace heng::cycle
