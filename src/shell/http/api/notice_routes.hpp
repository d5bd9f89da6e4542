#pragma once
/// @file
/// The routes of notices, which need the outbox beside the API.
#include "app/notices/outbox.hpp"
#include "shell/http/api/api.hpp"

namespace heng::http {

/// `outbox` must outlive the router.
void add_notice_routes(Router& router, Api& api, app::notices::Outbox& outbox);

}  // namespace heng::http
