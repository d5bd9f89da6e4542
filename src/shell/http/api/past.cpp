#include "shell/http/api/past.hpp"

#include <algorithm>

namespace heng::http {

Result<std::optional<ledger::Date>> day_asked(const Request& request) {
    const auto text = request.query_value("at");
    if (!text) return std::nullopt;
    const auto day = ledger::parse_date(*text);
    if (!day) return refuse(Code::argument_unusable, {}, {"at", *text, "2021-06-30"});
    return day;
}

Checked<std::shared_ptr<const app::Live>> Past::at(const app::Desk& desk, ledger::Date day) {
    const std::int64_t head = desk.read([](const app::Live& live) { return live.head.seq; });
    const std::lock_guard lock(mutex_);  // one replay at a time is enough
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& one) {
        return one.tenant == desk.tenant() && one.day == day && one.head == head;
    });
    if (found != kept_.end()) return found->live;
    auto live = desk.as_of(day);
    if (!live) return tl::unexpected(std::move(live.error()));
    kept_.push_front(
        {desk.tenant(), day, head, std::make_shared<const app::Live>(std::move(*live))});
    if (kept_.size() > kept_max) kept_.pop_back();
    return kept_.front().live;
}

}  // namespace heng::http
