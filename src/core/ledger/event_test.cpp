#include "core/ledger/event.hpp"

#include "core/ledger/toy_chain.hpp"

#include <gtest/gtest.h>

namespace heng::ledger {
namespace {

Event sample() {
    return {"city", 2, toy::moment, Digest{}, toy::draft(3)};
}

TEST(EventFormat, WritesNineMembersInOrder) {
    const std::string expected =
        R"({"act":"record_finding","actor":"p-17","body":{"count":3,"note":"谈心谈话不到位","points":"0.5"},)"
        R"("edition":"party-building-2021/1","happened_on":"2021-06-30","previous":")" +
        std::string(64, '0') +
        R"(","recorded_at":"2021-06-30T00:00:00.000250Z","seq":2,"tenant":"city"})";
    EXPECT_EQ(*encode_event(sample()), expected);
    const auto decoded = decode_event(expected);
    ASSERT_TRUE(decoded) << message(decoded.error(), Language::en);
    EXPECT_EQ(*encode_event(*decoded), expected);
    EXPECT_TRUE(decode(expected)) << "an event is an ordinary canonical value";
}

TEST(EventFormat, RefusesOtherSpellings) {
    const std::string good = *encode_event(sample());
    const auto with = [&](std::string_view part, std::string_view instead) {
        std::string changed = good;
        changed.replace(changed.find(part), part.size(), instead);
        return decode_event(changed);
    };
    EXPECT_TRUE(with("p-17", "p-18"));
    EXPECT_FALSE(with("\"act\":", " \"act\":"));
    EXPECT_FALSE(with("\"body\":{", "\"body\":["));
    EXPECT_FALSE(with("\"edition\"", "\"editiom\""));
    EXPECT_FALSE(with("2021-06-30\"", "2021-02-30\""));
    EXPECT_FALSE(with("2021-06-30\"", "2021-6-30\""));
    EXPECT_FALSE(with(".000250Z", ".00025Z"));
    EXPECT_FALSE(with("T00:00:00", "T24:00:00"));
    EXPECT_FALSE(with("T00:00:00", "T00:00:60"));
    EXPECT_FALSE(with("0000\",\"rec", "000A\",\"rec"));
    EXPECT_FALSE(with("\"seq\":2", "\"seq\":\"2\""));
    EXPECT_FALSE(with("\"seq\":2", "\"seq\":0"));
    EXPECT_FALSE(with("\"seq\":2", "\"seq\":1")) << "only the first event has no predecessor";
    EXPECT_FALSE(with("\"city\"", "\"City\""));
    EXPECT_FALSE(with("\"city\"}", "\"city\"}}"));
    EXPECT_FALSE(with("record_finding", "Record"));
}

TEST(EventFormat, NamesTheFieldThatBreaksItsRule) {
    const auto field_of = [](auto change) {
        Event event = sample();
        change(event);
        const auto bytes = encode_event(event);
        return bytes ? std::string() : bytes.error().args.at(0);
    };
    EXPECT_EQ(field_of([](Event& e) { e.tenant = "-city"; }), "tenant");
    EXPECT_EQ(field_of([](Event& e) { e.tenant = std::string(64, 'a'); }), "tenant");
    EXPECT_EQ(field_of([](Event& e) { e.seq = 0; }), "seq");
    EXPECT_EQ(field_of([](Event& e) { e.previous.reset(); }), "previous");
    EXPECT_EQ(field_of([](Event& e) { e.what.actor = ""; }), "actor");
    EXPECT_EQ(field_of([](Event& e) { e.what.actor = "a\nb"; }), "actor");
    EXPECT_EQ(field_of([](Event& e) { e.what.act = "1st"; }), "act");
    EXPECT_EQ(field_of([](Event& e) { e.what.edition = ""; }), "edition");
    EXPECT_EQ(field_of([](Event& e) { e.what.happened_on = Date(); }), "happened_on");
    EXPECT_EQ(field_of([](Event& e) { e.recorded_at = Instant::max(); }), "recorded_at");
}

