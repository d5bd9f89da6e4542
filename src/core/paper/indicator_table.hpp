#pragma once
/// @file
/// Indicator tables as they are issued (A8.2, A9.2), and the scheme's time limits.
#include "core/paper/facts.hpp"

namespace heng::paper {

/// 考核指标, 基本任务, 任务要求, 扣分细则, 考核责任单位; a row for each clause, whose own assessors
/// stand in 【】 behind it. It can be imported again.
Table indicator_table(const scheme::Table& table);
/// What is due by when; what the regulation does not say is marked.
Table term_table(const scheme::Scheme& scheme);

}  // namespace heng::paper
