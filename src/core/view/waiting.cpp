/// @file
/// What waits for the actor without a date: second persons, signatures, decisions. Whether an act
/// is his to do is asked of the act itself and of the table of permissions.
#include "core/act/perform.hpp"
#include "core/act/permission.hpp"
#include "core/cycle/open_matters.hpp"
#include "core/cycle/settling.hpp"
#include "core/view/print.hpp"
#include "core/view/work_list.hpp"

namespace heng::view {

namespace {

class YearList {
public:
    YearList(const YearScope& year, std::vector<Waiting>& out)
        : year_(year), context_(year.scope.context()), out_(out) {}

    void add_all() {
        indicators();
        findings();
        if (year_.rulebook != nullptr) {
            sheets();
            review();
        }
        circumstances();
        grading();
        aftermath();
        misconduct();
    }

private:
    /// The act's subject under the fields by which it would be done; nothing where it has none.
    std::optional<Subject> subject_of(const act::Act& act, ledger::Object body) const {
        if (act.subject == nullptr) return Subject{};
        body.add("year", year_.cycle.year);
        const auto found = act.subject(context_, act::Fields(body));
        return found ? std::optional(*found) : std::nullopt;
    }

    /// Adds the act if the year and the tables let this person do it.
    void offer(Waiting one, ledger::Object body) {
        const act::Act& act = *act::find_act(one.act);
        const cycle::Stage stage = year_.cycle.stage;
        if (stage < act.stages.first || stage > act.stages.last) return;
        const auto subject = subject_of(act, std::move(body));
        if (!subject || !act::check_permission(year_.scope.state, year_.rulebook, year_.scope.actor,
                                               act, *subject, year_.scope.day))
            return;
        one.year = year_.cycle.year;
        if (!one.unit) one.unit = subject->unit;
        out_.push_back(std::move(one));
    }
    /// `field` is the one by which the act names the record.
    void offer(std::string_view act, const char* field, std::int64_t record) {
        Waiting one;
        one.act = act;
        one.record = record;
        offer(std::move(one), {{field, record}});
    }
    void offer(std::string_view act) {
        Waiting one;
        one.act = act;
        offer(std::move(one), {});
    }

    void indicators() {
        const cycle::Indicators& indicators = year_.cycle.indicators;
        const cycle::Draft* const draft = indicators.current_draft();
        if (draft != nullptr && draft->stage == cycle::DraftStage::consolidated)
            offer("consent_to_indicators", "draft", draft->id.seq);
        if (draft != nullptr && draft->stage == cycle::DraftStage::consented)
            offer("issue_indicators", "draft", draft->id.seq);
        for (const auto& [id, change] : indicators.changes)
            if (change.stage == cycle::ChangeStage::requested)
                offer("decide_change", "change", id.seq);
    }

    void findings() {
        for (const auto& [id, one] : year_.cycle.findings.all)
            if (one.stage == cycle::FindingStage::recorded)
                offer("confirm_finding", "finding", id.seq);
    }

    void circumstances() {
        for (const auto& [id, one] : year_.cycle.circumstances.all)
            if (one.stage == cycle::CircumstanceStage::recorded)
                offer("confirm_circumstance", "circumstance", id.seq);
    }

    void misconduct() {
        for (const auto& [id, one] : year_.cycle.aftermath.misconduct) {
            if (one.stage == cycle::MisconductStage::recorded)
                offer("refer_misconduct", "misconduct", id.seq);
            if (one.stage != cycle::MisconductStage::decided)
                offer("decide_misconduct", "misconduct", id.seq);
        }
    }

    void sheets() {
        if (year_.cycle.stage != cycle::Stage::year_end) return;
        const Date day = cycle::assessed_on(year_.cycle, year_.scope.day);
        for (const cycle::OpenSheet& open :
             cycle::open_sheets(year_.scope.state, year_.cycle, *year_.rulebook, day))
            sheet(open);
    }

    void sheet(const cycle::OpenSheet& open) {
        const cycle::Sheet* const found = year_.cycle.year_end.find(open.key);
        Waiting one;
        one.unit = open.key.unit;
        one.domain = open.key.domain;
        one.task = open.key.task;
        one.record = found == nullptr ? 0 : found->id.seq;
        switch (open.need) {
            case cycle::SheetNeed::settling:
                one.act = "settle_sheet";
                return offer(std::move(one), {{"unit", open.key.unit}, {"task", open.key.task}});
            case cycle::SheetNeed::signature: one.act = "sign_sheet"; break;
            case cycle::SheetNeed::resettling: one.act = "reopen_sheet"; break;
            case cycle::SheetNeed::answer: return;  // That has a date: the objection's.
        }
        offer(std::move(one), {{"sheet", found->id.seq}});
    }

    void review() {
        for (const auto& [id, one] : year_.cycle.reviews.entries)
            if (one.stage == cycle::ReviewEntryStage::entered)
                offer("confirm_review_score", "entry", id.seq);
        for (const auto& [id, one] : year_.cycle.reviews.ballots)
            if (one.stage == cycle::BallotStage::open)
                offer(one.is_on_paper() ? "enter_paper_count" : "close_ballot", "ballot", id.seq);
    }

    void grading() {
        const cycle::Grading& grading = year_.cycle.grading;
        if (!grading.proposal || year_.cycle.stage != cycle::Stage::grading) return;
        bool is_open = false;
        for (const cycle::ProposedRow& row : grading.proposal->rows) {
            if (row.questions == 0 || grading.about(row.unit) != nullptr) continue;
            is_open = true;
            Waiting one;
            one.act = "deliberate";
            one.unit = row.unit;
            offer(std::move(one), {{"unit", row.unit}});
        }
        if (grading.approval)
            offer("publish_results");
        else if (!is_open)
            offer("approve_grades");
    }

    void aftermath() {
        const cycle::Aftermath& aftermath = year_.cycle.aftermath;
        const auto& versions = year_.cycle.grading.versions;
        if (versions.empty() || year_.rulebook == nullptr) return;
        for (const auto& [id, one] : aftermath.explanations)
            if (one.stage == cycle::ExplanationStage::filed)
                offer("accept_explanation", "explanation", id.seq);
        const auto& handed = aftermath.hand_overs;
        if (handed.empty() || handed.back().version != versions.back().no)
            offer("hand_on_consequences");
        if (cycle::open_matters(year_.cycle, year_.rulebook->scheme()).empty()) offer("close_year");
    }

    const YearScope& year_;
    act::Context context_;
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
