#pragma once
/// @file
/// The acts of the year-end assessment (A13), and what they share.
#include "core/act/act.hpp"

namespace heng::act {

extern const Act open_year_end;
extern const Act form_group;
extern const Act settle_sheet;
extern const Act sign_sheet;
extern const Act reopen_sheet;

inline constexpr Field sheet_field{"sheet", Kind::record, Need::required, "任务评分表",
                                   "Task sheet"};

/// The standing sheet that the field `sheet` names, or `record_unknown`, or `record_stage_unfit`
/// once it was reopened.
[[nodiscard]] Checked<const cycle::Sheet*> find_sheet(const Context& context, const Fields& in);

/// What the sheet's findings make of its task now.
cycle::SheetFigures current_figures(const Context& context, const cycle::Cycle& cycle,
                                    const cycle::SheetKey& key);

/// `sheet_findings_open` while findings on the task wait for a decision.
[[nodiscard]] Result<void> check_decided(const Context& context, const cycle::Cycle& cycle,
                                         const cycle::SheetKey& key);

/// How messages name a sheet: the unit, then the task.
std::vector<std::string> names_of(const cycle::SheetKey& key);

}  // namespace heng::act
