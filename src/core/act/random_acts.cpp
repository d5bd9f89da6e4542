#include "core/act/random_acts.hpp"

#include "core/act/permission.hpp"
#include "core/cycle/calendar.hpp"

#include <algorithm>

namespace heng::act::test {

namespace {

using ledger::List;

const std::string digest(64, 'a');

constexpr std::string_view late_acts =
    "submit_self_check review_self_check collect_half_year publish_half_year_circular "
    "order_supervision rectify_matter accept_rectification close_supervision answer_objection "
    "close_ballot enter_paper_count confirm_review_score settle_sheet sign_sheet propose_grades "
    "deliberate approve_grades publish_results decide_recheck appeal decide_appeal "
    "file_explanation return_explanation archive_year";

/// `body` with `key` set anew.
void put(Object& body, const std::string& key, Value value) {
    Object out;
    for (const ledger::Member& one : body.members())
        if (one.key != key) out.add(one.key, one.value);
    out.add(key, std::move(value));
    body = std::move(out);
}

void drop(Object& body, std::initializer_list<std::string_view> keys) {
    Object out;
    for (const ledger::Member& one : body.members())
        if (std::find(keys.begin(), keys.end(), one.key) == keys.end()) out.add(one.key, one.value);
    body = std::move(out);
}

const cycle::Cycle& year_in(const World& world, const Object& body) {
    const Value* const year = body.find("year");
    const cycle::Cycle* const found =
        year == nullptr ? nullptr : world.state.find_cycle(static_cast<int>(*year->number()));
    return found == nullptr ? world.year() : *found;
}

template <class Map>
std::vector<std::string> keys_of(const Map& map) {
    std::vector<std::string> out;
    for (const auto& [key, value] : map) out.push_back(key);
    return out;
}

template <class Map>
std::vector<std::int64_t> numbers_of(const Map& map) {
    std::vector<std::int64_t> out;
    for (const auto& [id, record] : map) out.push_back(id.seq);
    return out;
}

std::vector<std::int64_t> records_of(const cycle::Cycle& year, std::string_view field) {
    if (field == "draft") return numbers_of(year.indicators.drafts);
    if (field == "change") return numbers_of(year.indicators.changes);
    if (field == "finding") return numbers_of(year.findings.all);
    if (field == "matter") return numbers_of(year.monitoring.matters);
    if (field == "replaces") return numbers_of(year.year_end.groups);
    if (field == "sheet") return numbers_of(year.year_end.sheets);
    if (field == "ballot") return numbers_of(year.reviews.ballots);
    if (field == "entry") return numbers_of(year.reviews.entries);
    if (field == "circumstance") return numbers_of(year.circumstances.all);
    if (field == "recheck") return numbers_of(year.aftermath.rechecks);
    if (field == "explanation") return numbers_of(year.aftermath.explanations);
    if (field == "misconduct") return numbers_of(year.aftermath.misconduct);
    std::vector<std::int64_t> out;
    if (field == "deliberation")
        for (const cycle::Deliberation& one : year.grading.deliberations) out.push_back(one.id.seq);
    return out;
}

/// The unit that the body names, or that a record in it is about.
std::string unit_concerned(const World& world, const Object& body) {
    if (const Value* const unit = body.find("unit")) return *unit->text();
    const cycle::Cycle& year = year_in(world, body);
    const Fields in(body);
    const auto unit_of = [&](const auto& records, const char* field) -> std::string {
        if (!in.has(field)) return {};
        const auto* const found = find_record(
            records, typename std::decay_t<decltype(records)>::key_type{in.whole(field)});
        return found == nullptr ? std::string() : found->unit;
    };
    for (std::string found :
         {unit_of(year.findings.all, "finding"), unit_of(year.monitoring.matters, "matter"),
          unit_of(year.aftermath.rechecks, "recheck")})
        if (!found.empty()) return found;
    return {};
}

}  // namespace

std::int64_t RandomActs::below(std::int64_t count) {
    return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(count));
}

Date RandomActs::next_day(Date day) {
    if (chance(75)) return day;
    return cycle::plus_days(day, chance(85) ? 1 : static_cast<int>(1 + below(15)));
}

