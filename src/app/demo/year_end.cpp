/// @file
/// January of the year after: the office opens the year-end assessment and forms a group for each
/// domain; every task sheet is settled by one person and signed by another.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/act/stand_in.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

/// The bodies that assess in the domain and are no units of it.
std::vector<std::string> assessors_in(const Play& play, const std::string& domain) {
    std::vector<std::string> out;
    for (const scheme::Task* const task : play.story().rulebook->tasks(domain))
        for (const std::string& body : cycle::assessors_of(*task)) {
            const auto unit = unit_of_body(play.story(), body);
            const bool is_own = unit && play.story().unit(*unit).domain == domain;
            if (!is_own && std::find(out.begin(), out.end(), body) == out.end())
                out.push_back(body);
        }
    return out;
}

void form_groups(Play& play) {
    for (const scheme::Domain& domain : play.scheme().domains) {
        List members;
        for (const std::string& body : assessors_in(play, domain.id))
            members.emplace_back(Object{{"person", person_of(body, Who::third)}, {"body", body}});
        play.act(office(), "form_group",
                 {{"name", domain.name + "考核组"},
                  {"domains", List{domain.id}},
                  {"members", std::move(members)}});
    }
}

/// In what the body settles the sheet: an assessor of the task, else who stands in for it.
Capacity capacity_of(const Play& play, const cycle::SheetKey& key, const std::string& body) {
    const auto& named = play.story().rulebook->find_task(key.domain, key.task)->assessors;
    if (std::find(named.begin(), named.end(), body) != named.end()) return Capacity::assessor;
    return play.scheme().find_domain(key.domain)->lead == body ? Capacity::lead : Capacity::office;
}

std::string body_for(const Play& play, const cycle::SheetKey& key) {
    return play.desk().read([&](const Live& live) {
        const Actor nobody;
        const act::Context context{live.state, live.rulebooks, nobody, play.today(),
                                   1,          nullptr,        nullptr};
        return act::bodies_for_task(context, *play.story().rulebook, key).front();
    });
}

void settle_and_sign(Play& play, const StoryUnit& unit) {
    for (const scheme::Task* const task : play.story().rulebook->tasks(unit.domain)) {
        const cycle::SheetKey key{unit.id, unit.domain, task->no};
        const std::string body = body_for(play, key);
        const Capacity as = capacity_of(play, key, body);
        const auto sheet =
            play.act(acting(as, body), "settle_sheet", {{"unit", unit.id}, {"task", task->no}});
        play.plan(play.working_after(play.today(), 2), [&play, as, body, sheet] {
            play.act(acting(as, body, Who::second), "sign_sheet", {{"sheet", sheet}});
        });
    }
}

}  // namespace

void plan_year_end(Play& play) {
    play.plan(next_year_on(1, 4), [&play] {
        play.act(office(), "open_year_end", {{"note", "按市考核委要求开展年终考核"}});
    });
    play.plan(next_year_on(1, 5), [&play] { form_groups(play); });
    for (std::size_t i = 0; i < play.story().units.size(); ++i)
        play.plan(next_year_on(1, static_cast<unsigned>(14 + i % 2 * 3)),  // 14 or 17 January
                  [&play, i] { settle_and_sign(play, play.story().units[i]); });
}

}  // namespace heng::app::demo
