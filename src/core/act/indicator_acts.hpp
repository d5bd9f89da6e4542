#pragma once
/// @file
/// The acts by which a year's indicators are made, issued and changed (A8), what articles mean
/// (A22), and the turn of the year.
#include "core/act/act.hpp"

namespace heng::act {

extern const Act open_year;
extern const Act propose_indicator;
extern const Act comment_on_indicators;
extern const Act consolidate_indicators;
extern const Act consent_to_indicators;
extern const Act return_indicators;
extern const Act issue_indicators;
extern const Act request_change;
extern const Act decide_change;
extern const Act interpret_article;
extern const Act close_year;
extern const Act archive_year;
extern const Act carry_forward;

inline constexpr Field draft_field{"draft", Kind::record, Need::required, "指标体系草案", "Draft"};
inline constexpr Field domain_field{"domain", Kind::id, Need::required, "领域", "Domain"};
/// Without them something new is meant.
inline constexpr Field task_field{"task", Kind::id, Need::optional, "基本任务序号", "Task"};
inline constexpr Field clause_field{"clause", Kind::id, Need::optional, "扣分细则序号", "Clause"};
inline constexpr Field from_field{"from", Kind::date, Need::required, "施行日期", "In force from"};

/// The rulebook of a draft of the state.
const cycle::Rulebook& rulebook_of(const Context& context, cycle::DraftId draft);

/// The place that the fields `domain`, `task` and `clause` name.
cycle::TablePlace read_place(const Fields& in);
/// Who is responsible at that place of the table at hand, the year's current draft: the assessors
/// of the clause or task, and for something new the body that wants it.
///   - `domain_unknown`, `record_unknown`   the table at hand has no such place;
///   - `field_missing`   a clause without its task.
[[nodiscard]] Checked<Subject> subject_place(const Context& context, const Fields& in);

/// The draft that the field `draft` names:
///   - `record_unknown`
///   - `record_stage_unfit`   it does not stand where the act needs it;
///   - `draft_superseded`     another one was made after it.
[[nodiscard]] Checked<const cycle::Draft*> find_draft(const Context& context, const Fields& in,
                                                      cycle::DraftStage needed);

/// The scheme that was handed in, if it can be the year's:
///   - what is wrong with its files
///   - `scheme_of_other_year`
///   - `domain_unknown`   a unit of the year belongs to a domain that it lacks.
[[nodiscard]] Checked<const cycle::Rulebook*> find_candidate(const Context& context,
                                                             const Fields& in);
/// `domain_unknown` for every unit of the year in a domain that `scheme` lacks.
Issues check_units_covered(const Context& context, const Fields& in, const scheme::Scheme& scheme);

/// The id of the next edition of `scheme`: `<scheme id>/<n>`, counted over all years, so that none
/// names two.
std::string next_edition(const cycle::State& state, const scheme::Scheme& scheme);

/// `value_out_of_range` unless `day` is one of `first` … `last`.
[[nodiscard]] Result<void> check_between(Date day, Date first, Date last);

/// The first and the last day of the year that the act is about.
struct YearBounds {
    Date first;
    Date last;
};
YearBounds bounds_of(const Fields& in);

/// The files that the field `files` holds, kept for the state.
std::shared_ptr<const ledger::Object> read_files(const Fields& in);
inline constexpr std::string_view files_name = "files";

}  // namespace heng::act
