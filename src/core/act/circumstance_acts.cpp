#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> circumstance_acts() {
    return {};
}

}  // namespace heng::act
