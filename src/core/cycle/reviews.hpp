#pragma once
/// @file
/// The review (述职评议) that gives 20 of the 100 points (A14.3): ballots, paper counts, entered
/// scores.
#include "core/base/decimal.hpp"
#include "core/cycle/ids.hpp"

#include <map>
#include <optional>
#include <string_view>

namespace heng::cycle {

struct Reviews {
    /// The review score of each unit that has one, on the scheme's scale.
    std::map<UnitId, Decimal, std::less<>> scores;

    std::optional<Decimal> score_of(std::string_view unit) const {
        const auto found = scores.find(unit);
        return found == scores.end() ? std::nullopt : std::optional(found->second);
    }
    bool operator==(const Reviews&) const = default;
};

}  // namespace heng::cycle
