#include "core/view/scheme.hpp"

#include "core/base/invariant.hpp"
#include "core/cycle/dry_run.hpp"
#include "core/cycle/scheme_diff.hpp"
#include "core/cycle/settling.hpp"
#include "core/view/scheme_print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind edition_kind{"版本", "edition"};
constexpr Kind draft_kind{"指标体系草案", "draft"};

const cycle::Rulebook& rulebook_of(const Scope& scope, cycle::DraftId draft) {
    const auto found = scope.rulebooks.find(draft);
    INVARIANT(found != scope.rulebooks.end(), "the rulebooks of all drafts are at hand");
    return *found->second;
}

const cycle::Edition* find_edition(const YearScope& year, const std::optional<std::string>& id) {
    if (!id) return year.cycle.indicators.edition_on(year.scope.day);
    const auto& all = year.cycle.indicators.editions;
    const auto found =
        std::find_if(all.begin(), all.end(), [&id](const auto& one) { return one.id == *id; });
    return found == all.end() ? nullptr : &*found;
}

/// Issued, a draft is an edition, and those are for everybody.
View view_of(const cycle::Draft& draft) {
    return draft.stage == cycle::DraftStage::issued ? View::indicators : View::drafts;
}

struct SeenDraft {
    const cycle::Draft* draft;
    const cycle::Rulebook* rulebook;
};

Checked<SeenDraft> find_draft(const Scope& scope, cycle::DraftId id) {
    for (const auto& [year, cycle] : scope.state.cycles) {
        const cycle::Draft* const found = cycle.indicators.find_draft(id);
        if (found != nullptr && check_listed(scope, view_of(*found)))
            return SeenDraft{found, &rulebook_of(scope, id)};
    }
    return unknown(draft_kind, id.seq);
}

List print_differences(const scheme::Scheme& before, const scheme::Scheme& after) {
    List out;
    for (const cycle::Difference& one : cycle::scheme_diff(before, after))
        out.push_back(Object{{"id", static_cast<std::int64_t>(out.size() + 1)},
                             {"kind", cycle::name(one.kind)},
                             {"part", cycle::name(one.part)},
                             {"domain", one.domain},
                             {"item", one.item},
                             {"field", one.field},
                             {"before", one.before},
                             {"after", one.after}});
    return out;
}

Value print_move(const YearScope& year, const cycle::Move& one) {
    const cycle::Rulebook& rulebook = *year.rulebook;
    Object out{{"id", one.unit},
               {"total_before", print_published(rulebook, one.total_before)},
               {"total_after", print_published(rulebook, one.total_after)},
               {"rank_before", static_cast<std::int64_t>(one.before.rank)},
               {"rank_after", static_cast<std::int64_t>(one.after.rank)},
               {"grade_before", scheme::identifier(one.before.grade)},
               {"grade_after", scheme::identifier(one.after.grade)}};
    add_unit(out, year.scope, one.unit);
    add_domain(out, year.rulebook, year.domain_of(one.unit));
    return out;
}

}  // namespace

Checked<Value> scheme(const Scope& scope, int number, const std::optional<std::string>& id) {
    if (const auto seen = check_listed(scope, View::indicators); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Edition* const edition = find_edition(*year, id);
    if (edition == nullptr) {
        if (id) return unknown(edition_kind, *id);
        return tl::unexpected(find_year_in_force(scope, number).error());
    }
    Object out = print_scheme(rulebook_of(scope, edition->draft));
    out.add("id", edition->id);
    out.add("draft", print(edition->draft));
    out.add("from", print(edition->from));
    return out;
}

namespace {

/// The draft of this year.
Checked<SeenDraft> find_draft(const Scope& scope, int number, cycle::DraftId id) {
    const auto year = find_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    auto found = find_draft(scope, id);
    if (found && year->cycle.indicators.find_draft(id) == nullptr)
        return unknown(draft_kind, id.seq);
    return found;
}

}  // namespace

Checked<Value> draft(const Scope& scope, int number, cycle::DraftId id) {
    const auto found = find_draft(scope, number, id);
    if (!found) return tl::unexpected(found.error());
    Object out = print_scheme(*found->rulebook);
    out.add("id", print(id));
    out.add("stage", cycle::name(found->draft->stage));
    out.add("note", found->draft->note);
    return out;
}

Checked<scheme::Scheme> draft_scheme(const Scope& scope, int number, cycle::DraftId id) {
    return find_draft(scope, number, id).map([](const SeenDraft& found) {
        return found.rulebook->scheme();
    });
}

Checked<Value> draft_files(const Scope& scope, int number, cycle::DraftId id) {
    return find_draft(scope, number, id).map([id](const SeenDraft& found) -> Value {
        return Object{{"id", print(id)}, {"files", *found.draft->files}};
    });
}

Checked<Value> scheme_diff(const Scope& scope, cycle::DraftId before, cycle::DraftId after) {
    const auto was = find_draft(scope, before);
    if (!was) return tl::unexpected(was.error());
    const auto is = find_draft(scope, after);
    if (!is) return tl::unexpected(is.error());
    return print_differences(was->rulebook->scheme(), is->rulebook->scheme());
}

Checked<Value> scheme_diff(const Scope& scope, int number, const cycle::Rulebook& candidate) {
    if (const auto seen = check_listed(scope, View::drafts); !seen)
        return tl::unexpected(seen.error());
    const auto year = find_year(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Draft* const current = year->cycle.indicators.current_draft();
    if (current == nullptr) return unknown(draft_kind, std::to_string(number));
    return print_differences(rulebook_of(scope, current->id).scheme(), candidate.scheme());
}

Checked<Value> dry_run(const Scope& scope, int number, const cycle::Rulebook& candidate) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::grading, {}); !seen)
        return tl::unexpected(seen.error());
    const cycle::DryRun run = cycle::dry_run(scope.state, year->cycle, *year->rulebook, candidate,
                                             cycle::assessed_on(year->cycle, scope.day));
    const auto count = [&run](bool (cycle::Move::*is)() const) {
        return static_cast<std::int64_t>(
            std::count_if(run.moves.begin(), run.moves.end(),
                          [is](const cycle::Move& one) { return (one.*is)(); }));
    };
    List moves;
    for (const cycle::Move& one : run.moves) moves.push_back(print_move(*year, one));
    return Object{{"id", number},
                  {"gains", count(&cycle::Move::gains)},
                  {"loses", count(&cycle::Move::loses)},
                  {"grades_changed", count(&cycle::Move::changes_grade)},
                  {"disturbs_findings", run.disturbs_findings()},
                  {"moves", std::move(moves)},
                  {"without_clause", print_ids(run.without_clause)},
                  {"read_otherwise", print_ids(run.read_otherwise)}};
}

}  // namespace heng::view
