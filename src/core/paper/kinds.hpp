#pragma once
/// @file
/// The papers of the year, one file each. Every function is pure: the same facts and template give
/// the same paper, today and in ten years (DOC-19).
#include "core/paper/facts.hpp"

namespace heng::paper {

// What an event issued; by the table of domain.md 1.3.
Paper indicators_issued(const Issued& issued);     ///< 印发通知 (A8.9, A8.12)
Paper reminder(const Issued& issued);              ///< 提醒函 (A11.5)
Paper supervision_order(const Issued& issued);     ///< 督办通知 (A11.7)
Paper supervision_circular(const Issued& issued);  ///< 督查通报 (A11.8)
Paper half_year_circular(const Issued& issued);    ///< 半年评估通报 (A12.6, A12.7)
Paper result_circular(const Issued& issued);       ///< 考核结果通报 (A15.1, A16)
Paper result_notice(const Issued& issued);         ///< 反馈通知, with the deductions (A9.4)
Paper grading_minutes(const Issued& issued);       ///< 定等会议纪要 (A16)
Paper explanation(const Issued& issued);           ///< 书面说明 (A17.5 to A17.7)
Paper transfer(const Issued& issued);              ///< 移送函 (A19.3)
Paper interpretation(const Issued& issued);        ///< 释义 (A22.1)

}  // namespace heng::paper
