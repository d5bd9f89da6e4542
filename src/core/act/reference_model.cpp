#include "core/act/reference_model.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace heng::act::test {

namespace {

constexpr std::string_view running = "told acknowledged planned reported returned accepted";
constexpr std::string_view unaccepted = "told acknowledged planned reported returned";
constexpr std::string_view by_lead = "lead:leads coordinator:instead";
constexpr std::string_view by_lead_or_office = "lead:leads coordinator:instead office";
constexpr std::string_view reviewing = "lead:leads office:instead";
constexpr std::string_view of_task = "assessor:named lead:named office:named";

constexpr auto all_rules = std::to_array<Rule>({
    // SEC-15, A3, A5
    {"found", "", "", "", "", "", ""},
    {"add_body", "system_admin", "", "", "", "", ""},
    {"add_person", "system_admin", "", "", "", "", ""},
    {"appoint", "security_admin", "", "", "", "", ""},
    {"dismiss", "security_admin", "", "", "", "", ""},
    {"enrol_unit", "office", "", "", "", "", ""},
    {"move_unit", "office", "", "", "", "", ""},
    {"rename_unit", "office", "", "", "", "", ""},
    {"merge_units", "office", "", "", "", "", ""},
    {"exempt_unit", "office", "drafting", "year_end", "", "", ""},
    // A8
    {"open_year", "office", "", "", "", "", ""},
    {"propose_indicator", "assessor:named", "drafting", "drafting", "", "", ""},
    {"comment_on_indicators", "unit:own", "drafting", "drafting", "", "", ""},
    {"consolidate_indicators", "office", "drafting", "drafting", "draft", "", "consolidated"},
    {"consent_to_indicators", "commission", "drafting", "drafting", "draft", "consolidated",
     "consented"},
    {"return_indicators", "commission", "drafting", "drafting", "draft", "consolidated",
     "returned"},
    {"issue_indicators", "office", "drafting", "drafting", "draft", "consented", "issued"},
    {"request_change", "assessor:named", "in_force", "in_force", "change", "", "requested"},
    {"decide_change", "office", "in_force", "published", "change", "requested", "decided"},
    // A9
    {"record_finding", of_task, "in_force", "year_end", "finding", "", "recorded"},
    {"confirm_finding", of_task, "in_force", "year_end", "finding", "recorded", "confirmed", true},
    {"correct_finding", of_task, "in_force", "year_end", "finding", "recorded confirmed",
     "recorded"},
    {"withdraw_finding", of_task, "in_force", "year_end", "finding", "recorded confirmed",
     "withdrawn"},
    {"object_to_finding", "unit:own", "in_force", "year_end", "finding", "confirmed", "confirmed"},
    {"answer_objection", of_task, "in_force", "year_end", "finding", "recorded confirmed withdrawn",
     "", true},
    {"supply_reference", "assessor:named", "in_force", "year_end", "", "", ""},
    // A11
    {"open_monitoring", "lead:leads", "in_force", "year_end", "", "", ""},
    {"mark_progress", "assessor:named lead:leads coordinator:instead", "in_force", "year_end", "",
     "", ""},
    {"remind", "lead:leads assessor:named", "in_force", "year_end", "matter", "", "told"},
    {"open_matter", "nobody", "in_force", "year_end", "matter", "", "told"},
    {"acknowledge_matter", "unit:own", "in_force", "published", "matter", "told", "acknowledged"},
    {"rectify_matter", "unit:own", "in_force", "published", "matter",
     "acknowledged planned returned", ""},
    {"accept_rectification", by_lead, "in_force", "published", "matter", "reported", ""},
    {"return_rectification", by_lead_or_office, "in_force", "published", "matter",
     "planned reported accepted", "returned"},
    {"withdraw_matter", by_lead_or_office, "in_force", "published", "matter", running, "withdrawn"},
    {"request_supervision", by_lead, "in_force", "published", "matter", unaccepted, ""},
    {"refuse_supervision", "office", "in_force", "published", "matter", unaccepted, ""},
    {"order_supervision", "office", "in_force", "published", "matter", unaccepted, "told"},
    {"extend_supervision", "office", "in_force", "published", "matter", unaccepted, ""},
    {"close_supervision", "office", "in_force", "published", "matter", "accepted", "closed"},
    {"publish_supervision_circular", "office", "in_force", "year_end", "", "", ""},
    // A12
    {"open_half_year", "office", "in_force", "in_force", "", "", ""},
    {"submit_self_check", "unit:own", "in_force", "in_force", "", "", ""},
    {"return_self_check", by_lead, "in_force", "in_force", "", "", ""},
    {"review_self_check", by_lead, "in_force", "in_force", "", "", ""},
    {"collect_half_year", "coordinator", "in_force", "in_force", "", "", ""},
    {"publish_half_year_circular", "office", "in_force", "in_force", "", "", ""},
    // A13
    {"open_year_end", "office", "in_force", "in_force", "", "", ""},
    {"form_group", "office", "year_end", "year_end", "group", "", "formed"},
    {"settle_sheet", of_task, "year_end", "year_end", "sheet", "", "settled"},
    {"sign_sheet", of_task, "year_end", "year_end", "sheet", "settled", "signed", true},
    {"reopen_sheet", "office", "year_end", "year_end", "sheet", "settled signed", "reopened"},
    // A14
    {"open_ballot", reviewing, "in_force", "year_end", "ballot", "", "open"},
    {"close_ballot", reviewing, "in_force", "year_end", "ballot", "open", "closed"},
    {"cancel_ballot", reviewing, "in_force", "year_end", "ballot", "open", "cancelled"},
    {"enter_paper_count", reviewing, "in_force", "year_end", "ballot", "open", ""},
    {"enter_review_score", reviewing, "in_force", "year_end", "entry", "", "entered"},
    {"correct_review_score", reviewing, "in_force", "year_end", "entry", "", "entered"},
    {"confirm_review_score", reviewing, "in_force", "year_end", "entry", "entered", "confirmed",
     true},
    // A16
    {"record_circumstance", "office", "in_force", "grading", "circumstance", "", "recorded"},
    {"confirm_circumstance", "office", "in_force", "grading", "circumstance", "recorded",
     "confirmed", true},
    {"withdraw_circumstance", "office", "in_force", "grading", "circumstance", "recorded confirmed",
     "withdrawn"},
    {"propose_grades", "office", "year_end", "grading", "", "", ""},
    {"deliberate", "commission", "grading", "grading", "deliberation", "", "held"},
    {"withdraw_deliberation", "commission", "grading", "grading", "deliberation", "held",
     "withdrawn"},
    {"approve_grades", "commission", "grading", "grading", "", "", ""},
    {"publish_results", "office", "grading", "grading", "", "", ""},
    // A17 to A20
    {"request_recheck", "unit:own", "published", "published", "recheck", "", "filed"},
    {"decide_recheck", "office commission", "published", "published", "recheck", "filed", "decided",
     true},
    {"appeal", "unit:own", "published", "published", "recheck", "decided", "appealed"},
    {"decide_appeal", "commission", "published", "published", "recheck", "appealed", "over", true},
    {"file_explanation", "unit:own", "published", "published", "explanation", "", "filed"},
    {"accept_explanation", "office", "published", "published", "explanation", "filed", "accepted"},
    {"return_explanation", "office", "published", "published", "explanation", "filed", "returned"},
    {"hand_on_consequences", "office", "published", "published", "", "", ""},
    {"record_misconduct", "office", "in_force", "published", "misconduct", "", "recorded"},
    {"refer_misconduct", "office", "in_force", "published", "misconduct", "recorded", "referred"},
    {"decide_misconduct", "commission", "in_force", "published", "misconduct", "recorded referred",
     "decided", true},
    // A10, A22
    {"interpret_article", "coordinator", "drafting", "closed", "", "", ""},
    {"close_year", "office", "published", "published", "", "", ""},
    {"archive_year", "office", "closed", "closed", "", "", ""},
    // The year that it names is only read; what it makes is the next one.
    {"carry_forward", "office", "year_end", "archived", "draft", "", "carried"},
});

template <class List>
std::size_t index_in(const List& list, std::string_view word) {
    const auto found = std::find(std::begin(list), std::end(list), word);
    INVARIANT(found != std::end(list), "it is one of the list");
    return static_cast<std::size_t>(found - std::begin(list));
}

}  // namespace

