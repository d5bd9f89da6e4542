#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> review_acts() {
    return {};
}

}  // namespace heng::act
