/// @file
/// What waits for the actor without a date: second persons, signatures, decisions.
#include "core/act/perform.hpp"
#include "core/act/stand_in.hpp"
#include "core/cycle/open_matters.hpp"
#include "core/cycle/settling.hpp"
#include "core/view/work_list.hpp"

#include <algorithm>

namespace heng::view {

namespace {

class YearList {
public:
    YearList(const YearScope& year, std::vector<Waiting>& out) : year_(year), out_(out) {}

    void add_all() {
        indicators();
        findings();
        sheets();
        review();
        circumstances();
        grading();
        aftermath();
        misconduct();
    }

private:
    /// Adds the act if the year and the tables let this person do it to `subject`.
    void offer(Waiting one, const Subject& subject) {
        const act::Act& act = *act::find_act(one.act);
        const cycle::Stage stage = year_.cycle.stage;
        if (stage < act.stages.first || stage > act.stages.last) return;
        if (!act::check_permission(year_.scope.state, year_.rulebook, year_.scope.actor, act,
                                   subject, year_.scope.day))
            return;
        one.year = year_.cycle.year;
        if (!one.unit) one.unit = subject.unit;
        out_.push_back(std::move(one));
    }
    void offer(std::string_view act, std::int64_t record, const Subject& subject = {}) {
        Waiting one;
        one.act = act;
        one.record = record;
        offer(std::move(one), subject);
    }

    static Subject after(const cycle::UnitId& unit, const cycle::PersonId& first,
                         std::vector<cycle::BodyName> assessors = {}) {
        Subject out = about(unit, std::move(assessors));
        out.first_persons = {first};
        return out;
    }

    void indicators() {
        const cycle::Indicators& indicators = year_.cycle.indicators;
        const cycle::Draft* const draft = indicators.current_draft();
        if (draft != nullptr && draft->stage == cycle::DraftStage::consolidated)
            offer("consent_to_indicators", draft->id.seq);
        if (draft != nullptr && draft->stage == cycle::DraftStage::consented)
            offer("issue_indicators", draft->id.seq);
        for (const auto& [id, change] : indicators.changes)
            if (change.stage == cycle::ChangeStage::requested) offer("decide_change", id.seq);
    }

    void findings() {
        for (const auto& [id, one] : year_.cycle.findings.all)
            if (one.stage == cycle::FindingStage::recorded)
                offer("confirm_finding", id.seq, after(one.unit, one.recorded_by, {one.body}));
    }

    void sheets() {
        if (year_.cycle.stage != cycle::Stage::year_end || year_.rulebook == nullptr) return;
        const Date day = cycle::assessed_on(year_.cycle, year_.scope.day);
        for (const cycle::OpenSheet& open :
             cycle::open_sheets(year_.scope.state, year_.cycle, *year_.rulebook, day))
            sheet(open);
    }

    void sheet(const cycle::OpenSheet& open) {
        const cycle::Sheet* const found = year_.cycle.year_end.find(open.key);
        Subject subject = about(
            open.key.unit, act::bodies_for_task(year_.scope.context(), *year_.rulebook, open.key));
        Waiting one;
        one.domain = open.key.domain;
        one.task = open.key.task;
        one.record = found == nullptr ? 0 : found->id.seq;
        switch (open.need) {
            case cycle::SheetNeed::settling: one.act = "settle_sheet"; break;
            case cycle::SheetNeed::signature:
                one.act = "sign_sheet";
                subject.first_persons = {found->settled_by};
                break;
            case cycle::SheetNeed::resettling: one.act = "reopen_sheet"; break;
            case cycle::SheetNeed::answer: return;  // That has a date: the objection's.
        }
        offer(std::move(one), subject);
    }

    void review() {
        if (year_.rulebook == nullptr) return;
        const act::Context context = year_.scope.context();
        for (const auto& [id, one] : year_.cycle.reviews.entries)
            if (one.stage == cycle::ReviewEntryStage::entered)
                offer("confirm_review_score", id.seq,
                      after(one.unit, one.entered_by,
                            act::bodies_instead_of_lead(context, *year_.rulebook,
                                                        year_.domain_of(one.unit), {{one.unit}})));
        for (const auto& [id, one] : year_.cycle.reviews.ballots) {
            if (one.stage != cycle::BallotStage::open) continue;
            Subject subject = about_domain(one.domain);
            subject.assessors =
                act::bodies_instead_of_lead(context, *year_.rulebook, one.domain, one.units);
            offer(one.is_on_paper() ? "enter_paper_count" : "close_ballot", id.seq, subject);
        }
    }

    void circumstances() {
        for (const auto& [id, one] : year_.cycle.circumstances.all)
            if (one.stage == cycle::CircumstanceStage::recorded)
                offer("confirm_circumstance", id.seq, after(one.unit, one.recorded_by));
    }

    void grading() {
        const cycle::Grading& grading = year_.cycle.grading;
        if (!grading.proposal || year_.cycle.stage != cycle::Stage::grading) return;
        bool is_open = false;
        for (const cycle::ProposedRow& row : grading.proposal->rows) {
            if (row.questions == 0 || grading.about(row.unit) != nullptr) continue;
            is_open = true;
            offer("deliberate", 0, about(row.unit));
        }
        if (grading.approval)
            offer("publish_results", 0);
        else if (!is_open)
            offer("approve_grades", 0);
    }

    void aftermath() {
        const cycle::Aftermath& aftermath = year_.cycle.aftermath;
        for (const auto& [id, one] : aftermath.explanations)
            if (one.stage == cycle::ExplanationStage::filed)
                offer("accept_explanation", id.seq, about(one.unit));
        const auto& versions = year_.cycle.grading.versions;
        const auto& handed = aftermath.hand_overs;
        const bool is_handed_on =
            !versions.empty() && !handed.empty() && handed.back().version == versions.back().no;
        if (!versions.empty() && !is_handed_on) offer("hand_on_consequences", 0);
        if (year_.rulebook != nullptr && year_.cycle.stage == cycle::Stage::published &&
            cycle::open_matters(year_.cycle, year_.rulebook->scheme()).empty())
            offer("close_year", 0);
    }

    void misconduct() {
        for (const auto& [id, one] : year_.cycle.aftermath.misconduct) {
            if (one.stage == cycle::MisconductStage::decided) continue;
            Subject subject;
            subject.first_persons = {one.recorded_by};
            if (one.accused == cycle::Accused::unit) subject.unit = one.who;
            if (one.stage == cycle::MisconductStage::recorded)
                offer("refer_misconduct", id.seq, subject);
            offer("decide_misconduct", id.seq, subject);
        }
    }

    const YearScope& year_;
    std::vector<Waiting>& out_;
};

}  // namespace

std::vector<Waiting> waiting(const Scope& scope) {
    std::vector<Waiting> out;
    for (const auto& [number, cycle] : scope.state.cycles) {
        const YearScope year{scope, cycle, scope.context().rulebook(cycle)};
        YearList(year, out).add_all();
    }
    return out;
}

}  // namespace heng::view
