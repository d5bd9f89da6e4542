#pragma once
/// @file
/// Requests and responses as handlers see them, without a word of the library that carries them.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace heng::http {

enum class Method { get, head, post, put, patch, erase };
/// `GET`, …
std::string_view name(Method method);
std::optional<Method> method_named(std::string_view text);

/// Header fields in the order they came; names compare without case.
class Headers {
public:
    void add(std::string name, std::string value) {
        fields_.emplace_back(std::move(name), std::move(value));
    }
    /// The first of this name, or nothing.
    std::optional<std::string_view> find(std::string_view name) const;
    const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

bool equal_without_case(std::string_view a, std::string_view b);

struct Request {
    Method method = Method::get;
    std::string path;   ///< Decoded, beginning with /, without . and .. segments.
    std::string query;  ///< What follows the question mark, still encoded; it can be decoded.
    Headers headers;
    std::string body;
    std::string remote;  ///< The client's address: the peer's, or what a proxy says of it.
    bool is_secure = false;

    /// What the route's {names} stand for, in their order.
    std::vector<std::pair<std::string, std::string>> path_values;
    std::string_view path_value(std::string_view name) const;
    /// The first value of a query key, decoded; nothing if it is absent.
    std::optional<std::string> query_value(std::string_view key) const;
    std::optional<std::string_view> cookie(std::string_view name) const;
};

/// Bytes that several responses share.
using SharedBytes = std::shared_ptr<const std::string>;

/// A part of a file on disk, sent by the kernel.
struct FilePart {
    std::string path;
    std::uint64_t offset = 0;
    std::uint64_t size_bytes = 0;
};

/// A stream of server-sent events; see `EventHub`.
struct EventStream {
    std::string topic;
    std::int64_t after = 0;  ///< Events up to this one are known to the client.
    /// Asked on a worker thread at each heartbeat: when it no longer holds, the stream ends.
    std::function<bool()> holds = nullptr;
};

struct Response {
    int status = 200;
    Headers headers;
    std::variant<std::string, SharedBytes, FilePart, EventStream> body;

    std::uint64_t size_bytes() const;
};

/// A request's body on its way in, piece by piece, on a worker thread.
class BodySink {
public:
    virtual ~BodySink() = default;
    /// A response ends the upload at once.
    virtual std::optional<Response> add(std::string_view piece) = 0;
    virtual Response finish() = 0;
};

/// `%41` and, in a query, `+`; nothing if an escape is broken or gives a control character.
std::optional<std::string> decode_percent(std::string_view text, bool plus_is_blank);

/// The whole number that the text is, digit by digit; nothing for any other text.
std::optional<std::int64_t> whole_number(std::string_view text);

/// The path of a request target as `Request` has it, or nothing if it is malformed or climbs out.
std::optional<std::string> normalise_path(std::string_view encoded);

}  // namespace heng::http
