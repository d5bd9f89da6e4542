#include "core/cycle/follow_up.hpp"

#include <algorithm>
#include <set>

namespace heng::cycle {

namespace {

/// The consequence by which an explanation is owed, as schemes name it.
constexpr std::string_view explanation_consequence = "explanation";

/// The first of the versions through which, up to the last, the unit has owed its explanation.
const ResultVersion& owed_since(const std::vector<ResultVersion>& versions,
                                const scheme::Scheme& scheme, const UnitId& unit) {
    const ResultVersion* since = &versions.back();
    for (auto version = versions.rbegin(); version != versions.rend(); ++version) {
        if (!owes_explanation(scheme, version->find(unit)->grade)) break;
        since = &*version;
    }
    return *since;
}

void add(std::set<PersonId>& people, const std::optional<PersonId>& person) {
    if (person) people.insert(*person);
}

/// Who settled and signed the unit's task sheets (A13.4).
void add_people_of_sheets(std::set<PersonId>& people, const YearEnd& year_end, const UnitId& unit) {
    for (const auto& [id, sheet] : year_end.sheets) {
        if (sheet.key.unit != unit) continue;
        people.insert(sheet.settled_by);
        add(people, sheet.signed_by);
    }
}

/// Who handed in, confirmed or counted the unit's review score (A14.3).
void add_people_of_review(std::set<PersonId>& people, const Reviews& reviews, const UnitId& unit) {
    for (const auto& [id, entry] : reviews.entries) {
        if (entry.unit != unit) continue;
        people.insert(entry.entered_by);
        add(people, entry.confirmed_by);
    }
    for (const auto& [id, ballot] : reviews.ballots) {
        if (std::find(ballot.units.begin(), ballot.units.end(), unit) == ballot.units.end())
            continue;
        if (ballot.first_count) people.insert(ballot.first_count->by);
        add(people, ballot.closed_by);
    }
}

/// Who put on record what bears on the unit's grade beside its score (A16.3 to A16.6).
void add_people_of_circumstances(std::set<PersonId>& people, const Circumstances& circumstances,
                                 const UnitId& unit) {
    for (const auto& [id, one] : circumstances.all) {
        if (one.unit != unit || one.stage != CircumstanceStage::confirmed) continue;
        people.insert(one.recorded_by);
        add(people, one.confirmed_by);
    }
}

/// Who put the unit's misconduct on record, and who decided it (A18.4).
void add_people_of_misconduct(std::set<PersonId>& people, const Aftermath& aftermath,
                              const UnitId& unit) {
    for (const auto& [id, one] : aftermath.misconduct) {
        if (one.accused != Accused::unit || one.who != unit) continue;
        people.insert(one.recorded_by);
        add(people, one.decided_by);
    }
}

}  // namespace

std::vector<UnitConsequences> consequences_of(const scheme::Scheme& scheme, const Register& known,
                                              const ResultVersion& version, Date day) {
    std::vector<UnitConsequences> out;
    for (const ResultRow& row : version.rows) {
        UnitConsequences one{row.domain, row.unit, row.grade,
                             grade::consequences(scheme, row.grade),
                             known.holders(Post::secretary, row.unit, day)};
        if (one.entails.empty()) continue;
        const auto deputies = known.holders(Post::deputy_in_charge, row.unit, day);
        one.persons.insert(one.persons.end(), deputies.begin(), deputies.end());
        out.push_back(std::move(one));
    }
    return out;
}

bool owes_explanation(const scheme::Scheme& scheme, scheme::Grade grade) {
    const auto entailed = grade::consequences(scheme, grade);
    return std::any_of(entailed.begin(), entailed.end(), [](const scheme::Consequence* one) {
        return one->id == explanation_consequence;
    });
}

std::vector<OwedExplanation> explanations_owed(const Cycle& cycle, const scheme::Scheme& scheme) {
    std::vector<OwedExplanation> out;
    const auto& versions = cycle.grading.versions;
    if (versions.empty()) return out;
    for (const ResultRow& row : versions.back().rows) {
        if (!owes_explanation(scheme, row.grade)) continue;
        const ResultVersion& since = owed_since(versions, scheme, row.unit);
        out.push_back({row.unit, due(scheme, "explanation_filed", since.published_on),
                       cycle.aftermath.last_explanation_of(row.unit)});
    }
    return out;
}

std::vector<OpenRecheck> rechecks_open(const Cycle& cycle, const scheme::Scheme& scheme) {
    std::vector<OpenRecheck> out;
    for (const auto& [id, recheck] : cycle.aftermath.rechecks) {
        if (!recheck.decided)
            out.push_back({id, false, due(scheme, "recheck_answered", recheck.filed_on)});
        else if (recheck.appeal && !recheck.appeal->decided)
            out.push_back({id, true, due(scheme, "appeal_decided", recheck.appeal->filed_on)});
    }
    return out;
}

std::vector<PersonId> people_in_question(const Cycle& cycle, const Recheck& recheck) {
    std::set<PersonId> people;
    std::vector<FindingId> findings = recheck.findings;
    const auto all = cycle.findings.of_unit.find(recheck.unit);
    if (findings.empty() && all != cycle.findings.of_unit.end()) findings = all->second;
    for (const FindingId id : findings) {
        const Finding& finding = cycle.findings.all.at(id);
        people.insert(finding.hands.begin(), finding.hands.end());
    }
    add_people_of_sheets(people, cycle.year_end, recheck.unit);
    add_people_of_review(people, cycle.reviews, recheck.unit);
    add_people_of_circumstances(people, cycle.circumstances, recheck.unit);
    add_people_of_misconduct(people, cycle.aftermath, recheck.unit);
    for (const Deliberation& one : cycle.grading.deliberations)
        if (one.settled.unit == recheck.unit) people.insert(one.by);
    return {people.begin(), people.end()};
}

void amend(Cycle& cycle, const Amendment& amendment, const PersonId& by, Date on,
           std::int64_t event, const std::string& reason) {
    for (const FindingId id : amendment.withdrawn) {
        Finding& finding = cycle.findings.all.at(id);
        finding.stage = FindingStage::withdrawn;
        finding.reason = reason;
    }
    for (const auto& [id, value] : amendment.corrected) {
        Finding& finding = cycle.findings.all.at(id);
        finding.fact.value = value;
        finding.reason = reason;
    }
    if (amendment.review) cycle.reviews.scores.insert_or_assign(amendment.unit, *amendment.review);
    if (amendment.sets_grade_aside) cycle.grading.set_aside(amendment.unit, reason);
    for (const Settlement& settled : amendment.settled)
        cycle.grading.settle({{event}, settled, by, on, {}});
}

}  // namespace heng::cycle
