#include "core/act/acts.hpp"

namespace heng::act {

std::span<const Act* const> aftermath_acts() {
    return {};
}

}  // namespace heng::act
