#pragma once
/// @file
/// Which view stands under which address.
#include "core/view/scope.hpp"
#include "shell/http/message.hpp"

#include <span>
#include <string_view>

namespace heng::http {

struct ViewRoute {
    std::string_view pattern;
    /// Reads what the view needs from the path and the query. A list is answered by the page.
    Checked<ledger::Value> (*view)(const view::Scope&, const Request&);
};
std::span<const ViewRoute> view_routes();

}  // namespace heng::http
