/// Requests that come to nothing are told why, as problem details with a code, whoever answers: the
/// server below the routes, the gate, or a route.
#include "served_city.hpp"

#include "app/demo/people.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using app::demo::office;

/// A short year, and little patience.
ServedCity& city() {
    static const http::Limits limits = [] {
        http::Limits made;
        made.header_time = std::chrono::milliseconds(300);
        return made;
    }();
    static ServedCity served({app::demo::usual_seed, ledger::parse_date("2021-01-15")}, {}, limits);
    return served;
}

struct Refused {
    int status = 0;
    std::string code;
};

Refused code_of(const Answered& answered) {
    EXPECT_EQ(answered.field("Content-Type"), "application/problem+json; charset=utf-8");
    const ledger::Object told = answered.json();
    EXPECT_EQ(*told.find("status")->number(), answered.status);
    return {answered.status, *told.find("code")->text()};
}

/// What these bytes are answered with; the client leaves the connection open.
Refused code_of_bytes(std::string_view bytes) {
    RawClient client(city().port());
    client.send(bytes);
    return code_of(parse_answer(client.read_all()));
}

void expect(const Refused& refused, int status, std::string_view code) {
    EXPECT_EQ(refused.status, status);
    EXPECT_EQ(refused.code, code);
}

TEST(Refusals, OfTheServerBelowTheRoutes) {
    const std::string get = "GET /api/v1/units HTTP/1.1\r\nHost: a\r\n";
    expect(code_of_bytes("GET /api/%zz HTTP/1.1\r\nHost: a\r\n\r\n"), 400, "request_malformed");
    expect(code_of_bytes(get + "X: " + std::string(64 << 10, 'x') + "\r\n\r\n"), 431,
           "header_too_large");
    expect(code_of_bytes(get), 408, "request_too_slow");
    expect(
        code_of_bytes("POST /api/v1/acts HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\n\r\n"),
        413, "body_too_large");
}

TEST(Refusals, OfWhatIsNotThere) {
    expect(code_of(city().get(office(), "/api/v1/nothing")), 404, "resource_unknown");
    const auto wrong = city().post(office(), "/api/v1/units", "{}");
    expect(code_of(wrong), 405, "method_not_allowed");
    EXPECT_EQ(wrong.field("Allow"), "GET");
    expect(code_of(city().get(office(), "/api/v1/units?cursor=none")), 400, "cursor_unknown");
}

TEST(Refusals, OfWritesThatAreNotWhole) {
    const std::string target = "/api/v1/acts/rename_unit";
    const auto without =
        city().ask(office(), "POST", target, "{}", "Content-Type: application/json\r\n");
    expect(code_of(without), 400, "idempotency_key_missing");
    const auto text = city().ask(office(), "POST", target, "{}",
                                 "Content-Type: text/plain\r\nIdempotency-Key: a\r\n");
    expect(code_of(text), 415, "body_type_refused");
}

}  // namespace
}  // namespace heng::http_test