bool RandomActs::is_possible(const Rule& rule) const {
    return rule.stands.empty() || !model_->find(rule.record, 2021, rule.stands).empty();
}

const Act& RandomActs::draw_act(const World& world) {
    const cycle::Stage stage = world.year().stage;
    for (;;) {
        const Act& act = *one_of(acts());
        const bool is_of_stage =
            act.stages.first != cycle::Stage::drafting || act.stages.last != cycle::Stage::archived;
        const bool fits = stage >= act.stages.first && stage <= act.stages.last && is_of_stage;
        // What moves the year on comes seldom, so that much happens before; what comes last in a
        // chain of acts comes often, or it would never be reached.
        const bool moves = has_word("open_year_end issue_indicators close_year", act.id);
        const bool is_late = has_word(late_acts, act.id);
        const bool is_apt = fits && is_possible(rule_of(act.id));
        if (chance(moves ? 12 : !is_apt ? 5 : is_late ? 100 : 50)) return act;
    }
}

Attempt RandomActs::draw(const World& world, const Act& act) {
    Object body = draw_body(world, act.fields);
    if (chance(85)) fit_record(rule_of(act.id), body);
    if (chance(92)) fit(world, act, body);
    Attempt out{
        draw_actor(world, act, body), std::string(act.id), std::move(body), world.today, {}};
    if (act.id == "close_ballot" && out.body.find("ballot") != nullptr)
        if (const auto* const ballot =
                year_in(world, out.body)
                    .reviews.find(cycle::BallotId{Fields(out.body).whole("ballot")}))
            out.counted = draw_tallies(*ballot);
    return out;
}

Object RandomActs::draw_body(const World& world, std::span<const Field> fields) {
    Object out;
    for (const Field& field : fields) {
        if (!chance(field.need == Need::required ? 99 : 20)) continue;
        out.add(std::string(field.name), draw_value(world, field));
    }
    return out;
}

Value RandomActs::draw_value(const World& world, const Field& field) {
    switch (field.kind) {
        case Kind::text: return field.name == "task" ? Value("(一)") : Value("事由");
        case Kind::id: return draw_id(world, field.name);
        case Kind::decimal: return draw_decimal(field.name);
        case Kind::whole: return draw_whole(world, field.name);
        case Kind::flag: return chance(60);
        case Kind::date: return draw_date(world, field.name);
        case Kind::record: return draw_record(world, field.name);
        case Kind::digests: return List{digest};
        case Kind::texts: return draw_texts(world, field.name);
        case Kind::choice: return chance(98) ? Value(one_of(field.choices)) : Value("nothing");
        case Kind::rows: {
            List rows;
            for (std::int64_t i = 0; i <= below(2); ++i)
                rows.emplace_back(draw_body(world, field.row));
            return rows;
        }
        case Kind::scheme:
            return scheme_files(chance(85) ? 2021 : 2022, Decimal::whole(1 + below(3)));
    }
    return {};
}

std::string RandomActs::draw_id(const World& world, std::string_view field) {
    const cycle::Register& known = world.state.units_and_people;
    const std::string fresh = "新" + std::to_string(below(6));
    if (field == "unit" || field == "into" || field == "who")
        return chance(94) ? one_of(keys_of(known.units)) : fresh;
    if (field == "domain") return word({"counties", "counties", "departments", "schools"});
    if (field == "branch") return word({"1.1", "1.2", "1.2", "2.1", "2.2", "2.2", "D1.1", "9.9"});
    if (field == "task") return word({"(一)", "(一)", "(二)", "(九)"});
    if (field == "clause") return word({"1", "2", "9"});
    if (field == "person") return chance(80) ? one_of(keys_of(known.people)) : fresh + "-1";
    if (field == "body" || field == "for")
        return chance(85) ? one_of(keys_of(known.bodies)) : fresh;
    if (field == "cites") return word({"A16.2", "A16.3", "A16.4", "A99.9"});
    return fresh;
}

std::string RandomActs::draw_date(const World& world, std::string_view field) {
    const auto days = static_cast<int>(below(20));
    const bool is_past = field == "occurred_on" ? chance(95) : field == "from" && chance(50);
    return ledger::print_date(cycle::plus_days(world.today, is_past ? -days : days));
}

