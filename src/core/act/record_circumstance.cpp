/// @file
/// The office records a fact beside the score that bears on the grade, with its evidence: a
/// criticism, a survey's result, fraud, a major problem, no evident progress (A16.3 to A16.6,
/// A18.4). It bears once a second person has confirmed it.
#include "core/act/circumstance_acts.hpp"
#include "core/act/people.hpp"

#include <array>

namespace heng::act {

namespace {

using cycle::CircumstanceKind;

constexpr std::array<std::string_view, 5> kinds{"criticism", "survey", "fraud", "major_problem",
                                                "no_progress"};
constexpr std::array<std::string_view, 5> levels{
    "central_committee", "state_council", "provincial_committee", "provincial_government", "city"};
constexpr std::array<std::string_view, 4> results{"good", "fair", "ordinary", "poor"};

constexpr Field level_field{"level",      Kind::choice,     Need::optional,
                            "批评的层级", "Who criticised", levels};
constexpr Field document_field{"source_document", Kind::text, Need::optional, "通报文件及文号",
                               "Document with its number"};
constexpr Field result_field{"result",           Kind::choice, Need::optional, "满意度调查评估结果",
                             "Result of survey", results};
constexpr Field serious_field{"serious_effect", Kind::flag, Need::optional, "造成严重影响",
                              "With serious effect"};
constexpr std::array fields{
    year_field,
    unit_field,
    Field{"kind", Kind::choice, Need::required, "情形", "Kind", kinds},
    level_field,
    document_field,
    result_field,
    serious_field,
    Field{"occurred_on", Kind::date, Need::required, "发生日期", "Happened on"},
    Field{"note", Kind::text, Need::required, "事实", "The fact in words"},
    proof_field};

/// What a kind must say, and no other kind may.
struct Part {
    CircumstanceKind of;
    const Field* field;
};
constexpr std::array parts{Part{CircumstanceKind::criticism, &level_field},
                           Part{CircumstanceKind::criticism, &document_field},
                           Part{CircumstanceKind::survey, &result_field},
                           Part{CircumstanceKind::major_problem, &serious_field}};

cycle::CircumstanceFact read(const Fields& in) {
    cycle::CircumstanceFact out;
    out.kind = *cycle::circumstance_kind_named(in.text("kind"));
    if (in.has("level")) out.level = cycle::criticism_level_named(in.text("level"));
    out.document = in.text_or_empty("source_document");
    if (in.has("result")) out.result = scheme::grade_named(in.text("result"));
    out.serious_effect = in.flag_or_false("serious_effect");
    out.occurred_on = in.date("occurred_on");
    out.note = in.text("note");
    out.evidence = in.digests("evidence");
    return out;
}

Decision decide(const Context& context, const Fields& in) {
    const auto kind = *cycle::circumstance_kind_named(in.text("kind"));
    Issues issues;
    for (const auto& [of, field] : parts) {
        const std::string name(field->name);
        if (of == kind && !in.has(name))
            issues.push_back({Code::field_missing,
                              {{}, 0, 0, name},
                              {std::string(field->zh), std::string(field->en)}});
        if (of != kind && in.has(name))
            issues.push_back({Code::field_unknown, {{}, 0, 0, name}, {name}});
    }
    if (in.date("occurred_on") > context.today)
        issues.push_back(
            {Code::too_early, {}, {"记录定等情形", "recording it", in.text("occurred_on")}});
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return done(record_circumstance, in);
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    cycle::Circumstance made;
    made.id = {entry.seq};
    made.unit = in.text("unit");
    made.fact = read(in);
    made.recorded_by = entry.person();
    made.recorded_on = entry.day();
    cycle_of(state, in).circumstances.all.emplace(made.id, std::move(made));
}

}  // namespace

const Act record_circumstance{.id = "record_circumstance",
                              .zh = "记录定等情形",
                              .en = "Record a circumstance",
                              .cites = "A16.3 A16.4 A16.5 A16.6 A18.4",
                              .fields = fields,
                              .stages = circumstance_stages,
                              .subject = subject_unit,
                              .decide = decide,
                              .apply = apply};

}  // namespace heng::act
