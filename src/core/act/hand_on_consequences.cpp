/// @file
/// The office hands what the grades entail to those who act on it (A17.1 to A17.5): the event
/// carries the computed list, with the persons concerned. Once for each version of the result.
#include "core/act/aftermath_acts.hpp"
#include "core/cycle/settling.hpp"

namespace heng::act {

namespace {

constexpr std::array fields{year_field, recipients_field, note_field};

ledger::List write_rows(const std::vector<cycle::UnitConsequences>& all) {
    ledger::List out;
    for (const cycle::UnitConsequences& one : all) {
        ledger::List entails;
        for (const scheme::Consequence* const consequence : one.entails)
            entails.emplace_back(consequence->id);
        ledger::List persons(one.persons.begin(), one.persons.end());
        out.emplace_back(ledger::Object{{"domain", one.domain},
                                        {"unit", one.unit},
                                        {"grade", scheme::identifier(one.grade)},
                                        {"entails", std::move(entails)},
                                        {"persons", std::move(persons)}});
    }
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (const auto fits = check_not_empty(in, recipients_field); !fits)
        return tl::unexpected(Issues{fits.error()});
    const cycle::ResultVersion& version = cycle.grading.versions.back();
    const auto& before = cycle.aftermath.hand_overs;
    if (!before.empty() && before.back().version == version.no)
        return refused(Code::record_exists,
                       {"结果运用移送", "hand-over of version", std::to_string(version.no)});
    const auto rows =
        cycle::consequences_of(context.rulebook(cycle)->scheme(), context.state.units_and_people,
                               version, cycle::assessed_on(cycle, context.today));
    return done(hand_on_consequences, in, {{"version", version.no}, {"rows", write_rows(rows)}});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle_of(state, in).aftermath.hand_overs.push_back(
        {entry.seq, entry.person(), entry.day(), in.whole("version"), in.texts("to")});
}

}  // namespace

const Act hand_on_consequences{.id = "hand_on_consequences",
                               .zh = "移送结果运用",
                               .en = "Hand on the consequences",
                               .cites = "A17.1 A17.2 A17.3 A17.4 A17.5",
                               .fields = fields,
                               .stages = {cycle::Stage::published, cycle::Stage::published},
                               .decide = decide,
                               .apply = apply};

}  // namespace heng::act
