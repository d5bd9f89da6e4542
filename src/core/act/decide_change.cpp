/// @file
/// The office refuses a change, or grants it with the new scheme: a new edition from a day on
/// (A8.12). What that does to the year's findings is computed, recorded with the decision, and must
/// be accounted for where it leaves findings without a clause.
///
/// A8.12 names only the office; the commission's consent, where it was sought, is noted.
#include "core/act/indicator_acts.hpp"
#include "core/base/text.hpp"
#include "core/cycle/dry_run.hpp"

#include <array>

namespace heng::act {

namespace {

using Request = cycle::ChangeRequest;

constexpr std::array<std::string_view, 2> answers{"refuse", "grant"};
constexpr std::string_view granted = answers[1];
constexpr std::array needed_to_grant{
    Field{files_name, Kind::scheme, Need::optional, "新方案文件", "Files of the new scheme"},
    Field{"from", Kind::date, Need::optional, "新版施行日期", "New edition in force from"},
};
constexpr std::array fields{
    year_field,
    Field{"change", Kind::record, Need::required, "指标变更申请", "Requested change"},
    Field{"answer", Kind::choice, Need::required, "处理", "Answer", answers},
    reason_field,
    needed_to_grant[0],
    needed_to_grant[1],
    Field{"consent", Kind::text, Need::optional, "市考核委意见", "What the commission said"},
    Field{"reason_for_findings", Kind::text, Need::optional, "失去对应细则的扣分记录如何处理",
          "Why findings may lose their clause"},
};

Issues check_needed(const Fields& in) {
    const bool grants = in.text("answer") == granted;
    Issues issues;
    for (const Field& field : needed_to_grant) {
        const Place place{{}, 0, 0, std::string(field.name)};
        if (grants && !in.has(field.name))
            issues.push_back(
                {Code::field_missing, place, {std::string(field.zh), std::string(field.en)}});
        if (!grants && in.has(field.name))
            issues.push_back({Code::field_unknown, place, {std::string(field.name)}});
    }
    return issues;
}

Result<void> check_open(const Context& context, const Fields& in) {
    const auto id = in.record<Request>("change");
    const Request* const request = find_record(context.cycle_of(in).indicators.changes, id);
    const std::string no = std::to_string(id.seq);
    if (request == nullptr)
        return refuse(Code::record_unknown, {}, {"指标变更申请", "requested change", no});
    if (request->stage != cycle::ChangeStage::requested)
        return refuse(
            Code::record_stage_unfit, {},
            {"指标变更申请", "requested change", no, std::string(cycle::name(request->stage)),
             std::string(cycle::name(cycle::ChangeStage::requested))});
    return {};
}

/// A new edition comes only while the year runs, and never for days that are past.
Issues check_time(const Context& context, const Fields& in) {
    Issues issues;
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (cycle.stage != cycle::Stage::in_force) {
        const std::string only(cycle::name(cycle::Stage::in_force));
        issues.push_back({Code::cycle_stage_unfit,
                          {},
                          {"变更指标", "changing the indicators", std::to_string(cycle.year),
                           std::string(cycle::name(cycle.stage)), only, only}});
    }
    const Date last = bounds_of(in).last;
    if (context.today > last)
        issues.push_back({Code::window_closed,
                          {},
                          {"变更指标", "changing the indicators", ledger::print_date(last)}});
    else if (const auto fits = check_between(in.date("from"), context.today, last); !fits)
        issues.push_back(fits.error());
    return issues;
}

std::string numbers(const std::vector<cycle::FindingId>& ids) {
    std::vector<std::string> out;
    out.reserve(ids.size());
    for (const cycle::FindingId id : ids) out.push_back(std::to_string(id.seq));
    return join(out, ", ");
}

Result<void> check_findings(const cycle::DryRun& run, const Fields& in) {
    if (!run.disturbs_findings() || in.has("reason_for_findings")) return {};
    std::vector<cycle::FindingId> all = run.without_clause;
    all.insert(all.end(), run.read_otherwise.begin(), run.read_otherwise.end());
    return refuse(Code::findings_disturbed, {}, {std::to_string(all.size()), numbers(all)});
}

ledger::List list_of(const std::vector<cycle::FindingId>& ids) {
    ledger::List out;
    for (const cycle::FindingId id : ids) out.emplace_back(id.seq);
    return out;
}

ledger::Object row_of(const cycle::Move& move) {
    ledger::Object out;
    out.add("unit", move.unit);
    out.add("total_before", move.total_before.text());
    out.add("total_after", move.total_after.text());
    out.add("rank_before", static_cast<std::int64_t>(move.before.rank));
    out.add("rank_after", static_cast<std::int64_t>(move.after.rank));
    out.add("grade_before", scheme::identifier(move.before.grade));
    out.add("grade_after", scheme::identifier(move.after.grade));
    return out;
}

/// {"moves":[…],"read_otherwise":[…],"without_clause":[…]}
ledger::Object summary_of(const cycle::DryRun& run) {
    ledger::List moves;
    for (const cycle::Move& move : run.moves) moves.emplace_back(row_of(move));
    ledger::Object out;
    out.add("moves", std::move(moves));
    out.add("read_otherwise", list_of(run.read_otherwise));
    out.add("without_clause", list_of(run.without_clause));
    return out;
}

Decision grant(const Context& context, const Fields& in) {
    Issues issues = check_time(context, in);
    const auto candidate = find_candidate(context, in);
    if (!candidate) issues.insert(issues.end(), candidate.error().begin(), candidate.error().end());
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    const cycle::Cycle& cycle = context.cycle_of(in);
    const cycle::Edition& newest = cycle.indicators.editions.back();
    const cycle::Rulebook& before = rulebook_of(context, newest.draft);
    if (before.scheme() == (*candidate)->scheme())
        return refused(Code::scheme_unchanged, {newest.id});
    const cycle::DryRun run =
        cycle::dry_run(context.state, cycle, before, **candidate, context.today);
    if (const auto fits = check_findings(run, in); !fits)
        return tl::unexpected(Issues{fits.error()});
    return done(decide_change, in,
                {{"edition", next_edition(context.state, (*candidate)->scheme())},
                 {"dry_run", summary_of(run)},
                 issue_document(cycle, cycle::DocumentKind::indicators_issued, context.actor.of)});
}

Decision decide(const Context& context, const Fields& in) {
    Issues issues = check_needed(in);
    if (const auto open = check_open(context, in); !open) issues.push_back(open.error());
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return in.text("answer") == granted ? grant(context, in) : done(decide_change, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Indicators& indicators = cycle_of(state, in).indicators;
    Request& request = indicators.changes.at(in.record<Request>("change"));
    request.answer = in.text("reason");
    if (in.text("answer") != granted) {
        request.stage = cycle::ChangeStage::refused;
        return;
    }
    const cycle::DraftId draft{entry.seq};
    request.stage = cycle::ChangeStage::granted;
    request.draft = draft;
    indicators.drafts[draft] = {draft, read_files(in), cycle::DraftStage::issued,
                                in.text_or_empty("consent")};
    indicators.editions.push_back({in.text("edition"), draft, in.date("from")});
}

}  // namespace

const Act decide_change{.id = "decide_change",
                        .zh = "研究确定指标变更",
                        .en = "Decide on a change of the indicators",
                        .cites = "A8.10 A8.11 A8.12",
                        .fields = fields,
                        .stages = {cycle::Stage::in_force, cycle::Stage::published},
                        .decide = decide,
                        .apply = apply};

}  // namespace heng::act
