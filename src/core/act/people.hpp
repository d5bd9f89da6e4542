#pragma once
/// @file
/// What the acts of the register share.
#include "core/act/act.hpp"

namespace heng::act {

inline constexpr Field person_field{"person", Kind::id, Need::required, "人员", "Person"};

/// The unit that the field `unit` names, as what the act concerns; `record_unknown`.
[[nodiscard]] Checked<Subject> subject_unit(const Context& context, const Fields& in);

/// The unit, or `record_unknown`.
[[nodiscard]] Checked<const cycle::Unit*> find_unit(const Context& context, const std::string& id);

}  // namespace heng::act
