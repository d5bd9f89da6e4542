#pragma once
/// @file
/// One thing that a person can do: (State, Actor, Command) → events, or a refusal. Each act stands
/// in a file of its own with its fields, its preconditions and what its event changes; who may do
/// it stands in the one table of permission.cpp.
#include "core/act/field.hpp"
#include "core/base/result.hpp"
#include "core/cycle/rulebook.hpp"
#include "core/cycle/state.hpp"
#include "core/ledger/event.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace heng::act {

using cycle::Actor;
using cycle::Capacity;
using cycle::Date;

/// What an act is decided on. Everything it needs comes in here; there is no clock and no I/O.
struct Context {
    const cycle::State& state;
    const cycle::Rulebooks& rulebooks;  ///< Of every draft in the state.
    const Actor& actor;
    Date today;                 ///< The day on which the act happens.
    std::int64_t next_seq = 1;  ///< The number that its first event will have.
    /// For an act with a field of kind `scheme`: what the files make, or all that is wrong.
    const Checked<std::shared_ptr<const cycle::Rulebook>>* candidate = nullptr;
    /// For `close_ballot`: what lies in the ballot's box, once that is closed. The count comes from
    /// the program and never from whoever closes the ballot.
    const cycle::Tallies* counted = nullptr;

    /// The year that the act's field `year` names. @pre `perform` has found it
    const cycle::Cycle& cycle_of(const Fields& in) const;
    /// The rulebook in force on `day`, or nullptr before an edition is.
    const cycle::Rulebook* rulebook_on(const cycle::Cycle& cycle, Date day) const;
    /// The rulebook in force today, by which the whole year is scored, or nullptr: a new edition
    /// rules the year from the day on from which it holds.
    const cycle::Rulebook* rulebook(const cycle::Cycle& cycle) const;
};

/// What an act concerns; permission is asked about this.
struct Subject {
    std::optional<cycle::UnitId> unit;
    std::optional<cycle::DomainId> domain;   ///< Where there is no unit; else the unit's is taken.
    std::vector<cycle::BodyName> assessors;  ///< Of the clause, task or record concerned.
    std::vector<cycle::PersonId> first_persons;  ///< Who did what another person must now do next.
};

/// An event that the act appends, before the frame adds actor, day and edition.
struct Effect {
    std::string_view act;
    ledger::Object body;
};
using Decision = Checked<std::vector<Effect>>;

/// An entry of the ledger, as acts read it on replay.
struct Entry {
    std::int64_t seq;
    const ledger::Event& event;
    Date day() const { return event.what.happened_on; }
    const std::string& person() const { return event.what.actor; }
};

/// When in the year an act is possible.
struct Stages {
    cycle::Stage first = cycle::Stage::drafting;
    cycle::Stage last = cycle::Stage::archived;
};

struct Act {
    std::string_view id;     ///< record_finding; the act of its event.
    std::string_view zh;     ///< 记录扣分
    std::string_view en;     ///< Record a finding
    std::string_view cites;  ///< The statements it implements: "A9.4 A11.5".
    std::span<const Field> fields;
    /// For acts with the field `year`: the stages in which it is possible.
    Stages stages = {};
    /// What it concerns, or every reason why there is no such thing. Null: nothing in particular.
    Checked<Subject> (*subject)(const Context&, const Fields&) = nullptr;
    /// The events, or every reason why not. Fields, capacity, stage and permission are settled.
    Decision (*decide)(const Context&, const Fields&) = nullptr;
    /// What the event changes. Total: an event in the ledger is never refused.
    void (*apply)(cycle::State&, const Entry&, const Fields&) = nullptr;
};

/// The one event of most acts: the body as it was handed in, and what was computed for it.
Decision done(const Act& act, const Fields& in, std::vector<ledger::Member> computed = {});

/// A refusal, and several at once.
tl::unexpected<Issues> refused(Code code, std::vector<std::string> args = {});

/// The member that numbers the document an act issues: {"document":{"issuer","kind","no"}}. Its
/// event registers the document; see `replay`.
ledger::Member issue_document(const cycle::Cycle& cycle, cycle::DocumentKind kind,
                              const std::string& issuer);

/// A document among several that one event issues.
struct Issued {
    cycle::DocumentKind kind;
    std::optional<cycle::UnitId> to;  ///< The unit it is for, if it is for one.
};
/// The member that numbers several documents, in this order:
/// {"documents":[{"issuer","kind","no","to"}]}. Without a `to` where it is for no unit alone.
ledger::Member issue_documents(const cycle::Cycle& cycle, const std::string& issuer,
                               std::span<const Issued> all);

/// The year of an event with the field `year`. @pre the state has it
cycle::Cycle& cycle_of(cycle::State& state, const Fields& in);

/// The year's record of this kind by its id, or nullptr.
template <class Map, class Key>
auto* find_record(Map& map, const Key& key) {
    const auto found = map.find(key);
    return found == map.end() ? nullptr : &found->second;
}

}  // namespace heng::act
