#include "core/view/log.hpp"

#include "core/act/perform.hpp"
#include "core/view/print.hpp"

namespace heng::view {

Checked<Value> log(const Scope& scope, std::span<const ledger::Event> events) {
    if (const auto seen = check_listed(scope, View::log); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const ledger::Event& event : events) {
        const act::Act* const act = act::find_act(event.what.act);
        out.push_back(Object{{"id", event.seq},
                             {"act", event.what.act},
                             {"act_name", act == nullptr ? event.what.act : std::string(act->zh)},
                             {"person", event.what.actor},
                             {"on", print(event.what.happened_on)},
                             {"recorded_at", ledger::print_instant(event.recorded_at)}});
    }
    return out;
}

}  // namespace heng::view
