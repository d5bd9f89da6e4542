/// @file
/// How the reference model takes an event in.
#include "core/act/reference_model.hpp"

#include <algorithm>

namespace heng::act::test {

namespace {

std::string role_in(const Fields& in) {
    return in.text("role");
}

std::int64_t year_in(const Fields& in) {
    return in.has("year") ? in.whole("year") : 0;
}

/// The points of branch 1.1 in the files of a scheme.
Decimal once_in(const Fields& in) {
    const Fields files(*in.body().find("files")->object());
    return *Decimal::parse(Fields(*files.body().find("scheme")->object()).text("once"));
}

}  // namespace

void ReferenceModel::take(const Event& event) {
    const Fields in(event.what.body);
    const Rule& rule = rule_of(event.what.act);
    take_register(event, in);
    if (!rule.record.empty()) take_record(event, in, rule);
    if (in.has("year")) take_year(event, in);
}

void ReferenceModel::take_register(const Event& event, const Fields& in) {
    const std::string& act = event.what.act;
    const Date day = event.what.happened_on;
    if (act == "found")
        for (const char* const role : {"system_admin", "security_admin", "audit_admin"})
            people[in.text(role)].push_back({role, "", day, {}});
    if (act == "add_person") people[in.text("person")];
    if (act == "add_body") {
        const auto roles = in.texts("roles");
        bodies[in.text("body")] = {{roles.begin(), roles.end()}, in.text_or_empty("unit")};
    }
    if (act == "appoint")
        people[in.text("person")].push_back({role_in(in), in.text_or_empty("for"), day, {}});
    if (act == "dismiss")
        for (Part& part : people[in.text("person")])
            if (part.as == role_in(in) && part.of == in.text_or_empty("for") && !part.until)
                part.until = day;
    if (act == "enrol_unit") units[in.text("unit")] = {day, {{day, in.text("domain")}}, {}};
    if (act == "move_unit") units[in.text("unit")].domains.emplace_back(day, in.text("domain"));
    if (act == "merge_units") units[in.text("unit")].merged_into = in.text("into");
}

void ReferenceModel::take_record(const Event& event, const Fields& in, const Rule& rule) {
    const bool makes = rule.stands.empty();
    Record& record = makes ? records[event.seq] : records.at(in.whole(std::string(rule.record)));
    if (makes) {
        record.kind = rule.record;
        record.year = year_in(in);
        record.unit = in.text_or_empty("unit");
        record.by = event.what.actor;
        record.body = in.text_or_empty("of");
        record.domain = in.text_or_empty("domain");
        record.task = in.text_or_empty("task");
        record.on = event.what.happened_on;
    }
    if (!rule.becomes.empty()) record.stage = rule.becomes;
    // Taking a finding back is no part in what still counts.
    const bool has_part = in.text("as") != "unit" && event.what.act != "withdraw_finding";
    if (has_part) record.hands.insert(event.what.actor);
    take_follow_up(event, in, &record);
    take_year_end(event, in, &record);
}

void ReferenceModel::take_follow_up(const Event& event, const Fields& in, Record* record) {
    const std::string& act = event.what.act;
    if (act == "record_finding" || act == "correct_finding") {
        record->branch = in.text("branch");
        record->value = in.decimal("value");
        record->case_id = in.text_or_empty("case");
        record->by = event.what.actor;
    }
    if (act == "confirm_finding") record->on = event.what.happened_on;
    if (act == "object_to_finding") record->side = "filed";
    if (act == "answer_objection") {
        record->side = in.text("answer");
        if (record->side == "upheld") record->stage = "withdrawn";
    }
    if (act == "rectify_matter") record->stage = in.flag("completed") ? "reported" : "planned";
    if (act == "accept_rectification")
        record->stage = record->side == "ordered" ? "accepted" : "closed";
    const bool ends = act == "accept_rectification" || act == "withdraw_matter";
    if (ends && record->side == "requested") record->side.clear();
    if (act == "request_supervision") record->side = "requested";
    if (act == "refuse_supervision") record->side = "refused";
    if (act == "order_supervision") record->side = "ordered";
    if (act == "order_supervision" || act == "extend_supervision") record->on = in.date("until");
}

void ReferenceModel::take_year_end(const Event& event, const Fields& in, Record* record) {
    const std::string& act = event.what.act;
    if (act == "settle_sheet") {
        record->value = in.decimal("lost");
        for (const ledger::Value& one : *in.body().find("findings")->list())
            record->others.push_back(*one.number());
    }
    if (act == "open_ballot") {
        record->units = in.texts("units");
        record->side = in.rows("groups").front().digests("codes").empty() ? "on_paper" : "online";
        record->by.clear();
    }
    if (act == "enter_paper_count") {
        record->by = event.what.actor;
        if (in.has("scores")) record->stage = "closed";
    }
    if (act == "enter_review_score" || act == "correct_review_score") {
        record->value = in.decimal("score");
        for (auto& [id, other] : records)
            if (id != event.seq && other.kind == "entry" && other.year == record->year &&
                other.unit == record->unit && other.stage == "entered")
                other.stage = "replaced";
    }
    if (act == "record_circumstance") {
        record->branch = in.text("kind");
        const std::string level = in.text_or_empty("level");
        const std::string result = in.text_or_empty("result");
        const bool counts = record->branch == "criticism" ? level != "city"
                            : record->branch == "survey"  ? result == "ordinary" || result == "poor"
                                                          : true;
        record->side = counts ? "counts" : "";
    }
    if (act == "deliberate") record->grade = in.text("grade");
    if (act == "request_recheck")
        for (const Fields& row : in.rows("findings"))
            record->others.push_back(row.whole("finding"));
    if (act == "decide_recheck") record->on = event.what.happened_on;
    if (act == "record_misconduct") {
        record->side = in.text("accused");
        record->branch = in.text("who");
        if (record->side == "unit") record->unit = in.text("who");
        if (record->side == "assessor") record->unit = bodies.at(in.text("who")).unit;
    }
    if (act == "decide_misconduct") record->grade = in.text("sanction");
}

void ReferenceModel::take_year(const Event& event, const Fields& in) {
    const std::string& act = event.what.act;
    const std::int64_t number = in.whole("year");
    if (act == "open_year") years[number];
    if (act == "carry_forward") {
        const auto& old = years.at(number);
        years[number + 1].drafts[event.seq] = old.editions.back().once;
        years[number + 1].last_draft = event.seq;
        records.at(event.seq).year = number + 1;
        return;
    }
    YearFacts& year = years.at(number);
    if (act == "exempt_unit") year.exempt.insert(in.text("unit"));
    const bool grants = act == "decide_change" && in.text("answer") == "grant";
    if (act == "consolidate_indicators" || grants) {
        year.drafts[event.seq] = once_in(in);
        year.last_draft = event.seq;
    }
    if (act == "issue_indicators") {
        year.editions.push_back({in.date("from"), year.drafts.at(in.whole("draft"))});
        year.stage = "in_force";
    }
    if (grants) year.editions.push_back({in.date("from"), year.drafts.at(event.seq)});
    if (act == "open_monitoring")
        year.quarters.insert(in.text("domain") + ' ' + in.text("quarter"));
    if (act == "publish_supervision_circular")
        for (const Fields& row : in.rows("units"))
            if (row.has("matter")) records.at(row.whole("matter")).stage = "told";
    if (act == "open_half_year") year.has_half_year = true;
    if (act == "submit_self_check") year.self_checks[in.text("unit")] = "submitted";
    if (act == "return_self_check") year.self_checks[in.text("unit")] = "returned";
    if (act == "review_self_check") year.self_checks[in.text("unit")] = "reviewed";
    if (act == "collect_half_year") year.collected.insert(in.text("domain"));
    if (act == "publish_half_year_circular") year.has_circular = true;
    if (act == "open_year_end") year.stage = "year_end";
    if (act == "form_group" && in.has("replaces"))
        records.at(in.whole("replaces")).stage = "replaced";
    if (act == "confirm_review_score") {
        const Record& entry = records.at(in.whole("entry"));
        year.reviews[entry.unit] = entry.value;
    }
    for (const Fields& row : in.rows("scores"))
        year.reviews[row.text("unit")] = row.decimal("score");
    take_result(event, in);
    if (act == "close_year") year.stage = "closed";
    if (act == "archive_year") year.stage = "archived";
}

void ReferenceModel::take_ruling(const Event& event, const Fields& in) {
    const std::string& act = event.what.act;
    if (act == "decide_recheck" || act == "decide_appeal") {
        const Record& recheck = records.at(in.whole("recheck"));
        for (const Fields& row : in.rows("withdrawn"))
            records.at(row.whole("finding")).stage = "withdrawn";
        for (const Fields& row : in.rows("corrected"))
            records.at(row.whole("finding")).value = row.decimal("value");
        if (in.has("review")) years.at(recheck.year).reviews[recheck.unit] = in.decimal("review");
        if (in.text("ruling") == "annul") {
            for (const std::int64_t id : recheck.others)
                if (records.at(id).stage == "confirmed") records.at(id).stage = "withdrawn";
            for (const std::int64_t id : find("deliberation", recheck.year, "held", recheck.unit))
                records.at(id).stage = "withdrawn";
        }
    }
    // What was deliberated beside the numbered deliberations has no number of its own: units are
    // told apart by a number below zero.
    for (const Fields& row : in.rows("settled")) {
        const std::int64_t year = in.whole("year");
        for (const std::int64_t id : find("deliberation", year, "held", row.text("unit")))
            records.at(id).stage = "withdrawn";
        Record& made = records[-static_cast<std::int64_t>(records.size())];
        made.kind = "deliberation";
        made.year = year;
        made.unit = row.text("unit");
        made.stage = "held";
        made.grade = row.text("grade");
        made.hands = {event.what.actor};
    }
}

void ReferenceModel::take_result(const Event& event, const Fields& in) {
    const std::string& act = event.what.act;
    YearFacts& year = years.at(in.whole("year"));
    take_ruling(event, in);
    if (act == "propose_grades") {
        // Where the rules now ask something else, what was deliberated no longer answers it.
        const auto lines = read_lines(in);
        for (const ResultLine& was : year.proposal) {
            const bool stays = std::any_of(lines.begin(), lines.end(), [&](const ResultLine& is) {
                return is.unit == was.unit && is.grade == was.grade && is.asks == was.asks;
            });
            if (stays) continue;
            for (const std::int64_t id : find("deliberation", in.whole("year"), "held", was.unit))
                records.at(id).stage = "withdrawn";
        }
        year.proposal = lines;
        year.is_approved = false;
        year.stage = "grading";
    }
    if (act == "approve_grades") year.is_approved = true;
    if (act == "hand_on_consequences") year.handed_on = in.whole("version");
    if (act == "hand_on_consequences" || !in.has("version")) return;
    const auto lines = read_lines(in);
    for (const ResultLine& line : lines)
        if (std::find(year.result.begin(), year.result.end(), line) == year.result.end())
            year.moved_on[line.unit] = event.what.happened_on;
    for (const std::string& unit : in.texts("lapsed"))
        for (const std::int64_t id : find("deliberation", in.whole("year"), "held", unit))
            records.at(id).stage = "withdrawn";
    year.result = lines;
    year.version = in.whole("version");
    if (act != "publish_results") return;
    year.stage = "published";
    year.published_on = event.what.happened_on;
}

}  // namespace heng::act::test