std::string RandomActs::draw_decimal(std::string_view field) {
    if (field == "weight") return "100";
    if (field == "score" || field == "review") return std::to_string(50 + below(52));
    return word({"0", "1", "1", "2", "3", "4", "7", "1.5", "12", "-1"});
}

std::int64_t RandomActs::draw_whole(const World& world, std::string_view field) {
    if (field != "year") return below(9);
    if (chance(world.state.find_cycle(2022) != nullptr ? 85 : 97)) return 2021;
    return 2022 + below(2);
}

std::int64_t RandomActs::draw_record(const World& world, std::string_view field) {
    const auto numbers = records_of(world.year(), field);
    if (numbers.empty() || chance(4)) return 1 + below(200);
    // The newest are the likeliest to be waiting for something.
    const auto count = static_cast<std::int64_t>(numbers.size());
    const std::int64_t back = chance(50) ? below(std::min<std::int64_t>(count, 4)) : below(count);
    return numbers[static_cast<std::size_t>(count - 1 - back)];
}

List RandomActs::draw_texts(const World& world, std::string_view field) {
    if (field == "roles") return {word({"assessor", "lead", "office", "commission", "unit"})};
    if (field == "tasks") return chance(80) ? List{"(一)"} : List{"(一)", "(二)"};
    if (field == "domains") return {word({"counties", "departments"})};
    if (field == "units") return {one_of(keys_of(world.state.units_and_people.units))};
    return {"市委组织部"};
}

void RandomActs::fit_record(const Rule& rule, Object& body) {
    if (rule.stands.empty()) return;
    const auto fitting = model_->find(rule.record, 2021, rule.stands);
    if (!fitting.empty()) put(body, std::string(rule.record), one_of(fitting));
}

/// The body in whose name a record was made, the lead, the unit itself: one of them is asked to act
/// most often.
std::set<std::string> RandomActs::likely_bodies(const World& world, const Act& act,
                                                const Object& body) {
    std::set<std::string> out;
    std::string unit = unit_concerned(world, body);
    std::string domain = Fields(body).text_or_empty("domain");
    const Rule& rule = rule_of(act.id);
    const Value* const number = rule.stands.empty() ? nullptr : body.find(rule.record);
    const auto record =
        number == nullptr ? model_->records.end() : model_->records.find(*number->number());
    if (record != model_->records.end()) {
        out.insert(record->second.body);
        unit = record->second.unit;
        domain = record->second.domain;
    }
    if (!unit.empty()) domain = model_->domain_of(unit, world.today);
    const Value* const branch = body.find("branch");
    const Clause* const clause = branch == nullptr ? nullptr : clause_of(*branch->text());
    if (clause != nullptr) out.insert(clause->assessors.begin(), clause->assessors.end());
    out.insert({unit, lead_of(domain)});
    return out;
}

Actor RandomActs::draw_actor(const World& world, const Act& act, const Object& body) {
    std::vector<Capacity> listed;
    for (const Permission& one : permissions())
        if (one.act == act.id) listed.push_back(one.as);
    const bool is_apt = !listed.empty() && chance(93);
    const Capacity as = is_apt ? one_of(listed) : static_cast<Capacity>(below(9));
    std::vector<Actor> able;
    std::vector<Actor> likely;
    const auto bodies = likely_bodies(world, act, body);
    for (const auto& [id, person] : world.state.units_and_people.people)
        for (const cycle::Appointment& one : person.appointments) {
            if (one.as != as || !one.holds_on(world.today)) continue;
            able.push_back({id, as, one.of});
            if (bodies.contains(one.of)) likely.push_back(able.back());
        }
    if (!likely.empty() && chance(85)) return one_of(likely);
    if (able.empty() || chance(2)) return {"谁", as, "组织部"};
    return one_of(able);
}

cycle::Tallies RandomActs::draw_tallies(const cycle::Ballot& ballot) {
    cycle::Tallies out;
    for (const cycle::VoterGroup& group : ballot.groups)
        for (const cycle::UnitId& unit : ballot.units) {
            cycle::Tally& tally = out[group.name][unit];
            tally.votes[0] = std::min<std::int64_t>(group.voters, 5);
            tally.votes[1] = group.voters - tally.votes[0];
            if (chance(30)) std::swap(tally.votes[1], tally.votes[2]);
        }
    return out;
}

