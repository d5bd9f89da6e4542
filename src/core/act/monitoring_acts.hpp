#pragma once
/// @file
/// The acts of quarterly monitoring (A11), and what they share. A matter goes from told to closed;
/// monitoring.hpp in core/cycle names its stages.
#include "core/act/act.hpp"

#include <initializer_list>

namespace heng::act {

extern const Act open_monitoring;
extern const Act mark_progress;
extern const Act remind;
extern const Act open_matter;
extern const Act acknowledge_matter;
extern const Act rectify_matter;
extern const Act accept_rectification;
extern const Act return_rectification;
extern const Act withdraw_matter;
extern const Act request_supervision;
extern const Act refuse_supervision;
extern const Act order_supervision;
extern const Act extend_supervision;
extern const Act close_supervision;
extern const Act publish_supervision_circular;

inline constexpr Stages monitoring_stages{cycle::Stage::in_force, cycle::Stage::year_end};
/// A matter may outlive the year's monitoring: it is followed up until the year is closed (A11.6).
inline constexpr Stages follow_up_stages{cycle::Stage::in_force, cycle::Stage::published};

inline constexpr std::string_view quarter_names[] = {"1", "2", "3", "4"};
inline constexpr Field quarter_field{"quarter", Kind::choice, Need::required,
                                     "季度",    "Quarter",    quarter_names};
inline constexpr Field matter_field{"matter", Kind::record, Need::required, "事项", "Matter"};
inline constexpr Field until_field{"until", Kind::date, Need::required, "办结期限", "Deadline"};

/// 1 to 4.
int quarter_of(const Fields& in);

/// The domain of the unit today. @pre the register has the unit
const cycle::DomainId& domain_of(const Context& context, const std::string& unit);
/// The edition by which the year is run. @pre one has been issued, as in every year in force
const cycle::Rulebook& rulebook_of(const Context& context, const cycle::Cycle& cycle);
/// The task of the unit's table, or `record_unknown`.
[[nodiscard]] Checked<const scheme::Task*> find_task(const Context& context,
                                                     const cycle::Cycle& cycle,
                                                     const std::string& unit,
                                                     const std::string& no);
/// `record_unknown` unless the quarter's monitoring has been opened for the unit's domain.
[[nodiscard]] Result<void> check_quarter_open(const Context& context, const cycle::Cycle& cycle,
                                              const std::string& unit, int quarter);

/// The matter that the field `matter` names, or `record_unknown`.
[[nodiscard]] Checked<const cycle::Matter*> find_matter(const Context& context, const Fields& in);
/// It concerns the unit of the matter.
[[nodiscard]] Checked<Subject> subject_matter(const Context& context, const Fields& in);
/// The stages of a matter that is not over.
inline constexpr std::initializer_list<cycle::MatterStage> running_stages{
    cycle::MatterStage::told,     cycle::MatterStage::acknowledged, cycle::MatterStage::planned,
    cycle::MatterStage::reported, cycle::MatterStage::returned,     cycle::MatterStage::accepted};
/// The same where the lead has yet to accept it.
inline constexpr std::initializer_list<cycle::MatterStage> unaccepted_stages{
    cycle::MatterStage::told, cycle::MatterStage::acknowledged, cycle::MatterStage::planned,
    cycle::MatterStage::reported, cycle::MatterStage::returned};
/// `record_stage_unfit` unless the matter is at one of `needed`.
[[nodiscard]] Result<void> check_matter(const cycle::Matter& matter,
                                        std::initializer_list<cycle::MatterStage> needed);
/// The same for the supervision of it.
[[nodiscard]] Result<void> check_supervision(const cycle::Matter& matter,
                                             std::initializer_list<cycle::Supervision> needed);
/// `date_before` where the date of the field is before `earliest`.
[[nodiscard]] Result<void> check_date(const Fields& in, const Field& field, Date earliest);

/// The matter of an event with the field `matter`.
cycle::Matter& matter_of(cycle::State& state, const Fields& in);
/// A step of its timeline, with the event's actor and day.
cycle::Step step_of(cycle::StepKind kind, const Entry& entry, const Fields& in, std::string text);

/// The event that opens a matter for a unit that a circular names (A11.8, A12.8); `circular` is the
/// number of the circular's event.
Effect matter_of_circular(std::int64_t year, const std::string& unit, cycle::MatterOrigin origin,
                          const std::string& text, std::int64_t circular);

}  // namespace heng::act
