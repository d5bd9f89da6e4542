#pragma once
/// @file
/// Answers that need not be computed again: a view of a ledger at a head is the same each time.
#include "shell/http/message.hpp"

#include <cstdint>
#include <map>
#include <mutex>
#include <string>

namespace heng::http {

/// A body with its ETag, without quotation marks.
struct Answer {
    SharedBytes text;
    std::string tag;
    bool is_gzip = false;
};

/// May be used from several threads at once.
class AnswerCache {
public:
    static constexpr std::size_t size_bytes_max = 16 << 20;

    /// What was kept for this key at this head, or nothing.
    std::optional<Answer> find(const std::string& tenant, std::int64_t head,
                               const std::string& key) const;
    /// Keeps it; what was kept of the tenant at older heads goes.
    void keep(const std::string& tenant, std::int64_t head, const std::string& key, Answer answer);

private:
    struct Kept {
        std::int64_t head = 0;
        std::map<std::string, Answer> answers;
        std::size_t size_bytes = 0;
    };
    mutable std::mutex mutex_;
    std::map<std::string, Kept> tenants_;
};

/// The answer with this body.
Answer make_answer(std::string text);

/// The same, compressed, under a tag of its own; as it was where that gains nothing.
/// Only for answers that hold no secret: their length tells of what they hold (BREACH).
Answer compressed(const Answer& answer);

/// Whether a field such as `"a", W/"b"` or `*` names the tag, also of the compressed answer.
bool names_tag(std::string_view field, std::string_view tag);

/// 200 with the body as it is, or 304 if the client has it (If-None-Match). Scores are not kept by
/// anyone on the way (SEC: no-store is for shared machines; the tag spares the sending).
Response respond(const Answer& answer, const Request& request);

}  // namespace heng::http
