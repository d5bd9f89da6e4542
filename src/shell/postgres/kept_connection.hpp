#pragma once
/// @file
/// A connection that is made when it is needed, and again after it broke.
#include "shell/postgres/connection.hpp"

#include <mutex>
#include <optional>
#include <string>
#include <utility>

namespace heng::postgres {

/// May be used from several threads; one has it at a time.
class KeptConnection {
public:
    explicit KeptConnection(std::string url) : url_(std::move(url)) {}

    /// Runs `work` with the connection, in a transaction that is rolled back if it fails.
    /// @returns what `work` returns, or `store_unreachable`, or what the server says.
    template <class T, class Work>
    [[nodiscard]] Result<T> transact(const Work& work) {
        const std::lock_guard lock(mutex_);
        if (!connection_ || !connection_->is_alive()) {
            connection_.reset();
            auto made = Connection::open(url_);
            if (!made) return tl::unexpected(made.error());
            connection_ = std::move(*made);
        }
        const auto begun = connection_->run("BEGIN");
        if (!begun) return tl::unexpected(begun.error());
        Result<T> done = work(*connection_);
        const auto ended = connection_->run(done ? "COMMIT" : "ROLLBACK");
        if (done && !ended) return tl::unexpected(ended.error());
        return done;
    }

private:
    const std::string url_;
    std::mutex mutex_;
    std::optional<Connection> connection_;  ///< Absent until needed and after it broke.
};

}  // namespace heng::postgres
