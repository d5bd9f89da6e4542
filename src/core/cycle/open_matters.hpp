#pragma once
/// @file
/// What is still open in a year. A year is closed only when nothing is.
#include "core/cycle/state.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::cycle {

struct OpenMatter {
    std::string_view zh;  ///< What kind of thing: 指标变更申请.
    std::string_view en;
    std::string id;
    bool operator==(const OpenMatter&) const = default;
};

/// Everything that someone must still settle, kind by kind. Findings are not among them: what is
/// not confirmed when the sheets are settled never counts; nor is the half-year, whose acts end
/// with the year's assessment.
std::vector<OpenMatter> open_matters(const Cycle& cycle, const scheme::Scheme& scheme);

}  // namespace heng::cycle
