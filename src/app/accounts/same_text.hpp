#pragma once
/// @file
/// Comparing what nobody may guess byte by byte.
#include <cstddef>
#include <string_view>

namespace heng::app::accounts {

/// Takes equally long wherever two texts of one length differ.
inline bool same_text(std::string_view one, std::string_view other) {
    if (one.size() != other.size()) return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < one.size(); ++i)
        difference |= static_cast<unsigned>(static_cast<unsigned char>(one[i]) ^
                                            static_cast<unsigned char>(other[i]));
    return difference == 0;
}

}  // namespace heng::app::accounts
