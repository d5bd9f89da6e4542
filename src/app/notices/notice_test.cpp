#include "app/notices/notice.hpp"

#include "app/notices/dispatch.hpp"

#include <gtest/gtest.h>

namespace heng::app::notices {
namespace {

using cycle::Capacity;
using cycle::Due;
using cycle::Duty;
using cycle::Urgency;

cycle::Date day(const char* text) {
    return *ledger::parse_date(text);
}

/// p1 and p2 act for unit C1, p3 for the office, p4 did for C1 until April.
cycle::Register people() {
    cycle::Register out;
    const auto add = [&out](const char* id, Capacity as, const char* of, const char* until) {
        cycle::Appointment appointment{as, of, cycle::Post::none, day("2021-01-01"), {}};
        if (until != nullptr) appointment.until = day(until);
        out.people[id] = {id, {appointment}};
    };
    add("p1", Capacity::unit, "C1", nullptr);
    add("p2", Capacity::unit, "C1", nullptr);
    add("p3", Capacity::office, "市考核办", nullptr);
    add("p4", Capacity::unit, "C1", "2021-04-01");
    return out;
}

Due due(Duty what, const char* until, Urgency urgency, const char* unit = "C1") {
    Due out = cycle::make_due(what, {Capacity::unit, unit}, day(until));
    out.year = 2021;
    out.record = 17;
    out.urgency = urgency;
    return out;
}

std::vector<NoticeDraft> notices(std::vector<Due> dues, const char* today) {
    return notices_for(dues, people(), day(today));
}

TEST(Notices, GoToWhoeverActsForTheDebtor) {
    const auto found =
        notices({due(Duty::answer_matter, "2021-04-23", Urgency::later)}, "2021-04-12");
    ASSERT_EQ(found.size(), 2U) << "not to whoever did so before";
    EXPECT_EQ(found[0].key.person, "p1");
    EXPECT_EQ(found[1].key.person, "p2");
    EXPECT_EQ(found[0].key.kind, NoticeKind::due);
    EXPECT_EQ(found[0].duty, "answer_matter");
    EXPECT_EQ(found[0].until, day("2021-04-23"));
    EXPECT_TRUE(
        notices({due(Duty::answer_matter, "2021-04-23", Urgency::later, "C2")}, "2021-04-12")
            .empty());
}

TEST(Notices, StayTheSameFromDayToDayUntilTheMatterTurns) {
    const auto first =
        notices({due(Duty::answer_matter, "2021-04-23", Urgency::later)}, "2021-04-12");
    const auto next =
        notices({due(Duty::answer_matter, "2021-04-23", Urgency::later)}, "2021-04-13");
    EXPECT_EQ(first, next);
    const auto near =
        notices({due(Duty::answer_matter, "2021-04-23", Urgency::near)}, "2021-04-20");
    EXPECT_EQ(near[0].key.kind, NoticeKind::near);
    const auto extended =
        notices({due(Duty::answer_matter, "2021-05-10", Urgency::later)}, "2021-04-20");
    EXPECT_NE(extended[0].key, first[0].key) << "another term is told anew";
}

TEST(Notices, OfWhatIsOverdueComeEverySeventhDay) {
    const auto on = [](const char* today) {
        const auto found =
            notices({due(Duty::answer_matter, "2021-04-23", Urgency::overdue)}, today);
        return ledger::print_date(found.front().key.day);
    };
    EXPECT_EQ(on("2021-04-24"), "2021-04-24");
    EXPECT_EQ(on("2021-04-30"), "2021-04-24");
    EXPECT_EQ(on("2021-05-01"), "2021-05-01");
    EXPECT_EQ(on("2021-05-08"), "2021-05-08");
}

TEST(Notices, DoNotReproachARightThatLapsed) {
    EXPECT_TRUE(
        notices({due(Duty::object_to_finding, "2021-04-23", Urgency::overdue)}, "2021-04-24")
            .empty());
    EXPECT_EQ(
        notices({due(Duty::object_to_finding, "2021-04-23", Urgency::near)}, "2021-04-23").size(),
        2U);
}

TEST(Notices, TellMattersApart) {
    Due other = due(Duty::answer_matter, "2021-04-23", Urgency::later);
    other.record = 18;
    Due quarter = due(Duty::answer_matter, "2021-04-23", Urgency::later);
    quarter.quarter = 1;
    const auto found = notices(
        {due(Duty::answer_matter, "2021-04-23", Urgency::later), other, quarter}, "2021-04-12");
    ASSERT_EQ(found.size(), 6U);
    EXPECT_NE(found[0].key, found[2].key);
    EXPECT_NE(found[0].key, found[4].key);
}

TEST(Messages, SayHowManyMattersWait) {
    const Message message = make_message("city", {{"p1", day("2021-04-12"), "mail"}, {2, 1, 3}, 1},
                                         "https://heng.city");
    EXPECT_EQ(message.text,
              "您有 6 项考核待办：已逾期 3 项，三日内到期 1 项，新增 2 项。请登录系统查看。\n"
              "Matters of the assessment that wait for you: 6 (3 overdue, 1 due within three days, "
              "2 new). Please sign in.\n\nhttps://heng.city\n\n"
              "系统自动发送，请勿回复。 Sent by the system; please do not reply.\n");
    EXPECT_EQ(make_message("city", {{"p1", day("2021-04-12"), "mail"}, {0, 1, 0}, 1}, "").text,
              "您有 1 项考核待办：三日内到期 1 项。请登录系统查看。\n"
              "Matters of the assessment that wait for you: 1 (1 due within three days). Please "
              "sign in.\n\n系统自动发送，请勿回复。 Sent by the system; please do not reply.\n");
}

/// SEC-14, INT-7, ASVS 8.3.1: neither the person nor the matter can be read out of what leaves.
TEST(Messages, NameNobodyAndNoMatter) {
    const Message message =
        make_message("tenant-x", {{"person-y", day("2021-04-12"), "mail"}, {1, 0, 0}, 1}, "");
    for (const char* const word : {"tenant-x", "person-y", "2021", "分", "mail"})
        EXPECT_EQ((message.subject + message.text).find(word), std::string::npos) << word;
}

TEST(Pauses, GrowAndEnd) {
    auto last = std::chrono::minutes(0);
    int attempts = 1;
    for (; pause_after(attempts); ++attempts) {
        EXPECT_GT(*pause_after(attempts), last);
        last = *pause_after(attempts);
    }
    EXPECT_EQ(attempts, 8);
    EXPECT_FALSE(pause_after(0));
}

}  // namespace
}  // namespace heng::app::notices
