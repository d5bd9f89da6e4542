#include "shell/http/api/answer_cache.hpp"

#include "shell/http/encoding.hpp"

#include <functional>

namespace heng::http {

namespace {

/// Smaller answers go in one packet anyway.
constexpr std::size_t size_bytes_to_compress = 1400;
constexpr std::string_view gzip_tag_ending = "-gz";

}  // namespace

bool names_tag(std::string_view field, std::string_view tag) {
    const std::string quoted = '"' + std::string(tag);
    return field == "*" || field.find(quoted + '"') != field.npos ||
           field.find(quoted + std::string(gzip_tag_ending) + '"') != field.npos;
}

std::optional<Answer> AnswerCache::find(const std::string& tenant, std::int64_t head,
                                        const std::string& key) const {
    const std::lock_guard lock(mutex_);
    const auto kept = tenants_.find(tenant);
    if (kept == tenants_.end() || kept->second.head != head) return std::nullopt;
    const auto found = kept->second.answers.find(key);
    if (found == kept->second.answers.end()) return std::nullopt;
    return found->second;
}

void AnswerCache::keep(const std::string& tenant, std::int64_t head, const std::string& key,
                       Answer answer) {
    const std::lock_guard lock(mutex_);
    Kept& kept = tenants_[tenant];
    if (head < kept.head) return;
    const std::size_t size = answer.text->size() + key.size();
    if (head > kept.head || kept.size_bytes + size > size_bytes_max) kept = {head, {}, 0};
    if (kept.answers.emplace(key, std::move(answer)).second) kept.size_bytes += size;
}

Answer make_answer(std::string text) {
    const std::size_t hash = std::hash<std::string_view>{}(text);
    std::string tag = std::to_string(text.size()) + '-' + std::to_string(hash);
    return {std::make_shared<const std::string>(std::move(text)), std::move(tag)};
}

Answer compressed(const Answer& answer) {
    if (answer.text->size() < size_bytes_to_compress) return answer;
    auto bytes = gzip(*answer.text);
    if (!bytes) return answer;
    return {std::make_shared<const std::string>(std::move(*bytes)),
            answer.tag + std::string(gzip_tag_ending), true};
}

Response respond(const Answer& answer, const Request& request) {
    Response response{200, {}, answer.text};
    response.headers.add("Content-Type", "application/json; charset=utf-8");
    response.headers.add("ETag", '"' + answer.tag + '"');
    response.headers.add("Vary", "Acting-As, Cookie, Authorization, Accept-Encoding");
    if (answer.is_gzip) response.headers.add("Content-Encoding", "gzip");
    const auto known = request.headers.find("if-none-match");
    if (known && names_tag(*known, answer.tag)) {
        response.status = 304;
        response.body = std::string();
    }
    return response;
}

}  // namespace heng::http
