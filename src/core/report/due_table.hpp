#pragma once
/// @file
/// What is due in the running years, from whom and by when (A11 to A13, A17.7), as people read it.
#include "core/cycle/dues.hpp"
#include "core/report/document.hpp"

#include <vector>

namespace heng::report {

/// A heading and the table, by date; what is overdue or near is said so.
/// @param dues  in the order in which `cycle::dues` gives them; of this state.
Document due_table(const cycle::State& state, const cycle::Rulebooks& rulebooks,
                   const std::vector<cycle::Due>& dues, cycle::Date today, Language language);

}  // namespace heng::report
