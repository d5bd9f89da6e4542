#include "shell/http/router.hpp"

#include "core/base/invariant.hpp"

namespace heng::http {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> out;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const std::size_t end = std::min(path.find('/'), path.size());
        out.push_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return out;
}

bool is_named(std::string_view segment) {
    return segment.size() > 2 && segment.starts_with('{') && segment.ends_with('}');
}

}  // namespace

void Router::add(Route route) {
    Node* node = &root_;
    for (const std::string_view segment : segments_of(route.pattern)) {
        auto& next = is_named(segment) ? node->named : node->fixed[std::string(segment)];
        if (!next) next = std::make_unique<Node>();
        node = next.get();
    }
    const Method method = route.method;
    routes_.push_back(std::make_unique<Route>(std::move(route)));
    const bool is_new = node->routes.emplace(method, routes_.back().get()).second;
    INVARIANT(is_new, "a route is added once");
}

const Router::Node* Router::descend(const Node& node, const std::vector<std::string_view>& segments,
                                    std::size_t at, std::vector<std::string_view>& values) {
    if (at == segments.size()) return node.routes.empty() ? nullptr : &node;
    if (const auto fixed = node.fixed.find(segments[at]); fixed != node.fixed.end())
        if (const Node* const found = descend(*fixed->second, segments, at + 1, values))
            return found;
    if (!node.named || segments[at].empty()) return nullptr;
    values.push_back(segments[at]);
    if (const Node* const found = descend(*node.named, segments, at + 1, values)) return found;
    values.pop_back();
    return nullptr;
}

Match Router::find(Method method, std::string_view path) const {
    Match out;
    std::vector<std::string_view> values;
    const Node* const node = descend(root_, segments_of(path), 0, values);
    if (node == nullptr) return out;
    const auto exact = node->routes.find(method == Method::head ? Method::get : method);
    if (exact == node->routes.end()) {
        for (const auto& [allowed, route] : node->routes) out.allowed.push_back(allowed);
        return out;
    }
    out.route = exact->second;
    std::size_t next = 0;
    for (const std::string_view segment : segments_of(out.route->pattern))
        if (is_named(segment))
            out.path_values.emplace_back(segment.substr(1, segment.size() - 2), values[next++]);
    return out;
}

}  // namespace heng::http
