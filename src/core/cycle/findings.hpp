#pragma once
/// @file
/// Findings (扣分记录): facts that assessors recorded against clauses (A9.4, A20.2).
#include "core/base/decimal.hpp"
#include "core/cycle/ids.hpp"
#include "core/ledger/hash.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace heng::cycle {

struct Finding;
using FindingId = Id<Finding>;

/// Only confirmed findings count.
enum class FindingStage { recorded, confirmed, withdrawn };
std::string_view name(FindingStage stage);

/// What a finding says.
struct Fact {
    std::string branch;
    Decimal value;  ///< A count, a figure or a level, by the branch.
    Date occurred_on;
    std::string case_id;  ///< Empty: a fact of its own.
    std::string source;   ///< Where it was found: 一季度监测, 省纪委通报.
    std::string note;
    std::vector<ledger::Digest> evidence;
    bool operator==(const Fact&) const = default;
};

enum class ObjectionStage { filed, upheld, dismissed };

/// What the unit says against a finding, and the assessor's answer.
struct Objection {
    PersonId by;
    Date filed_on;
    std::string text;
    std::vector<ledger::Digest> evidence;
    ObjectionStage stage = ObjectionStage::filed;
    std::string answer;
    bool operator==(const Objection&) const = default;
};

struct Finding {
    FindingId id;
    UnitId unit;
    BodyName body;  ///< The assessor that records it.
    PersonId recorded_by;
    Date recorded_on;
    Fact fact;
    FindingStage stage = FindingStage::recorded;
    std::optional<PersonId> confirmed_by;
    std::optional<Date> confirmed_on;
    std::string reason;  ///< Of the last correction or withdrawal.
    std::optional<Objection> objection;
    /// Who recorded, corrected or confirmed it, or answered the objection: none of them decides
    /// about it later (APP-3).
    std::set<PersonId> hands;
    bool operator==(const Finding&) const = default;
};

/// A figure of the year that clauses refer to (全省平均水平).
struct ReferenceFigure {
    Decimal value;
    std::string source;
    bool operator==(const ReferenceFigure&) const = default;
};

struct Findings {
    std::map<FindingId, Finding> all;
    std::map<UnitId, std::vector<FindingId>, std::less<>> of_unit;   ///< In ledger order.
    std::map<std::string, ReferenceFigure, std::less<>> references;  ///< By branch.

    const Finding* find(FindingId id) const;
    /// Findings of the unit that may be the same fact as `fact`: the same case, the same day and
    /// branch, or nearly the same words. Withdrawn ones are left out, and `except` itself.
    std::vector<FindingId> possible_duplicates(const UnitId& unit, const Fact& fact,
                                               FindingId except = {}) const;
    bool operator==(const Findings&) const = default;
};

/// How alike two texts are, in per cent: the pairs of neighbouring characters that they share.
int likeness_percent(std::string_view a, std::string_view b);

}  // namespace heng::cycle
