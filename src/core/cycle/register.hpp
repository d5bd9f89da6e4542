#pragma once
/// @file
/// The register (单位库): who is assessed, which bodies there are, and who acts for whom (A3.2,
/// A5, A17.4). People are ids; their names, posts and phones live outside the ledger.
#include "core/cycle/ids.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// In what a person acts. The first six act for a body or a unit, the administrators for the
/// installation.
enum class Capacity {
    commission,
    office,
    coordinator,
    lead,
    assessor,
    unit,
    system_admin,
    security_admin,
    audit_admin,
};
constexpr int capacity_count = 9;

/// `commission`, `office`, …; the name in events and messages.
std::string_view name(Capacity capacity);
std::optional<Capacity> capacity_named(std::string_view text);
bool is_administrator(Capacity capacity);

/// What a person is at his unit, beyond acting for it (A17.4).
enum class Post { none, secretary, deputy_in_charge };
std::string_view name(Post post);
std::optional<Post> post_named(std::string_view text);

/// Someone acting: the person, and for whom.
struct Actor {
    PersonId person;
    Capacity as = Capacity::unit;
    std::string of;  ///< A body's name or a unit's id; empty for administrators.
    bool operator==(const Actor&) const = default;
};

struct Appointment {
    Capacity as = Capacity::unit;
    std::string of;
    Post post = Post::none;
    Date from;
    std::optional<Date> until;  ///< The first day on which it no longer holds.
    bool holds_on(Date day) const { return from <= day && (!until || day < *until); }
    bool operator==(const Appointment&) const = default;
};

struct Person {
    PersonId id;
    std::vector<Appointment> appointments;
    bool operator==(const Person&) const = default;
};

struct Body {
    BodyName name;
    std::vector<Capacity> roles;
    std::optional<UnitId> unit;  ///< The unit that it is itself, if it is assessed (recusal).
    bool operator==(const Body&) const = default;
};

/// What a unit was called and where it belonged from a day on.
struct UnitPeriod {
    Date from;
    std::string name;
    DomainId domain;
    bool operator==(const UnitPeriod&) const = default;
};

struct Unit {
    UnitId id;
    std::vector<UnitPeriod> periods;  ///< Never empty, in order.
    std::optional<UnitId> merged_into;
    const UnitPeriod& now() const { return periods.back(); }
    /// As it was on `day`; the first period for days before it.
    const UnitPeriod& on(Date day) const;
    bool operator==(const Unit&) const = default;
};

struct Register {
    std::map<UnitId, Unit, std::less<>> units;
    std::map<BodyName, Body, std::less<>> bodies;
    std::map<PersonId, Person, std::less<>> people;

    const Unit* find_unit(std::string_view id) const;
    const Body* find_body(std::string_view name) const;
    const Person* find_person(std::string_view id) const;

    /// Whether the person holds such an appointment on `day`.
    bool holds(const Actor& actor, Date day) const;
    /// Whether `part` is the unit, or has gone up in it.
    bool is_part_of(std::string_view part, std::string_view unit) const;
    /// Whether the person belongs to the unit: appointed there, to a body that is this unit, or to
    /// what has gone up in it.
    bool belongs_to(const PersonId& person, const UnitId& unit, Date day) const;
    /// Whether the body is itself this unit, or a part of it (recusal).
    bool is_itself(std::string_view body, std::string_view unit) const;
    /// The bodies that have this role, in the order of names.
    std::vector<BodyName> bodies_as(Capacity role) const;
    /// Who holds `post` at the unit on `day`, in the order of ids.
    std::vector<PersonId> holders(Post post, const UnitId& unit, Date day) const;

    bool operator==(const Register&) const = default;
};

}  // namespace heng::cycle
