#include "core/ledger/chain.hpp"
#include "core/ledger/toy_chain.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heng::ledger {
namespace {

Result<Head> verify(const std::vector<SealedEvent>& chain, std::optional<Head> known = {}) {
    Verifier verifier("city", toy::hash(), known);
    for (const SealedEvent& event : chain) verifier.feed(event);
    return verifier.finish();
}

/// Each byte of each event and hash, with each of its bits: found, and found there.
TEST(ChainProperty, AFlippedBitIsFoundAtItsEvent) {
    const auto good = toy::chain(5);
    for (std::size_t at = 0; at < good.size(); ++at) {
        const std::size_t size = good[at].bytes.size();
        for (std::size_t bit = 0; bit < 8 * (size + good[at].hash.size()); ++bit) {
            auto chain = good;
            const auto mask = static_cast<unsigned char>(1U << bit % 8);
            if (bit / 8 < size)
                chain[at].bytes[bit / 8] = static_cast<char>(chain[at].bytes[bit / 8] ^ mask);
            else
                chain[at].hash[bit / 8 - size] ^= mask;
            const auto verdict = verify(chain);
            ASSERT_FALSE(verdict) << at << ' ' << bit;
            ASSERT_EQ(verdict.error().place.line, at + 1) << bit;
            ASSERT_EQ(verdict.error().args.at(0), std::to_string(at + 1)) << bit;
        }
    }
}

TEST(ChainProperty, AFlippedBitOfALineIsFoundAtItsLine) {
    const auto good = toy::chain(3);
    for (std::size_t at = 0; at < good.size(); ++at) {
        const std::string line = print_line(good[at]);
        for (std::size_t bit = 0; bit < 8 * line.size(); ++bit) {
            std::string changed = line;
            changed[bit / 8] =
                static_cast<char>(changed[bit / 8] ^ static_cast<char>(1U << bit % 8));
            Verifier verifier("city", toy::hash());
            for (std::size_t i = 0; i < good.size(); ++i)
                verifier.feed_line(i == at ? changed : print_line(good[i]));
            const auto verdict = verifier.finish();
            ASSERT_FALSE(verdict) << at << ' ' << bit;
            ASSERT_EQ(verdict.error().place.line, at + 1) << bit;
        }
    }
}

/// Whatever is left out, doubled, moved, forged or cut: against the known head it never passes.
RC_GTEST_PROP(ChainProperty, NoOtherStreamLeadsToTheKnownHead, ()) {
    const auto good = toy::chain(8);
    auto chain = good;
    for (int edits = *rc::gen::inRange(1, 4); edits > 0; --edits) {
        const auto at = *rc::gen::inRange<std::size_t>(0, chain.size());
        const auto to = *rc::gen::inRange<std::size_t>(0, chain.size());
        const auto place = [&](std::size_t n) {
            return chain.begin() + static_cast<std::ptrdiff_t>(n);
        };
        switch (*rc::gen::inRange(0, 4)) {
            case 0: std::swap(chain[at], chain[to]); break;
            case 1: chain[at] = toy::forged(chain[at]); break;
            case 2: chain.insert(place(to), SealedEvent(chain[at])); break;
            default:
                if (chain.size() > 1) chain.erase(place(at));
        }
    }
    RC_PRE(chain != good);
    std::size_t first = 0;
    while (first < good.size() && first < chain.size() && chain[first] == good[first]) ++first;
    const auto verdict = verify(chain, head_of(good.back()));
    if (chain.size() > good.size() && first == good.size()) {
        RC_ASSERT(!verdict);  // something more than the known head, and not a continuation of it
    } else {
        RC_ASSERT(!verdict);
        RC_ASSERT(verdict.error().place.line <= chain.size());
        if (verdict.error().code != Code::ledger_truncated)
            RC_ASSERT(verdict.error().place.line >= first + 1);
    }
}

}  // namespace
}  // namespace heng::ledger
