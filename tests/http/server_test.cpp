/// @file
/// The server against clients that are slow, wrong, hostile or simply gone. The table of probes is
/// that of the library study; each must be answered as nginx answers it, or better.
#include "shell/http/server.hpp"
#include "http_client.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <future>
#include <latch>
#include <thread>

namespace heng::http {
namespace {

using namespace std::chrono_literals;
using namespace std::string_literals;
using http_test::exchange;
using http_test::RawClient;
using http_test::statuses;

class CountingSink final : public BodySink {
public:
    std::optional<Response> add(std::string_view piece) override {
        bytes_ += piece.size();
        return std::nullopt;
    }
    Response finish() override { return {200, {}, std::to_string(bytes_)}; }

private:
    std::size_t bytes_ = 0;
};

/// A server on a free port for the life of a test.
struct Served : testing::Test {
    Served() {
        const Handler echo = [](const Request& request) {
            return Response{200, {}, request.body + '|' + request.path};
        };
        router.add({Method::get, "/hello", echo});
        router.add({Method::post, "/echo", echo, 1 << 20});
        router.add({Method::get, "/throw", Handler([](const Request&) -> Response {
                        throw std::runtime_error("secret detail");
                    })});
        router.add({Method::get, "/wait", Handler([this](const Request&) {
                        entered.count_down();
                        released.get_future().wait();
                        return Response{200, {}, std::string("waited")};
                    })});
        router.add(
            {Method::get, "/events", Handler([](const Request& request) {
                 const auto after = request.query_value("after");
                 Response response{200, {}, EventStream{"city", after ? std::stoll(*after) : 0}};
                 response.headers.add("Content-Type", "text/event-stream");
                 return response;
             })});
        router.add({Method::put, "/upload",
                    SinkHandler([](const Request&) { return std::make_unique<CountingSink>(); }),
                    32 << 20});
    }
    ~Served() override { stop(); }

    void serve(Limits limits = {}) {
        ServerOptions options;
        options.port = 0;
        options.io_threads = 2;
        options.limits = limits;
        options.error_response = [](int status, const Request&) {
            return Response{status, {}, std::string("no")};
        };
        options.on_exception = [](const std::exception&, const Request&) {
            return Response{500, {}, std::string("incident 1")};
        };
        options.on_access = [this](const AccessRecord&) { ++noted; };
        server = std::move(*Server::open(std::move(options), router, hub));
        thread = std::thread([this] { server->run(); });
    }
    void stop() {
        if (server) server->stop();
        if (thread.joinable()) thread.join();
    }
    std::string ask(std::string_view bytes) { return statuses(exchange(server->port(), bytes)); }