// ---- What only goes together

void RandomActs::fit(const World& world, const Act& act, Object& body) {
    static const std::map<std::string_view, Fill> fills{
        {"decide_change", &RandomActs::fit_change},
        {"deliberate", &RandomActs::fit_deliberation},
        {"submit_self_check", &RandomActs::fit_self_check},
        {"publish_half_year_circular", &RandomActs::fit_half_year_circular},
        {"publish_supervision_circular", &RandomActs::fit_supervision_circular},
        {"form_group", &RandomActs::fit_group},
        {"open_ballot", &RandomActs::fit_ballot},
        {"enter_paper_count", &RandomActs::fit_paper_count},
        {"record_circumstance", &RandomActs::fit_circumstance},
        {"record_misconduct", &RandomActs::fit_misconduct},
        {"decide_recheck", &RandomActs::fit_ruling},
        {"decide_appeal", &RandomActs::fit_ruling},
        {"decide_misconduct", &RandomActs::fit_ruling},
        {"appoint", &RandomActs::fit_appointment},
        {"dismiss", &RandomActs::fit_appointment},
    };
    const auto found = fills.find(act.id);
    if (found != fills.end()) (this->*found->second)(world, body);
    if (act.id == "mark_progress" && body.find("note") == nullptr) body.add("note", "进度滞后");
    if (act.id == "open_year") put(body, "year", 2021 + below(4));
    if (act.id == "add_person" || act.id == "enrol_unit") {
        const char* const field = act.id == "add_person" ? "person" : "unit";
        put(body, field, "新" + std::to_string(below(9)));
    }
}

void RandomActs::fit_change(const World& world, Object& body) {
    drop(body, {"files", "from"});
    if (body.find("answer") == nullptr || body.find("answer")->text()[0] != "grant") return;
    put(body, "files", scheme_files(2021, Decimal::whole(1 + below(4))));
    put(body, "from",
        ledger::print_date(cycle::plus_days(world.today, static_cast<int>(below(9)))));
    put(body, "reason_for_findings", "照旧");
}

void RandomActs::fit_self_check(const World& world, Object& body) {
    const cycle::Unit* const unit =
        world.state.units_and_people.find_unit(unit_concerned(world, body));
    List rows{Object{{"task", "(一)"}, {"done", "按计划推进"}}};
    if (unit != nullptr && unit->now().domain == "counties")
        rows.push_back(Object{{"task", "(二)"}, {"done", "按计划推进"}});
    put(body, "tasks", std::move(rows));
}

void RandomActs::fit_half_year_circular(const World& world, Object& body) {
    List rows;
    for (const std::string& unit : keys_of(world.state.units_and_people.units)) {
        if (chance(60)) continue;
        Object row{{"unit", unit}, {"comments", "进展较好"}};
        if (chance(50)) row.add("suggestions", "抓紧整改");
        rows.emplace_back(std::move(row));
    }
    if (!rows.empty()) put(body, "units", std::move(rows));
}

void RandomActs::fit_supervision_circular(const World& world, Object& body) {
    const auto& matters = world.year().monitoring.matters;
    Object row{{"unit", draw_id(world, "unit")}, {"text", "进度滞后"}};
    if (!matters.empty() && chance(60)) {
        const std::int64_t matter = draw_record(world, "matter");
        const auto* const found = find_record(matters, cycle::MatterId{matter});
        if (found != nullptr) put(row, "unit", found->unit);
        row.add("matter", matter);
    }
    put(body, "units", List{std::move(row)});
}

void RandomActs::fit_group(const World&, Object& body) {
    const std::string body_name = word({"宣传部", "机关工委", "组织部"});
    put(body, "members", List{Object{{"person", body_name + "-1"}, {"body", body_name}}});
    if (body.find("domains") == nullptr) put(body, "units", List{word({"C1", "C2", "D1", "D2"})});
    put(body, "name", "第" + std::to_string(below(9)) + "组");
}

