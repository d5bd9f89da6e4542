#include "core/scheme/scheme.hpp"

#include "core/scheme/names.hpp"

#include <algorithm>

namespace heng::scheme {

namespace {

struct GradeNames {
    Grade grade;
    std::string_view name;
    std::string_view identifier;
};
constexpr std::array<GradeNames, 4> grades{{{Grade::good, "好", "good"},
                                            {Grade::fair, "较好", "fair"},
                                            {Grade::ordinary, "一般", "ordinary"},
                                            {Grade::poor, "差", "poor"}}};

constexpr Names<Role, 7> roles{{{Role::commission, "commission"},
                                {Role::office, "office"},
                                {Role::coordinator, "coordinator"},
                                {Role::lead, "lead"},
                                {Role::assessor, "assessor"},
                                {Role::department, "department"},
                                {Role::recipient, "recipient"}}};
constexpr Names<RoundingMode, 3> rounding_modes{
    {{RoundingMode::half_up, "half_up"}, {RoundingMode::down, "down"}, {RoundingMode::up, "up"}}};
constexpr Names<FreedPlace, 3> freed_places{
    {{FreedPlace::decision, "decision"}, {FreedPlace::next, "next"}, {FreedPlace::none, "none"}}};
constexpr Names<TermUnit, 3> term_units{
    {{TermUnit::days, "days"}, {TermUnit::working_days, "working_days"}, {TermUnit::date, "date"}}};
constexpr Names<Floor, 3> floors{
    {{Floor::task, "task"}, {Floor::category, "category"}, {Floor::none, "none"}}};
constexpr Names<SameCase, 2> same_cases{
    {{SameCase::highest, "highest"}, {SameCase::every, "every"}}};

template <class List, class Predicate>
auto find_where(const List& list, Predicate predicate) -> decltype(&*list.begin()) {
    const auto found = std::find_if(list.begin(), list.end(), predicate);
    return found == list.end() ? nullptr : &*found;
}

}  // namespace

std::string_view name(Grade grade) {
    const auto* found =
        find_where(grades, [grade](const GradeNames& g) { return g.grade == grade; });
    return found == nullptr ? std::string_view{} : found->name;
}
std::string_view identifier(Grade grade) {
    return grades[static_cast<std::size_t>(grade)].identifier;
}
std::optional<Grade> grade_named(std::string_view text) {
    const auto* found = find_where(
        grades, [text](const GradeNames& g) { return g.name == text || g.identifier == text; });
    return found == nullptr ? std::nullopt : std::optional(found->grade);
}

std::string_view name(Role role) {
    return name_in(roles, role);
}
std::string_view name(RoundingMode mode) {
    return name_in(rounding_modes, mode);
}
std::string_view name(FreedPlace place) {
    return name_in(freed_places, place);
}
std::string_view name(TermUnit unit) {
    return name_in(term_units, unit);
}
std::string_view name(Floor floor) {
    return name_in(floors, floor);
}
std::string_view name(SameCase rule) {
    return name_in(same_cases, rule);
}

std::optional<Role> role_named(std::string_view text) {
    return find_in(roles, text);
}
std::optional<RoundingMode> rounding_mode_named(std::string_view text) {
    return find_in(rounding_modes, text);
}
std::optional<FreedPlace> freed_place_named(std::string_view text) {
    return find_in(freed_places, text);
}
std::optional<TermUnit> term_unit_named(std::string_view text) {
    return find_in(term_units, text);
}
std::optional<Floor> floor_named(std::string_view text) {
    return find_in(floors, text);
}
std::optional<SameCase> same_case_named(std::string_view text) {
    return find_in(same_cases, text);
}

ValueMeaning value_meaning(const Branch& branch) {
    const bool has_amount = branch.points.has_value() || branch.percent_of_task.has_value();
    const bool scores = branch.effect == Effect::deduct || branch.effect == Effect::award;
    if (scores && (branch.points_max.has_value() || !has_amount)) return ValueMeaning::points;
    switch (branch.basis) {
        case Basis::once:
        case Basis::each: return ValueMeaning::count;
        case Basis::level: return ValueMeaning::level;
        case Basis::shortfall:
        case Basis::excess:
            return branch.target.has_value() ? ValueMeaning::measured : ValueMeaning::gap;
    }
    return ValueMeaning::count;
}

ValueMeaning value_meaning(const Scheme& scheme, const Branch& branch) {
    const ValueMeaning meaning = value_meaning(branch);
    if (meaning != ValueMeaning::gap) return meaning;
    const auto* figure = find_where(
        scheme.references, [&branch](const Reference& r) { return r.branch == branch.id; });
    return figure == nullptr ? ValueMeaning::gap : ValueMeaning::measured;
}

std::string_view name(ValueMeaning meaning) {
    switch (meaning) {
        case ValueMeaning::count: return "count";
        case ValueMeaning::measured: return "measured";
        case ValueMeaning::gap: return "gap";
        case ValueMeaning::level: return "level";
        case ValueMeaning::points: return "points";
    }
    return {};
}

const Domain* Scheme::find_domain(std::string_view id_or_name) const {
    return find_where(domains, [id_or_name](const Domain& d) {
        return d.id == id_or_name || d.name == id_or_name;
    });
}

const Table* Scheme::find_table(std::string_view domain_id) const {
    return find_where(tables, [domain_id](const Table& t) { return t.domain == domain_id; });
}

const Body* Scheme::find_body(std::string_view body_name) const {
    return find_where(bodies, [body_name](const Body& b) { return b.name == body_name; });
}

bool Scheme::can_cite(std::string_view citation) const {
    if (articles.empty() && statements.empty()) return true;
    return find_where(statements,
                      [citation](const Statement& one) { return one.id == citation; }) != nullptr ||
           find_where(articles, [citation](const Article& one) {
               return 'A' + std::to_string(one.no) == citation;
           }) != nullptr;
}

}  // namespace heng::scheme
