/// @file
/// Listening, accepting and stopping; `Session` serves each connection.
#include "shell/http/server.hpp"

#include "shell/http/session.hpp"

#include <boost/asio/executor_work_guard.hpp>

#include <algorithm>
#include <csignal>
#include <thread>

namespace heng::http {

namespace {

/// The connections of one thread. Each has a queue of its own: threads that share one wake each
/// other for every request.
struct Line {
    asio::io_context io{1};
    asio::executor_work_guard<asio::io_context::executor_type> work{io.get_executor()};
};

std::vector<std::unique_ptr<Line>> make_lines(unsigned count) {
    std::vector<std::unique_ptr<Line>> out;
    for (unsigned i = 0; i < std::max(1U, count); ++i) out.push_back(std::make_unique<Line>());
    return out;
}

class BeastServer final : public Server {
public:
    BeastServer(ServerOptions options, const Router& router, EventHub& hub)
        : shared_(std::make_shared<Shared>(std::move(options), router, hub)),
          lines_(make_lines(shared_->options.io_threads)),
          acceptor_(io_) {}

    [[nodiscard]] Result<void> listen() {
        const ServerOptions& options = shared_->options;
        error_code ec;
        const auto address = asio::ip::make_address(options.address, ec);
        const tcp::endpoint here(address, options.port);
        if (!ec) acceptor_.open(here.protocol(), ec);
        if (!ec) acceptor_.set_option(tcp::acceptor::reuse_address(true), ec);
        if (!ec) acceptor_.bind(here, ec);
        if (!ec) acceptor_.listen(asio::socket_base::max_listen_connections, ec);
        if (ec)
            return refuse(Code::address_unusable, {},
                          {options.address + ':' + std::to_string(options.port), ec.message()});
        return options.tls ? load_certificate(*options.tls) : Result<void>{};
    }

    std::uint16_t port() const override { return acceptor_.local_endpoint().port(); }
    std::size_t connections() const override { return shared_->connections; }

    void run() override {
        std::signal(SIGPIPE, SIG_IGN);  // a peer that goes is an error of the write
        asio::co_spawn(io_, accept(), asio::detached);
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < lines_.size(); ++i)
            threads.emplace_back([&io = lines_[i]->io] { io.run(); });
        io_.run();
        for (std::thread& thread : threads) thread.join();
        shared_->workers.join();
    }

    void stop() override {
        asio::post(io_, [this] {
            if (shared_->is_stopping.exchange(true)) return;
            error_code ignored;
            acceptor_.close(ignored);
            open_.for_each([](Connection& one) { one.wind_up(); });
            drain_.expires_after(shared_->options.limits.drain_time);
            drain_.async_wait([this](error_code ec) {
                if (!ec) open_.for_each([](Connection& one) { one.cut(); });
            });
            wait_until_empty();
        });
    }

private:
    [[nodiscard]] Result<void> load_certificate(const TlsFiles& files) {
        error_code ec;
        tls_.emplace(asio::ssl::context::tls_server);
        tls_->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                              asio::ssl::context::no_tlsv1_1 | asio::ssl::context::no_compression,
                          ec);
        tls_->use_certificate_chain_file(files.certificate, ec);
        if (ec) return refuse(Code::certificate_unusable, {}, {files.certificate, ec.message()});
        tls_->use_private_key_file(files.key, asio::ssl::context::pem, ec);
        if (ec) return refuse(Code::certificate_unusable, {}, {files.key, ec.message()});
        return {};
    }

    asio::awaitable<void> accept() {
        while (acceptor_.is_open()) {
            asio::io_context& io = lines_[accepted_++ % lines_.size()]->io;
            auto [ec, socket] = co_await acceptor_.async_accept(io, as_tuple);
            if (ec == asio::error::operation_aborted || !acceptor_.is_open()) break;
            if (ec) {
                // Out of descriptors: wait a moment rather than spin.
                asio::steady_timer pause(io_, std::chrono::milliseconds(100));
                co_await pause.async_wait(as_tuple);
                continue;
            }
            if (shared_->connections >= shared_->options.limits.connections_max) continue;
            begin(std::move(socket));
        }
    }

    void begin(tcp::socket socket) {
        if (tls_)
            std::make_shared<Session<asio::ssl::stream<tcp::socket>>>(
                asio::ssl::stream<tcp::socket>(std::move(socket), *tls_), shared_, open_)
                ->start();
        else
            std::make_shared<Session<tcp::socket>>(std::move(socket), shared_, open_)->start();
    }

    /// Ends the drain timer and the lines with the last connection, so that `run` returns.
    void wait_until_empty() {
        if (shared_->connections == 0) {
            drain_.cancel();
            for (const auto& line : lines_) line->work.reset();
            return;
        }
        poll_.expires_after(std::chrono::milliseconds(10));
        poll_.async_wait([this](error_code ec) {
            if (!ec) wait_until_empty();
        });
    }

    std::shared_ptr<Shared> shared_;
    Connections open_;
    const std::vector<std::unique_ptr<Line>> lines_;
    asio::io_context& io_ = lines_.front()->io;  ///< Where new connections come in.
    std::size_t accepted_ = 0;
    tcp::acceptor acceptor_;
    std::optional<asio::ssl::context> tls_;
    asio::steady_timer drain_{io_};
    asio::steady_timer poll_{io_};
};

}  // namespace

Result<std::unique_ptr<Server>> Server::open(ServerOptions options, const Router& router,
                                             EventHub& hub) {
    auto server = std::make_unique<BeastServer>(std::move(options), router, hub);
    if (auto listening = server->listen(); !listening) return tl::unexpected(listening.error());
    return server;
}

}  // namespace heng::http
