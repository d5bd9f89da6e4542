/// @file
/// The rules of the year, article by article.
#include "core/act/reference_judge.hpp"

#include <algorithm>

namespace heng::act::test {

// ---- A11

void Judge::check_monitoring() {
    const std::string domain = model_.domain_of(unit_, attempt_.day);
    if (act_ == "open_monitoring") {
        const int quarter = in_.text("quarter").front() - '1';
        const Date begins{std::chrono::year(static_cast<int>(number_)),
                          std::chrono::month(static_cast<unsigned>(1 + 3 * quarter)),
                          std::chrono::day(1)};
        demand(attempt_.day >= begins, "A11.4: the quarter has not begun");
        demand(!year_->quarters.contains(in_.text("domain") + ' ' + in_.text("quarter")),
               "A11.4: opened already");
    }
    if (is("mark_progress remind")) {
        demand(model_.takes_part(number_, unit_, attempt_.day), "A3.1: it takes no part");
        demand(year_->quarters.contains(domain + ' ' + in_.text("quarter")),
               "A11.2: the quarter is not opened");
    }
    if (act_ == "request_supervision")
        demand(has_word("refused", record_->side) || record_->side.empty(), "A11.7: asked already");
    if (is("refuse_supervision order_supervision"))
        demand(record_->side == "requested", "A11.7: nobody asked for supervision");
    if (is("extend_supervision close_supervision"))
        demand(record_->side == "ordered", "A11.7: it is not supervised");
    if (is("order_supervision extend_supervision"))
        demand(in_.date("until") >= attempt_.day, "A11.10: a limit that is past");
    if (act_ == "extend_supervision")
        demand(in_.date("until") > record_->on, "A11.10: extending gives more time");
    if (act_ == "withdraw_matter" && record_->side == "ordered")
        demand(attempt_.actor.as == Capacity::office, "A11.7: the office supervises it");
    if (act_ != "publish_supervision_circular") return;
    for (const Fields& row : in_.rows("units")) {
        demand(model_.takes_part(number_, row.text("unit"), attempt_.day), "A3.1: takes no part");
        if (!row.has("matter")) continue;
        const auto matter = model_.records.find(row.whole("matter"));
        demand(matter != model_.records.end() && matter->second.kind == "matter" &&
                   matter->second.unit == row.text("unit") &&
                   has_word("told acknowledged planned reported returned accepted",
                            matter->second.stage),
               "A11.8: no such matter runs");
    }
}

// ---- A12

void Judge::check_half_year() {
    if (act_ == "open_half_year") demand(!year_->has_half_year, "A12.9: once at mid-year");
    if (!is("submit_self_check return_self_check review_self_check collect_half_year "
            "publish_half_year_circular"))
        return;
    demand(year_->has_half_year, "A12.1: the half-year is not opened");
    const auto found = year_->self_checks.find(unit_);
    const std::string stands = found == year_->self_checks.end() ? "absent" : found->second;
    if (act_ == "submit_self_check")
        demand(has_word("absent returned", stands), "A12.2: handed in");
    if (act_ == "return_self_check") demand(stands == "submitted", "A12.3: nothing to send back");
    if (act_ == "review_self_check") demand(stands != "reviewed", "A12.3: reviewed already");
    if (is("submit_self_check review_self_check"))
        demand(model_.takes_part(number_, unit_, attempt_.day), "A3.1: it takes no part");
    const auto all_reviewed = [&](const std::string& domain) {
        const auto units = model_.participants(number_, domain, attempt_.day);
        return std::all_of(units.begin(), units.end(), [&](const std::string& unit) {
            const auto one = year_->self_checks.find(unit);
            return one != year_->self_checks.end() && one->second == "reviewed";
        });
    };
    if (act_ == "collect_half_year") {
        demand(!year_->collected.contains(in_.text("domain")), "A12.4: collected already");
        demand(all_reviewed(in_.text("domain")), "A12.4: not every unit is reviewed");
    }
    if (act_ != "publish_half_year_circular") return;
    demand(!year_->has_circular, "A12.6: published already");
    for (const std::string domain : {"counties", "departments"})
        demand(year_->collected.contains(domain) ||
                   model_.participants(number_, domain, attempt_.day).empty(),
               "A12.5: not collected");
    std::set<std::string> named;
    for (const Fields& row : in_.rows("units")) {
        demand(named.insert(row.text("unit")).second, "A12.7: named twice");
        demand(model_.takes_part(number_, row.text("unit"), attempt_.day), "A3.1: takes no part");
    }
}

// ---- A13

void Judge::check_year_end() {
    if (act_ == "form_group") {
        std::set<std::string> assessed;
        for (const std::string& unit : in_.texts("units")) assessed.insert(unit);
        for (const std::string& domain : in_.texts("domains"))
            for (const std::string& unit : model_.participants(number_, domain, attempt_.day))
                assessed.insert(unit);
        for (const Fields& row : in_.rows("members")) {
            const std::string& person = row.text("person");
            demand(model_.holds(person, "assessor", row.text("body"), attempt_.day) ||
                       model_.holds(person, "lead", row.text("body"), attempt_.day),
                   "A13.2: not sent by that body");
            for (const std::string& unit : assessed)
                demand(!model_.belongs(person, unit, attempt_.day), "CALC-14: of that unit");
        }
    }
    if (!is("settle_sheet sign_sheet")) return;
    const bool is_new = act_ == "settle_sheet";
    const std::string domain = is_new ? model_.domain_of(unit_, attempt_.day) : record_->domain;
    const std::string task = is_new ? in_.text("task") : record_->task;
    demand(!model_.has_undecided(number_, unit_, domain, task), "A13.4: a finding waits");
    const Decimal lost = model_.lost_on(number_, unit_, domain, task, attempt_.day);
    if (!is_new) return demand(lost == record_->value, "A13.4: what is signed is out of date");
    demand(lost == Fields(events_.front().what.body).decimal("lost"),
           "A9.3: the task lost " + lost.text());
    for (const std::int64_t id : model_.find("sheet", number_, "settled signed", unit_)) {
        const Record& sheet = model_.records.at(id);
        demand(sheet.domain != domain || sheet.task != task, "A13.4: settled already");
    }
}

// ---- A14

void Judge::check_reviews() {
    const auto has_score = [&](const std::string& unit) { return year_->reviews.contains(unit); };
    const auto in_ballot = [&](const std::string& unit) {
        for (const std::int64_t id : model_.find("ballot", number_, "open")) {
            const auto& units = model_.records.at(id).units;
            if (std::find(units.begin(), units.end(), unit) != units.end()) return true;
        }
        return false;
    };
    if (act_ == "open_ballot") {
        for (const std::int64_t id : model_.find("ballot", number_, "open"))
            demand(model_.records.at(id).domain != in_.text("domain"), "A14.3: a ballot is open");
        for (const std::string& unit : Fields(events_.front().what.body).texts("units")) {
            demand(!has_score(unit), "A14.3: it has its review score");
            demand(model_.find("entry", number_, "entered", unit).empty(), "A14.3: one is entered");
            demand(model_.takes_part(number_, unit, attempt_.day), "A3.1: it takes no part");
        }
    }
    if (act_ == "close_ballot")
        demand(record_->side == "online", "DEB-5: papers are counted twice");
    if (act_ == "enter_paper_count") {
        const bool ends = Fields(events_.front().what.body).has("scores");
        demand(record_->side == "on_paper", "DEB-5: there are no papers");
        demand(!ends || (!record_->by.empty() && record_->by != attempt_.actor.person),
               "DEB-5: two people count");
    }
    if (act_ == "enter_review_score") {
        demand(!has_score(unit_), "A14.3: it has its review score");
        demand(!in_ballot(unit_), "A14.3: a ballot is open");
    }
    if (act_ == "correct_review_score") demand(has_score(unit_), "A14.3: nothing to correct");
    if (is("enter_review_score correct_review_score"))
        demand(in_.decimal("score") >= Decimal{} && in_.decimal("score") <= Decimal::whole(100),
               "A14.3: no review score");
    for (const Event& event : events_)
        for (const Fields& row : Fields(event.what.body).rows("scores"))
            demand(!has_score(row.text("unit")), "A14.3: a score is not replaced unseen");
}

// ---- A15, A16

/// Every task of the unit's table has a sheet that two people put their names to.
void Judge::check_signed(const ResultLine& line) {
    const auto signed_off = model_.find("sheet", number_, "signed", line.unit);
    for (const Clause& clause : clauses()) {
        if (clause.domain != line.domain) continue;
        demand(
            std::any_of(signed_off.begin(), signed_off.end(),
                        [&](std::int64_t id) { return model_.records.at(id).task == clause.task; }),
            "A13.4: " + line.unit + " has no signed sheet for " + std::string(clause.task));
    }
}

void Judge::check_grading() {
    if (act_ == "propose_grades")
        for (const ResultLine& line : read_lines(Fields(events_.front().what.body))) {
            demand(year_->reviews.contains(line.unit), "A14.3: " + line.unit + " has no review");
            check_signed(line);
            demand(model_.find("circumstance", number_, "recorded", line.unit).empty(),
                   "A16.3: what bears on the grade of " + line.unit + " is unconfirmed");
        }
    if (is("deliberate withdraw_deliberation approve_grades"))
        demand(!year_->is_approved, "A16: approved already");
    if (act_ == "deliberate") {
        const auto& lines = year_->proposal;
        demand(std::any_of(lines.begin(), lines.end(),
                           [&](const ResultLine& line) { return line.unit == unit_; }),
               "A16: no grade of it is proposed");
        demand(model_.find("deliberation", number_, "held", unit_).empty(), "A4.3: deliberated");
        demand(grade_index(in_.text("grade")) >= model_.best_grade(number_, unit_),
               "A16.5: above its bar");
    }
    if (act_ == "publish_results") {
        demand(year_->is_approved, "A5.9: not approved");
        demand(year_->version == 0, "A15.1: published already");
    }
    if (!is("propose_grades approve_grades publish_results")) return;
    const Date last{std::chrono::year(static_cast<int>(number_)), std::chrono::December,
                    std::chrono::day(31)};
    const Date as_of = std::min(attempt_.day, last);
    const auto lines = read_lines(Fields(events_.front().what.body));
    std::set<std::string> graded;
    for (const ResultLine& line : lines) graded.insert(line.domain + ' ' + line.unit);
    demand(graded.size() == lines.size(), "A15.2: graded twice");
    std::size_t expected = 0;
    for (const std::string domain : {"counties", "departments"})
        for (const std::string& unit : model_.participants(number_, domain, as_of)) {
            ++expected;
            demand(graded.contains(domain + ' ' + unit), "A15.2: " + unit + " is left out");
        }
    demand(expected == lines.size(), "A15.2: somebody takes no part");
    check_lines(model_, lines, attempt_.day, {});
}

/// The lines of the domain `only`, or of all, against the facts of `after`.
void Judge::check_lines(const ReferenceModel& after, const std::vector<ResultLine>& lines,
                        Date counted_on, const std::string& only) {
    for (const ResultLine& line : lines) {
        if (!only.empty() && line.domain != only) continue;
        const Decimal total = after.total_of(number_, line.unit, line.domain, counted_on);
        demand(total == line.total,
               "A14.1: " + line.unit + " has " + total.text() + ", not " + line.total.text());
        std::int64_t rank = 1;
        for (const ResultLine& other : lines)
            if (other.domain == line.domain && other.total > line.total) ++rank;
        demand(rank == line.rank, "A16.1: " + line.unit + " ranks " + std::to_string(rank));
        demand(grade_index(line.grade) >= after.best_grade(number_, line.unit),
               "A16.5: " + line.unit + " stands above its bar");
    }
    check_shares(lines);
}

void Judge::check_shares(const std::vector<ResultLine>& lines) {
    for (const std::string domain : {"counties", "departments"}) {
        std::size_t good = 0;
        std::size_t all = 0;
        for (const ResultLine& line : lines) {
            if (line.domain != domain) continue;
            ++all;
            good += line.grade == "good" ? 1 : 0;
        }
        demand(good * 100 <= all * 30, "A16.2: more than 30 % of " + domain + " are 好");
    }
}

// ---- A17 to A20

void Judge::check_rulings() {
    const bool rules = is("decide_recheck decide_appeal");
    const Fields made(events_.front().what.body);
    const bool has_version = act_ != "hand_on_consequences" && made.has("version");
    if (rules) demand(has_version == (in_.text("ruling") != "uphold"), "APP-3: what changes");
    if (!has_version || act_ == "publish_results") return;
    demand(rules || act_ == "decide_misconduct", "A15.1: the result changes with a cause only");
    demand(made.whole("version") == year_->version + 1, "A15.1: versions are counted");
    ReferenceModel after = model_;
    after.take(events_.front());
    const auto& before = year_->result;
    const auto lines = read_lines(made);
    std::string domain;
    for (const ResultLine& line : before)
        if (line.unit == unit_) domain = line.domain;
    demand(lines.size() == before.size(), "A15.2: a result keeps its units");
    for (std::size_t i = 0; i < lines.size() && i < before.size(); ++i)
        if (lines[i].domain != domain)
            demand(lines[i] == before[i], "A15.2: another domain does not change");
    check_lines(after, lines, year_->published_on, domain);
    demand(in_.rows("settled").empty() || attempt_.actor.as == Capacity::commission,
           "A16: grades are the commission's");
}

void Judge::check_aftermath() {
    const auto line_of = [&](const std::string& unit) {
        const auto& lines = year_->result;
        const auto found = std::find_if(lines.begin(), lines.end(),
                                        [&](const ResultLine& one) { return one.unit == unit; });
        return found == lines.end() ? nullptr : &*found;
    };
    if (act_ == "request_recheck") {
        demand(line_of(unit_) != nullptr, "A16.1: it has no result");
        demand(model_.find("recheck", number_, "filed", unit_).empty(), "APP-1: one waits");
        const auto moved = year_->moved_on.find(unit_);
        demand(moved != year_->moved_on.end() && attempt_.day <= weekdays_from(moved->second, 5),
               "APP-1: too late to ask");
        for (const Fields& row : in_.rows("findings")) {
            const auto finding = model_.records.find(row.whole("finding"));
            demand(finding != model_.records.end() && finding->second.unit == unit_ &&
                       finding->second.kind == "finding",
                   "APP-1: no finding of its own");
        }
    }
    if (act_ == "appeal")
        demand(attempt_.day <= weekdays_from(record_->on, 5), "APP-2: too late to appeal");
    if (act_ == "file_explanation") {
        const ResultLine* const line = line_of(unit_);
        demand(line != nullptr && has_word("ordinary poor", line->grade), "A17.5: none is owed");
        demand(model_.find("explanation", number_, "filed accepted", unit_).empty(),
               "A17.5: filed already");
    }
    if (act_ == "hand_on_consequences")
        demand(year_->handed_on < year_->version, "A17.1: handed on already");
    if (is("record_misconduct record_circumstance"))
        demand(in_.date("occurred_on") <= attempt_.day, "A20.2: a fact has happened");
    if (act_ == "decide_misconduct" && record_->side == "assessor")
        demand(record_->stage == "referred", "A19.3: a body's case is referred first");
    if (act_ == "close_year") check_open();
}

void Judge::check_open() {
    demand(model_.find("change", number_, "requested").empty(), "A8.12: a change waits");
    demand(model_.find("matter", number_, "told acknowledged planned reported returned accepted")
               .empty(),
           "A11.6: a matter is running");
    demand(model_.find("recheck", number_, "filed appealed").empty(), "A20.2: a recheck waits");
    demand(model_.find("explanation", number_, "filed").empty(), "A17.7: an explanation waits");
    demand(model_.find("misconduct", number_, "recorded referred").empty(),
           "A18.2: misconduct is undecided");
}

}  // namespace heng::act::test
