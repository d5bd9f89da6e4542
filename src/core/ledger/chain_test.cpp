#include "core/ledger/chain.hpp"

#include "core/ledger/replay.hpp"
#include "core/ledger/toy_chain.hpp"

#include <gtest/gtest.h>

namespace heng::ledger {
namespace {

using Chain = std::vector<SealedEvent>;

Result<Head> verify(const Chain& chain, std::optional<Head> known = {}) {
    Verifier verifier("city", toy::hash(), known);
    for (const SealedEvent& event : chain) verifier.feed(event);
    return verifier.finish();
}

/// The code, the number of the event and the position in the stream, such as `event_missing 3 @3`.
std::string verdict(const Chain& chain, std::optional<Head> known = {}) {
    const auto head = verify(chain, known);
    if (head) return "holds to " + std::to_string(head->seq);
    const Error& error = head.error();
    return std::string(entry(error.code).id) + ' ' + error.args.at(0) + " @" +
           std::to_string(error.place.line);
}

/// The events of a good chain of nine, by number, in this order.
Chain pick(std::initializer_list<std::size_t> numbers) {
    const Chain good = toy::chain(9);
    Chain out;
    for (const std::size_t number : numbers) out.push_back(good[number - 1]);
    return out;
}

TEST(Chain, AGoodOneHolds) {
    const Chain good = toy::chain(9);
    EXPECT_EQ(*verify(good), head_of(good.back()));
    EXPECT_EQ(*verify(good, head_of(good[4])), head_of(good.back())) << "it may have grown since";
    EXPECT_EQ(verdict(toy::chain(1)), "holds to 1");
}

TEST(Chain, AChangedEventIsNamed) {
    Chain chain = toy::chain(9);
    chain[3].bytes[30] ^= 1;
    EXPECT_EQ(verdict(chain), "event_changed 4 @4");
    chain = toy::chain(9);
    chain[3].hash[0] ^= 1;
    EXPECT_EQ(verdict(chain), "event_changed 4 @4");
}

TEST(Chain, AForgedEventIsNamedByTheOneAfterIt) {
    for (std::size_t at = 1; at + 2 < 9; ++at) {
        Chain chain = toy::chain(9);
        chain[at] = toy::forged(chain[at]);
        const std::string number = std::to_string(at + 1);
        EXPECT_EQ(verdict(chain), "event_changed " + number + " @" + number);
    }
}

TEST(Chain, AForgedEventNearTheEndNeedsAKnownHead) {
    Chain chain = toy::chain(9);
    const Head head = head_of(chain.back());
    chain[7] = toy::forged(chain[7]);
    EXPECT_EQ(verdict(chain, head), "event_changed 8 @8");
    EXPECT_EQ(verdict(chain), "event_changed 9 @9")
        << "nothing vouches for either; the link to 9 is broken";
    chain = toy::chain(9);
    chain[8] = toy::forged(chain[8]);
    EXPECT_EQ(verdict(chain, head), "ledger_rewritten 9 @9");
}

TEST(Chain, AForgedLinkAccusesTheEventThatBearsIt) {
    Chain chain = toy::chain(9);
    Event event = *decode_event(chain[4].bytes);
    (*event.previous)[5] ^= 1;
    chain[4].bytes = *encode_event(event);
    chain[4].hash = toy::digest(chain[4].bytes);
    EXPECT_EQ(verdict(chain), "event_changed 5 @5");
}

TEST(Chain, AMissingEventIsNamed) {
    EXPECT_EQ(verdict(pick({2, 3, 4})), "event_missing 1 @1");
    EXPECT_EQ(verdict(pick({1, 2, 4, 5})), "event_missing 3 @3");
    EXPECT_EQ(verdict(pick({1, 2, 7, 8, 9})), "event_missing 3 @3");
}

TEST(Chain, AReorderedEventIsNamed) {
    EXPECT_EQ(verdict(pick({2, 1, 3})), "event_reordered 1 @1");
    EXPECT_EQ(verdict(pick({1, 2, 4, 3, 5})), "event_reordered 3 @3");
    EXPECT_EQ(verdict(pick({1, 2, 3, 5, 4})), "event_reordered 4 @4");
    EXPECT_EQ(verdict(pick({1, 2, 5, 3, 4, 6})), "event_reordered 3 @3");
    EXPECT_EQ(verdict(pick({1, 4, 3, 2, 5})), "event_reordered 2 @2");
}

TEST(Chain, AnInsertedEventIsNamed) {
    EXPECT_EQ(verdict(pick({1, 2, 3, 2, 4})), "event_inserted 2 @4");
    EXPECT_EQ(verdict(pick({1, 2, 3, 3, 4})), "event_inserted 3 @4");
    EXPECT_EQ(verdict(pick({1, 2, 9, 3, 4, 5})), "event_inserted 9 @3");
    EXPECT_EQ(verdict(pick({1, 2, 6, 3, 4, 5, 6, 7})), "event_inserted 6 @3");
    Chain chain = toy::chain(9);
    const SealedEvent extra =
        *seal("city", head_of(chain[3]), toy::draft(77), toy::moment, toy::hash());
    chain.insert(chain.begin() + 4, extra);
    EXPECT_EQ(verdict(chain), "event_inserted 5 @6") << "two claim number 5";
    chain[4] = *seal("city", {4, toy::digest("x")}, toy::draft(77), toy::moment, toy::hash());
    EXPECT_EQ(verdict(chain), "event_inserted 5 @5");
}

TEST(Chain, ATruncatedLedgerIsFoundAgainstAKnownHead) {
    const Head head = head_of(toy::chain(9).back());
    EXPECT_EQ(verdict(pick({1, 2, 3}), head), "ledger_truncated 4 @0");
    EXPECT_EQ(verdict({}, head), "ledger_truncated 1 @0");
    EXPECT_EQ(verdict({}), "ledger_absent city @0");
}

TEST(Chain, AMalformedEventIsNamed) {
    Chain chain = toy::chain(4);
    chain[2].bytes += ' ';
    chain[2].hash = toy::digest(chain[2].bytes);
    EXPECT_EQ(verdict(chain), "event_malformed 3 @3");
    chain = toy::chain(4);
    chain[2].seq = 7;
    EXPECT_EQ(verdict(chain), "event_malformed 3 @3") << "stored under another number";
    chain = toy::chain(4);
    Event first = *decode_event(chain[0].bytes);
    first.what.body = {};
    chain[0].bytes = *encode_event(first);
    chain[0].hash = toy::digest(chain[0].bytes);
    EXPECT_EQ(verdict(chain), "event_malformed 1 @1");
}

TEST(Chain, AnotherTenantIsNamed) {
    EXPECT_EQ(verdict(toy::chain(3, toy::hash(), "town")), "event_of_other_tenant 1 @1");
    Chain chain = toy::chain(5);
    chain[2] = toy::chain(5, toy::hash(), "town")[2];
    EXPECT_EQ(verdict(chain), "event_of_other_tenant 3 @3");
}

TEST(Chain, AnotherAlgorithmIsNamed) {
    const HashFunction other{Algorithm::sha256, toy::digest};
    EXPECT_EQ(verdict(toy::chain(3, other)), "algorithm_differs sm3 @1");
    const HashFunction really_other{Algorithm::sha256, [](std::string_view bytes) {
                                        return toy::digest(std::string(bytes) + "!");
                                    }};
    EXPECT_EQ(verdict(toy::chain(3, really_other)), "algorithm_differs sm3 @1");
}

TEST(Chain, LinesOfAnExportAreVerifiedTheSameWay) {
    Verifier good("city", toy::hash());
    for (const SealedEvent& event : toy::chain(5))
        EXPECT_NE(good.feed_line(print_line(event)), nullptr);
    EXPECT_TRUE(good.finish());
    Verifier bad("city", toy::hash());
    bad.feed_line("{}");
    bad.feed_line("{}");
    EXPECT_EQ(bad.finish().error().code, Code::event_malformed);
}

TEST(Chain, WhatCannotBeAnEventIsNotSealed) {
    Draft draft = toy::draft(2);
    draft.act = "Not An Act";
    EXPECT_EQ(seal("city", {1, {}}, draft, toy::moment, toy::hash()).error().code,
              Code::event_field_unusable);
}

TEST(Replay, FoldsAChainThatHolds) {
    const auto count = [](std::int64_t& sum, const Event& event) {
        if (const Value* n = event.what.body.find("count")) sum += *n->number();
    };
    Replay good(Verifier("city", toy::hash()), std::int64_t{0}, count);
    for (const SealedEvent& event : toy::chain(4)) good.feed(event);
    const auto state = std::move(good).finish();
    ASSERT_TRUE(state);
    EXPECT_EQ(state->first, 2 + 3 + 4);
    EXPECT_EQ(state->second.seq, 4);

    Replay bad(Verifier("city", toy::hash()), std::int64_t{0}, count);
    for (const SealedEvent& event : pick({1, 3})) bad.feed(event);
    EXPECT_EQ(std::move(bad).finish().error().code, Code::event_missing);
}

}  // namespace
}  // namespace heng::ledger
