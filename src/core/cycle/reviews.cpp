#include "core/cycle/reviews.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 3> stage_names{"entered", "confirmed", "replaced"};

template <class Map, class Key>
auto* find_in(const Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace

std::string_view name(ReviewEntryStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

const Ballot* Reviews::find(BallotId id) const {
    return find_in(ballots, id);
}

const ReviewEntry* Reviews::find(ReviewEntryId id) const {
    return find_in(entries, id);
}

const Ballot* Reviews::ballot_about(const UnitId& unit) const {
    for (const auto& [id, ballot] : ballots)
        if (ballot.stage == BallotStage::open &&
            std::find(ballot.units.begin(), ballot.units.end(), unit) != ballot.units.end())
            return &ballot;
    return nullptr;
}

const ReviewEntry* Reviews::waiting(std::string_view unit) const {
    for (const auto& [id, entry] : entries)
        if (entry.stage == ReviewEntryStage::entered && entry.unit == unit) return &entry;
    return nullptr;
}

}  // namespace heng::cycle
