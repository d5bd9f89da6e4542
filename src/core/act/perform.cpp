#include "core/act/perform.hpp"

#include "core/act/acts.hpp"
#include "core/act/permission.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>
#include <unordered_map>

namespace heng::act {

namespace {

constexpr std::int64_t year_max = 9'999;

std::vector<const Act*> all_acts() {
    std::vector<const Act*> out;
    for (const auto group :
         {register_acts(), indicator_acts(), finding_acts(), monitoring_acts(), half_year_acts(),
          year_end_acts(), review_acts(), circumstance_acts(), grading_acts(), aftermath_acts()})
        out.insert(out.end(), group.begin(), group.end());
    return out;
}

bool is_of_a_year(const Act& act) {
    return std::any_of(act.fields.begin(), act.fields.end(),
                       [](const Field& field) { return field.name == year_field.name; });
}

Result<void> check_year(const Context& context, const Act& act, const Fields& in) {
    if (!is_of_a_year(act) || act.id == opening_of_year) return {};
    const std::int64_t year = in.whole(year_field.name);
    const bool is_a_year = year >= 0 && year <= year_max;  // else it would be taken for another
    const cycle::Cycle* const found =
        is_a_year ? context.state.find_cycle(static_cast<int>(year)) : nullptr;
    if (found == nullptr) return refuse(Code::cycle_unknown, {}, {std::to_string(year)});
    if (found->stage >= act.stages.first && found->stage <= act.stages.last) return {};
    return refuse(
        Code::cycle_stage_unfit, {},
        {std::string(act.zh), std::string(act.en), std::to_string(year),
         std::string(cycle::name(found->stage)), std::string(cycle::name(act.stages.first)),
         std::string(cycle::name(act.stages.last))});
}

const cycle::Rulebook* rulebook_for(const Context& context, const Act& act, const Fields& in) {
    if (!is_of_a_year(act) || act.id == opening_of_year) return nullptr;
    return context.rulebook(context.cycle_of(in));
}

Checked<void> check_actor(const Context& context, const Act& act, const Fields& in) {
    if (act.id == founding_act) {  // Nobody can be asked for permission yet.
        if (!context.state.units_and_people.people.empty()) return refused(Code::already_founded);
        return {};
    }
    const Actor& actor = context.actor;
    if (!context.state.units_and_people.holds(actor, context.today))
        return refused(Code::capacity_absent,
                       {actor.person, std::string(cycle::name(actor.as)), actor.of});
    Subject subject;
    if (act.subject != nullptr) {
        auto found = act.subject(context, in);
        if (!found) return tl::unexpected(found.error());
        subject = std::move(*found);
    }
    const auto permitted = check_permission(context.state, rulebook_for(context, act, in), actor,
                                            act, subject, context.today);
    if (!permitted) return tl::unexpected(Issues{permitted.error()});
    return {};
}

void add_document(cycle::State& state, const Fields& in, const Fields& issued,
                  const ledger::Event& event) {
    cycle::Document document{*cycle::document_kind_named(issued.text("kind")),
                             issued.text("issuer"),
                             issued.whole("no"),
                             event.seq,
                             event.what.happened_on,
                             {}};
    if (issued.has("to")) document.to = issued.text("to");
    cycle_of(state, in).documents.add(std::move(document));
}

/// The edition that events of this day name: of the year the act is about.
std::optional<std::string> edition_of(const Context& context, const Act& act, const Fields& in) {
    if (!is_of_a_year(act) || act.id == opening_of_year) return std::nullopt;
    const cycle::Edition* const edition = context.cycle_of(in).indicators.edition_on(context.today);
    return edition == nullptr ? std::nullopt : std::optional(edition->id);
}

}  // namespace

std::span<const Act* const> acts() {
    static const std::vector<const Act*> all = all_acts();
    return all;
}

const Act* find_act(std::string_view id) {
    static const std::unordered_map<std::string_view, const Act*> by_id = [] {
        std::unordered_map<std::string_view, const Act*> map;
        for (const Act* const act : acts()) {
            const bool is_new = map.emplace(act->id, act).second;
            INVARIANT(is_new, "every act has an id of its own");
        }
        return map;
    }();
    const auto found = by_id.find(id);
    return found == by_id.end() ? nullptr : found->second;
}

Checked<std::vector<ledger::Draft>> perform(const Context& context, const Command& command) {
    const Act* const act = find_act(command.act);
    if (act == nullptr) return refused(Code::act_unknown, {command.act});
    Issues issues = check_fields(act->fields, command.body);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    const Fields in(command.body);
    if (const auto year = check_year(context, *act, in); !year)
        return tl::unexpected(Issues{year.error()});
    if (const auto actor = check_actor(context, *act, in); !actor)
        return tl::unexpected(actor.error());
    auto effects = act->decide(context, in);
    if (!effects) return tl::unexpected(effects.error());
    std::vector<ledger::Draft> out;
    for (Effect& effect : *effects) {
        effect.body.add("as", cycle::name(context.actor.as));
        if (!context.actor.of.empty()) effect.body.add("of", context.actor.of);
        out.push_back({context.actor.person, std::string(effect.act), context.today,
                       edition_of(context, *act, in), std::move(effect.body)});
    }
    return out;
}

void replay(cycle::State& state, const ledger::Event& event) {
    if (event.what.act == ledger::opening_act) {
        state.tenant = event.tenant;
        return;
    }
    const Act* const act = find_act(event.what.act);
    if (act == nullptr) return;
    const Fields in(event.what.body);
    act->apply(state, {event.seq, event}, in);
    const ledger::Value* const document = event.what.body.find("document");
    if (document != nullptr) add_document(state, in, Fields(*document->object()), event);
    for (const Fields& one : in.rows("documents")) add_document(state, in, one, event);
}

}  // namespace heng::act
