#include "core/act/finding_acts.hpp"

#include "core/act/acts.hpp"
#include "core/act/stand_in.hpp"
#include "core/cycle/settling.hpp"
#include "core/score/unit_score.hpp"

#include <array>

namespace heng::act {

std::span<const Act* const> finding_acts() {
    static constexpr std::array all{&record_finding,   &confirm_finding,   &correct_finding,
                                    &withdraw_finding, &object_to_finding, &answer_objection,
                                    &supply_reference};
    return all;
}

cycle::Fact read_fact(const Fields& in) {
    return {in.text("branch"),        in.decimal("value"),        in.date("occurred_on"),
            in.text_or_empty("case"), in.text_or_empty("source"), in.text("note"),
            in.digests("evidence")};
}

namespace {

Error no_edition(const cycle::Cycle& cycle, Date day) {
    return {Code::edition_absent, {}, {std::to_string(cycle.year), ledger::print_date(day)}};
}

}  // namespace

Result<void> check_fact(const Context& context, const cycle::Cycle& cycle, const std::string& unit,
                        const cycle::Fact& fact) {
    if (fact.occurred_on > context.today)
        return refuse(Code::too_early, {},
                      {"记录扣分", "recording it", ledger::print_date(fact.occurred_on)});
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    if (rulebook == nullptr) return tl::unexpected(no_edition(cycle, context.today));
    const auto branch = rulebook->find_branch(fact.branch);
    if (!branch) return refuse(Code::branch_unknown, {}, {fact.branch});
    const cycle::Unit& found = *context.state.units_and_people.find_unit(unit);
    if (branch->domain->id != found.on(cycle::assessed_on(cycle, context.today)).domain)
        return refuse(Code::branch_not_in_domain, {}, {fact.branch, unit});
    const auto& rule = branch->rules->branches[branch->index];
    const std::string violated = score::range_violated(rule, fact.value);
    if (!violated.empty())
        return refuse(Code::value_out_of_range, {}, {fact.value.text(), violated});
    return check_sheet_open(context, cycle, unit, fact.branch);
}

Result<void> check_sheet_open(const Context& context, const cycle::Cycle& cycle,
                              const std::string& unit, const std::string& branch) {
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    const auto place = rulebook == nullptr ? std::nullopt : rulebook->find_branch(branch);
    if (!place) return {};
    const cycle::SheetKey key{unit, place->domain->id, place->origin().task->no};
    const cycle::Sheet* const sheet = cycle.year_end.find(key);
    if (sheet == nullptr) return {};
    return refuse(Code::sheet_settled, {}, {key.unit, key.task, std::to_string(sheet->id.seq)});
}

Checked<std::vector<std::string>> assessors_of(const Context& context, const cycle::Cycle& cycle,
                                               const std::string& branch, const std::string* unit) {
    const cycle::Rulebook* const rulebook = context.rulebook(cycle);
    if (rulebook == nullptr) return tl::unexpected(Issues{no_edition(cycle, context.today)});
    const auto place = rulebook->find_branch(branch);
    if (!place) return refused(Code::branch_unknown, {branch});
    return unit == nullptr ? place->assessors() : bodies_for_branch(context, *place, *unit);
}

Checked<const cycle::Finding*> find_finding(const Context& context, const Fields& in) {
    const auto id = in.record<cycle::Finding>("finding");
    const cycle::Finding* const finding = context.cycle_of(in).findings.find(id);
    if (finding == nullptr)
        return refused(Code::record_unknown, {"扣分记录", "finding", std::to_string(id.seq)});
    return finding;
}

Checked<Subject> subject_finding(const Context& context, const Fields& in) {
    const auto finding = find_finding(context, in);
    if (!finding) return tl::unexpected(finding.error());
    Subject out;
    out.unit = (*finding)->unit;
    out.assessors = {(*finding)->body};
    out.first_persons = {(*finding)->recorded_by};
    return out;
}

Result<void> check_stage(const cycle::Finding& finding, cycle::FindingStage needed) {
    if (finding.stage == needed) return {};
    return refuse(Code::record_stage_unfit, {},
                  {"扣分记录", "finding", std::to_string(finding.id.seq),
                   std::string(cycle::name(finding.stage)), std::string(cycle::name(needed))});
}

}  // namespace heng::act
