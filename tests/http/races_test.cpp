/// ASVS 11.1.6: two at once, of which exactly one may win; and what may be done once only.
#include "secured_city.hpp"

#include "app/demo/people.hpp"
#include "app/voting.hpp"
#include "shell/http/api/json_text.hpp"

#include <latch>

namespace heng::http_test {
namespace {

using app::demo::commission;
using app::demo::office;
using app::demo::Who;
using cycle::Actor;
using cycle::Capacity;

/// The year in its summer, with findings that wait for another person's word.
SecuredCity& city() {
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

/// What both ask for is sent at the same moment.
std::pair<Answered, Answered> at_once(const std::function<Answered()>& one,
                                      const std::function<Answered()>& other) {
    std::latch ready(2);
    Answered first;
    std::thread thread([&] {
        ready.arrive_and_wait();
        first = one();
    });
    ready.arrive_and_wait();
    const Answered second = other();
    thread.join();
    return {first, second};
}

std::string code_of(const Answered& answered) {
    const auto body = json::read_object(answered.body);
    const ledger::Value* const code = body ? body->find("code") : nullptr;
    return code == nullptr ? "" : *code->text();
}

Actor acting(std::string_view body, Capacity as, Who who) {
    return {app::demo::person_of(body, who), as, std::string(body)};
}

/// A finding that the third person of its body records now: the first two may confirm it.
std::int64_t record_finding(std::string& body) {
    for (const auto& [id, one] : city().played().cycle().findings.all) {
        if (one.stage != cycle::FindingStage::confirmed) continue;
        Browser recorder = city().browser(acting(one.body, Capacity::assessor, Who::third));
        const ledger::Object finding{{"year", 2021},
                                     {"unit", one.unit},
                                     {"branch", one.fact.branch},
                                     {"value", one.fact.value.text()},
                                     {"occurred_on", "2021-07-19"},
                                     {"source", "安全测试"},
                                     {"note", "安全测试"}};
        const auto recorded =
            recorder.post("/api/v1/acts/record_finding", http::print_json(finding));
        if (recorded.status != 201) continue;
        body = one.body;
        return *recorded.json().find("seq")->number();
    }
    throw std::runtime_error("nothing can be recorded");
}

/// ASVS 11.1.6: of two who confirm at once one wins.
TEST(AtOnce, OneOfTwoConfirmersWins) {
    for (int round = 0; round < 5; ++round) {
        std::string body;
        const std::int64_t finding = record_finding(body);
        Browser one = city().browser(acting(body, Capacity::assessor, Who::first));
        Browser other = city().browser(acting(body, Capacity::assessor, Who::second));
        const std::string asked = R"({"year":2021,"finding":)" + std::to_string(finding) + "}";
        const std::int64_t head = city().head();
        const auto confirm = [&asked](Browser& browser) {
            return
                [&asked, &browser] { return browser.post("/api/v1/acts/confirm_finding", asked); };
        };
        const auto [first, second] = at_once(confirm(one), confirm(other));
        EXPECT_EQ((first.status == 201) + (second.status == 201), 1) << first.body << second.body;
        const Answered& loser = first.status == 201 ? second : first;
        EXPECT_EQ(code_of(loser), "record_stage_unfit") << loser.body;
        EXPECT_EQ(city().head(), head + 1);
    }
}

/// Two look at one finding and correct it: the second is told that it is no longer what he saw.
TEST(AtOnce, OneEditorNeverOverwritesAnother) {
    std::string body;
    const std::string finding = std::to_string(record_finding(body));
    Browser recorder = city().browser(acting(body, Capacity::assessor, Who::third));
    const std::string seen = "/api/v1/years/2021/findings/" + finding;
    const std::string act = "/api/v1/acts/withdraw_finding?seen=" + seen;
    const std::string asked = R"({"year":2021,"reason":"看错了","finding":)" + finding + "}";
    const auto looked_at = recorder.get(seen);
    ASSERT_EQ(looked_at.status, 200) << looked_at.body;
    const Fields as_seen{{"If-Match", looked_at.field("ETag")}};
    Browser other = city().browser(acting(body, Capacity::assessor, Who::first));
    ASSERT_EQ(
        other.post("/api/v1/acts/confirm_finding", R"({"year":2021,"finding":)" + finding + "}")
            .status,
        201);
    const std::int64_t head = city().head();
    const auto refused = recorder.post(act, asked, as_seen);
    EXPECT_EQ(refused.status, 412) << refused.body;
    EXPECT_EQ(code_of(refused), "version_stale");
    EXPECT_EQ(city().head(), head);
    const Fields as_now{{"If-Match", recorder.get(seen).field("ETag")}};
    EXPECT_EQ(recorder.post(act, asked, as_now).status, 201);
    const auto nowhere = recorder.post("/api/v1/acts/withdraw_finding", asked, as_now);
    EXPECT_EQ(nowhere.status, 400) << "a tag of what?";
}

/// ASVS 4.3.3: who has recorded it does not confirm it.
TEST(AtOnce, NobodyConfirmsHisOwnFinding) {
    std::string body;
    const std::int64_t finding = record_finding(body);
    Browser recorder = city().browser(acting(body, Capacity::assessor, Who::third));
    const auto answered =
        recorder.post("/api/v1/acts/confirm_finding",
                      R"({"year":2021,"finding":)" + std::to_string(finding) + "}");
    EXPECT_EQ(answered.status, 403);
    EXPECT_EQ(code_of(answered), "second_person_needed");
}

/// The numbers of all documents, which must be without a double.
std::vector<std::tuple<int, std::string, std::int64_t>> numbers() {
    return city().desk().read([](const app::Live& live) {
        std::vector<std::tuple<int, std::string, std::int64_t>> out;
        for (const cycle::Document& one : live.state.cycles.at(2021).documents.all)
            out.emplace_back(static_cast<int>(one.kind), one.issuer, one.no);
        return out;
    });
}

/// ASVS 11.1.6: two documents at once get two numbers.
TEST(AtOnce, TwoDocumentsGetTwoNumbers) {
    const std::size_t before = numbers().size();
    std::vector<Browser> browsers{city().browser(office(Who::first)),
                                  city().browser(office(Who::second))};
    const auto publish = [](Browser& browser) {
        return [&browser] {
            return browser.post(
                "/api/v1/acts/publish_supervision_circular",
                R"({"year":2021,"text":"安全测试","units":[{"unit":"C03","text":"安全测试"}]})");
        };
    };
    std::string told;
    for (int round = 0; round < 3; ++round) {
        const auto [first, second] = at_once(publish(browsers[0]), publish(browsers[1]));
        told = first.body + second.body;
    }
    auto all = numbers();
    EXPECT_EQ(all.size(), before + 6) << told;
    std::sort(all.begin(), all.end());
    EXPECT_EQ(std::adjacent_find(all.begin(), all.end()), all.end()) << "no number twice";
}

/// The same request twice at the same moment, as a double click or a retry sends it: done once.
TEST(AtOnce, OneKeyIsOneAct) {
    Browser one = city().browser(office());
    for (int round = 0; round < 5; ++round) {
        const std::string body =
            R"({"unit":"C04","name":"双击)" + std::to_string(round) + R"(","reason":"更名"})";
        const Fields key{{"Idempotency-Key", city().new_key()}};
        const std::int64_t head = city().head();
        const auto rename = [&] { return one.post("/api/v1/acts/rename_unit", body, key); };
        Browser copy = one;
        const auto again = [&] { return copy.post("/api/v1/acts/rename_unit", body, key); };
        const auto [first, second] = at_once(rename, again);
        EXPECT_EQ(first.status, 201) << first.body;
        EXPECT_EQ(second.status, 201) << second.body;
        EXPECT_EQ(first.body, second.body);
        EXPECT_EQ(city().head(), head + 1);
    }
}

/// One person's key is not another's.
TEST(AtOnce, AKeyIsItsAccounts) {
    const Fields key{{"Idempotency-Key", "shared"}};
    Browser one = city().browser(office(Who::first));
    Browser other = city().browser(office(Who::second));
    const auto first =
        one.post("/api/v1/acts/rename_unit", R"({"unit":"C05","name":"甲","reason":"更名"})", key);
    const auto second = other.post("/api/v1/acts/rename_unit",
                                   R"({"unit":"C06","name":"乙","reason":"更名"})", key);
    EXPECT_EQ(first.status, 201) << first.body;
    EXPECT_EQ(second.status, 201) << second.body;
    EXPECT_NE(first.body, second.body);
}

}  // namespace
}  // namespace heng::http_test
