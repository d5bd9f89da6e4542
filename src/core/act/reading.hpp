#pragma once
/// @file
/// Who may see what: one table of capacity × view × relation to the subject (A9.2, SEC-15). What it
/// does not list is refused: a unit sees only its own, and the three administrators no score.
/// docs/reference/permissions.md is printed from it.
#include "core/act/permission.hpp"

namespace heng::act {

/// A kind of thing that is shown.
enum class View {
    indicators,     ///< Schemes in force and their articles, terms and forms.
    drafts,         ///< Schemes in the making, proposals, comments, changes asked for.
    units,          ///< The register of units.
    people,         ///< People and their appointments.
    findings,       ///< With objections and answers.
    progress,       ///< Marks of the quarters, reminders, supervisions, rectification.
    self_checks,    ///< With evaluations.
    sheets,         ///< Task sheets and what the indicators make of a unit.
    reviews,        ///< Review scores, and counts as far as they may be shown.
    circumstances,  ///< Facts that bear on the grade.
    grading,        ///< Ranking, proposal and deliberation before publication.
    results,        ///< Published versions, with rank, grade and reasons.
    aftermath,      ///< Rechecks, appeals, explanations, consequences.
    misconduct,
    documents,  ///< As issued.
    log,        ///< Which act was done when by whom, without what it says.
};
struct ViewWord {
    View view;
    std::string_view id;
    std::string_view zh;
    std::string_view en;
};
std::span<const ViewWord> view_words();

struct Reading {
    View view;
    Capacity as;
    Relation relation;
};
std::span<const Reading> readings();

/// Nothing if `actor` may see `view` of `subject` on `day`, else `view_not_permitted`.
/// @pre the actor holds the capacity in which he looks.
[[nodiscard]] Result<void> check_reading(const cycle::State& state, const cycle::Rulebook* rulebook,
                                         const Actor& actor, View view, const Subject& subject,
                                         Date day);

}  // namespace heng::act
