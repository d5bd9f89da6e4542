/// @file
/// Where random sequences begin: the small city, brought so far by acts alone.
#include "core/act/random_acts.hpp"

#include <tuple>

namespace heng::act::test {

namespace {

using ledger::List;

const List proof{std::string(64, 'a')};

Object in_2021(std::initializer_list<ledger::Member> members) {
    Object out(members);
    out.add("year", 2021);
    return out;
}

/// Some people have two parts.
void appoint_again(World& world) {
    for (const auto& [person, role, body] : {std::tuple{"组织部-1", "office", "考核办"},
                                             std::tuple{"宣传部-2", "commission", "考核委"},
                                             std::tuple{"机关工委-2", "office", "考核办"}})
        world.must(world.security_admin, "appoint",
                   {{"person", person}, {"role", role}, {"for", body}});
}

void bring_into_force(World& world) {
    appoint_again(world);
    world.today = day("2021-02-01");
    const auto files = scheme_files(2021, Decimal::whole(2));
    world.offer(city_scheme(2021, Decimal::whole(2)));
    const auto draft =
        world.must(World::office(), "consolidate_indicators", in_2021({{"files", files}}));
    world.must(World::commission(), "consent_to_indicators", in_2021({{"draft", draft}}));
    world.must(World::office(), "issue_indicators",
               in_2021({{"draft", draft}, {"from", "2021-01-01"}}));
}

void open_monitoring(World& world) {
    world.today = day("2021-04-12");
    const auto departments = World::of(Capacity::lead, "机关工委");
    world.must(World::lead(), "open_monitoring",
               in_2021({{"domain", "counties"}, {"quarter", "1"}}));
    world.must(departments, "open_monitoring",
               in_2021({{"domain", "departments"}, {"quarter", "1"}}));
    const auto reminded = [&world](const char* unit) {
        return world.must(World::lead(), "remind",
                          in_2021({{"unit", unit},
                                   {"quarter", "1"},
                                   {"tasks", List{"(一)"}},
                                   {"text", "请抓紧推进"}}));
    };
    reminded("C1");
    const auto matter = reminded("C3");
    world.must(World::lead(), "request_supervision",
               in_2021({{"matter", matter}, {"reason", "逾期未改"}}));
    world.must(World::office(), "order_supervision",
               in_2021({{"matter", matter}, {"text", "限期整改"}, {"until", "2021-05-31"}}));
    world.must(World::unit("C3"), "acknowledge_matter", in_2021({{"matter", matter}}));
}

void check_half_year(World& world, const char* unit, const Actor& lead, List tasks) {
    world.must(World::unit(unit), "submit_self_check",
               in_2021({{"unit", unit}, {"tasks", std::move(tasks)}, {"summary", "半年工作总结"}}));
    world.must(lead, "review_self_check", in_2021({{"unit", unit}, {"evaluation", "进展较好"}}));
}

/// D2 has yet to check itself.
void open_half_year(World& world) {
    world.must(World::office(), "open_half_year", in_2021({}));
    const Object first{{"task", "(一)"}, {"done", "按计划推进"}};
    const Object second{{"task", "(二)"}, {"done", "按计划推进"}};
    for (const char* const unit : {"C1", "C2", "C3", "C4"})
        check_half_year(world, unit, World::lead(), {first, second});
    check_half_year(world, "D1", World::of(Capacity::lead, "机关工委"), {first});
    world.must(World::coordinator(), "collect_half_year", in_2021({{"domain", "counties"}}));
}

void open_year_end(World& world) {
    world.today = day("2021-12-20");
    world.must(World::office(), "open_year_end", in_2021({}));
    const char* value = "1";
    for (const char* const unit : {"C1", "C2", "C3", "C4"}) {
        world.confirmed_finding(unit, "1.2", value);
        world.confirmed_finding(unit, "2.1", "1");
        value = value[0] == '1' ? "4" : "8";
    }
    world.confirmed_finding("D2", "D1.1", "3");
}

void review(World& world, const char* unit, const Actor& first, const Actor& second) {
    const auto entry = world.must(first, "enter_review_score",
                                  in_2021({{"unit", unit}, {"score", "90"}, {"evidence", proof}}));
    world.must(second, "confirm_review_score", in_2021({{"entry", entry}}));
}

void settle(World& world, const char* unit, const char* task, const char* body) {
    const auto sheet = world.must(World::of(Capacity::assessor, body, 1), "settle_sheet",
                                  in_2021({{"unit", unit}, {"task", task}}));
    world.must(World::of(Capacity::assessor, body, 2), "sign_sheet", in_2021({{"sheet", sheet}}));
}

void complete_year_end(World& world) {
    for (const char* const unit : {"C1", "C2", "C3", "C4"}) {
        review(world, unit, World::lead(1), World::lead(2));
        settle(world, unit, "(一)", "组织部");
        settle(world, unit, "(二)", "宣传部");
    }
    for (const char* const unit : {"D1", "D2"}) {
        review(world, unit, World::of(Capacity::lead, "机关工委", 1),
               World::of(Capacity::lead, "机关工委", 2));
        settle(world, unit, "(一)", "宣传部");
    }
    world.today = day("2022-01-10");
}

void publish(World& world) {
    const auto bar = world.must(World::office(1), "record_circumstance",
                                in_2021({{"unit", "C2"},
                                         {"kind", "criticism"},
                                         {"level", "provincial_committee"},
                                         {"source_document", "通报第1号"},
                                         {"occurred_on", "2021-06-01"},
                                         {"note", "点名批评"},
                                         {"evidence", proof}}));
    world.must(World::office(2), "confirm_circumstance", in_2021({{"circumstance", bar}}));
    world.must(World::office(), "propose_grades", in_2021({}));
    // Whoever raises a question stays 较好; others refuse to be deliberated below their grade.
    for (const auto& row : std::vector(world.year().grading.proposal->rows))
        if (row.questions != 0)
            world.must(World::commission(1), "deliberate",
                       in_2021({{"unit", row.unit},
                                {"grade", scheme::identifier(row.grade)},
                                {"reason", "经研究认定"},
                                {"cites", "A16.3"}}));
    world.must(World::commission(), "approve_grades", in_2021({}));
    world.must(World::office(), "publish_results", in_2021({}));
    const auto recheck = world.must(World::unit("C3"), "request_recheck",
                                    in_2021({{"unit", "C3"}, {"text", "扣分不属实"}}));
    world.must(World::office(2), "decide_recheck",
               in_2021({{"recheck", recheck}, {"ruling", "uphold"}, {"reason", "经复核"}}));
    world.must(World::unit("C3"), "appeal", in_2021({{"recheck", recheck}, {"text", "仍不属实"}}));
}

}  // namespace

scheme::Scheme city_scheme(std::int64_t year, Decimal once) {
    scheme::Scheme out = small_scheme();
    out.year = static_cast<int>(year);
    for (const char* const id : {"A16.2", "A16.3", "A16.4"})
        out.statements.push_back({id, "computation", "等次评定", {}});
    out.grading.candidate_band = *Decimal::parse("0.1");
    out.bars[0].cites = "A16.5";
    out.bars[1].cites = "A16.6";
    out.tables[0].categories[0].tasks[0].clauses[0].branches[0].points = once;
    return out;
}

Object scheme_files(std::int64_t year, Decimal once) {
    return {{"scheme", Object{{"year", std::to_string(year)}, {"once", once.text()}}}};
}

Checked<std::int64_t> attempt_in(World& world, const Attempt& attempt) {
    world.today = attempt.day;
    world.counted = attempt.counted;
    const Value* const files = attempt.body.find("files");
    if (files != nullptr && files->object() != nullptr) {
        const Fields scheme(*files->object()->find("scheme")->object());
        world.offer(city_scheme(std::stoll(scheme.text("year")), scheme.decimal("once")));
    }
    return world.attempt(attempt.actor, attempt.act, attempt.body);
}

World world_at(Start start) {
    World world;
    if (start == Start::drafting) return world;
    bring_into_force(world);
    open_monitoring(world);
    if (start == Start::in_force) return world;
    if (start == Start::half_year) {
        world.today = day("2021-07-01");
        open_half_year(world);
        return world;
    }
    open_year_end(world);
    if (start == Start::year_end) return world;
    complete_year_end(world);
    if (start == Start::graded) return world;
    publish(world);
    return world;
}

}  // namespace heng::act::test
