#pragma once
/// @file
/// A scheme: one edition of an assessment regulation as a checked value. It is data through and
/// through; whatever the regulation leaves open is a setting here, listed as a convention
/// (本系统约定).
#include "core/base/decimal.hpp"
#include "core/scheme/branch.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::scheme {

/// Where a part of the scheme stands in its files. Not part of what the scheme says: all lines are
/// equal.
struct SourceLine {
    std::string file;
    std::size_t line = 0;
    bool operator==(const SourceLine&) const { return true; }
};

/// An article of the regulation, quoted exactly. 〔%〕 marks a per-cent sign that the source has
/// lost.
struct Article {
    int no = 0;
    std::string chapter;
    std::string text;
    SourceLine at;
    bool operator==(const Article&) const = default;
};

/// One normative statement of an article, the unit that everything else cites: A16.2.
struct Statement {
    std::string id;
    std::string
        mark;  ///< data, workflow, computation, permission, document, deadline, organisational
    std::string text;
    SourceLine at;
    bool operator==(const Statement&) const = default;
};

/// What a body is in the assessment; one body may be several.
enum class Role { commission, office, coordinator, lead, assessor, department, recipient };

struct Duty {
    std::string text;
    std::string cites;  ///< An article or statement.
    bool operator==(const Duty&) const = default;
};

struct Body {
    std::string name;  ///< As the regulation writes it; the key by which tables name it.
    std::vector<Role> roles;
    std::string cites;
    std::vector<Duty> duties;
    SourceLine at;
    bool operator==(const Body&) const = default;
};

/// A field whose difference between text and branches is accepted, with the reason.
struct Override {
    std::string reason;
    bool operator==(const Override&) const = default;
};

struct Clause {
    std::string no;    ///< As numbered in its task: 1, 2, …
    std::string text;  ///< The source. Without its number and its 【…】.
    std::optional<std::vector<std::string>> assessors;  ///< Of this clause alone; else the task's.
    std::vector<Branch> branches;
    std::optional<Override> reading_override;
    SourceLine at;
    bool operator==(const Clause&) const = default;
};

struct Task {
    std::string no;  ///< (一)
    std::string name;
    Decimal points;
    std::string requirement;
    bool requirement_complete = true;
    std::vector<std::string> assessors;
    bool illustrative = false;  ///< Invented for a demonstration; not part of any regulation.
    std::vector<Clause> clauses;
    SourceLine at;
    bool operator==(const Task&) const = default;
};

struct Category {
    std::string no;  ///< 一
    std::string name;
    Decimal points;
    std::vector<Task> tasks;
    SourceLine at;
    bool operator==(const Category&) const = default;
};

/// The indicator table of one domain.
struct Table {
    std::string domain;
    std::string title;
    Decimal points;  ///< What the categories sum to; less than `Composition::indicators_full` if
                     ///< cut off.
    std::vector<Category> categories;
    SourceLine at;
    bool operator==(const Table&) const = default;
};

struct Domain {
    std::string id;
    std::string name;
    std::string lead;  ///< A body.
    std::string cites;
    std::string focus;  ///< What the assessment of this domain stresses (A6.2, A6.3).
    SourceLine at;
    bool operator==(const Domain&) const = default;
};

/// How the total is composed (A14): indicator share and review share, in per cent, sum to 100.
struct Composition {
    Decimal indicators_percent;
    Decimal review_percent;
    Decimal indicators_full = Decimal::whole(100);  ///< Points of a complete table (A9.1).
    Decimal review_full = Decimal::whole(100);      ///< Scale on which review scores are given.
    std::string cites;
    SourceLine at;
    bool operator==(const Composition&) const = default;
};

enum class Grade { good, fair, ordinary, poor };

/// Who gets the place that a barred unit leaves free in the quota.
enum class FreedPlace { decision, next, none };

struct Grading {
    Decimal quota_percent;  ///< 0 to 100 (A16.2).
    RoundingMode quota_rounding = RoundingMode::down;
    FreedPlace freed_place = FreedPlace::decision;
    std::optional<Decimal>
        ordinary_band;       ///< Share of the lowest-ranked graded 一般 without a decision.
    Decimal candidate_band;  ///< Share of the lowest-ranked shown as candidates for 一般 (A16.3).
    int fraud_lowers_by = 1;  ///< Grades (A18.4), after the bars.
    std::string cites;
    SourceLine at;
    bool operator==(const Grading&) const = default;
};

/// A circumstance that limits the grade (A16.5, A16.6).
struct Bar {
    std::string id;
    std::string text;
    Grade best = Grade::ordinary;  ///< The best grade still possible.
    std::string cites;
    SourceLine at;
    bool operator==(const Bar&) const = default;
};

