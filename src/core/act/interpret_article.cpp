/// @file
/// The coordinator says what an article means where the regulation leaves a point open (A22.1). It
/// holds for every year; the year only numbers the document.
#include "core/act/indicator_acts.hpp"

#include <algorithm>
#include <array>

namespace heng::act {

namespace {

constexpr std::array fields{
    year_field,
    Field{"cites", Kind::id, Need::required, "条款", "Article or statement"},
    Field{"question", Kind::text, Need::required, "问题", "Question"},
    Field{"answer", Kind::text, Need::required, "解释", "Interpretation"},
};

/// Whether the regulation has the article, as far as its text is at hand.
bool is_known(const Context& context, const cycle::Cycle& cycle, const std::string& cites) {
    const cycle::Draft* const draft = cycle.indicators.current_draft();
    return draft == nullptr || rulebook_of(context, draft->id).scheme().can_cite(cites);
}

Decision decide(const Context& context, const Fields& in) {
    const cycle::Cycle& cycle = context.cycle_of(in);
    if (!is_known(context, cycle, in.text("cites")))
        return refused(Code::citation_dangling, {in.text("cites")});
    return done(interpret_article, in,
                {issue_document(cycle, cycle::DocumentKind::interpretation, context.actor.of)});
}

void apply(cycle::State& state, const Entry& entry, const Fields& in) {
    state.interpretations.push_back({{entry.seq},
                                     entry.person(),
                                     entry.day(),
                                     in.text("cites"),
                                     in.text("question"),
                                     in.text("answer")});
}

}  // namespace

const Act interpret_article{.id = "interpret_article",
                            .zh = "解释条款",
                            .en = "Interpret an article",
                            .cites = "A22.1",
                            .fields = fields,
                            .stages = {cycle::Stage::drafting, cycle::Stage::closed},
                            .decide = decide,
                            .apply = apply};

}  // namespace heng::act
