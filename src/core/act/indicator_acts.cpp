#include "core/act/indicator_acts.hpp"

#include "core/act/acts.hpp"
#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

std::span<const Act* const> indicator_acts() {
    static constexpr std::array all{&open_year,
                                    &propose_indicator,
                                    &comment_on_indicators,
                                    &consolidate_indicators,
                                    &consent_to_indicators,
                                    &return_indicators,
                                    &issue_indicators,
                                    &request_change,
                                    &decide_change,
                                    &interpret_article,
                                    &close_year,
                                    &archive_year,
                                    &carry_forward};
    return all;
}

namespace {

/// The rulebook of the year's current draft, or nullptr before there is one.
const cycle::Rulebook* table_at_hand(const Context& context, const cycle::Cycle& cycle) {
    const cycle::Draft* const draft = cycle.indicators.current_draft();
    return draft == nullptr ? nullptr : &rulebook_of(context, draft->id);
}

Error domain_unknown(const scheme::Scheme& scheme, const std::string& domain,
                     std::string item = {}) {
    std::vector<std::string> known;
    for (const scheme::Domain& one : scheme.domains) known.push_back(one.id);
    return {Code::domain_unknown, {{}, 0, 0, std::move(item)}, {domain, join(known, ", ")}};
}

tl::unexpected<Issues> no_place(const char* zh, const char* en, std::string id) {
    return refused(Code::record_unknown, {zh, en, std::move(id)});
}

/// Who answers for the clause `no` of `task`, or for all of it.
Checked<std::vector<std::string>> assessors_at(const scheme::Task& task, const std::string& no) {
    if (no.empty()) return task.assessors;
    const auto clause = std::find_if(task.clauses.begin(), task.clauses.end(),
                                     [&no](const scheme::Clause& one) { return one.no == no; });
    if (clause == task.clauses.end()) return no_place("扣分细则", "clause", task.no + no);
    return clause->assessors ? *clause->assessors : task.assessors;
}

}  // namespace

const cycle::Rulebook& rulebook_of(const Context& context, cycle::DraftId draft) {
    const auto found = context.rulebooks.find(draft);
    INVARIANT(found != context.rulebooks.end(), "the rulebooks of all drafts are at hand");
    return *found->second;
}

cycle::TablePlace read_place(const Fields& in) {
    return {in.text("domain"), in.text_or_empty("task"), in.text_or_empty("clause")};
}

Checked<Subject> subject_place(const Context& context, const Fields& in) {
    const cycle::TablePlace place = read_place(in);
    const cycle::Rulebook* const table = table_at_hand(context, context.cycle_of(in));
    Subject out;
    out.domain = place.domain;
    if (table != nullptr && table->scheme().find_domain(place.domain) == nullptr)
        return tl::unexpected(Issues{domain_unknown(table->scheme(), place.domain)});
    if (place.task.empty()) {
        if (!place.clause.empty())
            return tl::unexpected(
                Issues{{Code::field_missing,
                        {{}, 0, 0, std::string(task_field.name)},
                        {std::string(task_field.zh), std::string(task_field.en)}}});
        out.assessors = {context.actor.of};
        return out;
    }
    const scheme::Task* const task =
        table == nullptr ? nullptr : table->find_task(place.domain, place.task);
    if (task == nullptr) return no_place("基本任务", "task", place.task);
    auto assessors = assessors_at(*task, place.clause);
    if (!assessors) return tl::unexpected(assessors.error());
    out.assessors = std::move(*assessors);
    return out;
}

Checked<const cycle::Draft*> find_draft(const Context& context, const Fields& in,
                                        cycle::DraftStage needed) {
    const cycle::Indicators& indicators = context.cycle_of(in).indicators;
    const auto id = in.record<cycle::Draft>("draft");
    const cycle::Draft* const draft = indicators.find_draft(id);
    const std::string no = std::to_string(id.seq);
    if (draft == nullptr) return no_place("指标体系草案", "draft", no);
    if (draft->stage != needed)
        return refused(Code::record_stage_unfit,
                       {"指标体系草案", "draft", no, std::string(cycle::name(draft->stage)),
                        std::string(cycle::name(needed))});
    const cycle::Draft* const current = indicators.current_draft();
    if (current != draft)
        return refused(Code::draft_superseded, {no, std::to_string(current->id.seq)});
    return draft;
}

Issues check_units_covered(const Context& context, const Fields& in, const scheme::Scheme& scheme) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    Issues issues;
    for (const auto& [id, unit] : context.state.units_and_people.units) {
        const bool takes_part = !unit.merged_into && !cycle.exemptions.contains(id);
        const std::string& domain = unit.now().domain;
        if (takes_part && scheme.find_domain(domain) == nullptr)
            issues.push_back(domain_unknown(scheme, domain, id));
    }
    return issues;
}

Checked<const cycle::Rulebook*> find_candidate(const Context& context, const Fields& in) {
    INVARIANT(context.candidate != nullptr, "the files handed in were loaded");
    if (!*context.candidate) return tl::unexpected(context.candidate->error());
    const cycle::Rulebook* const rulebook = (*context.candidate)->get();
    const scheme::Scheme& scheme = rulebook->scheme();
    Issues issues = check_units_covered(context, in, scheme);
    if (scheme.year != in.whole("year"))
        issues.push_back({Code::scheme_of_other_year,
                          {},
                          {std::to_string(scheme.year), std::to_string(in.whole("year"))}});
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return rulebook;
}

std::string next_edition(const cycle::State& state, const scheme::Scheme& scheme) {
    const std::string prefix = scheme.id + '/';
    std::int64_t last = 0;
    for (const auto& [year, cycle] : state.cycles)
        last += std::count_if(
            cycle.indicators.editions.begin(), cycle.indicators.editions.end(),
            [&prefix](const cycle::Edition& one) { return one.id.starts_with(prefix); });
    return prefix + std::to_string(last + 1);
}

Result<void> check_between(Date day, Date first, Date last) {
    if (day >= first && day <= last) return {};
    return refuse(
        Code::value_out_of_range, {},
        {ledger::print_date(day), ledger::print_date(first) + " – " + ledger::print_date(last)});
}

YearBounds bounds_of(const Fields& in) {
    const std::chrono::year year(static_cast<int>(in.whole("year")));
    return {Date{year, std::chrono::January, std::chrono::day(1)},
            Date{year, std::chrono::December, std::chrono::day(31)}};
}

std::shared_ptr<const ledger::Object> read_files(const Fields& in) {
    return std::make_shared<const ledger::Object>(*in.body().find(files_name)->object());
}

}  // namespace heng::act