/// What a grade entails (A17).
struct Consequence {
    std::string id;
    std::vector<Grade> grades;
    std::string text;
    std::string cites;
    SourceLine at;
    bool operator==(const Consequence&) const = default;
};

enum class TermUnit { days, working_days, date };

/// A time limit: so many days after an event, or a date of the year.
struct Term {
    std::string id;
    std::string text;
    TermUnit unit = TermUnit::working_days;
    int count = 0;                         ///< For days and working days.
    std::optional<std::string> month_day;  ///< For a date: 03-31.
    std::string cites;                     ///< A statement, or `convention`.
    SourceLine at;
    bool operator==(const Term&) const = default;
};

/// Days that break the weekly rhythm, as the State Council publishes them for each year.
struct Calendar {
    std::vector<Term> terms;
    std::vector<std::string> holidays;          ///< ISO dates.
    std::vector<std::string> working_weekends;  ///< Make-up Saturdays and Sundays, ISO dates.
    SourceLine at;
    bool operator==(const Calendar&) const = default;
};

/// At which level deductions stop (扣完为止).
enum class Floor { task, category, none };

/// Whether one case costs a unit once, at its highest clause, or at every clause it touches.
enum class SameCase { highest, every };

struct Settings {
    Floor floor = Floor::task;
    Partial partial = Partial::down;
    SameCase same_case = SameCase::highest;
    std::optional<Rounding> rounding =
        Rounding{};  ///< Of published scores; nothing keeps four places.
    SourceLine at;
    bool operator==(const Settings&) const = default;
};

/// A rule that the regulation leaves open, in words; `settings` names what carries it.
struct Convention {
    std::string id;
    std::string text;
    std::string setting;
    std::string cites;  ///< The statement whose gap it fills.
    SourceLine at;
    bool operator==(const Convention&) const = default;
};

/// A figure that the texts refer to and that must be supplied for the year: 全省平均水平 of a
/// branch.
struct Reference {
    std::string branch;
    Decimal value;
    std::string source;
    SourceLine at;
    bool operator==(const Reference&) const = default;
};

struct Source {
    std::string title;
    std::string edition;
    bool complete = true;
    std::vector<std::string> missing;  ///< What the source lacks, in words.
    SourceLine at;
    bool operator==(const Source&) const = default;
};

struct Scheme {
    std::string id;
    std::string name;
    int year = 0;
    Source source;
    std::vector<std::string> basis;  ///< Documents that the regulation rests on (A1.2).
    std::vector<Article> articles;
    std::vector<Statement> statements;
    std::vector<Body> bodies;
    std::vector<Domain> domains;
    std::vector<Table> tables;
    Composition composition;
    Grading grading;
    std::vector<Bar> bars;
    std::vector<Consequence> consequences;
    Calendar calendar;
    Settings settings;
    std::vector<Convention> conventions;
    std::vector<Reference> references;
    bool operator==(const Scheme&) const = default;

    const Domain* find_domain(std::string_view id_or_name) const;
    const Table* find_table(std::string_view domain_id) const;
    const Body* find_body(std::string_view body_name) const;
    /// Whether `citation` names an article (A16) or statement (A16.2) of the scheme; anything may
    /// be cited where it quotes none.
    bool can_cite(std::string_view citation) const;
};

/// 好, 较好, 一般, 差; these words are what files and tables carry.
std::string_view name(Grade grade);
std::string_view identifier(Grade grade);  ///< good, fair, ordinary, poor
std::optional<Grade> grade_named(std::string_view name_or_identifier);

/// The identifiers used in files, JSON and messages; empty for a value outside the enumeration.
std::string_view name(Role role);
std::string_view name(RoundingMode mode);
std::string_view name(FreedPlace place);
std::string_view name(TermUnit unit);
std::string_view name(Floor floor);
std::string_view name(SameCase rule);
std::optional<Role> role_named(std::string_view text);
std::optional<RoundingMode> rounding_mode_named(std::string_view text);
std::optional<FreedPlace> freed_place_named(std::string_view text);
std::optional<TermUnit> term_unit_named(std::string_view text);
std::optional<Floor> floor_named(std::string_view text);
std::optional<SameCase> same_case_named(std::string_view text);

/// What the value of a finding on `branch` means.
enum class ValueMeaning {
    count,     ///< How many: 起, 项, 次.
    measured,  ///< The figure reached, compared with the branch's target.
    gap,       ///< How far from a figure that the scheme does not hold.
    level,     ///< 1 where the level applies.
    points,    ///< The points that a person chose within the branch's range.
};
ValueMeaning value_meaning(const Branch& branch);
/// The same within `scheme`, whose references turn a gap into a measured figure.
ValueMeaning value_meaning(const Scheme& scheme, const Branch& branch);
std::string_view name(ValueMeaning meaning);

}  // namespace heng::scheme
