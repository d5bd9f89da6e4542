#include "core/cycle/circumstances.hpp"

namespace heng::cycle {

Bearing Circumstances::bearing_of(const scheme::Scheme&, std::string_view) const {
    return {};
}

}  // namespace heng::cycle
