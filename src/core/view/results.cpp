#include "core/view/results.hpp"

#include "core/view/grades.hpp"
#include "core/view/print.hpp"

#include <algorithm>

namespace heng::view {

namespace {

constexpr Kind version_kind{"结果版本", "version of the result"};

bool may_see_row(const YearScope& year, const cycle::ResultRow& row) {
    return year.may_see(View::results, about(row.unit));
}

Value print_place(const YearScope& year, const cycle::ResultRow& row) {
    return Object{{"rank", static_cast<std::int64_t>(row.rank)},
                  {"total", print_published(*year.rulebook, row.published.total)},
                  {"grade", scheme::identifier(row.grade)}};
}

List moved_in(const YearScope& year, std::size_t index) {
    List out;
    const auto& versions = year.cycle.grading.versions;
    if (index == 0) return out;
    for (const cycle::Moved& one : cycle::moved_between(versions[index - 1], versions[index]))
        if (may_see_row(year, one.after))
            out.push_back(Object{{"id", one.after.unit},
                                 {"unit_name", one.after.name},
                                 {"before", print_place(year, one.before)},
                                 {"after", print_place(year, one.after)}});
    return out;
}

bool has_seen_row(const YearScope& year, const cycle::ResultVersion& version) {
    return std::any_of(version.rows.begin(), version.rows.end(),
                       [&year](const auto& row) { return may_see_row(year, row); });
}

/// Those who see every unit see every version, though nobody moved in it.
bool may_see_version(const YearScope& year, std::size_t index) {
    if (year.may_see(View::results, {})) return true;
    if (index == 0) return has_seen_row(year, year.cycle.grading.versions.front());
    return !moved_in(year, index).empty();
}

List print_entailed(const YearScope& year, scheme::Grade grade) {
    List out;
    for (const scheme::Consequence* const one : grade::consequences(year.rulebook->scheme(), grade))
        out.push_back(Object{{"id", one->id}, {"text", one->text}, {"cites", one->cites}});
    return out;
}

Value print_row(const YearScope& year, const cycle::ResultRow& row) {
    const cycle::Rulebook& rulebook = *year.rulebook;
    Object out{{"id", row.unit},
               {"unit_name", row.name},
               {"rank", static_cast<std::int64_t>(row.rank)},
               {"indicator", print_published(rulebook, row.published.indicator)},
               {"review", print_published(rulebook, row.published.review)},
               {"total", print_published(rulebook, row.published.total)},
               {"grade", scheme::identifier(row.grade)},
               {"grade_name", scheme::name(row.grade)},
               {"reasons", print_reasons(row.reasons)},
               {"entails", print_entailed(year, row.grade)}};
    add_domain(out, year.rulebook, row.domain);
    return out;
}

/// Rows stand domain by domain; within one, by rank.
std::vector<cycle::ResultRow> ranked(std::vector<cycle::ResultRow> rows) {
    auto first = rows.begin();
    while (first != rows.end()) {
        const auto next = std::find_if(
            first, rows.end(), [&](const auto& row) { return row.domain != first->domain; });
        std::stable_sort(first, next, [](const auto& a, const auto& b) { return a.rank < b.rank; });
        first = next;
    }
    return rows;
}

Checked<YearScope> find_results(const Scope& scope, int year) {
    if (const auto seen = check_listed(scope, View::results); !seen)
        return tl::unexpected(seen.error());
    return find_year_in_force(scope, year);
}

}  // namespace

Checked<Value> results(const Scope& scope, int number) {
    const auto year = find_results(scope, number);
    if (!year) return tl::unexpected(year.error());
    List out;
    const auto& versions = year->cycle.grading.versions;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        if (!may_see_version(*year, i)) continue;
        out.push_back(Object{{"id", versions[i].no},
                             {"published_on", print(versions[i].published_on)},
                             {"cause", cycle::name(versions[i].cause)},
                             {"moved", moved_in(*year, i)}});
    }
    return out;
}

Checked<Value> result(const Scope& scope, int number, std::int64_t version) {
    const auto year = find_results(scope, number);
    if (!year) return tl::unexpected(year.error());
    const auto& versions = year->cycle.grading.versions;
    const auto found = std::find_if(versions.begin(), versions.end(),
                                    [version](const auto& one) { return one.no == version; });
    if (found == versions.end() ||
        !may_see_version(*year, static_cast<std::size_t>(found - versions.begin())))
        return unknown(version_kind, version);
    List out;
    for (const cycle::ResultRow& row : ranked(found->rows))
        if (may_see_row(*year, row)) out.push_back(print_row(*year, row));
    return out;
}

}  // namespace heng::view
