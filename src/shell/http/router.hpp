#pragma once
/// @file
/// Which handler answers a request: segments of a path, some of them {named}.
#include "shell/http/message.hpp"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::http {

/// Answers a whole request, on a worker thread; it may block.
using Handler = std::function<Response(const Request&)>;
/// Takes a request's body piece by piece; the body of the request itself is then empty.
using SinkHandler =
    std::function<std::variant<Response, std::unique_ptr<BodySink>>(const Request&)>;

struct Route {
    Method method = Method::get;
    std::string pattern;  ///< /api/v1/units/{unit}
    std::variant<Handler, SinkHandler> handler;
    std::uint64_t body_bytes_max = 64 << 10;
    /// Answered where the request is read, without a change of thread: for handlers that only
    /// hand out bytes at hand.
    bool is_immediate = false;
    /// Asked first, in the same place, and must not block; nothing: the handler answers.
    std::function<std::optional<Response>(const Request&)> at_hand = nullptr;
};

/// What a request found.
struct Match {
    const Route* route = nullptr;
    std::vector<std::pair<std::string, std::string>> path_values;
    std::vector<Method> allowed;  ///< Where the path exists but not for this method.
};

class Router {
public:
    /// @pre no other route has this method and pattern.
    void add(Route route);
    /// A fixed segment is preferred to a named one. HEAD finds the route of GET.
    Match find(Method method, std::string_view path) const;
    /// In the order they were added.
    const std::vector<std::unique_ptr<Route>>& routes() const { return routes_; }

private:
    struct Node {
        std::map<std::string, std::unique_ptr<Node>, std::less<>> fixed;
        std::unique_ptr<Node> named;
        std::map<Method, const Route*> routes;
    };
    static const Node* descend(const Node& node, const std::vector<std::string_view>& segments,
                               std::size_t at, std::vector<std::string_view>& values);

    std::vector<std::unique_ptr<Route>> routes_;
    Node root_;
};

}  // namespace heng::http
