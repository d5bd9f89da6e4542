/// @file
/// The findings of the year, each recorded some days after it happened, and what becomes of it: a
/// second person confirms it, it is corrected, objected to, withdrawn. None is recorded before the
/// indicators are issued, and all are decided before the task sheets are settled.
#include "app/demo/people.hpp"
#include "app/demo/scenes.hpp"
#include "core/base/invariant.hpp"
#include "core/cycle/calendar.hpp"

#include <algorithm>

namespace heng::app::demo {

namespace {

constexpr const char* stand_in_body = "市直机关工委";
/// A figure that comes at the end of the year, for all units of its domain at once.
constexpr std::string_view reference_branch = "H7.3";
constexpr std::int64_t reference_figure = 95;

// Every so many findings something more happens than that it is confirmed.
constexpr std::size_t dismissed_every = 83;
constexpr std::size_t corrected_every = 211;
constexpr std::size_t proven_every = 157;

Date first_possible() {
    return on(3, 2);
}
Date last_recorded() {
    return next_year_on(1, 6);
}
Date last_decided() {
    return next_year_on(1, 13);
}

bool comes_with_reference(const StoryFinding& finding) {
    return finding.branch == reference_branch && finding.ending == Ending::confirmed &&
           finding.occurred_on >= on(10, 1);
}

/// Who records it, and from when on.
struct Recorder {
    std::string body;
    Date from;
};
Recorder recorder_of(const Play& play, const StoryFinding& finding) {
    const auto place = play.story().rulebook->find_branch(finding.branch);
    const auto body = impartial(play.story(), place->assessors(), finding.unit);
    if (body) return {*body, first_possible()};
    return {stand_in_body, impartial_from()};
}

Object fact_of(const StoryFinding& finding, const std::string& value) {
    Object out{{"branch", finding.branch},
               {"value", value},
               {"occurred_on", ledger::print_date(finding.occurred_on)},
               {"note", finding.note}};
    if (!finding.case_id.empty()) out.add("case", finding.case_id);
    return out;
}

/// Copied into each scene.
class FindingScenes {
public:
    explicit FindingScenes(Play& play) : play_(play) {}

    void plan(std::size_t number) const {
        const StoryFinding& finding = play_.story().findings[number];
        if (comes_with_reference(finding)) return;
        Recorder recorder = recorder_of(play_, finding);
        Date day = cycle::plus_days(finding.occurred_on, 1 + play_.chance().below(5));
        if (day < recorder.from) day = cycle::plus_days(recorder.from, play_.chance().below(8));
        day = std::min(play_.working(day), last_recorded());
        play_.plan(day, [*this, number, body = std::move(recorder.body)] { record(number, body); });
    }

    void plan_reference() const {
        play_.plan(on(12, 28), [*this] { supply_reference(); });
    }

private:
    Actor assessor(const std::string& body, Who who) const {
        return acting(Capacity::assessor, body, who);
    }
    Date soon(int days_max) const {
        const int days = 1 + play_.chance().below(days_max);
        return std::min(play_.working_after(play_.today(), days), last_decided());
    }

    /// Whether it was counted wrong at first: only where one more is still a possible value.
    bool is_miscounted(std::size_t number) const {
        const StoryFinding& finding = play_.story().findings[number];
        const auto place = play_.story().rulebook->find_branch(finding.branch);
        return number % corrected_every == 0 && finding.ending == Ending::confirmed &&
               place->origin().branch->basis == scheme::Basis::each;
    }

    void record(std::size_t number, const std::string& body) const {
        const StoryFinding& finding = play_.story().findings[number];
        std::string value = finding.value;
        if (is_miscounted(number)) value = (*Decimal::parse(value) + Decimal::whole(1)).text();
        Object command = fact_of(finding, value);
        command.add("unit", finding.unit);
        if (number % proven_every == 0) command.add("evidence", play_.evidence(finding.note));
        const auto id = play_.act(assessor(body, Who::first), "record_finding", std::move(command));
        if (finding.ending == Ending::draft) {
            play_.plan(soon(8), [*this, id, body] { withdraw(id, body, "经核实，情况不属实"); });
            return;
        }
        play_.plan(soon(2), [*this, number, id, body] { confirm(number, id, body); });
    }

