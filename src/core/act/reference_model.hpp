#pragma once
/// @file
/// For tests: the rules of the year as the articles say them, over nothing but the events so far.
/// Slow and plain on purpose. It shares no rule with the acts nor with their permissions, and knows
/// the small city of test_world.hpp by heart.
#include "core/act/act.hpp"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace heng::act::test {

using Event = ledger::Event;

/// Somebody trying something.
struct Attempt {
    Actor actor;
    std::string act;
    ledger::Object body;
    Date day;
    std::optional<cycle::Tallies> counted;  ///< For `close_ballot`.
};

/// What one act may do: by whom, when in the year, and on which record. See `rules()`.
struct Rule {
    std::string_view act;
    std::string_view who;     ///< Capacities, each with how it must stand: "office lead:leads".
    std::string_view from;    ///< The first stage of the year; empty: in no year.
    std::string_view until;   ///< The last one.
    std::string_view record;  ///< The kind of record, and the field that names it.
    std::string_view stands;  ///< Where the record must stand; empty: the act makes it.
    std::string_view becomes;
    bool by_another = false;  ///< Than `Record::by`.
};
const Rule& rule_of(std::string_view act);

/// Anything that has a number: a finding, a matter, a task sheet …
struct Record {
    std::string kind;
    std::int64_t year = 0;
    std::string unit;
    std::string stage;
    std::string by;               ///< Who did what somebody else must now confirm.
    std::set<std::string> hands;  ///< Everyone who had a part in it.
    std::string body;             ///< In whose name it was made.
    std::string side;     ///< A finding's objection, a matter's supervision, whose misconduct.
    std::string domain;   ///< Of a task sheet or ballot.
    std::string task;     ///< Of a task sheet.
    std::string branch;   ///< Of a finding; the kind of a circumstance.
    std::string grade;    ///< That was deliberated; the sanction of misconduct.
    std::string case_id;  ///< Of a finding; empty: a fact of its own.
    Decimal value;        ///< Of a finding; what a sheet lost; an entered score.
    Date on;              ///< Of the step from which a time limit runs.
    std::vector<std::string> units;    ///< Of a ballot.
    std::vector<std::int64_t> others;  ///< The findings that a recheck names or a sheet rests on.
};

/// A unit's place in a proposal or a result.
struct ResultLine {
    std::string unit;
    std::string domain;
    Decimal total;
    std::int64_t rank = 0;
    std::string grade;
    std::string asks;  ///< Of a proposal: the questions that it leaves open.
    bool operator==(const ResultLine&) const = default;
};

struct YearFacts {
    struct Edition {
        Date from;
        Decimal once;  ///< The points of branch 1.1, the one thing in which editions differ.
    };
    std::string stage = "drafting";
    std::set<std::string> exempt;
    std::int64_t last_draft = 0;
    std::map<std::int64_t, Decimal> drafts;
    std::vector<Edition> editions;
    std::set<std::string> quarters;  ///< "counties 1"
    bool has_half_year = false;
    bool has_circular = false;
    std::map<std::string, std::string> self_checks;
    std::set<std::string> collected;
    std::map<std::string, Decimal> reviews;
    std::vector<ResultLine> proposal;  ///< Empty before there is one.
    bool is_approved = false;
    std::vector<ResultLine> result;  ///< The version that holds.
    std::int64_t version = 0;
    Date published_on;
    std::map<std::string, Date> moved_on;  ///< When a unit's line last changed.
    std::int64_t handed_on = 0;            ///< The last version whose consequences were.
};

class ReferenceModel {
public:
    void take(const Event& event);

    /// The rules that it breaks to append `events` for `attempt`, each in a sentence.
    std::vector<std::string> breaches(const Attempt& attempt, std::span<const Event> events) const;

    /// The unit's published total, one confirmed finding after another.
    Decimal total_of(std::int64_t year, const std::string& unit, const std::string& domain,
                     Date day) const;
    /// What the findings on a task cost.
    Decimal lost_on(std::int64_t year, const std::string& unit, const std::string& domain,
                    const std::string& task, Date day) const;

    struct Part {
        std::string as;
        std::string of;
        Date from;
        std::optional<Date> until;
    };
    struct Unit {
        Date since;
        std::vector<std::pair<Date, std::string>> domains;
        std::string merged_into;
    };
    struct Body {
        std::set<std::string> roles;
        std::string unit;  ///< That it is itself; empty: none.
    };
    std::map<std::string, std::vector<Part>> people;
    std::map<std::string, Unit> units;
    std::map<std::string, Body> bodies;
    std::map<std::int64_t, YearFacts> years;
    std::map<std::int64_t, Record> records;  ///< By the number of the event that made them.

    bool holds(const std::string& person, std::string_view as, std::string_view of, Date day) const;
    /// Whether the first is the second, or has gone up in it.
    bool is_part_of(std::string part, const std::string& unit) const;
    bool belongs(const std::string& person, const std::string& unit, Date day) const;
    std::string domain_of(const std::string& unit, Date day) const;
    bool takes_part(std::int64_t year, const std::string& unit, Date day) const;
    std::vector<std::string> participants(std::int64_t year, const std::string& domain,
                                          Date day) const;
    /// Records of this kind and year at one of `stages`, about the unit; "" stands for any.
    std::vector<std::int64_t> find(std::string_view kind, std::int64_t year,
                                   std::string_view stages, const std::string& unit = {}) const;
    /// Findings on the task that nobody has decided yet.
    bool has_undecided(std::int64_t year, const std::string& unit, const std::string& domain,
                       const std::string& task) const;
    /// The best grade that bars and fraud leave open, as in `grade_order`.
    std::size_t best_grade(std::int64_t year, const std::string& unit) const;

private:
    std::int64_t cost_alone(const Record& finding, Date day) const;
    bool loses_its_case(std::int64_t id, Date day) const;
    void take_register(const Event& event, const Fields& in);
    void take_record(const Event& event, const Fields& in, const Rule& rule);
    void take_follow_up(const Event& event, const Fields& in, Record* record);
    void take_year_end(const Event& event, const Fields& in, Record* record);
    void take_year(const Event& event, const Fields& in);
    void take_ruling(const Event& event, const Fields& in);
    void take_result(const Event& event, const Fields& in);
};

/// Whether `word` stands in `words`, between blanks.
bool has_word(std::string_view words, std::string_view word);

/// What the city's people know by heart.
struct Clause {
    std::string_view branch, domain, task, points;
    std::vector<std::string> assessors;
};
const std::vector<Clause>& clauses();
const Clause* clause_of(std::string_view branch);
std::vector<std::string> assessors_of(const std::string& domain, const std::string& task);
std::string lead_of(std::string_view domain);
std::int64_t points_of(const std::string& domain, const std::string& task);
inline constexpr std::string_view grade_order[] = {"good", "fair", "ordinary", "poor"};
std::size_t grade_index(std::string_view grade);
inline constexpr std::string_view stage_order[] = {"drafting",  "in_force", "year_end", "grading",
                                                   "published", "closed",   "archived"};
std::size_t stage_index(std::string_view stage);
/// The last of so many weekdays, `from` counting as the first.
Date weekdays_from(Date from, int count);

/// The lines of a proposal or result.
std::vector<ResultLine> read_lines(const Fields& in);

}  // namespace heng::act::test
