/// The frozen format against its published vectors, which an independent program made:
/// tools/verify_ledger.py.
#include "core/ledger/chain.hpp"
#include "shell/crypto/hash.hpp"

#include <gtest/gtest.h>
#include <boost/json.hpp>
#include <fstream>
#include <sstream>

namespace heng::ledger {
namespace {

namespace json = boost::json;

const json::object& vectors() {
    static const json::value read = [] {
        std::ifstream in(HENG_SOURCE_DIR "/tests/ledger/vectors.json");
        std::stringstream text;
        text << in.rdbuf();
        return json::parse(text.str());
    }();
    return read.as_object();
}

std::string text_of(const json::value& value) {
    return std::string(value.as_string());
}

/// A vector's value in our own words.
Value value_of(const json::value& read) {
    switch (read.kind()) {
        case json::kind::null: return {};
        case json::kind::bool_: return read.as_bool();
        case json::kind::int64: return read.as_int64();
        case json::kind::string: return text_of(read);
        case json::kind::array: {
            List list;
            for (const json::value& item : read.as_array()) list.push_back(value_of(item));
            return list;
        }
        case json::kind::object: {
            Object object;
            for (const auto& [key, member] : read.as_object()) object.add(key, value_of(member));
            return object;
        }
        default: throw std::runtime_error("a vector with a fraction");
    }
}

std::string bytes_of_hex(const std::string& hex) {
    std::string out;
    for (std::size_t at = 0; at < hex.size(); at += 2)
        out += static_cast<char>(std::stoi(hex.substr(at, 2), nullptr, 16));
    return out;
}

Algorithm algorithm_of(const json::object& ledger) {
    return *parse_algorithm(text_of(ledger.at("algorithm")));
}

std::optional<Head> head_of(const json::value& read) {
    if (read.is_null()) return std::nullopt;
    return Head{read.at("seq").as_int64(), *parse_digest(text_of(read.at("hash")))};
}

Result<Head> verify(const json::object& ledger, std::optional<Head> known) {
    Verifier verifier(text_of(ledger.at("tenant")), *crypto::make_hash(algorithm_of(ledger)),
                      known);
    for (const json::value& line : ledger.at("lines").as_array())
        verifier.feed_line(line.as_string());
    return verifier.finish();
}

TEST(Vectors, CanonicalEncodings) {
    for (const json::value& read : vectors().at("canonical").as_array()) {
        const std::string bytes = text_of(read.at("bytes"));
        const Value value = value_of(read.at("value"));
        EXPECT_EQ(*encode(value), bytes) << read.at("name");
        const auto decoded = decode(bytes);
        ASSERT_TRUE(decoded) << read.at("name");
        EXPECT_EQ(*decoded, value) << read.at("name");
    }
}

TEST(Vectors, RefusedBytes) {
    for (const json::value& read : vectors().at("refused").as_array())
        EXPECT_FALSE(decode(bytes_of_hex(text_of(read.at("hex"))))) << read.at("why");
}

TEST(Vectors, LedgersVerifyAndAreSealedAgainToTheSameBytes) {
    for (const json::value& read : vectors().at("ledgers").as_array()) {
        const json::object& ledger = read.as_object();
        const auto known = head_of(ledger.at("head"));
        const auto head = verify(ledger, known);
        ASSERT_TRUE(head) << message(head.error(), Language::en);
        EXPECT_EQ(*head, known);

        const auto hash = *crypto::make_hash(algorithm_of(ledger));
        Head last;
        for (const json::value& line : ledger.at("lines").as_array()) {
            const Event event = *decode_event(split_line(line.as_string())->bytes);
            const auto sealed =
                event.seq == 1
                    ? seal_opening({event.tenant, event.what.actor, event.what.happened_on},
                                   event.recorded_at, hash)
                    : seal(event.tenant, last, event.what, event.recorded_at, hash);
            EXPECT_EQ(print_line(*sealed), line.as_string());
            last = head_of(*sealed);
        }
    }
}

TEST(Vectors, DamagedLedgersAreNamed) {
    for (const json::value& read : vectors().at("damaged").as_array()) {
        const json::object& ledger = read.as_object();
        const auto head = verify(ledger, head_of(ledger.at("known")));
        ASSERT_FALSE(head) << ledger.at("name");
        const json::value& verdict = ledger.at("verdict");
        EXPECT_EQ(entry(head.error().code).id, verdict.at("code").as_string()) << ledger.at("name");
        EXPECT_EQ(static_cast<std::int64_t>(head.error().place.line), verdict.at("line").as_int64())
            << ledger.at("name");
        const Code code = head.error().code;
        if (code == Code::algorithm_differs || code == Code::ledger_absent)
            continue;  // they name no number
        EXPECT_EQ(head.error().args.at(0), std::to_string(verdict.at("seq").as_int64()))
            << ledger.at("name");
    }
}

}  // namespace
}  // namespace heng::ledger
