#include "core/cycle/calendar.hpp"

#include <gtest/gtest.h>

namespace heng::cycle {
namespace {

Date day(const char* text) {
    return *ledger::parse_date(text);
}

scheme::Scheme with(scheme::Term term) {
    scheme::Scheme out;
    out.calendar.holidays = {"2020-05-01", "2020-05-04", "2020-05-05"};
    out.calendar.working_weekends = {"2020-04-26", "2020-05-09"};
    out.calendar.terms = {std::move(term)};
    return out;
}

scheme::Term working_days(int count) {
    return {"objection", "异议", scheme::TermUnit::working_days, count, {}, "convention", {}};
}

TEST(Calendar, FiveWorkingDaysFromAMakeUpSaturdayEndOnThursday) {
    EXPECT_EQ(due(with(working_days(5)), "objection", day("2020-05-09")), day("2020-05-14"));
}

TEST(Calendar, FromADayOffTheNextWorkingDayIsTheFirst) {
    EXPECT_EQ(due(with(working_days(1)), "objection", day("2020-05-10")), day("2020-05-11"));
    EXPECT_EQ(due(with(working_days(2)), "objection", day("2020-05-01")), day("2020-05-07"));
}

TEST(Calendar, HolidaysOnWeekdaysDoNotCount) {
    EXPECT_EQ(due(with(working_days(2)), "objection", day("2020-04-30")), day("2020-05-06"));
}

TEST(Calendar, DaysCountEveryDayTheFirstIncluded) {
    const auto scheme =
        with({"explanation", "书面说明", scheme::TermUnit::days, 30, {}, "convention", {}});
    EXPECT_EQ(due(scheme, "explanation", day("2022-01-10")), day("2022-02-08"));
}

TEST(Calendar, ADateOfTheYearIsTheNextOne) {
    const auto scheme = with({"issued", "印发", scheme::TermUnit::date, 0, "03-31", "A8.3", {}});
    EXPECT_EQ(due(scheme, "issued", day("2021-03-31")), day("2021-03-31"));
    EXPECT_EQ(due(scheme, "issued", day("2021-04-01")), day("2022-03-31"));
}

TEST(Calendar, ATermTheSchemeDoesNotHaveSetsNoLimit) {
    EXPECT_EQ(due(with(working_days(5)), "appeal", day("2020-05-09")), std::nullopt);
}

TEST(Calendar, LimitsAreNearOnTheLastThreeDays) {
    const Date limit = day("2021-06-30");
    EXPECT_EQ(urgency(limit, day("2021-06-27")), Urgency::later);
    EXPECT_EQ(urgency(limit, day("2021-06-28")), Urgency::near);
    EXPECT_EQ(urgency(limit, day("2021-06-30")), Urgency::near);
    EXPECT_EQ(urgency(limit, day("2021-07-01")), Urgency::overdue);
}

TEST(Calendar, QuartersMeetWithoutAGap) {
    EXPECT_EQ(first_day(2021, 1), day("2021-01-01"));
    EXPECT_EQ(last_day(2021, 1), day("2021-03-31"));
    EXPECT_EQ(last_day(2021, 4), day("2021-12-31"));
    for (int quarter = 1; quarter < 4; ++quarter)
        EXPECT_EQ(plus_days(last_day(2021, quarter), 1), first_day(2021, quarter + 1));
    for (int quarter = 1; quarter <= 4; ++quarter) {
        EXPECT_EQ(quarter_of(first_day(2021, quarter)), quarter);
        EXPECT_EQ(quarter_of(last_day(2021, quarter)), quarter);
    }
}

}  // namespace
}  // namespace heng::cycle
