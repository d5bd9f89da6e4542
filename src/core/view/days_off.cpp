#include "core/view/days_off.hpp"

#include "core/ledger/time_text.hpp"

#include <algorithm>

namespace heng::view {

namespace {

using Days = std::vector<std::string>;

constexpr std::string_view working = "working_weekends";

bool is_free(const Days& holidays, const std::string& day) {
    return std::binary_search(holidays.begin(), holidays.end(), day);
}

void put_in_order(Days& days) {
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
}

bool is_weekend(ledger::Date date) {
    const std::chrono::weekday day{std::chrono::sys_days(date)};
    return day == std::chrono::Saturday || day == std::chrono::Sunday;
}

void check_dates(std::string_view list, const Days& days, Issues& issues) {
    for (const std::string& day : days)
        if (!ledger::parse_date(day))
            issues.push_back({Code::date_unknown, {{}, 0, 0, std::string(list)}, {day}});
}

void check_working(const DaysOff& wanted, Issues& issues) {
    for (const std::string& day : wanted.working_weekends) {
        const auto date = ledger::parse_date(day);
        if (date && (!is_weekend(*date) || is_free(wanted.holidays, day)))
            issues.push_back({Code::working_day_unusable, {{}, 0, 0, std::string(working)}, {day}});
    }
}

}  // namespace

Issues set_days_off(scheme::Scheme& scheme, DaysOff wanted) {
    put_in_order(wanted.holidays);
    put_in_order(wanted.working_weekends);
    Issues issues;
    check_dates("holidays", wanted.holidays, issues);
    check_dates(working, wanted.working_weekends, issues);
    check_working(wanted, issues);
    if (!issues.empty()) return issues;
    scheme.calendar.holidays = std::move(wanted.holidays);
    scheme.calendar.working_weekends = std::move(wanted.working_weekends);
    return {};
}

}  // namespace heng::view
