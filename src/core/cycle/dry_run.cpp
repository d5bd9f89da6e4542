#include "core/cycle/dry_run.hpp"

#include <algorithm>

namespace heng::cycle {

namespace {

class Run {
public:
    Run(const State& state, const Cycle& cycle, const Rulebook& before, const Rulebook& after,
        Date day)
        : state_(state), cycle_(cycle), before_(before), after_(after), day_(day) {}

    DryRun take() && {
        for (const scheme::Domain& domain : before_.scheme().domains) {
            if (after_.scheme().find_domain(domain.id) == nullptr)
                leave_without_clause(domain.id);
            else
                compare(domain.id);
        }
        return std::move(out_);
    }

private:
    void leave_without_clause(const DomainId& domain) {
        for (const Unit* const unit : state_.participants(cycle_, domain, day_)) {
            const auto findings = sheet_of(cycle_, before_, unit->id, domain).ids;
            out_.without_clause.insert(out_.without_clause.end(), findings.begin(), findings.end());
        }
    }

    void compare(const DomainId& domain) {
        const DomainStanding was = standing_of(state_, cycle_, before_, domain, day_);
        const DomainStanding is = standing_of(state_, cycle_, after_, domain, day_);
        for (std::size_t i = 0; i < is.units.size(); ++i) {
            note_move(was.units[i], is.units[i]);
            note_findings(domain, is.units[i].unit);
        }
    }

    void note_move(const UnitStanding& was, const UnitStanding& is) {
        if (was.published.total == is.published.total && was.proposed == is.proposed) return;
        out_.moves.push_back(
            {is.unit, was.published.total, is.published.total, was.proposed, is.proposed});
    }

    /// Findings that the edition before took and the one after does not, or reads otherwise.
    void note_findings(const DomainId& domain, const UnitId& unit) {
        const UnitSheet was = sheet_of(cycle_, before_, unit, domain);
        const UnitSheet is = sheet_of(cycle_, after_, unit, domain);
        for (std::size_t i = 0; i < was.ids.size(); ++i) {
            const auto kept = std::find(is.ids.begin(), is.ids.end(), was.ids[i]);
            if (kept == is.ids.end()) {
                out_.without_clause.push_back(was.ids[i]);
                continue;
            }
            const auto place = static_cast<std::size_t>(kept - is.ids.begin());
            if (meaning(before_, domain, was.findings[i]) !=
                meaning(after_, domain, is.findings[place]))
                out_.read_otherwise.push_back(was.ids[i]);
        }
    }

    static scheme::ValueMeaning meaning(const Rulebook& rulebook, const DomainId& domain,
                                        const score::Finding& finding) {
        return rulebook.rules(domain).branches[finding.branch].meaning;
    }

    const State& state_;
    const Cycle& cycle_;
    const Rulebook& before_;
    const Rulebook& after_;
    Date day_;
    DryRun out_;
};

}  // namespace

DryRun dry_run(const State& state, const Cycle& cycle, const Rulebook& before,
               const Rulebook& after, Date day) {
    return Run(state, cycle, before, after, day).take();
}

}  // namespace heng::cycle
