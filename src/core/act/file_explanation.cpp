/// @file
/// A unit graded 一般 or 差 explains itself in writing: the causes, and measures each with a date
/// and a person (A17.5 to A17.7). Late ones are taken; that they are late is seen in the list of
/// those owed.
#include "core/act/aftermath_acts.hpp"
#include "core/act/people.hpp"

#include <algorithm>

namespace heng::act {

namespace {

constexpr std::array measure_row{
    Field{"measure", Kind::text, Need::required, "改进措施", "Measure"},
    Field{"date", Kind::date, Need::required, "完成时限", "Until"},
    Field{"person", Kind::text, Need::required, "责任人", "Who answers for it"}};
constexpr std::array fields{
    year_field, unit_field, Field{"causes", Kind::text, Need::required, "原因分析", "Causes"},
    Field{"measures", Kind::rows, Need::required, "改进措施", "Measures", {}, measure_row},
    evidence_field};

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    const std::string& unit = in.text("unit");
    const auto owed = cycle::explanations_owed(cycle, context.rulebook(cycle)->scheme());
    const auto mine =
        std::find_if(owed.begin(), owed.end(),
                     [&](const cycle::OwedExplanation& one) { return one.unit == unit; });
    if (mine == owed.end()) return refused(Code::explanation_not_owed, {unit});
    if (!mine->is_missing())
        return refused(Code::record_exists,
                       {"书面说明", "explanation", std::to_string(mine->last->id.seq)});
    return done(file_explanation, in,
                {issue_document(cycle, cycle::DocumentKind::explanation, unit)});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Explanation explanation;
    explanation.id = {entry.seq};
    explanation.unit = in.text("unit");
    explanation.by = entry.person();
    explanation.filed_on = entry.day();
    explanation.causes = in.text("causes");
    for (const Fields& row : in.rows("measures"))
        explanation.measures.push_back({row.text("measure"), row.date("date"), row.text("person")});
    explanation.evidence = in.digests("evidence");
    cycle_of(state, in).aftermath.explanations.emplace(explanation.id, std::move(explanation));
}

}  // namespace

const Act file_explanation{.id = "file_explanation",
                           .zh = "报送书面说明",
                           .en = "File a written explanation",
                           .cites = "A17.5 A17.6 A17.7",
                           .fields = fields,
                           .stages = {cycle::Stage::published, cycle::Stage::published},
                           .subject = subject_unit,
                           .decide = decide,
                           .apply = apply};

}  // namespace heng::act
