#include "core/view/log.hpp"

#include "core/act/perform.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

std::string_view act_name(const ledger::Event& event) {
    const act::Act* const act = act::find_act(event.what.act);
    return act == nullptr ? std::string_view(event.what.act) : act->zh;
}

bool has(std::string_view text, const std::string& part) {
    return text.find(part) != text.npos;
}

}  // namespace

bool passes(const LogFilter& filter, const ledger::Event& event) {
    const ledger::Draft& what = event.what;
    if (filter.act && *filter.act != what.act) return false;
    if (filter.person && *filter.person != what.actor) return false;
    if (filter.from && what.happened_on < *filter.from) return false;
    if (filter.to && what.happened_on > *filter.to) return false;
    return has(what.act, filter.text) || has(act_name(event), filter.text) ||
           has(what.actor, filter.text) || std::to_string(event.seq) == filter.text;
}

Checked<Value> log(const Scope& scope, std::span<const ledger::Event> events) {
    if (const auto seen = check_listed(scope, View::log); !seen)
        return tl::unexpected(seen.error());
    List out;
    for (const ledger::Event& event : events)
        out.push_back(Object{{"id", event.seq},
                             {"act", event.what.act},
                             {"act_name", act_name(event)},
                             {"person", event.what.actor},
                             {"on", print(event.what.happened_on)},
                             {"recorded_at", ledger::print_instant(event.recorded_at)}});
    return out;
}

}  // namespace heng::view
