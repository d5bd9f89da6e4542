#pragma once
/// @file
/// What follows a published result (A17 to A20): rechecks and appeals, explanations,
/// consequences, misconduct.
#include "core/cycle/findings.hpp"
#include "core/cycle/grading.hpp"

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// 维持, 变更, 撤销 (APP-3).
enum class Ruling { uphold, change, annul };
inline constexpr std::array<std::string_view, 3> ruling_words{"uphold", "change", "annul"};
std::string_view name(Ruling ruling);
std::optional<Ruling> ruling_named(std::string_view text);

struct Decided {
    Ruling ruling = Ruling::uphold;
    PersonId by;
    Date on;
    std::string reason;
    std::optional<std::int64_t> version;  ///< The result version that it made.
    bool operator==(const Decided&) const = default;
};

/// What the unit says against a recheck's decision.
struct Appeal {
    std::int64_t event = 0;
    PersonId by;
    Date filed_on;
    std::string text;
    std::vector<ledger::Digest> evidence;
    std::optional<Decided> decided;
    bool operator==(const Appeal&) const = default;
};

struct Recheck;
using RecheckId = Id<Recheck>;

/// What a unit says against its published result.
struct Recheck {
    RecheckId id;
    UnitId unit;
    std::int64_t version = 0;  ///< In which the unit last moved when it asked.
    PersonId by;
    Date filed_on;
    std::string text;
    std::vector<FindingId> findings;  ///< In question; none: the result as a whole.
    std::vector<ledger::Digest> evidence;
    std::optional<Decided> decided;
    std::optional<Appeal> appeal;
    bool operator==(const Recheck&) const = default;
};

/// What a ruling puts right, besides the grades it settles.
struct Amendment {
    struct Correction {
        FindingId finding;
        Decimal value;
    };
    UnitId unit;
    std::vector<FindingId> withdrawn;
    std::vector<Correction> corrected;
    std::optional<Decimal> review;
    /// What was deliberated about the unit no longer holds.
    bool sets_grade_aside = false;
    std::vector<Settlement> settled;  ///< Of any units of the domain.
};

enum class ExplanationStage { filed, accepted, returned };
inline constexpr std::array<std::string_view, 3> explanation_stage_words{"filed", "accepted",
                                                                         "returned"};
std::string_view name(ExplanationStage stage);

/// What a unit will do, by when, and who answers for it (A17.6, A17.7).
struct Measure {
    std::string text;
    Date until;
    std::string person;
    bool operator==(const Measure&) const = default;
};

struct Explanation;
using ExplanationId = Id<Explanation>;

/// The written explanation (书面说明) of a unit graded 一般 or 差 (A17.5).
struct Explanation {
    ExplanationId id;
    UnitId unit;
    PersonId by;
    Date filed_on;
    std::string causes;
    std::vector<Measure> measures;
    std::vector<ledger::Digest> evidence;
    ExplanationStage stage = ExplanationStage::filed;
    std::string note;  ///< Of who accepted or returned it.
    bool operator==(const Explanation&) const = default;
};

/// The consequences of one version, handed to those who act on them (A17.1).
struct HandOver {
    std::int64_t event = 0;
    PersonId by;
    Date on;
    std::int64_t version = 0;
    std::vector<std::string> to;
    bool operator==(const HandOver&) const = default;
};

/// Whose misconduct: a unit's (A18), an assessor body's (A19), one of the staff (A20).
enum class Accused { unit, assessor, staff };
inline constexpr std::array<std::string_view, 3> accused_words{"unit", "assessor", "staff"};
std::string_view name(Accused accused);
std::optional<Accused> accused_named(std::string_view text);

/// What the articles call misconduct, and whose. A18.2 ends in 等, hence `other`.
struct Conduct {
    Accused of;
    std::string_view id;
    std::string_view zh;
};
inline constexpr std::array conducts{
    Conduct{Accused::unit, "fabrication", "弄虚作假"},
    Conduct{Accused::unit, "perfunctoriness", "敷衍应付"},
    Conduct{Accused::unit, "lobbying", "说情打招呼"},
    Conduct{Accused::unit, "interference", "干扰考核"},
    Conduct{Accused::unit, "other", "其他"},
    Conduct{Accused::assessor, "formalism", "形式主义"},
    Conduct{Accused::assessor, "bureaucratism", "官僚主义"},
    Conduct{Accused::assessor, "neglect", "不履行或不正确履行职责"},
    Conduct{Accused::staff, "favouritism", "徇私舞弊"},
    Conduct{Accused::staff, "dereliction", "失职渎职"},
    Conduct{Accused::staff, "harm", "造成不良后果"},
};

enum class MisconductStage { recorded, referred, decided };
inline constexpr std::array<std::string_view, 3> misconduct_stage_words{"recorded", "referred",
                                                                        "decided"};
std::string_view name(MisconductStage stage);

/// 查无实据, 通报, 诫勉, 组织调整, 组织处理, 纪律处分 (A18.2).
enum class Sanction { unfounded, circular, admonition, reassignment, organisational, disciplinary };
inline constexpr std::array<std::string_view, 6> sanction_words{
    "unfounded", "circular", "admonition", "reassignment", "organisational", "disciplinary"};
std::string_view name(Sanction sanction);
std::optional<Sanction> sanction_named(std::string_view text);

struct Misconduct;
using MisconductId = Id<Misconduct>;

struct Misconduct {
    MisconductId id;
    Accused accused = Accused::unit;
    std::string who;      ///< A unit, a body or a person.
    std::string conduct;  ///< One of `conducts`.
    Date occurred_on;
    std::string text;
    std::vector<ledger::Digest> evidence;
    PersonId recorded_by;
    Date recorded_on;
    MisconductStage stage = MisconductStage::recorded;
    std::vector<std::string> referred_to;
    std::optional<Sanction> sanction;
    std::optional<PersonId> decided_by;
    std::string authority;  ///< Who imposed it (A18.3).
    std::string reason;
    /// It lowers the unit's grade of the year (A18.4).
    bool lowers_grade() const;
    bool operator==(const Misconduct&) const = default;
};

struct Aftermath {
    std::map<RecheckId, Recheck> rechecks;
    std::map<ExplanationId, Explanation> explanations;
    std::vector<HandOver> hand_overs;
    std::map<MisconductId, Misconduct> misconduct;

    /// The unit's last explanation, or nullptr.
    const Explanation* last_explanation_of(std::string_view unit) const;
    /// Whether misconduct that was decided lowers the unit's grade (A18.4).
    bool lowers_grade_of(std::string_view unit) const;

    bool operator==(const Aftermath&) const = default;
};

}  // namespace heng::cycle
