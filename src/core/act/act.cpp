#include "core/act/act.hpp"

#include "core/base/invariant.hpp"

namespace heng::act {

namespace {

const cycle::Rulebook* find_rulebook(const cycle::Rulebooks& rulebooks,
                                     const cycle::Edition* edition) {
    if (edition == nullptr) return nullptr;
    const auto found = rulebooks.find(edition->draft);
    INVARIANT(found != rulebooks.end(), "the rulebooks of all editions are at hand");
    return found->second.get();
}

}  // namespace

const cycle::Cycle& Context::cycle_of(const Fields& in) const {
    const cycle::Cycle* const found = state.find_cycle(static_cast<int>(in.whole("year")));
    INVARIANT(found != nullptr, "the year was found before");
    return *found;
}

const cycle::Rulebook* Context::rulebook_on(const cycle::Cycle& cycle, Date day) const {
    return find_rulebook(rulebooks, cycle.indicators.edition_on(day));
}

const cycle::Rulebook* Context::rulebook(const cycle::Cycle& cycle) const {
    return rulebook_on(cycle, today);
}

Decision done(const Act& act, const Fields& in, std::vector<ledger::Member> computed) {
    Effect effect{act.id, in.body()};
    for (ledger::Member& member : computed)
        effect.body.add(std::move(member.key), std::move(member.value));
    return std::vector{std::move(effect)};
}

tl::unexpected<Issues> refused(Code code, std::vector<std::string> args) {
    return tl::unexpected(Issues{{code, {}, std::move(args)}});
}

namespace {

ledger::Object number_document(const std::string& issuer, cycle::DocumentKind kind,
                               std::int64_t no) {
    return {{"issuer", issuer}, {"kind", cycle::name(kind)}, {"no", no}};
}

}  // namespace

ledger::Member issue_document(const cycle::Cycle& cycle, cycle::DocumentKind kind,
                              const std::string& issuer) {
    return {"document", number_document(issuer, kind, cycle.documents.next_no(issuer))};
}

ledger::Member issue_documents(const cycle::Cycle& cycle, const std::string& issuer,
                               std::span<const Issued> all) {
    ledger::List list;
    std::int64_t no = cycle.documents.next_no(issuer);
    for (const Issued& one : all) {
        ledger::Object document = number_document(issuer, one.kind, no++);
        if (one.to) document.add("to", *one.to);
        list.emplace_back(std::move(document));
    }
    return {"documents", std::move(list)};
}

cycle::Cycle& cycle_of(cycle::State& state, const Fields& in) {
    const auto found = state.cycles.find(static_cast<int>(in.whole("year")));
    INVARIANT(found != state.cycles.end(), "the year was opened by an earlier event");
    return found->second;
}

}  // namespace heng::act
