#pragma once
/// @file
/// Rankings as papers show them: domain by domain, by rank (A16.1).
#include "core/cycle/grading.hpp"
#include "core/paper/facts.hpp"

namespace heng::paper {

/// The rows of one domain by rank, then as they come.
std::vector<const cycle::ResultRow*> ranked(const std::vector<cycle::ResultRow>& rows,
                                            std::string_view domain);
/// 名次, 考核对象, scores, 等次, and why.
Table ranking_table(const YearFacts& year, const std::vector<cycle::ResultRow>& rows,
                    std::string_view domain);
/// How many units, how many places for 好, how many of each grade.
Table grade_counts(const YearFacts& year, const std::vector<cycle::ResultRow>& rows);
/// Statements and words of the reasons, — where the rules alone gave the grade.
std::string reason_words(const YearFacts& year, const cycle::ResultRow& row);

}  // namespace heng::paper