const Rule& rule_of(std::string_view act) {
    const auto found = std::find_if(all_rules.begin(), all_rules.end(),
                                    [act](const Rule& rule) { return rule.act == act; });
    INVARIANT(found != all_rules.end(), "the model knows every act");
    return *found;
}

bool has_word(std::string_view words, std::string_view word) {
    std::istringstream in{std::string(words)};
    for (std::string one; in >> one;)
        if (one == word) return true;
    return false;
}

const std::vector<Clause>& clauses() {
    static const std::vector<Clause> all{
        {"1.1", "counties", "(一)", "2", {"组织部"}},
        {"1.2", "counties", "(一)", "1", {"组织部"}},
        {"2.1", "counties", "(二)", "5", {"宣传部"}},
        {"2.2", "counties", "(二)", "0.5", {"宣传部"}},
        {"D1.1", "departments", "(一)", "1", {"组织部", "宣传部"}},
    };
    return all;
}

const Clause* clause_of(std::string_view branch) {
    for (const Clause& one : clauses())
        if (one.branch == branch) return &one;
    return nullptr;
}

std::vector<std::string> assessors_of(const std::string& domain, const std::string& task) {
    for (const Clause& one : clauses())
        if (one.domain == domain && one.task == task) return one.assessors;
    return {};
}

