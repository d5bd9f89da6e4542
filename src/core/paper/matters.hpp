#pragma once
/// @file
/// What papers about matters and units have in common.
#include "core/cycle/monitoring.hpp"
#include "core/cycle/standing.hpp"
#include "core/paper/facts.hpp"

namespace heng::paper {

/// （一）政治建设（10分）
std::string task_words(const YearFacts& year, std::string_view domain, std::string_view no);

/// What the unit may know of the findings: the confirmed ones (A9.4, A20.2).
Table finding_table(const YearFacts& year, const std::vector<cycle::FindingId>& findings);

/// 第3款：words of the clause, and of the branch where that is only a part of it.
std::string clause_words(const score::Rules::Origin& origin);

/// Every finding of the unit with what it cost and why (A9.4).
Table deduction_table(const YearFacts& year, const cycle::UnitSheet& sheet,
                      std::string_view domain);
/// Every task with its points, what was lost and gained.
Table task_table(const YearFacts& year, const cycle::UnitSheet& sheet, std::string_view domain);

/// A matter's timeline so far: each step with its day, who took it, and what it says.
Table step_table(const cycle::Matter& matter);
/// What the unit has reported about it so far, measure by measure (A11.8, A11.9).
Table measure_table(const cycle::Matter& matter);
/// 提醒, 督查通报, 半年评估通报
std::string_view origin_words(cycle::MatterOrigin origin);

/// The hashes by which evidence is kept, one in each row.
Table evidence_table(const std::vector<ledger::Digest>& evidence);

/// The numbers of findings that no clause of the edition takes any more, as a sentence.
std::string without_clause(const cycle::UnitSheet& sheet);

}  // namespace heng::paper
