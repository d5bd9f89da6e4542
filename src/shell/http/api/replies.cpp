#include "shell/http/api/replies.hpp"

#include "shell/http/api/problem.hpp"

#include <algorithm>

namespace heng::http {

namespace {

constexpr std::size_t key_bytes_max = 200;

/// Nothing was done, and it lies with the server, or with who asks: he may sign in or show the
/// second factor, or wait (409 and 429), and send the same again.
bool may_be_tried_again(int status) {
    return status >= 500 || status == 401 || status == 403 || status == 409 || status == 429;
}

}  // namespace

std::string what_is_asked(const Request& request) {
    std::string all(name(request.method));
    for (const std::string* const part : {&request.path, &request.query, &request.body}) {
        all += '\0';
        all += *part;
    }
    return all;
}

Response Replies::once(const std::string& account, const Request& request,
                       const std::function<Response()>& write) {
    const auto key = request.headers.find("idempotency-key");
    if (!key || key->empty() || key->size() > key_bytes_max)
        return problem(Code::idempotency_key_missing);
    const std::string name = account + '\0' + std::string(*key);
    const std::size_t asked = std::hash<std::string>{}(what_is_asked(request));
    if (auto known = claim(name, asked)) return *known;
    Response response;
    try {
        response = write();
    } catch (...) {
        forget(name);
        throw;
    }
    if (may_be_tried_again(response.status)) {
        forget(name);
        return response;
    }
    const std::lock_guard lock(mutex_);
    replies_[name] = {asked, true, response};
    order_.push_back(name);
    if (order_.size() > kept_max) {
        replies_.erase(order_.front());
        order_.pop_front();
    }
    known_.notify_all();
    return response;
}

/// The answer that there is to this request, or nothing: then it is the caller's to make.
std::optional<Response> Replies::claim(const std::string& name, std::size_t asked) {
    std::unique_lock lock(mutex_);
    for (;;) {
        const auto [place, is_new] = replies_.try_emplace(name, Reply{asked, false, {}});
        if (is_new) return std::nullopt;
        if (place->second.request != asked) return problem(Code::idempotency_key_reused);
        if (place->second.is_known) return place->second.response;
        known_.wait(lock);
    }
}

void Replies::forget(const std::string& name) {
    const std::lock_guard lock(mutex_);
    replies_.erase(name);
    known_.notify_all();
}

}  // namespace heng::http
