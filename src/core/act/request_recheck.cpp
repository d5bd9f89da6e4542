/// @file
/// A unit says within the calendar's window why its published result is wrong (term `objection`,
/// counted from the version in which it last moved; APP-1). It may name the findings in question.
#include "core/act/aftermath_acts.hpp"
#include "core/act/people.hpp"

namespace heng::act {

namespace {

constexpr std::array finding_row{
    Field{"finding", Kind::record, Need::required, "扣分记录", "Finding"}};
constexpr std::array fields{year_field, unit_field,
                            Field{"text", Kind::text, Need::required, "申请理由", "What is wrong"},
                            Field{"findings",
                                  Kind::rows,
                                  Need::optional,
                                  "有异议的扣分记录",
                                  "Findings in question",
                                  {},
                                  finding_row},
                            evidence_field};

std::vector<cycle::FindingId> read_findings(const Fields& in) {
    std::vector<cycle::FindingId> out;
    for (const Fields& row : in.rows("findings"))
        out.push_back(row.record<cycle::Finding>("finding"));
    return out;
}

/// Whether the unit may ask again: not while it waits, nor twice about the same result.
Result<void> check_first(const cycle::Cycle& cycle, const std::string& unit,
                         const cycle::ResultVersion& version) {
    for (const auto& [id, recheck] : cycle.aftermath.rechecks) {
        if (recheck.unit != unit) continue;
        if (!recheck.decided || recheck.version == version.no)
            return refuse(Code::record_exists, {}, {"复核申请", "recheck", std::to_string(id.seq)});
    }
    return {};
}

Issues check_findings(const cycle::Cycle& cycle, const Fields& in) {
    Issues issues;
    for (const cycle::FindingId id : read_findings(in)) {
        const cycle::Finding* const finding = cycle.findings.find(id);
        if (finding == nullptr || finding->unit != in.text("unit"))
            issues.push_back(
                {Code::record_unknown, {}, {"扣分记录", "finding", std::to_string(id.seq)}});
    }
    return issues;
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const std::string& unit = in.text("unit");
    const cycle::ResultVersion* const version = cycle.grading.last_move_of(unit);
    if (version == nullptr) return refused(Code::record_unknown, {"考核结果", "result of", unit});
    if (const auto first = check_first(cycle, unit, *version); !first)
        return tl::unexpected(Issues{first.error()});
    const auto until =
        cycle::due(context.rulebook(cycle)->scheme(), "objection", version->published_on);
    if (until && context.today > *until)
        return refused(Code::window_closed, {"复核申请", "rechecks", ledger::print_date(*until)});
    Issues issues = check_findings(cycle, in);
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(request_recheck, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Cycle& cycle = cycle_of(state, in);
    cycle::Recheck recheck;
    recheck.id = {entry.seq};
    recheck.unit = in.text("unit");
    recheck.version = cycle.grading.last_move_of(recheck.unit)->no;
    recheck.by = entry.person();
    recheck.filed_on = entry.day();
    recheck.text = in.text("text");
    recheck.findings = read_findings(in);
    recheck.evidence = in.digests("evidence");
    cycle.aftermath.rechecks.emplace(recheck.id, std::move(recheck));
}

}  // namespace

const Act request_recheck{.id = "request_recheck",
                          .zh = "申请复核",
                          .en = "Request a recheck",
                          .cites = "A9.4 A16.1 A18.1",
                          .fields = fields,
                          .stages = {cycle::Stage::published, cycle::Stage::published},
                          .subject = subject_unit,
                          .decide = decide,
                          .apply = apply};

}  // namespace heng::act
