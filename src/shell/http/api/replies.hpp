#pragma once
/// @file
/// Idempotency-Key: a write that is sent again is answered again and not done again.
#include "core/base/result.hpp"
#include "shell/http/message.hpp"

#include <condition_variable>
#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace heng::http {

/// Everything that a request asks for, as one text: two requests are the same if it is.
std::string what_is_asked(const Request& request);

/// May be used from several threads at once.
class Replies {
public:
    static constexpr std::size_t kept_max = 20'000;

    /// Does `write` unless this account has sent the request with its key before: then what was
    /// answered is answered again; if it is still under way, after waiting for it. Failures of the
    /// server (5xx), refusals of the person (401, 403) and what time may mend (409, 429) are not
    /// kept: they may be tried again.
    /// @returns the answer, or `idempotency_key_missing`, or `idempotency_key_reused` if the key
    /// came with another request.
    Response once(const std::string& account, const Request& request,
                  const std::function<Response()>& write);

private:
    struct Reply {
        std::size_t request = 0;  ///< A hash of what was asked.
        bool is_known = false;
        Response response;
    };
    std::optional<Response> claim(const std::string& name, std::size_t asked);
    void forget(const std::string& name);

    std::mutex mutex_;
    std::condition_variable known_;
    std::map<std::string, Reply> replies_;
    std::deque<std::string> order_;
};

}  // namespace heng::http
