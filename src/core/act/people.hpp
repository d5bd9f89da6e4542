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

/// `domain_unknown` unless the newest scheme in force has the domain; before one is, any will do.
[[nodiscard]] Result<void> check_domain(const Context& context, const std::string& domain);

/// `record_unknown`, or `record_stage_unfit` unless the unit takes part in the year as of its
/// assessment: enrolled, not merged away, not exempt.
[[nodiscard]] Result<void> check_takes_part(const Context& context, const cycle::Cycle& cycle,
                                            const std::string& unit);

/// The same for one of several units that an act names, and `recusal` where the actor belongs to
/// it: nobody writes about his own unit in a list either (CALC-14).
[[nodiscard]] Result<void> check_named_unit(const Context& context, const cycle::Cycle& cycle,
                                            const std::string& unit);

}  // namespace heng::act
