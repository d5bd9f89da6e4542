#pragma once
/// @file
/// The scenes of the year, stage by stage. Each function puts those of its stage on the agenda.
#include "app/demo/play.hpp"

namespace heng::app::demo {

void plan_register(Play& play);    ///< Bodies, people, units (January).
void plan_indicators(Play& play);  ///< From drafting to the first edition; changes; A22.
void plan_findings(Play& play);    ///< All findings and what becomes of them.
void plan_monitoring(Play& play);  ///< The four quarters, reminders, supervision.
void plan_half_year(Play& play);   ///< July and August.
void plan_year_end(Play& play);    ///< Groups and task sheets (January of the year after).
void plan_review(Play& play);      ///< Ballots and entered scores.
void plan_grading(Play& play);     ///< Circumstances, proposal, deliberation, publication.
void plan_aftermath(Play& play);   ///< Rechecks, explanations, consequences, the end of the year.

/// A matter that the unit has been told of today: it acknowledges, plans, reports, and the lead
/// accepts, in the days after. `is_returned`: the first report is sent back.
enum class Report { accepted, returned_first };
void plan_rectification(Play& play, const StoryUnit& unit, std::int64_t matter, Report how);

/// From when on a clause names somebody impartial for every unit (see indicators.cpp).
Date impartial_from();

}  // namespace heng::app::demo