void RandomActs::fit_ballot(const World&, Object& body) {
    Object group{{"group", "全体"}, {"weight", "100"}, {"voters", 6}};
    if (chance(50)) {
        List codes;
        for (char no = '0'; no < '6'; ++no) codes.emplace_back(std::string(63, 'b') + no);
        group.add("codes", std::move(codes));
    }
    put(body, "groups", List{std::move(group)});
    drop(body, {"good", "fair", "ordinary", "poor"});
}

void RandomActs::fit_paper_count(const World& world, Object& body) {
    const Value* const number = body.find("ballot");
    if (number == nullptr) return;
    const cycle::Ballot* const ballot =
        world.year().reviews.find(cycle::BallotId{*number->number()});
    if (ballot == nullptr) return;
    List rows;
    const std::int64_t good = chance(85) ? 4 : 3;
    for (const cycle::VoterGroup& group : ballot->groups)
        for (const cycle::UnitId& unit : ballot->units)
            rows.push_back(Object{{"group", group.name},
                                  {"unit", unit},
                                  {"good", good},
                                  {"fair", 6 - good},
                                  {"ordinary", 0},
                                  {"poor", 0},
                                  {"abstained", 0},
                                  {"invalid", 0}});
    put(body, "counts", std::move(rows));
}

void RandomActs::fit_circumstance(const World&, Object& body) {
    drop(body, {"level", "source_document", "result", "serious_effect"});
    const Value* const kind = body.find("kind");
    if (kind == nullptr) return;
    const std::string is = *kind->text();
    if (is == "criticism") {
        body.add("level", word({"provincial_committee", "state_council", "city"}));
        body.add("source_document", "通报第3号");
    }
    if (is == "survey") body.add("result", word({"fair", "ordinary", "poor"}));
    if (is == "major_problem") body.add("serious_effect", chance(70));
}

void RandomActs::fit_misconduct(const World& world, Object& body) {
    const Value* const accused = body.find("accused");
    if (accused == nullptr) return;
    const cycle::Register& known = world.state.units_and_people;
    const std::string of = *accused->text();
    if (of == "assessor") put(body, "who", one_of(keys_of(known.bodies)));
    if (of == "staff") put(body, "who", one_of(keys_of(known.people)));
    put(body, "conduct",
        of == "unit"       ? word({"fabrication", "lobbying"})
        : of == "assessor" ? word({"formalism", "neglect"})
                           : word({"favouritism", "harm"}));
}

/// Mostly an answer to a question that the proposal leaves open.
void RandomActs::fit_deliberation(const World& world, Object& body) {
    const auto& proposal = world.year().grading.proposal;
    if (!proposal || chance(25)) return;
    for (const cycle::ProposedRow& row : proposal->rows) {
        if (row.questions == 0 || world.year().grading.about(row.unit) != nullptr) continue;
        put(body, "unit", row.unit);
        if (chance(60)) put(body, "grade", scheme::identifier(row.grade));
    }
}

void RandomActs::fit_ruling(const World& world, Object& body) {
    const cycle::Cycle& year = world.year();
    drop(body, {"withdrawn", "corrected", "review"});
    if (!chance(35)) drop(body, {"settled"});
    if (body.find("ruling") == nullptr) return;
    const std::string ruling = *body.find("ruling")->text();
    if (ruling == "uphold") drop(body, {"settled"});
    if (ruling != "change") return;
    std::vector<std::int64_t> own;
    for (const auto& [id, finding] : year.findings.all)
        if (finding.unit == unit_concerned(world, body)) own.push_back(id.seq);
    const std::int64_t kind = below(3);
    if (kind == 0 || own.empty()) return body.add("review", draw_decimal("review"));
    const std::int64_t finding = one_of(own);
    if (kind == 1) return body.add("withdrawn", List{Object{{"finding", finding}}});
    body.add("corrected", List{Object{{"finding", finding}, {"value", draw_decimal("value")}}});
}

void RandomActs::fit_appointment(const World& world, Object& body) {
    const cycle::Body& at = world.state.units_and_people.bodies.at(
        one_of(keys_of(world.state.units_and_people.bodies)));
    if (at.roles.empty() || chance(15)) return;
    put(body, "for", at.name);
    put(body, "role", std::string(cycle::name(one_of(at.roles))));
}

}  // namespace heng::act::test