std::string lead_of(std::string_view domain) {
    if (domain == "counties") return "组织部";
    return domain == "departments" ? "机关工委" : "";
}

std::int64_t points_of(const std::string& domain, const std::string& task) {
    if (domain == "departments") return 100;
    return task == "(一)" ? 60 : 40;
}

std::size_t grade_index(std::string_view grade) {
    return index_in(grade_order, grade);
}

std::size_t stage_index(std::string_view stage) {
    return index_in(stage_order, stage);
}

Date weekdays_from(Date from, int count) {
    std::chrono::sys_days day = from;
    for (;; day += std::chrono::days(1)) {
        const std::chrono::weekday weekday(day);
        const bool is_free = weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
        if (!is_free && --count == 0) return day;
    }
}

std::vector<ResultLine> read_lines(const Fields& in) {
    std::vector<ResultLine> out;
    for (const Fields& row : in.rows("rows")) {
        out.push_back({row.text("unit"), row.text("domain"), row.decimal("total"),
                       row.whole("rank"), row.text("grade"), ""});
        for (const std::string& question : row.texts("questions"))
            out.back().asks += question + ' ';
    }
    return out;
}

bool ReferenceModel::holds(const std::string& person, std::string_view as, std::string_view of,
                           Date day) const {
    const auto found = people.find(person);
    if (found == people.end()) return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const Part& one) {
        return one.as == as && one.of == of && one.from <= day && (!one.until || day < *one.until);
    });
}

bool ReferenceModel::is_part_of(std::string part, const std::string& unit) const {
    while (!part.empty() && part != unit) part = units.at(part).merged_into;
    return !part.empty();
}

bool ReferenceModel::belongs(const std::string& person, const std::string& unit, Date day) const {
    for (const auto& [part, facts] : units)
        if (is_part_of(part, unit) && holds(person, "unit", part, day)) return true;
    for (const auto& [name, body] : bodies)
        for (const std::string& role : body.roles)
            if (is_part_of(body.unit, unit) && holds(person, role, name, day)) return true;
    return false;
}

std::string ReferenceModel::domain_of(const std::string& unit, Date day) const {
    const auto found = units.find(unit);
    if (found == units.end()) return {};
    std::string out = found->second.domains.front().second;
    for (const auto& [from, domain] : found->second.domains)
        if (from <= day) out = domain;
    return out;
}

bool ReferenceModel::takes_part(std::int64_t year, const std::string& unit, Date day) const {
    const auto found = units.find(unit);
    return found != units.end() && found->second.since <= day &&
           found->second.merged_into.empty() && !years.at(year).exempt.contains(unit);
}

std::vector<std::string> ReferenceModel::participants(std::int64_t year, const std::string& domain,
                                                      Date day) const {
    std::vector<std::string> out;
    for (const auto& [unit, facts] : units)
        if (takes_part(year, unit, day) && domain_of(unit, day) == domain) out.push_back(unit);
    return out;
}

std::vector<std::int64_t> ReferenceModel::find(std::string_view kind, std::int64_t year,
                                               std::string_view stages,
                                               const std::string& unit) const {
    std::vector<std::int64_t> out;
    for (const auto& [id, record] : records)
        if (record.kind == kind && record.year == year && has_word(stages, record.stage) &&
            (unit.empty() || record.unit == unit))
            out.push_back(id);
    return out;
}

bool ReferenceModel::has_undecided(std::int64_t year, const std::string& unit,
                                   const std::string& domain, const std::string& task) const {
    for (const std::int64_t id : find("finding", year, "recorded confirmed", unit)) {
        const Record& finding = records.at(id);
        const Clause& clause = *clause_of(finding.branch);
        const bool waits = finding.stage == "recorded" || finding.side == "filed";
        if (clause.domain == domain && clause.task == task && waits) return true;
    }
    return false;
}

}  // namespace heng::act::test
