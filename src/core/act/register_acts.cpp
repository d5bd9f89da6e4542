#include "core/act/register_acts.hpp"

#include "core/act/acts.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> register_acts() {
    static constexpr std::array all{&found,       &add_body,   &add_person, &appoint,
                                    &dismiss,     &enrol_unit, &move_unit,  &rename_unit,
                                    &merge_units, &exempt_unit};
    return all;
}

}  // namespace heng::act
