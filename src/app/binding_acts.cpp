#include "app/binding_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::app {

namespace {

constexpr auto binding = std::to_array<std::string_view>({
    // who may act
    "appoint",
    "dismiss",
    // what counts
    "consent_to_indicators",
    "issue_indicators",
    "decide_change",
    // what is ordered and issued
    "order_supervision",
    "publish_supervision_circular",
    "publish_half_year_circular",
    // who votes
    "open_ballot",
    // grades, and what follows
    "deliberate",
    "approve_grades",
    "publish_results",
    "decide_recheck",
    "decide_appeal",
    "hand_on_consequences",
    "refer_misconduct",
    "decide_misconduct",
    "interpret_article",
    // the end of a year
    "close_year",
    "archive_year",
    "carry_forward",
});

}  // namespace

bool is_binding(std::string_view act) {
    return std::find(binding.begin(), binding.end(), act) != binding.end();
}

}  // namespace heng::app
