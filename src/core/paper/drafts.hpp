#pragma once
/// @file
/// Papers that no event issues: what people print to work with, and the catalogue of the archive.
/// They have no number and no 版头.
#include "core/paper/facts.hpp"

#include <span>

namespace heng::paper {

/// The sheet (任务评分表) of a unit, task by task: points, findings and what they cost, how the
/// task was settled and signed, and places to sign (A9.4, A13.4). `task` narrows it to one; empty:
/// all.
/// @returns it, or `record_unknown` where the unit does not take part or has no such task.
[[nodiscard]] Checked<Paper> task_sheet(const YearFacts& year, const cycle::UnitId& unit,
                                        std::string_view task);

/// The ranking of every domain, or of one: as published once it is, before that as the rules have
/// it, with what is left for people to decide (A16.1). Landscape.
/// @returns it, or `record_unknown` where there is no such domain.
[[nodiscard]] Checked<Paper> ranking(const YearFacts& year, std::string_view domain);

/// What is on record about one paper of the archive (DOC-21).
struct Filed {
    const Paper* paper = nullptr;
    int pages = 0;
};
/// 件号, 题名, 责任者, 文号, 日期, 页数, 保管期限; the papers in their order.
Paper archive_catalogue(const YearFacts& year, std::span<const Filed> filed);

}  // namespace heng::paper
