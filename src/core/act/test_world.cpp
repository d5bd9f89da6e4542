#include "core/act/test_world.hpp"

namespace heng::act::test {

namespace {

scheme::Branch branch(std::string id, std::string text, scheme::Basis basis, const char* points) {
    scheme::Branch out;
    out.id = std::move(id);
    out.text = std::move(text);
    out.basis = basis;
    out.points = *Decimal::parse(points);
    if (basis == scheme::Basis::each || basis == scheme::Basis::shortfall) {
        out.per = "起";
        out.step = Decimal::whole(1);
    }
    return out;
}

scheme::Clause clause(std::string no, std::vector<scheme::Branch> branches) {
    scheme::Clause out;
    out.no = std::move(no);
    for (const scheme::Branch& one : branches) out.text += one.text + "。";
    out.branches = std::move(branches);
    return out;
}

scheme::Task task(std::string no, std::string name, int points, std::vector<std::string> assessors,
                  std::vector<scheme::Clause> clauses) {
    scheme::Task out;
    out.no = std::move(no);
    out.name = std::move(name);
    out.points = Decimal::whole(points);
    out.requirement = "按要求落实";
    out.assessors = std::move(assessors);
    out.clauses = std::move(clauses);
    return out;
}

scheme::Table table(std::string domain, std::vector<scheme::Task> tasks) {
    scheme::Table out;
    out.domain = std::move(domain);
    scheme::Category category{"一", "党的建设", Decimal{}, std::move(tasks), {}};
    for (const scheme::Task& one : category.tasks) category.points += one.points;
    out.points = category.points;
    out.categories.push_back(std::move(category));
    return out;
}

scheme::Term term(std::string id, scheme::TermUnit unit, int count) {
    return {std::move(id), "期限", unit, count, {}, "convention", {}};
}

scheme::Term date_term(std::string id, const char* month_day) {
    scheme::Term out = term(std::move(id), scheme::TermUnit::date, 0);
    out.month_day = month_day;
    return out;
}

}  // namespace

scheme::Scheme small_scheme() {
    scheme::Scheme out;
    out.id = "small";
    out.name = "小考核办法";
    out.year = 2021;
    out.domains = {{"counties", "县(区)", "组织部", {}, {}, {}},
                   {"departments", "市直单位", "机关工委", {}, {}, {}}};
    out.composition.indicators_percent = Decimal::whole(80);
    out.composition.review_percent = Decimal::whole(20);
    out.grading.quota_percent = Decimal::whole(30);
    out.bars = {{"criticism", "受到点名或通报批评", scheme::Grade::ordinary, {}, {}},
                {"survey", "满意度为一般及以下", scheme::Grade::ordinary, {}, {}}};
    out.consequences = {
        {"explanation", {scheme::Grade::ordinary, scheme::Grade::poor}, "写出书面说明", {}, {}}};
    scheme::Branch gap =
        branch("2.2", "每低于全省平均水平1个百分点扣0.5分", scheme::Basis::shortfall, "0.5");
    gap.reference = "全省平均水平";
    out.tables = {
        table("counties",
              {task("(一)", "组织建设", 60, {"组织部"},
                    {clause("1", {branch("1.1", "未制定计划,扣2分", scheme::Basis::once, "2")}),
                     clause("2", {branch("1.2", "每1起扣1分", scheme::Basis::each, "1")})}),
               task("(二)", "思想建设", 40, {"宣传部"},
                    {clause("1", {branch("2.1", "每1起扣5分", scheme::Basis::each, "5")}),
                     clause("2", {gap})})}),
        table("departments",
              {task("(一)", "机关党建", 100, {"组织部", "宣传部"},
                    {clause("1", {branch("D1.1", "每1起扣1分", scheme::Basis::each, "1")})})})};
    using enum scheme::TermUnit;
    out.calendar.terms = {term("reminder_answered", working_days, 10),
                          term("rectification_reviewed", working_days, 5),
                          term("monitoring_closed", working_days, 10),
                          term("supervision_decided", working_days, 5),
                          date_term("self_check_submitted", "07-15"),
                          term("self_check_resubmitted", working_days, 5),
                          term("self_check_reviewed", working_days, 10),
                          date_term("half_year_collected", "08-05"),
                          date_term("half_year_circular", "08-15"),
                          term("objection", working_days, 5),
                          term("objection_answered", working_days, 10),
                          term("recheck_answered", working_days, 10),
                          term("appeal", working_days, 5),
                          term("appeal_decided", working_days, 20),
                          term("explanation_filed", days, 30),
                          {"indicators_issued", "期限", date, 0, "03-31", "A8.3", {}}};
    return out;
}

World::World() {
    const auto body = [&](const std::string& name, ledger::List roles, const std::string& unit) {
        Object command{{"body", name}, {"roles", roles}};
        if (!unit.empty()) command.add("unit", unit);
        must(system_admin, "add_body", std::move(command));
        for (const char* const no : {"-1", "-2"}) {
            const std::string person = name + no;
            must(system_admin, "add_person", {{"person", person}});
            for (const Value& role : roles)
                must(security_admin, "appoint",
                     {{"person", person}, {"role", role}, {"for", name}});
        }
    };
    must({"", Capacity::system_admin, {}}, "found",
         {{"system_admin", "sys"}, {"security_admin", "sec"}, {"audit_admin", "aud"}});
    body("考核委", {"commission"}, {});
    body("考核办", {"office"}, {});
    const auto unit = [&](const std::string& id, const char* domain) {
        must(office(), "enrol_unit", {{"unit", id}, {"name", id + "单位"}, {"domain", domain}});
        must(system_admin, "add_person", {{"person", id + "-1"}});
        must(security_admin, "appoint",
             {{"person", id + "-1"}, {"role", "unit"}, {"for", id}, {"post", "secretary"}});
    };
    for (const char* const id : {"C1", "C2", "C3", "C4"}) unit(id, "counties");
    for (const char* const id : {"D1", "D2"}) unit(id, "departments");
    body("组织部", {"coordinator", "lead", "assessor"}, "D1");
    body("机关工委", {"lead"}, {});
    body("宣传部", {"assessor"}, {});
    must(office(), "open_year", {{"year", 2021}});
}

Context World::context(const Actor& actor) const {
    return {state,
            rulebooks,
            actor,
            today,
            static_cast<std::int64_t>(events.size()) + 2,
            candidate_ ? &*candidate_ : nullptr,
            counted ? &*counted : nullptr};
}

Checked<std::int64_t> World::attempt(const Actor& actor, const std::string& act, Object body) {
    auto drafts = perform(context(actor), {act, std::move(body)});
    if (!drafts) return tl::unexpected(drafts.error());
    const auto first = static_cast<std::int64_t>(events.size()) + 2;  // 1 opened the ledger
    for (ledger::Draft& draft : *drafts) {
        const auto seq = static_cast<std::int64_t>(events.size()) + 2;
        events.push_back({"city", seq, {}, {}, std::move(draft)});
        replay(state, events.back());
    }
    learn_rulebooks();
    return first;
}

void World::learn_rulebooks() {
    std::map<std::shared_ptr<const Object>, std::shared_ptr<const cycle::Rulebook>> by_files;
    for (const auto& [number, year] : state.cycles)
        for (const auto& [id, draft] : year.indicators.drafts) {
            auto& rulebook = rulebooks[id];
            auto& known = by_files[draft.files];
            if (rulebook == nullptr) rulebook = known != nullptr ? known : candidate_->value();
            known = rulebook;
        }
}

std::int64_t World::must(const Actor& actor, const std::string& act, Object body) {
    const auto done = attempt(actor, act, std::move(body));
    if (!done) {
        std::string why = act + " was refused:";
        for (const Error& error : done.error())
            why += ' ' + error.place.item + ' ' + message(error, Language::en) + ';';
        broken_invariant("done", why.c_str());
    }
    return *done;
}

std::vector<Code> World::refusal(const Actor& actor, const std::string& act, Object body) {
    const auto done = attempt(actor, act, std::move(body));
    std::vector<Code> codes;
    if (!done)
        for (const Error& error : done.error()) codes.push_back(error.code);
    return codes;
}

void World::put_in_force() {
    cycle::Cycle& year = state.cycles.at(2021);
    const cycle::DraftId draft{1};
    year.indicators.drafts[draft] = {draft, nullptr, cycle::DraftStage::issued, {}};
    year.indicators.editions.push_back({"small/1", draft, day("2021-01-01")});
    year.stage = cycle::Stage::in_force;
    rulebooks[draft] = std::make_shared<const cycle::Rulebook>(small_scheme());
}

void World::offer(scheme::Scheme scheme) {
    candidate_ = std::make_shared<const cycle::Rulebook>(std::move(scheme));
}

void World::offer(Issues issues) {
    candidate_ = tl::unexpected(std::move(issues));
}

const cycle::Rulebook& World::rulebook() const {
    return *rulebooks.at(year().indicators.editions.back().draft);
}

std::int64_t World::confirmed_finding(const std::string& unit, const std::string& branch,
                                      const std::string& value) {
    const auto place = rulebook().find_branch(branch);
    INVARIANT(place, "the small scheme has the branch");
    const std::string& body = place->assessors().front();
    const auto finding = must(of(Capacity::assessor, body, 1), "record_finding",
                              {{"year", 2021},
                               {"unit", unit},
                               {"branch", branch},
                               {"value", value},
                               {"occurred_on", ledger::print_date(today)},
                               {"note", "事实" + std::to_string(events.size())}});
    must(of(Capacity::assessor, body, 2), "confirm_finding",
         {{"year", 2021}, {"finding", finding}});
    return finding;
}

}  // namespace heng::act::test
