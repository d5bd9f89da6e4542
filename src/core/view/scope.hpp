#pragma once
/// @file
/// Who looks at what, as of when. A view is a pure function of a scope: the screen of an earlier
/// day is the same view of an earlier state. The answer never depends on what the actor may not
/// see.
#include "core/act/label.hpp"
#include "core/act/reading.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"
#include "core/ledger/canonical.hpp"

#include <optional>
#include <string_view>

namespace heng::view {

using act::Subject;
using act::View;
using cycle::Date;

/// @pre the actor holds, today, the capacity in which he looks; `day` may be earlier.
struct Scope {
    const cycle::State& state;
    const cycle::Rulebooks& rulebooks;  ///< Of every draft in the state.
    const act::Actor& actor;
    Date day;
    /// Up to which label records are shown (SEC-7).
    act::Label clearance = act::Label::work_secret;

    bool clears(View view) const { return act::label_of(view) <= clearance; }
    /// What acts would be decided on.
    act::Context context() const { return {state, rulebooks, actor, day}; }
    bool is_unit() const { return actor.as == act::Capacity::unit; }
};

/// One year of a scope.
struct YearScope {
    const Scope& scope;
    const cycle::Cycle& cycle;
    const cycle::Rulebook* rulebook;  ///< In force on the day; nullptr before one is.

    /// A unit that has moved since is this year's still where it was assessed.
    bool may_see(View view, const Subject& subject) const;
    /// The domain in which the unit is assessed this year. @pre the register has the unit
    const cycle::DomainId& domain_of(const cycle::UnitId& unit) const;
    /// The units of a domain that take part this year, in the order of their ids.
    std::vector<const cycle::Unit*> participants(std::string_view domain) const;
};

/// What concerns a unit, and those of the bodies named that record against it.
Subject about(const cycle::UnitId& unit, std::vector<cycle::BodyName> assessors = {});
Subject about_domain(const cycle::DomainId& domain);

/// The year, or `cycle_unknown`. Which years there are is no secret.
[[nodiscard]] Checked<YearScope> find_year(const Scope& scope, int year);
/// The same of a year with an edition in force, or `edition_absent`: `rulebook` is not null.
[[nodiscard]] Checked<YearScope> find_year_in_force(const Scope& scope, int year);

/// `view_not_permitted` where nothing of this kind is ever for the actor's capacity,
/// `clearance_missing` where it is labelled above his clearance.
[[nodiscard]] Checked<void> check_listed(const Scope& scope, View view);
/// The same unless the actor may see it of `subject`.
[[nodiscard]] Checked<void> check_seen(const YearScope& year, View view, const Subject& subject);

/// A record as refusals name it.
struct Kind {
    std::string_view zh;
    std::string_view en;
};
inline constexpr Kind unit_kind{"考核对象", "unit"};
inline constexpr Kind domain_kind{"领域", "domain"};
/// `record_unknown`. It is the answer for what is not there and for what the actor may not see, so
/// that nobody learns from it which records there are.
tl::unexpected<Issues> unknown(Kind kind, std::string_view id);
tl::unexpected<Issues> unknown(Kind kind, std::int64_t id);

}  // namespace heng::view
