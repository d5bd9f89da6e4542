#pragma once
/// @file
/// Facts beside the score that bear on the grade (A16.3 to A16.6, A18.4), each with its evidence.
#include "core/cycle/ids.hpp"
#include "core/grade/grade.hpp"
#include "core/ledger/hash.hpp"
#include "core/scheme/scheme.hpp"

#include <map>
#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

struct Circumstance;
using CircumstanceId = Id<Circumstance>;

enum class CircumstanceKind {
    criticism,      ///< 点名或通报批评 (A16.5)
    survey,         ///< 党内集中教育满意度调查评估 (A16.6)
    fraud,          ///< 弄虚作假等 (A18.4)
    major_problem,  ///< 重大问题 (A16.4)
    no_progress,    ///< 年度成效不明显 (A16.3)
};
std::string_view name(CircumstanceKind kind);
std::optional<CircumstanceKind> circumstance_kind_named(std::string_view text);

/// Who criticised. That of the city is on record and does not count (A16.5).
enum class CriticismLevel {
    central_committee,      ///< 党中央
    state_council,          ///< 国务院
    provincial_committee,   ///< 省委
    provincial_government,  ///< 省人民政府
    city,                   ///< 市级
};
std::string_view name(CriticismLevel level);
std::optional<CriticismLevel> criticism_level_named(std::string_view text);

/// What a circumstance says; which parts it has follows from its kind.
struct CircumstanceFact {
    CircumstanceKind kind = CircumstanceKind::criticism;
    std::optional<CriticismLevel> level;  ///< Of a criticism.
    std::string document;                 ///< Of a criticism: the document's name and number.
    std::optional<scheme::Grade> result;  ///< Of a survey.
    bool serious_effect = false;          ///< Of a major problem: 造成严重影响.
    Date occurred_on;
    std::string note;
    std::vector<ledger::Digest> evidence;
    bool operator==(const CircumstanceFact&) const = default;
};

enum class CircumstanceStage { recorded, confirmed, withdrawn };
std::string_view name(CircumstanceStage stage);

struct Circumstance {
    CircumstanceId id;
    UnitId unit;
    CircumstanceFact fact;
    PersonId recorded_by;
    Date recorded_on;
    CircumstanceStage stage = CircumstanceStage::recorded;
    std::optional<PersonId> confirmed_by;
    std::string reason;  ///< Of the withdrawal.
    bool operator==(const Circumstance&) const = default;
};

/// What the circumstances of one unit mean for its grade.
struct Bearing {
    scheme::Grade best = scheme::Grade::good;  ///< By the bars that apply (A16.5, A16.6).
    bool serious = false;                      ///< Major problem with serious effect (A16.4).
    bool no_progress = false;                  ///< No evident progress (A16.3).
    std::uint8_t lowered_by = 0;               ///< For fraud (A18.4), once however often.
    std::vector<std::string> barred_by{};  ///< The statements of the bars that apply, each once.
    /// Lets the unit be no better than `limit`, as `cites` says.
    void bar(scheme::Grade limit, const std::string& cites);
    bool operator==(const Bearing&) const = default;
};

struct Circumstances {
    std::map<CircumstanceId, Circumstance> all;

    const Circumstance* find(CircumstanceId id) const;
    /// Of the confirmed circumstances of the unit, under the bars of `scheme`.
    Bearing bearing_of(const scheme::Scheme& scheme, std::string_view unit) const;
    bool operator==(const Circumstances&) const = default;
};

}  // namespace heng::cycle
