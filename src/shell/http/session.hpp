#pragma once
/// @file
/// One connection of the server. Included by server.cpp alone: the library behind it costs seconds
/// of compiling.
#include "shell/http/connections.hpp"
#include "shell/http/deadline.hpp"
#include "shell/http/response_head.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>

#include <fcntl.h>
#include <string.h>
#include <sys/sendfile.h>
#include <unistd.h>

namespace heng::http {

namespace asio = boost::asio;
namespace beast = boost::beast;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using Clock = std::chrono::steady_clock;
using Parser = beast::http::request_parser<beast::http::buffer_body>;

/// Completion without exceptions.
constexpr auto as_tuple = asio::as_tuple(asio::use_awaitable);

constexpr std::size_t read_buffer_bytes_max = 64 << 10;
constexpr std::size_t body_piece_bytes = 64 << 10;
/// What is read and thrown away after a refusal, so that the client can read the answer.
constexpr std::uint64_t lingering_bytes_max = 1 << 20;
constexpr std::chrono::milliseconds lingering_time{2'000};

/// The status for a request that the parser gave up on, or 0 where an answer makes no sense.
inline int status_of(error_code ec) {
    using beast::http::error;
    if (ec == error::header_limit || ec == error::buffer_overflow) return 431;
    if (ec == error::body_limit) return 413;
    if (ec == error::end_of_stream || ec == error::partial_message) return 0;
    static const beast::http::error first{};
    const error_code any = beast::http::make_error_code(first);
    return ec.category() == any.category() ? 400 : 0;
}

/// What Beast lets pass and two servers in a row could understand in two ways.
inline bool is_ambiguous(const Parser& parser) {
    using beast::http::field;
    const auto& head = parser.get();
    if (head.version() >= 11 && head.count(field::host) != 1) return true;
    if (head.count(field::content_length) > 1) return true;
    const auto encodings = head.count(field::transfer_encoding);
    if (encodings == 0) return false;
    return encodings > 1 || head.count(field::content_length) > 0 ||
           !equal_without_case(std::string_view(head[field::transfer_encoding].data(),
                                                head[field::transfer_encoding].size()),
                               "chunked") ||
           head.version() < 11;
}

template <class Stream>
constexpr bool is_tls = !std::is_same_v<Stream, tcp::socket>;

/// One connection: requests one after the other, each answered before the next is read.
template <class Stream>
class Session final : public Connection, public std::enable_shared_from_this<Session<Stream>> {
public:
    Session(Stream stream, std::shared_ptr<Shared> shared, Connections& connections)
        : stream_(std::move(stream)),
          shared_(std::move(shared)),
          connections_(connections),
          deadline_(socket()),
          buffer_(read_buffer_bytes_max) {
        ++shared_->connections;
        connections_.add(this);
        error_code ignored;
        const auto peer = socket().remote_endpoint(ignored);
        peer_ = peer.address().to_string();
        socket().set_option(tcp::no_delay(true), ignored);
    }
    ~Session() override {
        connections_.remove(this);
        --shared_->connections;
    }

    void start() {
        error_code ignored;
        socket().non_blocking(true, ignored);
        asio::co_spawn(
            socket().get_executor(),
            [self = this->shared_from_this()]() -> asio::awaitable<void> { co_await self->run(); },
            asio::detached);
    }

    void wind_up() override {
        asio::post(socket().get_executor(), [weak = this->weak_from_this()] {
            if (const auto self = weak.lock()) self->wind_up_here();
        });
    }
    void cut() override {
        asio::post(socket().get_executor(), [weak = this->weak_from_this()] {
            if (const auto self = weak.lock()) self->close();
        });
    }

private:
    tcp::socket& socket() {
        if constexpr (is_tls<Stream>)
            return stream_.next_layer();
        else
            return stream_;
    }

    void close() {
        error_code ignored;
        socket().close(ignored);
    }

    void wind_up_here() {
        is_winding_up_ = true;
        wake_ = true;
        if (heartbeat_) heartbeat_->cancel();
        if (is_idle_) close();
    }

    asio::awaitable<void> run() {
        if constexpr (is_tls<Stream>) {
            deadline_.set(limits().header_time);
            const auto [ec] =
                co_await stream_.async_handshake(asio::ssl::stream_base::server, as_tuple);
            if (ec) co_return;
        }
        while (!is_winding_up_ && co_await serve_one()) {
        }
        deadline_.clear();
        if constexpr (is_tls<Stream>) {
            deadline_.set(lingering_time);
            co_await stream_.async_shutdown(as_tuple);
        }
        error_code ignored;
        socket().shutdown(tcp::socket::shutdown_both, ignored);
    }

    const Limits& limits() const { return shared_->options.limits; }

    /// Waits for the first byte of a request; false if none comes.
    asio::awaitable<bool> wait_for_request() {
        if (buffer_.size() > 0) co_return true;
        is_idle_ = true;
        deadline_.set(limits().idle_time);
        const auto [ec, count] = co_await stream_.async_read_some(buffer_.prepare(4096), as_tuple);
        is_idle_ = false;
        buffer_.commit(count);
        co_return !ec && count > 0;
    }

    /// Reads and answers one request; whether another one may follow.
    asio::awaitable<bool> serve_one() {
        if (!co_await wait_for_request()) co_return false;
        started_ = Clock::now();
        deadline_.set(limits().header_time);
        Parser parser;
        parser.header_limit(static_cast<std::uint32_t>(limits().header_bytes_max));
        parser.body_limit(boost::none);
        Request request;
        request.remote = peer_;
        request.is_secure = is_tls<Stream> || shared_->options.is_behind_tls;
        const auto [ec, count] =
            co_await beast::http::async_read_header(stream_, buffer_, parser, as_tuple);
        if (ec) {
            const int status = deadline_.has_passed() ? 408 : status_of(ec);
            if (status != 0) co_await refuse(status, request, nullptr);
            co_return false;
        }
        if (is_ambiguous(parser) || !read_head(parser, request)) {
            co_await refuse(400, request, nullptr);
            co_return false;
        }
        if (shared_->options.client_of)
            request.remote = shared_->options.client_of(
                peer_, request.headers.find("x-forwarded-for").value_or(""));
        const bool goes_on = co_await answer(parser, request);
        if (!request.body.empty()) wipe_buffer();
        co_return goes_on;
    }

    /// What was read of a body, a password perhaps, is no longer in the connection (SEC-13).
    void wipe_buffer() {
        if (buffer_.size() > 0) return;  // the next request stands there
        const auto room = buffer_.prepare(buffer_.capacity());
        ::explicit_bzero(room.data(), room.size());
    }

    /// The parts of a request before its body; false if they are malformed.
    static bool read_head(const Parser& parser, Request& request) {
        const auto& head = parser.get();
        const std::string target(head.target());
        const std::size_t question = std::min(target.find('?'), target.size());
        const auto path = normalise_path(std::string_view(target).substr(0, question));
        request.query = target.substr(std::min(question + 1, target.size()));
        if (!path || !decode_percent(request.query, true)) return false;
        request.path = *path;
        for (const auto& field : head)
            request.headers.add(std::string(field.name_string()), std::string(field.value()));
        return true;
    }

    asio::awaitable<bool> answer(Parser& parser, Request& request) {
        const auto method = method_named(std::string_view(parser.get().method_string().data(),
                                                          parser.get().method_string().size()));
        const bool keeps = parser.get().keep_alive();
        Match match;
        if (method) match = shared_->router.find(*method, request.path);
        if (!method || match.route == nullptr) {
            const bool is_known = !match.allowed.empty();
            co_await refuse(is_known || !method ? 405 : 404, request, &match);
            co_return false;
        }
        request.method = *method;
        request.path_values = std::move(match.path_values);
        const auto limit = match.route->body_bytes_max;
        if (parser.content_length() && *parser.content_length() > limit) {
            co_await refuse(413, request, &match);
            co_return false;
        }
        if (equal_without_case(request.headers.find("expect").value_or(""), "100-continue")) {
            constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
            co_await asio::async_write(stream_, asio::buffer(go_on), as_tuple);
        }
        Response response;
        const int refusal = co_await respond(parser, *match.route, request, response);
        if (refusal != 0) {
            if (refusal > 0) co_await refuse(refusal, request, &match);
            co_return false;
        }
        if (response.status >= 500 && shared_->options.on_failure)
            shared_->options.on_failure(response, request);
        const bool is_whole = parser.is_done();
        const bool goes_on = keeps && is_whole && !is_winding_up_ && !shared_->is_stopping.load();
        const bool is_sent = co_await write(response, request, match.route, goes_on);
        if (is_sent && !is_whole) co_await linger();
        co_return is_sent&& goes_on;
    }

    /// Reads the body as the route wants it and has it answered. 0, or the status to refuse with,
    /// or -1 if the client is gone.
    asio::awaitable<int> respond(Parser& parser, const Route& route, Request& request,
                                 Response& response) {
        if (const auto* const handler = std::get_if<Handler>(&route.handler)) {
            const int status =
                co_await read_body(parser, route.body_bytes_max,
                                   [&request](std::string_view piece) -> asio::awaitable<bool> {
                                       request.body.append(piece);
                                       co_return true;
                                   });
            if (status != 0) co_return status;
            deadline_.clear();
            if (route.is_immediate) {
                response = guarded(*handler, request);
            } else if (auto ready = find_at_hand(route, request)) {
                response = std::move(*ready);
            } else {
                response = co_await on_worker([&] { return guarded(*handler, request); });
            }
            co_return 0;
        }
        co_return co_await stream_body(parser, route, request, response);
    }

    std::optional<Response> find_at_hand(const Route& route, const Request& request) {
        std::optional<Response> out;
        if (!route.at_hand) return out;
        const auto ask = [&](const Request& asked) {
            out = route.at_hand(asked);
            return Response{};
        };
        const Response failure = guarded(ask, request);
        return failure.status == 500 ? std::optional(failure) : out;
    }

    asio::awaitable<int> stream_body(Parser& parser, const Route& route, Request& request,
                                     Response& response) {
        const auto& handler = std::get<SinkHandler>(route.handler);
        std::unique_ptr<BodySink> sink;
        bool is_answered = false;
        response = co_await on_worker([&]() -> Response {
            return guarded(
                [&](const Request& asked) -> Response {
                    auto begun = handler(asked);
                    if (auto* const refusal = std::get_if<Response>(&begun)) {
                        is_answered = true;
                        return std::move(*refusal);
                    }
                    sink = std::move(std::get<std::unique_ptr<BodySink>>(begun));
                    return {};
                },
                request);
        });
        if (is_answered || !sink) co_return 0;
        const int status = co_await read_body(
            parser, route.body_bytes_max, [&](std::string_view piece) -> asio::awaitable<bool> {
                response = co_await on_worker([&]() -> Response {
                    return guarded(
                        [&](const Request&) -> Response {
                            auto refusal = sink->add(piece);
                            is_answered = refusal.has_value();
                            return refusal ? std::move(*refusal) : Response{};
                        },
                        request);
                });
                is_answered = is_answered || response.status != 200;
                co_return !is_answered;
            });
        if (status != 0) co_return status;
        deadline_.clear();
        if (!is_answered)
            response = co_await on_worker(
                [&] { return guarded([&](const Request&) { return sink->finish(); }, request); });
        co_return 0;
    }

    /// Hands the body to `use` in pieces until it says no.
    template <class Use>
    asio::awaitable<int> read_body(Parser& parser, std::uint64_t limit, Use use) {
        const auto start = Clock::now();
        std::uint64_t total = 0;
        std::string piece;
        if (!parser.is_done()) piece.resize(body_piece_bytes);
        while (!parser.is_done()) {
            const auto earned =
                std::chrono::milliseconds(1000 * total / limits().body_bytes_per_second_min);
            deadline_.set(start + limits().header_time + earned);
            auto& body = parser.get().body();
            body.data = piece.data();
            body.size = piece.size();
            auto [ec, count] =
                co_await beast::http::async_read_some(stream_, buffer_, parser, as_tuple);
            if (ec == beast::http::error::need_buffer) ec = {};
            if (ec) co_return status_after(ec);
            const std::size_t length = piece.size() - body.size;
            total += length;
            if (total > limit) co_return 413;
            if (length > 0 && !co_await use(std::string_view(piece).substr(0, length))) break;
        }
        co_return 0;
    }

    /// What to refuse a body with that broke off; -1 if the client is gone.
    int status_after(error_code ec) const {
        const int status = deadline_.has_passed() ? 408 : status_of(ec);
        return status == 0 ? -1 : status;
    }

    template <class Answer>
    Response guarded(const Answer& answer_it, const Request& request) {
        try {
            return answer_it(request);
        } catch (const std::exception& exception) {
            return shared_->options.on_exception(exception, request);
        }
    }

    template <class Work>
    auto on_worker(Work work) -> asio::awaitable<decltype(work())> {
        co_return co_await asio::co_spawn(
            shared_->workers, [&work]() -> asio::awaitable<decltype(work())> { co_return work(); },
            asio::use_awaitable);
    }

    asio::awaitable<void> refuse(int status, const Request& request, const Match* match) {
        Response response = shared_->options.error_response(status, request);
        if (status == 405 && match != nullptr) {
            std::string allowed;
            for (const Method one : match->allowed)
                allowed += (allowed.empty() ? "" : ", ") + std::string(name(one));
            response.headers.add("Allow", allowed);
        }
        const Route* const route = match == nullptr ? nullptr : match->route;
        if (co_await write(response, request, route, false)) co_await linger();
    }

    /// Reads on for a moment, so that closing does not wipe out the answer before it is read.
    asio::awaitable<void> linger() {
        error_code ignored;
        socket().shutdown(tcp::socket::shutdown_send, ignored);
        deadline_.set(lingering_time);
        std::string trash(body_piece_bytes, '\0');
        for (std::uint64_t total = 0; total < lingering_bytes_max;) {
            const auto [ec, count] =
                co_await socket().async_read_some(asio::buffer(trash), as_tuple);
            if (ec || count == 0) break;
            total += count;
        }
        deadline_.clear();
    }

    asio::awaitable<bool> write(const Response& response, const Request& request,
                                const Route* route, bool goes_on) {
        const std::string head = print_head(response, shared_->options.default_headers, goes_on);
        bool is_sent = false;
        if (request.method == Method::head)
            is_sent = co_await write_bytes(head, {});
        else if (const auto* const file = std::get_if<FilePart>(&response.body))
            is_sent = co_await write_bytes(head, {}) && co_await write_file(*file);
        else if (const auto* const events = std::get_if<EventStream>(&response.body))
            is_sent = co_await write_bytes(head, {}) && co_await write_events(*events);
        else
            is_sent = co_await write_bytes(head, bytes_of(response));
        note(response, request, route);
        co_return is_sent;
    }

    static std::string_view bytes_of(const Response& response) {
        if (const auto* const shared = std::get_if<SharedBytes>(&response.body)) return **shared;
        return std::get<std::string>(response.body);
    }

    void note(const Response& response, const Request& request, const Route* route) {
        if (!shared_->options.on_access) return;
        shared_->options.on_access(
            {name(request.method), request.path,
             route == nullptr ? std::string_view{} : std::string_view(route->pattern),
             request.remote, response.status, response.size_bytes(),
             std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started_)});
    }

    asio::awaitable<bool> write_bytes(std::string_view head, std::string_view body) {
        std::size_t sent = 0;
        if constexpr (!is_tls<Stream>) {
            // What the line takes at once needs neither a deadline nor a turn of the loop.
            const std::array whole{asio::buffer(head.data(), head.size()),
                                   asio::buffer(body.data(), body.size())};
            error_code ec;
            sent = stream_.write_some(whole, ec);
            if (ec && ec != asio::error::would_block) co_return false;
            if (sent == head.size() + body.size()) co_return true;
        }
        const std::string_view rest_of_head = head.substr(std::min(sent, head.size()));
        body.remove_prefix(sent - (head.size() - rest_of_head.size()));
        // A body may take as long as a slow line needs, but it must move.
        deadline_.set(
            limits().write_time +
            std::chrono::milliseconds(1000 * body.size() / limits().body_bytes_per_second_min));
        const std::array rest{asio::buffer(rest_of_head.data(), rest_of_head.size()),
                              asio::buffer(body.data(), body.size())};
        const auto [ec, count] = co_await asio::async_write(stream_, rest, as_tuple);
        deadline_.clear();
        co_return !ec;
    }

    asio::awaitable<bool> write_file(const FilePart& part) {
        const int file = ::open(part.path.c_str(), O_RDONLY | O_CLOEXEC);
        if (file < 0) co_return false;
        const std::shared_ptr<void> closing(nullptr, [file](void*) { ::close(file); });
        auto offset = static_cast<off_t>(part.offset);
        std::uint64_t left = part.size_bytes;
        std::string piece;
        while (left > 0) {
            const bool is_moved = co_await write_piece(file, offset, left, piece);
            if (!is_moved) co_return false;
        }
        co_return true;
    }

    asio::awaitable<bool> write_piece(int file, off_t& offset, std::uint64_t& left,
                                      std::string& piece) {
        if constexpr (is_tls<Stream>) {
            piece.resize(std::min<std::uint64_t>(left, body_piece_bytes));
            const ssize_t count = ::pread(file, piece.data(), piece.size(), offset);
            if (count <= 0) co_return false;
            offset += count;
            left -= static_cast<std::uint64_t>(count);
            co_return co_await write_bytes(
                std::string_view(piece).substr(0, static_cast<std::size_t>(count)), {});
        } else {
            constexpr std::uint64_t once_max = 1 << 20;
            const ssize_t count = ::sendfile(socket().native_handle(), file, &offset,
                                             std::min<std::uint64_t>(left, once_max));
            if (count > 0) {
                left -= static_cast<std::uint64_t>(count);
                co_return true;
            }
            if (count == 0 || (errno != EAGAIN && errno != EINTR)) co_return false;
            deadline_.set(limits().write_time);
            const auto [ec] = co_await socket().async_wait(tcp::socket::wait_write, as_tuple);
            deadline_.clear();
            co_return !ec;
        }
    }

    /// Nothing more is read while events are sent, but that the client is gone.
    void watch_peer() {
        stream_.async_read_some(buffer_.prepare(1),
                                [weak = this->weak_from_this()](error_code ec, std::size_t) {
                                    const auto self = weak.lock();
                                    if (!self || !self->heartbeat_) return;
                                    if (!ec) return self->watch_peer();
                                    self->is_peer_gone_ = true;
                                    self->wake_ = true;
                                    self->heartbeat_->cancel();
                                });
    }

    /// Waits for a heartbeat. @returns whether the stream goes on
    asio::awaitable<bool> beat(const EventStream& wanted) {
        heartbeat_->expires_after(limits().heartbeat);
        const auto [ec] = co_await heartbeat_->async_wait(as_tuple);
        if (ec) co_return true;  // woken
        if (wanted.holds && !co_await on_worker([&wanted] { return wanted.holds(); }))
            co_return false;
        co_return co_await write_bytes(": still here\n\n", {});
    }

    /// Sends events until the client goes, may no longer listen, or the server stops.
    asio::awaitable<bool> write_events(const EventStream& wanted) {
        heartbeat_.emplace(socket().get_executor());
        const EventHub::Listening listening(
            shared_->hub, wanted.topic,
            [weak = this->weak_from_this(), executor = socket().get_executor()] {
                asio::post(executor, [weak] {
                    const auto self = weak.lock();
                    if (!self) return;
                    self->wake_ = true;
                    if (self->heartbeat_) self->heartbeat_->cancel();
                });
            });
        std::int64_t after = wanted.after;
        bool is_alive = co_await write_bytes(": hello\n\n", {});
        watch_peer();
        while (is_alive && !is_winding_up_ && !is_peer_gone_) {
            wake_ = false;
            const auto missed = shared_->hub.since(wanted.topic, after);
            std::string text = missed.has_gap ? "event: reload\ndata: \n\n" : "";
            for (const LiveEvent& event : missed.events) {
                text += *event.text;
                after = event.id;
            }
            if (!text.empty()) is_alive = co_await write_bytes(text, {});
            if (is_alive && !wake_ && !is_winding_up_) is_alive = co_await beat(wanted);
        }
        heartbeat_.reset();
        error_code ignored;
        socket().cancel(ignored);  // the watch for the peer
        co_return false;           // the connection ends with its stream
    }

    Stream stream_;
    std::shared_ptr<Shared> shared_;
    Connections& connections_;
    Deadline deadline_;
    beast::flat_buffer buffer_;
    std::string peer_;
    Clock::time_point started_;
    bool is_idle_ = false;
    bool is_winding_up_ = false;
    bool is_peer_gone_ = false;
    bool wake_ = false;
    std::optional<asio::steady_timer> heartbeat_;
};

}  // namespace heng::http
