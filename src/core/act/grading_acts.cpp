#include "core/act/grading_acts.hpp"

#include "core/act/acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

std::span<const Act* const> grading_acts() {
    static constexpr std::array all{&propose_grades, &deliberate, &withdraw_deliberation,
                                    &approve_grades, &publish_results};
    return all;
}

cycle::Settlement read_settlement(const Fields& in) {
    return {in.text("unit"), *scheme::grade_named(in.text("grade")), in.text("reason"),
            in.text("cites")};
}

std::vector<cycle::Settlement> read_settled(const Fields& in) {
    std::vector<cycle::Settlement> out;
    for (const Fields& row : in.rows(settled_field.name)) out.push_back(read_settlement(row));
    return out;
}

Result<void> check_citation(const cycle::Rulebook& rulebook, const cycle::Settlement& settled) {
    const auto& known = rulebook.scheme().statements;
    const bool is_known =
        std::any_of(known.begin(), known.end(),
                    [&](const scheme::Statement& one) { return one.id == settled.cites; });
    if (is_known) return {};
    return refuse(Code::record_unknown, {}, {"条款", "statement", settled.cites});
}

Result<void> check_proposal(const Context& context, const cycle::Cycle& cycle) {
    const auto now = cycle::propose(context.state, cycle, *context.rulebook(cycle), context.today);
    if (now == cycle.grading.proposal->rows) return {};
    return refuse(Code::proposal_outdated, {}, {std::to_string(cycle.year)});
}

Result<void> check_not_approved(const cycle::Cycle& cycle) {
    if (!cycle.grading.approval) return {};
    return refuse(
        Code::record_stage_unfit, {},
        {"等次建议", "grade proposal", std::to_string(cycle.year), "approved", "proposed"});
}

namespace {

ledger::List write_questions(std::uint16_t questions) {
    ledger::List out;
    for (const grade::QuestionText& one : grade::question_texts())
        if ((questions & grade::bit(one.question)) != 0) out.emplace_back(one.id);
    return out;
}

std::uint16_t read_questions(const std::vector<std::string>& ids) {
    std::uint16_t out = 0;
    for (const grade::QuestionText& one : grade::question_texts())
        if (std::find(ids.begin(), ids.end(), one.id) != ids.end())
            out = static_cast<std::uint16_t>(out | grade::bit(one.question));
    return out;
}

ledger::List write_reasons(const std::vector<cycle::GradeReason>& reasons) {
    ledger::List out;
    for (const cycle::GradeReason& reason : reasons) {
        ledger::Object one{{"cites", reason.cites}};
        if (!reason.text.empty()) one.add("text", reason.text);
        out.emplace_back(std::move(one));
    }
    return out;
}

/// What both kinds of rows say.
template <class Row>
ledger::Object write_row(const Row& row) {
    return {{"domain", row.domain},
            {"unit", row.unit},
            {"indicator", row.published.indicator.text()},
            {"review", row.published.review.text()},
            {"total", row.published.total.text()},
            {"rank", static_cast<std::int64_t>(row.rank)},
            {"grade", scheme::identifier(row.grade)}};
}

template <class Row>
Row read_row(const Fields& in) {
    Row row;
    row.domain = in.text("domain");
    row.unit = in.text("unit");
    row.published = {in.decimal("indicator"), in.decimal("review"), in.decimal("total")};
    row.rank = static_cast<std::uint32_t>(in.whole("rank"));
    row.grade = *scheme::grade_named(in.text("grade"));
    return row;
}

}  // namespace

ledger::List write_rows(const std::vector<cycle::ProposedRow>& rows) {
    ledger::List out;
    for (const cycle::ProposedRow& row : rows) {
        ledger::Object one = write_row(row);
        one.add("questions", write_questions(row.questions));
        out.emplace_back(std::move(one));
    }
    return out;
}

ledger::List write_rows(const std::vector<cycle::ResultRow>& rows) {
    ledger::List out;
    for (const cycle::ResultRow& row : rows) {
        ledger::Object one = write_row(row);
        one.add("name", row.name);
        one.add("reasons", write_reasons(row.reasons));
        out.emplace_back(std::move(one));
    }
    return out;
}

std::vector<cycle::ProposedRow> read_proposed_rows(const Fields& in) {
    std::vector<cycle::ProposedRow> out;
    for (const Fields& one : in.rows("rows")) {
        out.push_back(read_row<cycle::ProposedRow>(one));
        out.back().questions = read_questions(one.texts("questions"));
    }
    return out;
}

void add_version(cycle::Cycle& cycle, const Entry& entry, const Fields& in,
                 cycle::VersionCause cause) {
    cycle::ResultVersion version{in.whole("version"), entry.seq, entry.day(), cause, {}};
    for (const Fields& one : in.rows("rows")) {
        version.rows.push_back(read_row<cycle::ResultRow>(one));
        cycle::ResultRow& row = version.rows.back();
        row.name = one.text("name");
        for (const Fields& reason : one.rows("reasons"))
            row.reasons.push_back({reason.text("cites"), reason.text_or_empty("text")});
    }
    for (const std::string& unit : in.texts("lapsed"))
        cycle.grading.set_aside(unit, in.text("reason"));
    cycle.grading.versions.push_back(std::move(version));
}

}  // namespace heng::act
