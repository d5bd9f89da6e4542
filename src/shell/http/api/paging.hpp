#pragma once
/// @file
/// Lists by the page. A cursor names the last item of the page before, so that items which come or
/// go meanwhile neither repeat nor hide others.
#include "core/base/result.hpp"
#include "core/ledger/canonical.hpp"
#include "shell/http/message.hpp"

namespace heng::http {

/// Whether everything is asked for at once (`limit=all`), which is counted.
bool is_bulk(const Request& request);

/// The page of `items` that the request's `limit` (1 to 1,000, all, else 100) and `cursor` ask for:
/// `{"items": […], "next": cursor or null}`.
/// @returns the page, or `argument_unusable` for a limit that is none, or `cursor_unknown`.
/// @pre each item is an object with a text or number under `id`.
[[nodiscard]] Result<ledger::Value> page_of(const ledger::List& items, const Request& request);

}  // namespace heng::http
