#include "app/accounts/trail.hpp"

#include "core/base/invariant.hpp"
#include "core/ledger/canonical.hpp"

namespace heng::app::accounts {

std::string trail_bytes(const std::string& tenant, const TrailEntry& entry,
                        std::string_view before) {
    const auto bytes = ledger::encode(
        ledger::Object{{"tenant", tenant},
                       {"seq", entry.seq},
                       {"at", std::int64_t{entry.at.time_since_epoch().count()}},
                       {"actor", entry.actor},
                       {"matter", entry.matter},
                       {"account", entry.account},
                       {"outcome", entry.outcome == Outcome::done ? "done" : "refused"},
                       {"detail", entry.detail},
                       {"remote", entry.remote},
                       {"before", before}});
    INVARIANT(bytes.has_value(), "an entry is short UTF-8");
    return *bytes;
}

Result<std::int64_t> verify_trail(AccountStore& store, const Secrets& secrets,
                                  const std::string& tenant) {
    constexpr std::size_t page_size = 500;
    std::int64_t seq = 0;
    std::string before;
    for (;;) {
        const auto page = store.trail(tenant, seq + 1, page_size);
        if (!page) return tl::unexpected(page.error());
        if (page->empty()) return seq;
        for (const TrailEntry& entry : *page) {
            const std::string number = std::to_string(++seq);
            if (entry.seq != seq) return refuse(Code::event_missing, {}, {number});
            if (!secrets.is_mac(entry.mac, trail_bytes(tenant, entry, before)))
                return refuse(Code::event_changed, {}, {number});
            before = entry.mac;
        }
    }
}

}  // namespace heng::app::accounts