    Router router;
    EventHub hub;
    std::atomic<int> noted = 0;
    std::latch entered{1};
    std::promise<void> released;
    std::unique_ptr<Server> server;
    std::thread thread;
};

struct Probe {
    const char* name;
    std::string bytes;
    const char* expected;
};

std::string post(const std::string& fields, const std::string& body) {
    return "POST /echo HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n" + body;
}

TEST_F(Served, AnswersHostileRequestsAsNginxOrBetter) {
    serve();
    const std::string nul = "GET /hello HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n"s;
    const Probe probes[] = {
        {"an ordinary request", "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n", "200"},
        {"length and chunks",
         post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\nGET /hello"), "400"},
        {"two lengths that differ", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"),
         "400"},
        {"two lengths alike", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), "400"},
        {"another encoding and a length",
         post("Transfer-Encoding: gzip\r\nContent-Length: 5\r\n", "hello"), "400"},
        {"another encoding before chunked",
         post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), "400"},
        {"a length with a plus", post("Content-Length: +5\r\n", "hello"), "400"},
        {"a negative length", post("Content-Length: -5\r\n", "hello"), "400"},
        {"a negative chunk", post("Transfer-Encoding: chunked\r\n", "-5\r\nhello\r\n0\r\n\r\n"),
         "400"},
        {"a chunk of 2^64", post("Transfer-Encoding: chunked\r\n", "10000000000000000\r\nh"),
         "400"},
        {"a blank before the colon", "GET /hello HTTP/1.1\r\nHost : a\r\n\r\n", "400"},
        {"a zero byte in a field", nul, "400"},
        {"no host", "GET /hello HTTP/1.1\r\n\r\n", "400"},
        {"two hosts", "GET /hello HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "400"},
        {"no HTTP at all", "\x16\x03\x01\x02\x00\x01", "400"},
        {"a version of the future", "GET /hello HTTP/9.9\r\nHost: a\r\n\r\n", "400"},
        {"chunks in HTTP/1.0", "POST /echo HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         "400"},
        {"a path that climbs", "GET /../etc/passwd HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        {"a path that climbs in code", "GET /%2e%2e/etc HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        {"a full address", "GET http://b/hello HTTP/1.1\r\nHost: a\r\n\r\n", "400"},
        {"an unknown path", "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n", "404"},
        {"another method", "DELETE /hello HTTP/1.1\r\nHost: a\r\n\r\n", "405"},
        {"an unknown method", "BREW /hello HTTP/1.1\r\nHost: a\r\n\r\n", "405"},
        {"a body over the limit by its length",
         post("Content-Length: 2000000\r\n", std::string(2'000'000, 'x')), "413"},
        {"a large header",
         "GET /hello HTTP/1.1\r\nHost: a\r\nX: " + std::string(64 << 10, 'x') + "\r\n\r\n", "431"},
        {"three requests at once",
         "GET /hello HTTP/1.1\r\nHost: a\r\n\r\nGET /hello HTTP/1.1\r\nHost: a\r\n\r\n"
         "GET /hello HTTP/1.1\r\nHost: a\r\n\r\n",
         "200,200,200"},
    };
    for (const Probe& probe : probes) EXPECT_EQ(ask(probe.bytes), probe.expected) << probe.name;
}

TEST_F(Served, AnEndlessRequestLineIsCutEarly) {
    serve();
    RawClient client(server->port());
    client.send("GET /");
    std::size_t sent = 0;
    const std::string piece(1 << 20, 'a');
    for (std::size_t last = piece.size(); last == piece.size() && sent < (200 << 20); sent += last)
        last = client.send(piece);
    EXPECT_LT(sent, 16u << 20);
}

TEST_F(Served, AnEndlessBodyIsCutAtItsLimit) {
    serve();
    RawClient client(server->port());
    client.send("POST /echo HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "10000\r\n" + std::string(0x10000, 'x') + "\r\n";
    std::size_t sent = 0;
    for (std::size_t last = chunk.size(); last == chunk.size() && sent < (200 << 20); sent += last)
        last = client.send(chunk);
    EXPECT_LT(sent, 32u << 20);
    EXPECT_EQ(statuses(client.read_all()), "413");
}

TEST_F(Served, SlowHeadersAndBodiesAreCutByTheClock) {
    Limits limits;
    limits.header_time = 100ms;
    serve(limits);
    RawClient header(server->port());
    header.send("GET /hel");
    EXPECT_EQ(statuses(header.read_all()), "408");
    RawClient body(server->port());
    body.send("POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nhalf");
    EXPECT_EQ(statuses(body.read_all()), "408");
}

TEST_F(Served, SlowClientsDoNotHoldUpOthers) {
    serve();
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 200; ++i) {
        slow.push_back(std::make_unique<RawClient>(server->port()));
        slow.back()->send("GET /hello HTTP/1.1\r\nHo");
    }
    EXPECT_EQ(ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n"), "200");
}

TEST_F(Served, IdleConnectionsAreClosedWithoutAWord) {
    Limits limits;
    limits.idle_time = 50ms;
    serve(limits);
    RawClient client(server->port());
    EXPECT_EQ(client.read_all(), "");
}

TEST_F(Served, AnExceptionTellsTheClientNothing) {
    serve();
    const std::string answer = exchange(server->port(), "GET /throw HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_EQ(statuses(answer), "500");
    EXPECT_EQ(answer.find("secret"), std::string::npos);
    EXPECT_NE(answer.find("incident 1"), std::string::npos);
}

TEST_F(Served, UploadsStreamThrough) {
    serve();
    const std::string file(20'000'000, 'f');
    RawClient client(server->port());
    client.send("PUT /upload HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: " +
                std::to_string(file.size()) + "\r\n\r\n");
    client.send(file);
    client.finish();
    const std::string answer = client.read_all();
    EXPECT_EQ(statuses(answer), "100,200");
    EXPECT_TRUE(answer.ends_with("20000000"));
}

TEST_F(Served, AStopAnswersWhatIsUnderWay) {
    serve();
    RawClient client(server->port());
    client.send("GET /wait HTTP/1.1\r\nHost: a\r\n\r\n");
    entered.wait();
    server->stop();
    released.set_value();
    EXPECT_EQ(statuses(client.read_all()), "200");
    thread.join();
    EXPECT_EQ(server->connections(), 0u);
}

TEST_F(Served, EventsReachListenersAndThoseWhoComeBack) {
    serve();
    hub.publish("city", 1, "finding", "{\"unit\":\"C1\"}");
    RawClient client(server->port());
    client.send("GET /events?after=0 HTTP/1.1\r\nHost: a\r\n\r\n");
    EXPECT_NE(client.read_until("C1\"}\n\n").find("id: 1\nevent: finding\n"), std::string::npos);
    hub.publish("city", 2, "finding", "{\"unit\":\"C2\"}");
    EXPECT_NE(client.read_until("C2\"}\n\n").find("id: 2\n"), std::string::npos);
    RawClient late(server->port());
    late.send("GET /events?after=1 HTTP/1.1\r\nHost: a\r\n\r\n");
    const std::string missed = late.read_until("C2\"}\n\n");
    EXPECT_EQ(missed.find("C1"), std::string::npos);
    stop();
    EXPECT_EQ(hub.listeners(), 0u);
}

TEST_F(Served, EveryAnswerIsNoted) {
    serve();
    ask("GET /hello HTTP/1.1\r\nHost: a\r\n\r\n");
    ask("GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n");
    ask("nonsense\r\n\r\n");
    stop();
    EXPECT_EQ(noted, 3);
}

TEST(ServerAddress, ThatIsTakenIsSaid) {
    Router router;
    EventHub hub;
    ServerOptions options;
    options.port = 0;
    const auto first = Server::open(options, router, hub);
    ASSERT_TRUE(first);
    options.port = (*first)->port();
    const auto second = Server::open(options, router, hub);
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, Code::address_unusable);
}

TEST(ServerCertificate, ThatCannotBeReadIsSaid) {
    Router router;
    EventHub hub;
    ServerOptions options;
    options.port = 0;
    options.tls = TlsFiles{"absent.pem", "absent.key"};
    const auto server = Server::open(options, router, hub);
    ASSERT_FALSE(server);
    EXPECT_EQ(server.error().code, Code::certificate_unusable);
}

}  // namespace
}  // namespace heng::http
