#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> year_end_acts() {
    return {};
}

}  // namespace heng::act
