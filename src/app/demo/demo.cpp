#include "app/demo/demo.hpp"

#include "app/demo/scenes.hpp"

namespace heng::app::demo {

namespace {

/// Events in one transaction: few enough to hold, many enough that the disk is not waited for.
constexpr std::size_t batch_events = 2000;

void plan_all(Play& play) {
    plan_register(play);
    plan_indicators(play);
    plan_monitoring(play);
    plan_findings(play);
    plan_half_year(play);
    plan_year_end(play);
    plan_review(play);
    plan_grading(play);
    plan_aftermath(play);
}

Account account_of(const Play& play, EventStore& store) {
    Account out;
    out.last_day = play.today();
    play.desk().read([&](const Live& live) {
        out.head = live.head;
        out.state = live.state;
    });
    const auto read = for_each_event(store, tenant, 1, [&](const ledger::SealedEvent& sealed) {
        ++out.acts[ledger::decode_event(sealed.bytes)->what.act];
        return true;
    });
    if (!read) throw Interrupted{{read.error()}};
    return out;
}

}  // namespace

std::size_t Account::times(std::initializer_list<const char*> ids) const {
    std::size_t out = 0;
    for (const char* const id : ids)
        if (const auto found = acts.find(id); found != acts.end()) out += found->second;
    return out;
}

Checked<Account> play_year(Parts parts, const Story& story, const PlayOptions& options) {
    try {
        EventStore& store = parts.store;
        Play play(std::move(parts), story, options.seed);
        plan_all(play);
        play.run(options.until);
        return account_of(play, store);
    } catch (Interrupted& interrupted) {
        return tl::unexpected(std::move(interrupted.issues));
    }
}

Result<void> copy_ledger(EventStore& from, EventStore& to) {
    std::optional<ledger::Head> head;
    for (;;) {
        const auto events = from.read(tenant, head ? head->seq + 1 : 1, batch_events);
        if (!events) return tl::unexpected(events.error());
        if (events->empty()) return {};
        const auto appended = to.append(tenant, head, *events);
        if (!appended) return tl::unexpected(appended.error());
        head = *appended;
    }
}

}  // namespace heng::app::demo
