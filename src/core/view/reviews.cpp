#include "core/view/reviews.hpp"

#include "core/act/review_acts.hpp"
#include "core/view/print.hpp"

namespace heng::view {

namespace {

constexpr Kind ballot_kind{"述职评议投票", "ballot"};

Checked<YearScope> find_reviews(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::reviews); !seen)
        return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

Value print_score(const YearScope& year, const cycle::UnitId& unit) {
    const cycle::Reviews& reviews = year.cycle.reviews;
    const cycle::ReviewEntry* const waiting = reviews.waiting(unit);
    const auto given_by = reviews.given_by.find(unit);
    Object out{
        {"id", unit},
        {"score", print(reviews.score_of(unit))},
        {"given_by", given_by == reviews.given_by.end() ? Value() : Value(given_by->second)}};
    if (!year.scope.is_unit())
        out.add("waiting", waiting == nullptr ? Value() : print(waiting->id));
    add_unit(out, year.scope, unit);
    add_domain(out, year.rulebook, year.domain_of(unit));
    return out;
}

bool may_see_entry(const YearScope& year, const cycle::ReviewEntry& entry) {
    if (year.scope.is_unit() && !entry.confirmed_by) return false;
    return year.may_see(View::reviews, about(entry.unit));
}

Object print_ballot(const YearScope& year, const cycle::Ballot& ballot) {
    Object out{{"id", print(ballot.id)},
               {"opened_on", print(ballot.opened_on)},
               {"stage", cycle::name(ballot.stage)},
               {"is_on_paper", ballot.is_on_paper()},
               {"is_counted_once", ballot.first_count.has_value()},
               {"reason", ballot.reason}};
    add_domain(out, year.rulebook, ballot.domain);
    return out;
}

List print_groups(const cycle::Ballot& ballot) {
    List out;
    for (const cycle::VoterGroup& group : ballot.groups)
        out.push_back(
            Object{{"id", group.name}, {"weight", print(group.weight)}, {"voters", group.voters}});
    return out;
}

Value print_coefficients(const cycle::Ballot& ballot) {
    Object out;
    for (std::size_t i = 0; i < cycle::counted_marks; ++i)
        out.add(std::string(act::mark_keys[i]), print(ballot.coefficients[i]));
    return out;
}

}  // namespace

Checked<Value> reviews(const Scope& scope, int number) {
    const auto year = find_reviews(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains)
        for (const cycle::Unit* const unit : year->participants(domain.id))
            if (year->may_see(View::reviews, about(unit->id)))
                out.push_back(print_score(*year, unit->id));
    return out;
}

Checked<Value> review_entries(const Scope& scope, int number) {
    const auto year = find_reviews(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.reviews.entries) {
        if (!may_see_entry(*year, one)) continue;
        Object row{{"id", print(id)},
                   {"score", print(one.score)},
                   {"stage", cycle::name(one.stage)},
                   {"reason", one.reason},
                   {"evidence", print_evidence(one.evidence)},
                   {"entered_on", print(one.entered_on)}};
        add_unit(row, scope, one.unit);
        add_person(row, "entered_by", scope, one.entered_by);
        add_person(row, "confirmed_by", scope, one.confirmed_by);
        out.emplace_back(std::move(row));
    }
    return out;
}

Checked<Value> ballots(const Scope& scope, int number) {
    const auto year = find_reviews(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    for (const auto& [id, one] : year->cycle.reviews.ballots)
        if (year->may_see(View::reviews, about_domain(one.domain)))
            out.push_back(print_ballot(*year, one));
    return out;
}

Checked<Value> ballot(const Scope& scope, int number, cycle::BallotId id) {
    const auto year = find_reviews(scope, number);
    if (!year) return tl::unexpected(year.error());
    const cycle::Ballot* const found = year->cycle.reviews.find(id);
    if (found == nullptr || !year->may_see(View::reviews, about_domain(found->domain)))
        return unknown(ballot_kind, id.seq);
    Object out = print_ballot(*year, *found);
    out.add("units", print_texts(found->units));
    out.add("groups", print_groups(*found));
    out.add("coefficients", print_coefficients(*found));
    out.add("validity", Object{{"good_max", print(found->validity.good_max)},
                               {"all_same_is_invalid", found->validity.all_same_is_invalid}});
    if (!found->result) return out;
    for (ledger::Member& member : act::print_count(*found->result))
        out.add(std::move(member.key), std::move(member.value));
    ledger::Member scores = act::print_scores(*found, *found->result);
    out.add(std::move(scores.key), std::move(scores.value));
    return out;
}

}  // namespace heng::view
