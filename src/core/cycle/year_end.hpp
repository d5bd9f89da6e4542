#pragma once
/// @file
/// The year-end assessment (A13): groups, and the task sheets that they settle and sign. What a
/// sheet says is a fact of the ledger; whether it still holds is computed.
#include "core/base/decimal.hpp"
#include "core/cycle/findings.hpp"
#include "core/cycle/ids.hpp"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::cycle {

struct State;
struct Cycle;
class Rulebook;
struct UnitSheet;

struct Group;
using GroupId = Id<Group>;

/// Someone whom a body sends to a group (A13.2).
struct GroupMember {
    PersonId person;
    BodyName body;
    bool operator==(const GroupMember&) const = default;
};

/// A group (考核组), and what it assesses: whole domains, and units beside them.
struct Group {
    GroupId id;
    std::string name;
    Date formed_on;
    std::vector<GroupMember> members;
    std::vector<DomainId> domains;
    std::vector<UnitId> units;
    bool is_replaced = false;  ///< Another group has taken its place.
    bool covers(const UnitId& unit, const DomainId& domain) const;
    bool operator==(const Group&) const = default;
};

struct Sheet;
using SheetId = Id<Sheet>;

/// One task of one unit.
struct SheetKey {
    UnitId unit;
    DomainId domain;
    std::string task;  ///< Its number in the table: (一)
    auto operator<=>(const SheetKey&) const = default;
};

/// What the confirmed findings make of a task.
struct SheetFigures {
    Decimal points;
    Decimal lost;
    Decimal gained;
    std::vector<FindingId> findings;  ///< That it rests on, in ledger order.
    Decimal score() const { return points - lost + gained; }
    bool operator==(const SheetFigures&) const = default;
};

/// Settled by one person and signed by another; reopened, it stands no more.
enum class SheetStage { settled, signed_off, reopened };
std::string_view name(SheetStage stage);

struct Sheet {
    SheetId id;
    SheetKey key;
    SheetFigures figures;
    SheetStage stage = SheetStage::settled;
    BodyName body;
    PersonId settled_by;
    Date settled_on;
    std::optional<PersonId> signed_by;
    BodyName signed_for;  ///< The body of who signed; empty before.
    std::optional<Date> signed_on;
    std::string reason;  ///< Why it was reopened.
    bool operator==(const Sheet&) const = default;
};

struct YearEnd {
    std::optional<Date> opened_on;
    std::map<GroupId, Group> groups;
    std::map<SheetId, Sheet> sheets;
    std::map<SheetKey, SheetId> standing;  ///< Those not reopened, one for each task of a unit.

    const Sheet* find(SheetId id) const;
    /// The standing sheet, or nullptr.
    const Sheet* find(const SheetKey& key) const;
    bool operator==(const YearEnd&) const = default;
};

/// The figures of the task `no`, out of the unit's sheet under the same rulebook.
/// @pre the domain's table has such a task.
SheetFigures figures_of(const Rulebook& rulebook, std::string_view domain, std::string_view no,
                        const UnitSheet& unit_sheet);

/// Findings on the task that still wait for a decision, in ledger order: not yet confirmed, or with
/// an objection that has no answer.
std::vector<FindingId> undecided_findings(const Cycle& cycle, const Rulebook& rulebook,
                                          const SheetKey& key);

/// What a sheet still needs before grading can rely on it.
enum class SheetNeed {
    settling,
    signature,
    answer,      ///< To an objection that came in after it was settled.
    resettling,  ///< Its figures are no longer what the findings make: reopen and settle it again.
};
std::string_view name(SheetNeed need);
std::string_view zh(SheetNeed need);

struct OpenSheet {
    SheetKey key;
    SheetNeed need = SheetNeed::settling;
    bool operator==(const OpenSheet&) const = default;
};
/// All task sheets of the year's participants that are not complete, by domain, unit and task.
std::vector<OpenSheet> open_sheets(const State& state, const Cycle& cycle, const Rulebook& rulebook,
                                   Date day);

/// Participants that no group covers, in the order of domains and ids.
std::vector<UnitId> units_without_group(const State& state, const Cycle& cycle,
                                        const Rulebook& rulebook, Date day);

}  // namespace heng::cycle
