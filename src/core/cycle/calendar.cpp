#include "core/cycle/calendar.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

std::vector<Date> dates_of(const std::vector<std::string>& texts) {
    std::vector<Date> out;
    for (const std::string& text : texts) {
        const auto date = ledger::parse_date(text);
        INVARIANT(date, "the calendar of a checked scheme holds dates");
        out.push_back(*date);
    }
    std::sort(out.begin(), out.end());
    return out;
}

bool holds(const std::vector<Date>& sorted, Date day) {
    return std::binary_search(sorted.begin(), sorted.end(), day);
}

Date date_of_year(const std::string& month_day, Date from) {
    const auto in = [&](std::chrono::year year) {
        return ledger::parse_date(std::to_string(static_cast<int>(year)) + '-' + month_day);
    };
    const auto this_year = in(from.year());
    if (this_year && *this_year >= from) return *this_year;
    const auto next_year = in(from.year() + std::chrono::years(1));
    INVARIANT(next_year || this_year, "a date of the year exists in one of two years");
    return next_year ? *next_year : *this_year;
}

}  // namespace

WorkingDays::WorkingDays(const scheme::Calendar& calendar)
    : holidays_(dates_of(calendar.holidays)),
      working_weekends_(dates_of(calendar.working_weekends)) {}

bool WorkingDays::is_working(Date day) const {
    if (holds(working_weekends_, day)) return true;
    const std::chrono::weekday weekday{std::chrono::sys_days(day)};
    const bool is_weekend = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
    return !is_weekend && !holds(holidays_, day);
}

Date WorkingDays::last_of(Date from, int count) const {
    INVARIANT(count > 0, "a term has a first day");
    Date day = from;
    for (int left = count - (is_working(day) ? 1 : 0); left > 0;) {
        day = plus_days(day, 1);
        left -= is_working(day) ? 1 : 0;
    }
    return day;
}

std::optional<Date> due(const scheme::Scheme& scheme, std::string_view id, Date from) {
    const auto& terms = scheme.calendar.terms;
    const auto term = std::find_if(terms.begin(), terms.end(),
                                   [id](const scheme::Term& one) { return one.id == id; });
    if (term == terms.end()) return std::nullopt;
    switch (term->unit) {
        case scheme::TermUnit::days: return plus_days(from, std::max(term->count, 1) - 1);
        case scheme::TermUnit::working_days:
            return WorkingDays(scheme.calendar).last_of(from, std::max(term->count, 1));
        case scheme::TermUnit::date: break;
    }
    return date_of_year(*term->month_day, from);
}

Date plus_days(Date from, int days) {
    return Date(std::chrono::sys_days(from) + std::chrono::days(days));
}

Date first_day(int year, int quarter) {
    return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(quarter * 3 - 2)),
            std::chrono::day(1)};
}

Date last_day(int year, int quarter) {
    return std::chrono::year(year) / (quarter * 3) / std::chrono::last;
}

int quarter_of(Date day) {
    return static_cast<int>((static_cast<unsigned>(day.month()) + 2) / 3);
}

Urgency urgency(Date due, Date today) {
    constexpr int near_days = 3;
    if (due < today) return Urgency::overdue;
    return due < plus_days(today, near_days) ? Urgency::near : Urgency::later;
}

}  // namespace heng::cycle
