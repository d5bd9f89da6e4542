#include "core/score/publish.hpp"

namespace heng::score {

namespace {

/// Four places are what a Decimal holds; a scheme that rounds nothing publishes these.
constexpr Rounding all_places{4, RoundingMode::half_up};

Int128 greatest_common_divisor(Int128 a, Int128 b) {
    while (b != 0) {
        const Int128 rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

}  // namespace

Composer::Composer(const scheme::Scheme& scheme)
    : rounding_(scheme.settings.rounding.value_or(all_places)) {
    const scheme::Composition& parts = scheme.composition;
    // In lowest terms the factors are small (4, 1 and 5 for 80 % and 20 % of 100), so products stay
    // small.
    const auto whole = [](Decimal a, Decimal b) { return Int128{a.units()} * b.units(); };
    const Int128 indicator = whole(parts.indicators_percent, parts.review_full);
    const Int128 review = whole(parts.review_percent, parts.indicators_full);
    const Int128 divisor = whole(parts.indicators_full, parts.review_full);
    const Int128 common =
        greatest_common_divisor(greatest_common_divisor(indicator, review), divisor);
    indicator_factor_ = static_cast<std::int64_t>(indicator / common);
    review_factor_ = static_cast<std::int64_t>(review / common);
    divisor_ = static_cast<std::int64_t>(divisor / common);
}

Published Composer::publish(Decimal indicator, Decimal review, Decimal total) const {
    return {round(indicator, rounding_), round(review, rounding_), total};
}

Decimal Composer::total(Decimal indicator, Decimal review) const {
    const Int128 sum =
        Int128{indicator.units()} * indicator_factor_ + Int128{review.units()} * review_factor_;
    return divide(sum, Int128{divisor_} * Decimal::one, rounding_);
}

}  // namespace heng::score
