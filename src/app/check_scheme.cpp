#include "app/check_scheme.hpp"

#include "core/clause/clause_parser.hpp"
#include "core/clause/compare.hpp"
#include "core/scheme/check.hpp"

#include <algorithm>

namespace heng::app {

namespace {

Place place_of(const scheme::Task& task, const scheme::Clause& clause) {
    return {clause.at.file, clause.at.line, 0, task.no + clause.no};
}

void check_reading(const scheme::Task& task, const scheme::Clause& clause, Issues& issues) {
    const clause::Reading reading = clause::read_clause(clause.text);
    const auto differences = clause::differences(clause.branches, reading);
    const Place place = place_of(task, clause);
    const std::string label = task.no + clause.no;
    if (clause.reading_override) {
        const bool needless = differences.empty();
        issues.push_back(
            needless
                ? Error{Code::override_needless, place, {label}}
                : Error{Code::reading_overridden, place, {label, clause.reading_override->reason}});
        return;
    }
    for (const clause::Difference& difference : differences) {
        issues.push_back(
            {Code::reading_differs,
             place,
             {difference.branch, difference.field, difference.written, difference.read}});
    }
    for (const clause::Doubt& doubt : reading.doubts) {
        issues.push_back({Code::reading_doubtful,
                          place,
                          {label, doubt.quote, std::string(sentence(doubt.kind, Language::zh)),
                           std::string(sentence(doubt.kind, Language::en))}});
    }
}

}  // namespace

Issues check_scheme(const scheme::Scheme& scheme) {
    Issues issues = check_structure(scheme);
    for (const scheme::Table& table : scheme.tables) {
        for (const scheme::Category& category : table.categories) {
            for (const scheme::Task& task : category.tasks) {
                for (const scheme::Clause& clause : task.clauses) {
                    check_reading(task, clause, issues);
                }
            }
        }
    }
    const Issues warnings = check_regulation(scheme);
    issues.insert(issues.end(), warnings.begin(), warnings.end());
    std::stable_partition(issues.begin(), issues.end(),
                          [](const Error& issue) { return severity(issue) == Severity::error; });
    return issues;
}

}  // namespace heng::app
