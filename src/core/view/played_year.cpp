#include "core/view/played_year.hpp"

#include "core/cycle/standing.hpp"

namespace heng::view::test {

namespace {

using act::Actor;
using act::Capacity;
using act::test::day;
using act::test::World;
using ledger::List;
using ledger::Object;

const List proof{std::string(64, 'a')};

Object in_2021(std::initializer_list<ledger::Member> members) {
    Object out(members);
    out.add("year", 2021);
    return out;
}

Actor departments_lead(int no = 1) {
    return World::of(Capacity::lead, "机关工委", no);
}

scheme::Scheme city_scheme() {
    scheme::Scheme out = act::test::small_scheme();
    for (const char* const id : {"A16.2", "A16.3", "A16.4"})
        out.statements.push_back({id, "computation", "等次评定", {}});
    out.articles.push_back({16, "第四章", "等次评定", {}});
    out.conventions.push_back({"quota", "名额向下取整", "grading.quota_rounding", "A16.2", {}});
    out.grading.candidate_band = *Decimal::parse("0.1");
    out.bars[0].cites = "A16.5";
    out.bars[1].cites = "A16.6";
    return out;
}

}  // namespace

PlayedYear::PlayedYear() {
    draft();
    monitor();
    half_year();
    year_end();
    grade();
    publish();
    follow_up();
}

void PlayedYear::draft() {
    today = day("2021-02-01");
    offer(city_scheme());
    const auto made = must(office(), "consolidate_indicators",
                           in_2021({{"files", Object{{"scheme", Object{{"year", "2021"}}}}}}));
    must(assessor(), "propose_indicator",
         in_2021({{"domain", "counties"},
                  {"task", "(一)"},
                  {"text", "增加一项指标"},
                  {"reason", "上级要求"}}));
    for (const char* const id : {"C1", "C2"})
        must(unit(id), "comment_on_indicators", in_2021({{"unit", id}, {"text", "建议降低分值"}}));
    keep("drafting");
    must(commission(), "consent_to_indicators", in_2021({{"draft", made}}));
    must(office(), "issue_indicators", in_2021({{"draft", made}, {"from", "2021-01-01"}}));
}

void PlayedYear::monitor() {
    today = day("2021-04-12");
    must(lead(), "open_monitoring", in_2021({{"domain", "counties"}, {"quarter", "1"}}));
    must(departments_lead(), "open_monitoring",
         in_2021({{"domain", "departments"}, {"quarter", "1"}}));
    for (const char* const id : {"C1", "C2", "C3"})
        must(assessor(), "mark_progress",
             in_2021({{"quarter", "1"},
                      {"unit", id},
                      {"task", "(一)"},
                      {"progress", "late"},
                      {"note", "进度滞后"}}));
    const auto remind = [this](const char* id) {
        return must(
            lead(), "remind",
            in_2021(
                {{"unit", id}, {"quarter", "1"}, {"tasks", List{"(一)"}}, {"text", "请抓紧推进"}}));
    };
    const auto reminded = remind("C1");
    must(unit("C1"), "acknowledge_matter", in_2021({{"matter", reminded}}));
    must(unit("C1"), "rectify_matter",
         in_2021({{"matter", reminded},
                  {"analysis", "责任未压实"},
                  {"completed", true},
                  {"measures", List{Object{{"measure", "补开会议"},
                                           {"responsible", "办公室"},
                                           {"date", "2021-04-12"}}}}}));
    supervised = remind("C3");
    must(lead(), "request_supervision", in_2021({{"matter", supervised}, {"reason", "逾期未改"}}));
    must(office(), "order_supervision",
         in_2021({{"matter", supervised}, {"text", "限期整改"}, {"until", "2021-05-31"}}));
    first_circular = must(office(), "publish_supervision_circular",
                          in_2021({{"text", "督查情况通报"},
                                   {"units", List{Object{{"unit", "C4"}, {"text", "工作滞后"}}}}}));
    must(assessor(), "request_change",
         in_2021({{"domain", "counties"},
                  {"task", "(一)"},
                  {"text", "调整扣分标准"},
                  {"reason", "上级要求"}}));
    keep("monitoring");
}

void PlayedYear::half_year() {
    today = day("2021-07-01");
    must(office(), "open_half_year", in_2021({}));
    const Object first{{"task", "(一)"}, {"done", "按计划推进"}};
    const Object second{{"task", "(二)"}, {"done", "按计划推进"}};
    List remarks;
    for (const char* const id : {"C1", "C2", "C3", "C4", "D1", "D2"}) {
        const bool is_county = id[0] == 'C';
        const Actor by = is_county ? lead() : departments_lead();
        must(unit(id), "submit_self_check",
             in_2021({{"unit", id},
                      {"tasks", is_county ? List{first, second} : List{first}},
                      {"summary", "半年工作总结"}}));
        must(by, "review_self_check", in_2021({{"unit", id}, {"evaluation", "进展较好"}}));
        remarks.push_back(Object{{"unit", id}, {"comments", "存在短板"}});
    }
    for (const char* const domain : {"counties", "departments"})
        must(coordinator(), "collect_half_year", in_2021({{"domain", domain}}));
    must(office(), "publish_half_year_circular",
         in_2021({{"text", "半年评估情况通报"}, {"units", remarks}}));
    keep("half-year");
}

void PlayedYear::year_end() {
    today = day("2021-12-20");
    must(office(), "open_year_end", in_2021({}));
    must(office(), "form_group",
         in_2021({{"name", "第一组"},
                  {"members", List{Object{{"person", "宣传部-1"}, {"body", "宣传部"}}}},
                  {"domains", List{"counties"}},
                  {"units", List{"D1"}}}));
    confirmed_finding("C1", "1.2", "1");
    objected = confirmed_finding("C2", "1.2", "4");
    confirmed_finding("C3", "1.2", "9");
    cheap = confirmed_finding("C3", "1.1", "1");
    confirmed_finding("C4", "1.2", "13");
    confirmed_finding("D2", "D1.1", "3");
    must(unit("C2"), "object_to_finding", in_2021({{"finding", objected}, {"text", "情况不属实"}}));
    must(assessor(2), "answer_objection",
         in_2021({{"finding", objected}, {"answer", "dismissed"}, {"reason", "经核属实"}}));
    review("C1", "91.37", lead(1), lead(2));
    review("C2", "88.41", lead(1), lead(2));
    review("C3", "86.53", lead(1), lead(2));
    review("C4", "79.61", lead(1), lead(2));
    vote();
    settle_sheets();
    keep("year-end");
}

/// 组织部 is D1, so the lead of the departments votes on them alone.
void PlayedYear::vote() {
    ballot = must(
        departments_lead(), "open_ballot",
        in_2021({{"domain", "departments"},
                 {"groups",
                  List{Object{{"group", "领导"},
                              {"weight", "40"},
                              {"voters", 3},
                              {"codes", List{std::string(63, 'b') + "1", std::string(63, 'b') + "2",
                                             std::string(63, 'b') + "3"}}},
                       Object{{"group", "干部"},
                              {"weight", "60"},
                              {"voters", 3},
                              {"codes", List{std::string(63, 'c') + "1", std::string(63, 'c') + "2",
                                             std::string(63, 'c') + "3"}}}}}}));
    cycle::Tallies votes;
    for (const char* const group : {"领导", "干部"}) {
        votes[group]["D1"].votes = {2, 1, 0, 0};
        votes[group]["D2"].votes = {0, 2, 1, 0};
    }
    counted = votes;
    must(departments_lead(), "close_ballot", in_2021({{"ballot", ballot}}));
    counted.reset();
}

void PlayedYear::review(const char* id, const char* score, const Actor& first,
                        const Actor& second) {
    const auto entry = must(first, "enter_review_score",
                            in_2021({{"unit", id}, {"score", score}, {"evidence", proof}}));
    must(second, "confirm_review_score", in_2021({{"entry", entry}}));
}

void PlayedYear::settle_sheets() {
    for (const auto& [key, need] : cycle::open_sheets(state, year(), rulebook(), today)) {
        const auto assessors = rulebook().find_task(key.domain, key.task)->assessors;
        const std::string& body = key.unit == "D1" ? assessors.back() : assessors.front();
        const auto sheet = must(of(Capacity::assessor, body, 1), "settle_sheet",
                                in_2021({{"unit", key.unit}, {"task", key.task}}));
        must(of(Capacity::assessor, body, 2), "sign_sheet", in_2021({{"sheet", sheet}}));
    }
}

void PlayedYear::grade() {
    today = day("2022-01-10");
    const auto bar = must(office(1), "record_circumstance",
                          in_2021({{"unit", "C2"},
                                   {"kind", "criticism"},
                                   {"level", "provincial_committee"},
                                   {"source_document", "通报第1号"},
                                   {"occurred_on", "2021-06-01"},
                                   {"note", "点名批评"},
                                   {"evidence", proof}}));
    must(office(2), "confirm_circumstance", in_2021({{"circumstance", bar}}));
    must(office(1), "record_misconduct",
         in_2021({{"accused", "assessor"},
                  {"who", "宣传部"},
                  {"conduct", "formalism"},
                  {"occurred_on", "2021-11-01"},
                  {"text", "走过场"},
                  {"evidence", proof}}));
    must(office(), "propose_grades", in_2021({}));
    for (const auto& row : std::vector(year().grading.proposal->rows))
        if (row.questions != 0)
            must(commission(), "deliberate",
                 in_2021({{"unit", row.unit},
                          {"grade", scheme::identifier(row.grade)},
                          {"reason", "经研究认定"},
                          {"cites", "A16.3"}}));
    keep("grading");
}

void PlayedYear::publish() {
    must(commission(), "approve_grades", in_2021({}));
    must(office(), "publish_results", in_2021({}));
    must(office(), "hand_on_consequences", in_2021({{"to", List{"市综合考核办"}}}));
    keep("publication");
}

void PlayedYear::follow_up() {
    recheck =
        must(unit("C3"), "request_recheck", in_2021({{"unit", "C3"}, {"text", "扣分不属实"}}));
    must(office(2), "decide_recheck",
         in_2021({{"recheck", recheck},
                  {"ruling", "change"},
                  {"reason", "经复核"},
                  {"withdrawn", List{Object{{"finding", cheap}}}}}));
    must(unit("C3"), "appeal", in_2021({{"recheck", recheck}, {"text", "仍不属实"}}));
    must(
        unit("C2"), "file_explanation",
        in_2021(
            {{"unit", "C2"},
             {"causes", "审核不严"},
             {"measures",
              List{Object{{"measure", "健全审核"}, {"date", "2022-03-31"}, {"person", "书记"}}}}}));
    must(coordinator(), "interpret_article",
         in_2021({{"cites", "A16.3"}, {"question", "何为成效明显"}, {"answer", "见附件"}}));
    keep("aftermath");
}

}  // namespace heng::view::test
