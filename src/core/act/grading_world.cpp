#include "core/act/grading_world.hpp"

namespace heng::act::test {

namespace {

scheme::Scheme graded_scheme() {
    using enum scheme::Grade;
    scheme::Scheme out = small_scheme();
    for (const char* const id : {"A16.2", "A16.3", "A16.4"})
        out.statements.push_back({id, "computation", "等次评定", {}});
    out.grading.candidate_band = *Decimal::parse("0.1");
    out.bars[0].cites = "A16.5";
    out.bars[1].cites = "A16.6";
    out.consequences = {{"performance", {fair, ordinary, poor}, "绩效不得评好", "A17.2", {}},
                        {"explanation", {ordinary, poor}, "写出书面说明", "A17.5", {}}};
    scheme::Branch veto;
    veto.id = "1.9";
    veto.text = "发生重大问题的,一票否决";
    veto.effect = scheme::Effect::veto;
    scheme::Clause clause;
    clause.no = "3";
    clause.text = veto.text;
    clause.branches = {veto};
    out.tables[0].categories[0].tasks[0].clauses.push_back(clause);
    return out;
}

}  // namespace

GradingWorld::GradingWorld() {
    put_in_force();
    rulebooks.begin()->second = std::make_shared<const cycle::Rulebook>(graded_scheme());
    cycle::Cycle& year = state.cycles.at(2021);
    year.stage = cycle::Stage::year_end;
    for (const char* const unit : {"C1", "C2", "C3", "C4", "D1", "D2"})
        year.reviews.scores[unit] = Decimal::whole(90);
    today = day("2021-12-20");
    c1 = confirmed_finding("C1", "1.2", "1");
    c2 = confirmed_finding("C2", "1.2", "4");
    c3 = confirmed_finding("C3", "1.2", "8");
    c4 = confirmed_finding("C4", "1.2", "12");
    d2 = confirmed_finding("D2", "D1.1", "3");
    settle_sheets();
    today = day("2022-01-10");
}

void GradingWorld::settle_sheets() {
    for (const auto& [key, need] : cycle::open_sheets(state, year(), rulebook(), today)) {
        const auto assessors = rulebook().find_task(key.domain, key.task)->assessors;
        // 组织部 is itself D1.
        const std::string& body = key.unit == "D1" ? assessors.back() : assessors.front();
        const auto sheet = must(of(Capacity::assessor, body, 1), "settle_sheet",
                                with({{"unit", key.unit}, {"task", key.task}}));
        must(of(Capacity::assessor, body, 2), "sign_sheet", with({{"sheet", sheet}}));
    }
}

std::int64_t GradingWorld::late_finding(const char* unit, const char* branch, const char* value) {
    const std::string task = rulebook().find_branch(branch)->origin().task->no;
    const auto* const sheet = year().year_end.find(
        {unit, state.units_and_people.find_unit(unit)->on(today).domain, task});
    must(office(), "reopen_sheet", with({{"sheet", sheet->id.seq}, {"reason", "补记扣分"}}));
    const auto finding = confirmed_finding(unit, branch, value);
    settle_sheets();
    return finding;
}

Object GradingWorld::with(std::initializer_list<ledger::Member> members) {
    Object out(members);
    out.add("year", 2021);
    return out;
}

Object GradingWorld::settle(const char* unit, const char* grade, const char* cites) {
    return with({{"unit", unit}, {"grade", grade}, {"reason", "经研究认定"}, {"cites", cites}});
}

void GradingWorld::deliberated() {
    must(office(), "propose_grades", with({}));
    must(commission(), "deliberate", settle("C4", "fair"));
    must(commission(), "deliberate", settle("D2", "fair"));
}

void GradingWorld::published() {
    deliberated();
    must(commission(), "approve_grades", with({}));
    must(office(), "publish_results", with({}));
}

std::int64_t GradingWorld::recorded_circumstance(const char* unit, const char* kind,
                                                 std::initializer_list<ledger::Member> parts) {
    Object fact = with(parts);
    for (ledger::Member& part : std::vector<ledger::Member>{{"unit", unit},
                                                            {"kind", kind},
                                                            {"occurred_on", "2021-09-30"},
                                                            {"note", "见通报"},
                                                            {"evidence", proof}})
        fact.add(part.key, part.value);
    return must(office(1), "record_circumstance", std::move(fact));
}

void GradingWorld::circumstance(const char* unit, const char* kind,
                                std::initializer_list<ledger::Member> parts) {
    must(office(2), "confirm_circumstance",
         with({{"circumstance", recorded_circumstance(unit, kind, parts)}}));
}

std::int64_t GradingWorld::recorded_misconduct(const char* unit) {
    return must(office(1), "record_misconduct",
                with({{"accused", "unit"},
                      {"who", unit},
                      {"conduct", "fabrication"},
                      {"occurred_on", "2021-11-01"},
                      {"text", "虚报数据"},
                      {"evidence", proof}}));
}

void GradingWorld::fraud(const char* unit) {
    must(commission(1), "decide_misconduct",
         with({{"misconduct", recorded_misconduct(unit)},
               {"sanction", "circular"},
               {"authority", "市委"},
               {"reason", "情况属实"}}));
}

cycle::State replayed(const GradingWorld& world) {
    GradingWorld again;
    for (std::size_t i = again.events.size(); i < world.events.size(); ++i)
        replay(again.state, world.events[i]);
    return again.state;
}

}  // namespace heng::act::test
