#include "core/act/reference_judge.hpp"

#include <algorithm>
#include <sstream>

namespace heng::act::test {

std::vector<std::string> Judge::check_founding() {
    demand(model_.people.empty(), "SEC-15: a ledger is founded once");
    const std::set<std::string> three{in_.text("system_admin"), in_.text("security_admin"),
                                      in_.text("audit_admin")};
    demand(three.size() == 3, "SEC-15: three administrators are three people");
    return out_;
}

// ---- Who

/// The bodies that the scheme, or a record, names for what is done.
std::vector<std::string> Judge::bodies_named() const {
    if (is("confirm_finding correct_finding withdraw_finding answer_objection") &&
        record_ != nullptr)
        return {record_->body};
    const Clause* const clause = in_.has("branch") ? clause_of(in_.text("branch")) : nullptr;
    if (act_ == "record_finding" && clause != nullptr)
        return others_than_unit(clause->assessors, std::string(clause->domain));
    if (clause != nullptr) return clause->assessors;
    if (is("propose_indicator request_change"))
        return in_.has("task") ? assessors_of(in_.text("domain"), in_.text("task"))
                               : std::vector{attempt_.actor.of};
    const std::string domain = model_.domain_of(unit_, attempt_.day);
    if (act_ == "mark_progress") return assessors_of(domain, in_.text("task"));
    if (act_ == "remind") {
        std::vector<std::string> out = {attempt_.actor.of};
        for (const std::string& task : in_.texts("tasks")) {
            const auto named = assessors_of(domain, task);
            if (std::find(named.begin(), named.end(), out.front()) == named.end()) return {};
        }
        return out;
    }
    const bool is_new = act_ == "settle_sheet";  // Else a task sheet is signed.
    const std::string at = is_new ? domain : record_->domain;
    return others_than_unit(assessors_of(at, is_new ? in_.text("task") : record_->task), at);
}

/// Whoever of the bodies is not the unit itself; else the lead; else the office (CALC-14).
std::vector<std::string> Judge::others_than_unit(const std::vector<std::string>& bodies,
                                                 const std::string& at) const {
    std::vector<std::string> out;
    for (const std::string& body : bodies)
        if (!is_itself(body, unit_)) out.push_back(body);
    if (!out.empty()) return out;
    if (!is_itself(lead_of(at), unit_)) return {lead_of(at)};
    for (const auto& [name, body] : model_.bodies)
        if (body.roles.contains("office")) out.push_back(name);
    return out;
}

/// Whether the body acted for stands to the matter as it must.
bool Judge::stands(std::string_view how) const {
    const std::string& of = attempt_.actor.of;
    std::string domain = model_.domain_of(unit_, attempt_.day);
    if (unit_.empty()) domain = record_ != nullptr ? record_->domain : of_field("domain");
    if (how == "own") return unit_ == of;
    if (how == "leads") return !domain.empty() && lead_of(domain) == of;
    if (how == "named") {
        const auto named = bodies_named();
        return std::find(named.begin(), named.end(), of) != named.end();
    }
    // Where the lead is itself the unit, or one of them.
    const std::string lead = lead_of(domain);
    if (!unit_.empty()) return is_itself(lead, unit_);
    const auto units =
        record_ != nullptr ? record_->units : model_.participants(number_, domain, attempt_.day);
    return std::any_of(units.begin(), units.end(),
                       [&](const std::string& unit) { return is_itself(lead, unit); });
}

void Judge::check_who() {
    const std::string as(cycle::name(attempt_.actor.as));
    demand(model_.holds(attempt_.actor.person, as, attempt_.actor.of, attempt_.day),
           "SEC-6: nobody acts in a capacity that he does not hold");
    bool may = false;
    std::istringstream who{std::string(rule_.who)};
    for (std::string one; who >> one;) {
        const auto colon = one.find(':');
        if (one.substr(0, colon) != as) continue;
        may = may || colon == std::string::npos || stands(one.substr(colon + 1));
    }
    demand(may, "A5.9: each acts within his own part: " + as + " of " + attempt_.actor.of);
}

// ---- When

void Judge::check_when() {
    if (rule_.from.empty()) return;
    if (year_ == nullptr) return demand(false, "A10.1: there is no such year");
    const std::size_t now = stage_index(year_->stage);
    demand(now >= stage_index(rule_.from) && now <= stage_index(rule_.until),
           "A10.1: not at the stage " + year_->stage);
}

void Judge::check_record() {
    if (rule_.stands.empty()) return;
    if (record_ == nullptr || record_->kind != rule_.record || record_->year != number_)
        return demand(false, "there is no such record in the year");
    demand(has_word(rule_.stands, record_->stage),
           std::string(rule_.record) + " does not stand so: " + record_->stage);
    if (!rule_.by_another) return;
    demand(record_->by != attempt_.actor.person, "A20.2: a second person is needed");
    check_people_in_question();
}

void Judge::check_people_in_question() {
    const std::string& person = attempt_.actor.person;
    const std::string mine = "APP-3: nobody decides what he had a part in";
    if (is("decide_recheck decide_appeal")) {
        auto findings = record_->others;
        if (findings.empty())
            findings = model_.find("finding", number_, "recorded confirmed withdrawn", unit_);
        for (const std::int64_t id : findings)
            demand(!model_.records.at(id).hands.contains(person), mine + ": finding");
        for (const char* const kind : {"sheet", "entry", "deliberation", "circumstance"})
            for (const std::int64_t id :
                 model_.find(kind, number_, "settled signed confirmed held", unit_))
                demand(!model_.records.at(id).hands.contains(person), mine + ": " + kind);
        demand(!record_->hands.contains(person), mine + ": the decision before");
    }
    if (act_ != "decide_misconduct") return;
    demand(record_->branch != person, "A20.1: nobody decides about himself");
    if (record_->side == "assessor")
        for (const std::string& role : model_.bodies.at(record_->branch).roles)
            demand(!model_.holds(person, role, record_->branch, attempt_.day),
                   "A19.2: nobody decides about the body that he acts for");
}

void Judge::check_recusal() {
    const std::string as(cycle::name(attempt_.actor.as));
    if (as == "unit") return;
    std::set<std::string> about;
    if (!unit_.empty()) about.insert(unit_);
    if (act_ == "open_ballot") {
        const auto units = Fields(events_.front().what.body).texts("units");
        about.insert(units.begin(), units.end());
    }
    if (record_ != nullptr && record_->kind == "ballot" && act_ != "cancel_ballot")
        about.insert(record_->units.begin(), record_->units.end());
    for (const char* const rows : {"units", "measures", "settled"})
        if (in_.has(rows) && !is("form_group rectify_matter file_explanation"))
            for (const Fields& row : in_.rows(rows)) about.insert(row.text("unit"));
    for (const std::string& unit : about)
        demand(!model_.belongs(attempt_.actor.person, unit, attempt_.day),
               "CALC-14: nobody acts on his own unit " + unit);
}

// ---- The register

void Judge::check_register() {
    if (act_ == "add_person")
        demand(!model_.people.contains(in_.text("person")), "SEC-1: a person is added once");
    if (act_ == "add_body") {
        demand(!model_.bodies.contains(in_.text("body")), "A5.7: a body is added once");
        for (const std::string& role : in_.texts("roles"))
            demand(has_word("commission office coordinator lead assessor", role),
                   "SEC-15: no role of bodies");
        if (in_.has("unit")) demand(model_.units.contains(in_.text("unit")), "A3.1: unit unknown");
    }
    if (act_ == "enrol_unit") demand(!model_.units.contains(in_.text("unit")), "A3.1: known unit");
    if (is("move_unit rename_unit merge_units exempt_unit"))
        demand(model_.units.contains(unit_), "A3.1: unit unknown");
    if (act_ == "merge_units") {
        const auto into = model_.units.find(in_.text("into"));
        if (into == model_.units.end()) return demand(false, "A3.1: unit unknown");
        demand(into->first != unit_, "A3.1: a unit does not go up in itself");
        demand(into->second.merged_into.empty() && model_.units.at(unit_).merged_into.empty(),
               "A3.1: a unit that is gone");
    }
    if (act_ == "exempt_unit") demand(!year_->exempt.contains(unit_), "CALC-11: exempt already");
    if (act_ != "appoint") return;
    const auto person = model_.people.find(in_.text("person"));
    if (person == model_.people.end()) return demand(false, "SEC-1: person unknown");
    const std::string role = in_.text("role");
    const bool is_admin = role.ends_with("_admin");
    for (const ReferenceModel::Part& part : person->second)
        if (model_.holds(person->first, part.as, part.of, attempt_.day))
            demand(!is_admin && !part.as.ends_with("_admin"),
                   "SEC-15: an administrator has no other part");
    if (is_admin) return;
    if (role == "unit") return demand(model_.units.contains(of_field("for")), "A3.1: unit unknown");
    const auto body = model_.bodies.find(of_field("for"));
    demand(body != model_.bodies.end() && body->second.roles.contains(role),
           "A5: the body has no such part");
}

// ---- A8

void Judge::check_indicators() {
    const int number = static_cast<int>(number_);
    const Date first{std::chrono::year(number), std::chrono::January, std::chrono::day(1)};
    const Date last{std::chrono::year(number), std::chrono::December, std::chrono::day(31)};
    if (act_ == "open_year") demand(year_ == nullptr, "A10.1: a year is opened once");
    if (act_ == "carry_forward")
        demand(!model_.years.contains(number_ + 1), "A8.3: a year is opened once");
    if (is("consent_to_indicators return_indicators issue_indicators"))
        demand(in_.whole("draft") == year_->last_draft, "A8.8: another draft was made since");
    if (act_ == "issue_indicators")
        demand(in_.date("from") >= first && in_.date("from") <= std::min(last, attempt_.day),
               "A8.9: in force from a day of the year, not ahead");
    // Before the first draft nobody knows the year's domains.
    if (is("propose_indicator request_change") && year_->last_draft != 0)
        demand(!lead_of(in_.text("domain")).empty(), "A8.1: domain unknown");
    if (act_ != "decide_change" || in_.text("answer") != "grant") return;
    demand(year_->stage == "in_force", "A8.11: the indicators are locked");
    demand(in_.has("from") && in_.date("from") >= attempt_.day && in_.date("from") <= last,
           "A8.12: a change holds from now on, within the year");
}

// ---- A9

void Judge::check_sheet_open(const std::string& branch) {
    const Clause& clause = *clause_of(branch);
    for (const std::int64_t id : model_.find("sheet", number_, "settled signed", unit_)) {
        const Record& sheet = model_.records.at(id);
        demand(sheet.domain != clause.domain || sheet.task != clause.task,
               "A13.4: what is settled does not change");
    }
}

/// Of a finding that is recorded or corrected by `event`.
void Judge::check_fact(const Event& event) {
    const Fields fact(event.what.body);
    unit_ = record_ != nullptr ? record_->unit : fact.text("unit");
    const Clause* const clause = clause_of(fact.text("branch"));
    if (clause == nullptr) return demand(false, "A9.4: a deduction names a rule");
    demand(fact.date("occurred_on") <= attempt_.day, "A9.4: a fact has happened");
    demand(clause->domain == model_.domain_of(unit_, attempt_.day), "A8.1: a rule of its domain");
    const auto& named = clause->assessors;
    demand(std::find(named.begin(), named.end(), attempt_.actor.of) != named.end(),
           "A5.9: the clause names other assessors");
    demand(!model_.belongs(attempt_.actor.person, unit_, attempt_.day),
           "CALC-14: nobody records about his own unit");
    check_sheet_open(fact.text("branch"));
}

void Judge::check_findings() {
    for (const Event& event : events_)
        if (has_word("record_finding correct_finding", event.what.act)) check_fact(event);
    const bool takes_back = act_ == "correct_finding" || act_ == "withdraw_finding" ||
                            (act_ == "answer_objection" && in_.text("answer") == "upheld");
    if (takes_back) check_sheet_open(record_->branch);
    if (act_ == "object_to_finding") {
        demand(record_->side.empty(), "APP-1: objected to already");
        demand(attempt_.day <= weekdays_from(record_->on, 5), "APP-1: too late to object");
    }
    if (act_ == "answer_objection") demand(record_->side == "filed", "APP-3: no objection waits");
    if (act_ != "supply_reference") return;
    std::set<std::string> measured;
    for (const Fields& row : in_.rows("measures"))
        demand(measured.insert(row.text("unit")).second, "A9.4: one fact is recorded once");
}

// ---- The ledger

void Judge::check_events() {
    demand(!events_.empty(), "an act leaves an event");
    for (const Event& event : events_) {
        const bool is_own = event.what.act == act_;
        const bool follows = (act_ == "supply_reference" && event.what.act == "record_finding") ||
                             (is("publish_supervision_circular publish_half_year_circular") &&
                              event.what.act == "open_matter");
        demand(is_own == (&event == &events_.front()) && (is_own || follows),
               "no other act comes with it: " + event.what.act);
        demand(event.what.actor == attempt_.actor.person && event.what.happened_on == attempt_.day,
               "A20.2: who did it, and when");
    }
}

std::vector<std::string> ReferenceModel::breaches(const Attempt& attempt,
                                                  std::span<const Event> events) const {
    return Judge(*this, attempt, events).breaches();
}

}  // namespace heng::act::test
