/// @file
/// Any bytes as a decimal: what is read prints to a text that reads the same, and rounding takes
/// it.
#include "core/base/decimal.hpp"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(bytes), size);
    const auto value = heng::Decimal::parse(text);
    if (!value) return 0;
    if (heng::Decimal::parse(value->text()) != value) std::abort();
    for (int places = 0; places <= 4; ++places) {
        const auto cut = heng::round(*value, {places, heng::RoundingMode::half_up});
        if (heng::round(cut, {places, heng::RoundingMode::up}) != cut) std::abort();
        static_cast<void>(cut.text(places));
    }
    return 0;
}
