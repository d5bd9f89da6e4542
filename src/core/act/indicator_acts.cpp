#include "core/act/indicator_acts.hpp"

#include "core/act/acts.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> indicator_acts() {
    static constexpr std::array all{&open_year};
    return all;
}

}  // namespace heng::act
