/// A city that sets the days off of the coming year, as the State Council has published them.
#include "core/view/days_off.hpp"

#include <gtest/gtest.h>

namespace heng::view {
namespace {

using Days = std::vector<std::string>;

TEST(DaysOff, AreSetInOrderAndOnce) {
    scheme::Scheme scheme;
    scheme.calendar.holidays = {"2021-01-01"};
    EXPECT_EQ(set_days_off(scheme, {{"2022-01-03", "2022-01-01", "2022-01-03"}, {"2022-01-29"}}),
              Issues{});
    EXPECT_EQ(scheme.calendar.holidays, (Days{"2022-01-01", "2022-01-03"}));
    EXPECT_EQ(scheme.calendar.working_weekends, Days{"2022-01-29"});
}

TEST(DaysOff, AreRefusedAllAtOnceAndNoneIsSet) {
    scheme::Scheme scheme;
    scheme.calendar.holidays = {"2021-01-01"};
    const scheme::Scheme before = scheme;
    const Issues issues =
        set_days_off(scheme, {{"2022-02-30", "2022-01-29"}, {"soon", "2022-01-28", "2022-01-29"}});
    std::vector<std::string> days;
    for (const Error& issue : issues)
        days.push_back(issue.place.item + ' ' + std::string(entry(issue.code).id) + ' ' +
                       issue.args[0]);
    EXPECT_EQ(days, (Days{"holidays date_unknown 2022-02-30", "working_weekends date_unknown soon",
                          "working_weekends working_day_unusable 2022-01-28",
                          "working_weekends working_day_unusable 2022-01-29"}))
        << "no date, no date, a Friday, in both lists";
    EXPECT_EQ(scheme, before);
}

}  // namespace
}  // namespace heng::view