TEST(EventFormat, TheBodyCountsTowardsTheBounds) {
    Event event = sample();
    Value deep = List{};
    for (std::size_t i = 3; i < Limits::depth_max; ++i) deep = List{deep};
    event.what.body = Object{{"deep", deep}};
    EXPECT_TRUE(decode_event(*encode_event(event)));
    event.what.body = Object{{"deep", List{deep}}};
    EXPECT_EQ(encode_event(event).error().code, Code::canonical_too_deep);
    event.what.body = Object{{"long", std::string(Limits::size_bytes_max - 20, 'a')}};
    EXPECT_EQ(encode_event(event).error().code, Code::canonical_too_large);
    EXPECT_EQ(decode_event(std::string(Limits::size_bytes_max + 1, ' ')).error().code,
              Code::canonical_too_large);
}

TEST(EventFormat, TheOpeningNamesAlgorithmFormatAndTenant) {
    const SealedEvent first = toy::chain(1).front();
    EXPECT_NE(first.bytes.find(R"("body":{"algorithm":"sm3","format":1,"tenant":"city"})"),
              std::string::npos);
    Event event = *decode_event(first.bytes);
    EXPECT_EQ(read_opening(event)->algorithm, Algorithm::sm3);
    const auto refuses = [&](Object body) {
        event.what.body = std::move(body);
        return !read_opening(event);
    };
    EXPECT_TRUE(refuses({{"algorithm", "md5"}, {"format", 1}, {"tenant", "city"}}));
    EXPECT_TRUE(refuses({{"algorithm", "sm3"}, {"format", 2}, {"tenant", "city"}}));
    EXPECT_TRUE(refuses({{"algorithm", "sm3"}, {"format", 1}, {"tenant", "town"}}));
    EXPECT_TRUE(refuses({{"algorithm", "sm3"}, {"format", 1}}));
    EXPECT_TRUE(refuses({{"algorithm", 3}, {"format", 1}, {"tenant", "city"}}));
    EXPECT_FALSE(read_opening(*decode_event(toy::chain(2)[1].bytes)));
}

TEST(EventFormat, ALineOfAnExportIsCanonicalItself) {
    const SealedEvent event = toy::chain(2)[1];
    const std::string line = print_line(event);
    EXPECT_TRUE(decode(line));
    const auto parts = split_line(line);
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->bytes, event.bytes);
    EXPECT_EQ(parts->hash, event.hash);
    EXPECT_FALSE(split_line(line + " "));
    EXPECT_FALSE(split_line(line.substr(1)));
    EXPECT_FALSE(split_line(""));
}

TEST(TimeText, TakesBackWhatItPrints) {
    EXPECT_EQ(print_date(*parse_date("2020-02-29")), "2020-02-29");
    EXPECT_EQ(print_instant(*parse_instant("1969-12-31T23:59:59.999999Z")),
              "1969-12-31T23:59:59.999999Z");
    EXPECT_FALSE(parse_date("2021-02-29"));
    EXPECT_FALSE(parse_date("1899-12-31"));
    EXPECT_FALSE(parse_date("2021-1a-01"));
    EXPECT_FALSE(parse_instant("2021-06-30T08:15:30.000250+"));
    EXPECT_FALSE(parse_instant("2021-06-30t08:15:30.000250Z"));
}

TEST(Hash, DigestsAreLowerCaseHexadecimal) {
    Digest digest{};
    digest[0] = 0xAB;
    const std::string text = print_digest(digest);
    EXPECT_EQ(text.substr(0, 4), "ab00");
    EXPECT_EQ(parse_digest(text), digest);
    EXPECT_FALSE(parse_digest("AB" + text.substr(2)));
    EXPECT_FALSE(parse_digest(text.substr(2)));
    EXPECT_EQ(parse_algorithm("sha256"), Algorithm::sha256);
    EXPECT_FALSE(parse_algorithm("SM3"));
}

}  // namespace
}  // namespace heng::ledger