    void withdraw(std::int64_t id, const std::string& body, const char* reason) const {
        play_.act(assessor(body, Who::first), "withdraw_finding",
                  {{"finding", id}, {"reason", reason}});
    }

    void confirm(std::size_t number, std::int64_t id, const std::string& body) const {
        play_.act(assessor(body, Who::second), "confirm_finding", {{"finding", id}});
        const StoryFinding& finding = play_.story().findings[number];
        if (is_miscounted(number))
            play_.plan(soon(3), [*this, number, id, body] { correct(number, id, body); });
        else if (finding.ending == Ending::withdrawn && number % 2 == 0)
            play_.plan(soon(4), [*this, id, body] { withdraw(id, body, "复查后情况不成立"); });
        else if (finding.ending == Ending::withdrawn)
            play_.plan(soon(2), [*this, number, id, body] { object(number, id, body, "upheld"); });
        else if (number % dismissed_every == 0)
            play_.plan(soon(2),
                       [*this, number, id, body] { object(number, id, body, "dismissed"); });
    }

    void correct(std::size_t number, std::int64_t id, const std::string& body) const {
        const StoryFinding& finding = play_.story().findings[number];
        Object command = fact_of(finding, finding.value);
        command.add("finding", id);
        command.add("reason", "件数多计1件，予以更正");
        play_.act(assessor(body, Who::first), "correct_finding", std::move(command));
        play_.plan(soon(2), [*this, id, body] {
            play_.act(assessor(body, Who::third), "confirm_finding", {{"finding", id}});
        });
    }

    void object(std::size_t number, std::int64_t id, const std::string& body,
                const char* answer) const {
        const StoryUnit& unit = play_.story().unit(play_.story().findings[number].unit);
        play_.act(unit_actor(unit), "object_to_finding",
                  {{"finding", id}, {"text", "本单位对该项事实认定有不同意见"}});
        const bool is_upheld = std::string_view(answer) == "upheld";
        play_.plan(soon(4), [*this, id, body, answer, is_upheld] {
            play_.act(assessor(body, Who::second), "answer_objection",
                      {{"finding", id},
                       {"answer", answer},
                       {"reason", is_upheld ? "异议成立，原记录不实" : "原记录属实，予以维持"}});
        });
    }

    /// Units whose figure misses the reference get the findings of the story, the others none.
    void supply_reference() const {
        const auto place = play_.story().rulebook->find_branch(reference_branch);
        std::map<std::string, Decimal> gaps;
        for (const StoryFinding& finding : play_.story().findings)
            if (comes_with_reference(finding))
                INVARIANT(gaps.emplace(finding.unit, *Decimal::parse(finding.value)).second,
                          "a unit has one figure");
        List measures;
        for (const StoryUnit* const unit : play_.story().units_of(place->domain->id)) {
            const auto gap = gaps.find(unit->id);
            const Decimal measured = gap == gaps.end()
                                         ? Decimal::whole(reference_figure + 1)
                                         : Decimal::whole(reference_figure) - gap->second;
            measures.emplace_back(Object{{"unit", unit->id}, {"measured", measured.text()}});
        }
        const std::string body = place->assessors().front();
        const auto first = play_.act(assessor(body, Who::first), "supply_reference",
                                     {{"branch", reference_branch},
                                      {"value", Decimal::whole(reference_figure).text()},
                                      {"source", "演示数据：2021年全省平均水平"},
                                      {"occurred_on", ledger::print_date(play_.today())},
                                      {"measures", std::move(measures)},
                                      {"evidence", play_.evidence("全省平均水平通报")}});
        const auto count = static_cast<std::int64_t>(gaps.size());
        play_.plan(soon(2), [*this, body, first, count] {
            for (std::int64_t id = first + 1; id <= first + count; ++id)
                play_.act(assessor(body, Who::second), "confirm_finding", {{"finding", id}});
        });
    }

    Play& play_;
};

}  // namespace

void plan_findings(Play& play) {
    const FindingScenes scenes(play);
    for (std::size_t i = 0; i < play.story().findings.size(); ++i) scenes.plan(i);
    scenes.plan_reference();
}

}  // namespace heng::app::demo
