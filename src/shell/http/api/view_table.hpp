#pragma once
/// @file
/// Which view stands under which address.
#include "core/view/scope.hpp"
#include "shell/http/api/answer_cache.hpp"
#include "shell/http/message.hpp"

#include <span>
#include <string_view>

namespace heng::http {

struct ViewRoute {
    std::string_view pattern;
    /// Reads what the view needs from the path and the query. A list is answered by the page.
    Checked<ledger::Value> (*view)(const view::Scope&, const Request&);
    bool is_confidential = false;  ///< Whoever reads it stands in the trail (ASVS 8.3.5).
};
std::span<const ViewRoute> view_routes();

/// What the view answers in this scope, or
///   - what it refuses;
///   - `argument_unusable`, `cursor_unknown` for the page of a list.
[[nodiscard]] Checked<Answer> print_view(const ViewRoute& route, const view::Scope& scope,
                                         const Request& request);

/// A view as someone looked at it.
struct LookedAt {
    const ViewRoute* route = nullptr;
    Request request;
};
/// @param target  /api/v1/years/2021/findings/812, as it stood in the request.
/// @returns the view, or nothing if the target is none.
std::optional<LookedAt> find_view(std::string_view target);

}  // namespace heng::http
