#pragma once
/// @file
/// Time limits of the scheme's calendar, in days, working days or dates of the year. What is due is
/// computed from them, never stored.
#include "core/cycle/ids.hpp"
#include "core/scheme/scheme.hpp"

#include <optional>
#include <string_view>
#include <vector>

namespace heng::cycle {

/// Which days people work: weekdays without the holidays, and the make-up weekends.
class WorkingDays {
public:
    /// @pre the calendar's dates are dates; check_structure sees to that.
    explicit WorkingDays(const scheme::Calendar& calendar);

    bool is_working(Date day) const;
    /// The last of `count` working days from `from` on, which is the first of them if people work
    /// on it: 5 from Saturday 2020-05-09, a make-up day, end on 2020-05-14. @pre count > 0
    Date last_of(Date from, int count) const;

private:
    std::vector<Date> holidays_;  ///< Sorted, as are the others.
    std::vector<Date> working_weekends_;
};

/// The last day of the term `id` that begins on `from`; nothing if the scheme has no such term,
/// which then sets no limit. The day on which a term begins is its first, as offices count them. A
/// date of the year is that of the year of `from`, or of the next if it is past.
std::optional<Date> due(const scheme::Scheme& scheme, std::string_view id, Date from);

/// `from` and so many days.
Date plus_days(Date from, int days);

/// Of a quarter, 1 to 4, of the calendar year.
Date first_day(int year, int quarter);
Date last_day(int year, int quarter);
/// 1 to 4.
int quarter_of(Date day);

/// How a limit stands.
enum class Urgency { later, near, overdue };
/// Near within the last three days, the day itself included; overdue from the day after.
Urgency urgency(Date due, Date today);

}  // namespace heng::cycle
