#include "core/act/half_year_acts.hpp"

#include "core/act/acts.hpp"
#include "core/act/stage.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> half_year_acts() {
    static constexpr std::array all{&open_half_year,    &submit_self_check,
                                    &return_self_check, &review_self_check,
                                    &collect_half_year, &publish_half_year_circular};
    return all;
}

Result<void> check_half_year_open(const cycle::Cycle& cycle) {
    if (cycle.half_year.opened_on) return {};
    return refuse(Code::record_unknown, {},
                  {"已启动的半年评估", "opened half-year", std::to_string(cycle.year)});
}

Result<void> check_self_check(const cycle::HalfYear& half_year, const std::string& unit,
                              std::initializer_list<cycle::SelfCheckStage> needed) {
    return check_among({"半年自查", "self-check", unit}, half_year.stage_of(unit), needed);
}

}  // namespace heng::act
