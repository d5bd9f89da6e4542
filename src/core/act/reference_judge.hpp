#pragma once
/// @file
/// For tests: what the reference model finds illegal in an attempt that was let through, a rule at
/// a time. reference_judge.cpp asks who, when and about what; reference_rules.cpp goes through the
/// year.
#include "core/act/reference_model.hpp"

namespace heng::act::test {

class Judge {
public:
    Judge(const ReferenceModel& model, const Attempt& attempt, std::span<const Event> events)
        : model_(model),
          attempt_(attempt),
          events_(events),
          act_(attempt.act),
          in_(attempt.body),
          rule_(rule_of(attempt.act)),
          number_(in_.has("year") ? in_.whole("year") : 0) {
        const auto year = model.years.find(number_);
        if (year != model.years.end()) year_ = &year->second;
        if (!rule_.record.empty() && !rule_.stands.empty()) {
            const auto record = model.records.find(in_.whole(rule_.record));
            if (record != model.records.end()) record_ = &record->second;
        }
        if (record_ != nullptr)
            unit_ = record_->unit;
        else if (in_.has("unit") && act_ != "add_body")
            unit_ = in_.text("unit");
        if (act_ == "record_misconduct") unit_ = unit_accused();
    }

    std::vector<std::string> breaches() {
        if (act_ == "found") return check_founding();
        check_who();
        check_when();
        if (!out_.empty()) return out_;
        check_record();
        check_recusal();
        check_register();
        check_indicators();
        check_findings();
        check_monitoring();
        check_half_year();
        check_year_end();
        check_reviews();
        check_grading();
        check_rulings();
        check_aftermath();
        check_events();
        return out_;
    }

private:
    void demand(bool holds, std::string rule) {
        if (!holds) out_.push_back(std::move(rule));
    }
    /// Whether the act is one of these.
    bool is(std::string_view acts) const { return has_word(acts, act_); }
    std::string of_field(std::string_view field) const { return in_.text_or_empty(field); }
    bool is_itself(const std::string& body, const std::string& unit) const {
        const auto found = model_.bodies.find(body);
        return found != model_.bodies.end() && !unit.empty() &&
               model_.is_part_of(found->second.unit, unit);
    }
    std::string unit_accused() const {
        if (in_.text("accused") == "unit") return in_.text("who");
        const auto body = model_.bodies.find(in_.text("who"));
        const bool is_body = in_.text("accused") == "assessor" && body != model_.bodies.end();
        return is_body ? body->second.unit : "";
    }

    std::vector<std::string> check_founding();
    void check_who();
    bool stands(std::string_view how) const;
    std::vector<std::string> bodies_named() const;
    std::vector<std::string> others_than_unit(const std::vector<std::string>& bodies,
                                              const std::string& at) const;
    void check_when();
    void check_record();
    void check_people_in_question();
    void check_recusal();
    void check_register();
    void check_indicators();
    void check_findings();
    void check_fact(const Event& event);
    void check_sheet_open(const std::string& branch);
    void check_monitoring();
    void check_half_year();
    void check_year_end();
    void check_reviews();
    void check_signed(const ResultLine& line);
    void check_grading();
    void check_rulings();
    void check_lines(const ReferenceModel& after, const std::vector<ResultLine>& lines,
                     Date counted_on, const std::string& only);
    void check_shares(const std::vector<ResultLine>& lines);
    void check_aftermath();
    void check_open();
    void check_events();

    const ReferenceModel& model_;
    const Attempt& attempt_;
    std::span<const Event> events_;
    const std::string& act_;
    Fields in_;
    const Rule& rule_;
    std::int64_t number_;
    const YearFacts* year_ = nullptr;
    const Record* record_ = nullptr;
    std::string unit_;  ///< That it is about, if it is about one.
    std::vector<std::string> out_;
};

}  // namespace heng::act::test
