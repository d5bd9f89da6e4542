#include "shell/http/api/paging.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <limits>

namespace heng::http {

namespace {

constexpr std::size_t limit_default = 100;
constexpr std::int64_t limit_max = 1'000;

std::string id_of(const ledger::Value& item) {
    const ledger::Value* const id = item.object()->find("id");
    INVARIANT(id != nullptr && (id->text() != nullptr || id->number() != nullptr),
              "an item of a list has an id");
    return id->text() != nullptr ? *id->text() : std::to_string(*id->number());
}

Result<std::size_t> limit_of(const Request& request) {
    const auto text = request.query_value("limit");
    if (!text) return limit_default;
    if (is_bulk(request)) return std::numeric_limits<std::size_t>::max();
    const auto limit = whole_number(*text);
    if (!limit || *limit < 1 || *limit > limit_max)
        return refuse(Code::argument_unusable, {}, {"limit", *text, "1 – 1000, all"});
    return static_cast<std::size_t>(*limit);
}

}  // namespace

bool is_bulk(const Request& request) {
    return request.query_value("limit") == "all";
}

Result<ledger::Value> page_of(const ledger::List& items, const Request& request) {
    const auto limit = limit_of(request);
    if (!limit) return tl::unexpected(limit.error());
    auto first = items.begin();
    if (const auto cursor = request.query_value("cursor")) {
        first = std::find_if(items.begin(), items.end(),
                             [&](const ledger::Value& item) { return id_of(item) == *cursor; });
        if (first == items.end()) return refuse(Code::cursor_unknown);
        ++first;
    }
    const auto left = static_cast<std::size_t>(items.end() - first);
    const auto count = static_cast<std::ptrdiff_t>(std::min(*limit, left));
    ledger::List page(first, first + count);
    const bool is_last = left <= *limit;
    ledger::Value next = is_last ? ledger::Value() : ledger::Value(id_of(page.back()));
    return ledger::Object{{"items", std::move(page)}, {"next", std::move(next)}};
}

}  // namespace heng::http
