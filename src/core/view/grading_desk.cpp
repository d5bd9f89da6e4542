#include "core/view/grading_desk.hpp"

#include "core/cycle/settling.hpp"
#include "core/view/grades.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

Value print_deliberation(const Scope& scope, const cycle::Deliberation& one) {
    Object out{{"id", std::to_string(one.id.seq) + '/' + one.settled.unit},
               {"deliberation", print(one.id)},
               {"grade", scheme::identifier(one.settled.grade)},
               {"reason", one.settled.reason},
               {"cites", one.settled.cites},
               {"by", one.by},
               {"on", print(one.on)},
               {"withdrawn", print(one.withdrawn)}};
    add_unit(out, scope, one.settled.unit);
    return out;
}

void add_issues(List& out, const Issues& issues) {
    for (const Error& one : issues)
        out.push_back(Object{{"code", entry(one.code).id}, {"text", message(one, Language::zh)}});
}

/// A domain under what was deliberated so far.
class DomainDesk {
public:
    DomainDesk(const YearScope& year, const scheme::Domain& domain)
        : year_(year),
          domain_(domain),
          standing_(cycle::standing_of(year.scope.state, year.cycle, *year.rulebook, domain.id,
                                       cycle::assessed_on(year.cycle, year.scope.day))),
          settled_(cycle::settle(year.rulebook->scheme().grading, standing_,
                                 year.cycle.grading.settled())) {}

    Value write() const {
        return Object{{"id", domain_.id},
                      {"name", domain_.name},
                      {"units", static_cast<std::int64_t>(standing_.units.size())},
                      {"quota", static_cast<std::int64_t>(standing_.quota)},
                      {"good_used", good_used()},
                      {"is_complete", standing_.is_complete},
                      {"rows", rows()}};
    }

    Issues objections() const { return settled_ ? Issues{} : settled_.error(); }

private:
    /// By the rules alone where the deliberations cannot stand together.
    const grade::Outcome& outcome(std::size_t unit) const {
        return settled_ ? (*settled_)[unit] : standing_.units[unit].proposed;
    }

    std::int64_t good_used() const {
        std::int64_t count = 0;
        for (std::size_t i = 0; i < standing_.units.size(); ++i)
            if (outcome(i).grade == scheme::Grade::good) ++count;
        return count;
    }

    List rows() const {
        std::vector<std::size_t> order(standing_.units.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::stable_sort(order.begin(), order.end(), [this](std::size_t a, std::size_t b) {
            return standing_.units[a].proposed.rank < standing_.units[b].proposed.rank;
        });
        List out;
        for (const std::size_t unit : order) out.push_back(print_row(unit));
        return out;
    }

    Value print_row(std::size_t index) const {
        const cycle::UnitStanding& unit = standing_.units[index];
        const cycle::Deliberation* const held = year_.cycle.grading.about(unit.unit);
        const cycle::GradeRange range = cycle::range_of(unit);
        Object out{{"id", unit.unit},
                   {"rank", static_cast<std::int64_t>(unit.proposed.rank)},
                   {"total", print_published(*year_.rulebook, unit.published.total)},
                   {"proposed", scheme::identifier(unit.proposed.grade)},
                   {"grade", scheme::identifier(outcome(index).grade)},
                   {"questions", print_questions(unit.proposed.questions)},
                   {"is_open", outcome(index).questions != 0},
                   {"settled", held == nullptr ? Value() : print_deliberation(year_.scope, *held)},
                   {"bearing", print_bearing(unit.bearing)},
                   {"best", scheme::identifier(range.best)},
                   {"worst", scheme::identifier(range.worst)}};
        add_unit(out, year_.scope, unit.unit);
        return out;
    }

    const YearScope& year_;
    const scheme::Domain& domain_;
    cycle::DomainStanding standing_;
    Checked<std::vector<grade::Outcome>> settled_;
};

Value print_proposal(const std::optional<cycle::GradeProposal>& one) {
    if (!one) return {};
    return Object{{"event", one->event}, {"by", one->by}, {"on", print(one->made_on)}};
}

Value print_approval(const std::optional<cycle::Approval>& one) {
    if (!one) return {};
    return Object{{"event", one->event}, {"by", one->by}, {"on", print(one->on)}};
}

Value is_current(const YearScope& year) {
    const auto& proposal = year.cycle.grading.proposal;
    if (!proposal) return {};
    return proposal->rows ==
           cycle::propose(year.scope.state, year.cycle, *year.rulebook, year.scope.day);
}

}  // namespace

Checked<Value> grading_desk(const Scope& scope, int number) {
    const auto year = find_year_in_force(scope, number);
    if (!year) return tl::unexpected(year.error());
    if (const auto seen = check_seen(*year, View::grading, {}); !seen)
        return tl::unexpected(seen.error());
    const cycle::Grading& grading = year->cycle.grading;
    List domains;
    List objections;
    for (const scheme::Domain& domain : year->rulebook->scheme().domains) {
        const DomainDesk desk(*year, domain);
        domains.push_back(desk.write());
        add_issues(objections, desk.objections());
    }
    List deliberations;
    for (const cycle::Deliberation& one : grading.deliberations)
        deliberations.push_back(print_deliberation(scope, one));
    return Object{{"id", number},
                  {"stage", cycle::name(year->cycle.stage)},
                  {"proposal", print_proposal(grading.proposal)},
                  {"is_current", is_current(*year)},
                  {"approval", print_approval(grading.approval)},
                  {"domains", std::move(domains)},
                  {"deliberations", std::move(deliberations)},
                  {"objections", std::move(objections)}};
}

}  // namespace heng::view
