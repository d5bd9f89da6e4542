#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> half_year_acts() {
    return {};
}

}  // namespace heng::act
