/// @file
/// How a change of facts after publication becomes the next version of the result (APP-3).
#include "core/act/aftermath_acts.hpp"
#include "core/act/grading_acts.hpp"

namespace heng::act {

namespace {

void check_settled(const Context& context, const cycle::Cycle& amended,
                   const cycle::DomainId& domain, const cycle::Settlement& settled,
                   Issues& issues) {
    const cycle::ResultRow* const row = amended.grading.versions.back().find(settled.unit);
    if (row == nullptr || row->domain != domain)
        issues.push_back(
            {Code::record_unknown, {}, {"本领域考核对象", "unit of the domain", settled.unit}});
    if (context.state.units_and_people.belongs_to(context.actor.person, settled.unit,
                                                  context.today))
        issues.push_back({Code::recusal, {}, {context.actor.person, settled.unit}});
    const auto cited = check_citation(*context.rulebook(amended), settled);
    if (!cited) issues.push_back(cited.error());
}

/// Grades are the commission's (A16), whoever decides the rest.
Checked<void> check_settlements(const Context& context, const cycle::Cycle& amended,
                                const cycle::DomainId& domain,
                                const std::vector<cycle::Settlement>& settled) {
    if (settled.empty()) return {};
    const Actor& actor = context.actor;
    if (actor.as != Capacity::commission)
        return refused(Code::act_not_permitted,
                       {std::string(deliberate.zh), std::string(deliberate.en),
                        std::string(cycle::name(actor.as)), actor.of});
    Issues issues;
    for (const cycle::Settlement& one : settled)
        check_settled(context, amended, domain, one, issues);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return {};
}

ledger::Object write_place(const cycle::ResultRow& row) {
    return {{"total", row.published.total.text()},
            {"rank", static_cast<std::int64_t>(row.rank)},
            {"grade", scheme::identifier(row.grade)}};
}

ledger::List write_moved(const std::vector<cycle::Moved>& moved, const cycle::UnitId& except) {
    ledger::List out;
    for (const cycle::Moved& one : moved) {
        if (one.after.unit == except) continue;
        out.emplace_back(ledger::Object{{"unit", one.after.unit},
                                        {"before", write_place(one.before)},
                                        {"after", write_place(one.after)}});
    }
    return out;
}

/// A notice to the unit itself and to whoever moved; the circular anew if anyone did.
std::vector<Issued> documents_for(const std::vector<cycle::Moved>& moved,
                                  const cycle::UnitId& unit) {
    using enum cycle::DocumentKind;
    std::vector<Issued> out;
    if (!moved.empty()) out.push_back({result_circular, {}});
    out.push_back({result_notice, unit});
    for (const cycle::Moved& one : moved)
        if (one.after.unit != unit) out.push_back({result_notice, one.after.unit});
    return out;
}

}  // namespace

Checked<std::vector<ledger::Member>> revise(const Context& context, const cycle::Cycle& before,
                                            cycle::Cycle amended,
                                            const cycle::Amendment& amendment) {
    const cycle::Rulebook& rulebook = *context.rulebook(before);
    const cycle::ResultVersion& last = before.grading.versions.back();
    const cycle::DomainId domain = last.find(amendment.unit)->domain;
    const auto possible = check_settlements(context, amended, domain, amendment.settled);
    if (!possible) return tl::unexpected(possible.error());
    const auto lapsed = cycle::lapsed_between(before, amended, rulebook, domain);
    for (const cycle::UnitId& unit : lapsed) amended.grading.set_aside(unit, {});
    auto rows = cycle::settle_again(amended, rulebook, domain);
    if (!rows) return tl::unexpected(rows.error());
    cycle::ResultVersion next = last;
    next.rows = std::move(*rows);
    const auto moved = cycle::moved_between(last, next);
    return std::vector<ledger::Member>{
        {"version", last.no + 1},
        {"rows", write_rows(next.rows)},
        {"lapsed", ledger::List(lapsed.begin(), lapsed.end())},
        {"moved", write_moved(moved, amendment.unit)},
        issue_documents(amended, context.actor.of, documents_for(moved, amendment.unit))};
}

}  // namespace heng::act
