#pragma once
/// @file
/// From exact scores to published ones: the composition of A14 and the one rounding there is.
#include "core/scheme/scheme.hpp"

#include <cstdint>

namespace heng::score {

/// What people see, and what rank and grade use.
struct Published {
    Decimal indicator;
    Decimal review;
    Decimal total;
    bool operator==(const Published&) const = default;
};

/// Composes totals: (indicator × a + review × b) / c in whole numbers, rounded once.
class Composer {
public:
    /// @pre the scheme has passed check_structure.
    explicit Composer(const scheme::Scheme& scheme);

    /// Both scores exact; @returns them and their total at the scheme's publication places.
    Published publish(Decimal indicator, Decimal review) const {
        return publish(indicator, review, total(indicator, review));
    }
    /// The total alone, and the rest to one that is known.
    Decimal total(Decimal indicator, Decimal review) const;
    Published publish(Decimal indicator, Decimal review, Decimal total) const;

    Rounding rounding() const { return rounding_; }

private:
    std::int64_t indicator_factor_;
    std::int64_t review_factor_;
    std::int64_t divisor_;
    Rounding rounding_;
};

}  // namespace heng::score
