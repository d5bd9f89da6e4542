#include "story.hpp"

#include "core/scheme/check.hpp"
#include "shell/csv/score_tables.hpp"
#include "shell/yaml/load_scheme.hpp"

#include <map>
#include <stdexcept>

namespace heng::golden {

namespace {

namespace fs = std::filesystem;

Lines issue_lines(const Issues& issues) {
    Lines lines;
    for (const Error& issue : issues) {
        if (severity(issue) != Severity::error) continue;
        lines.push_back({"issues",
                         {{"code", std::string(entry(issue.code).id)},
                          {"line", std::to_string(issue.place.line)}}});
    }
    return lines;
}

Line unit_line(const app::Year& year, std::size_t unit) {
    const score::Published published = year.published(unit);
    const grade::Outcome& outcome = year.outcome(unit);
    const auto places = [&](Decimal value) { return value.text(year.rounding().places); };
    std::string questions;
    for (const grade::QuestionText& text : grade::question_texts()) {
        if (!outcome.has(text.question)) continue;
        questions += (questions.empty() ? "" : ", ") + std::string(text.id);
    }
    return {"units",
            {{"unit", std::string(year.id(unit))},
             {"indicator", places(published.indicator)},
             {"review", places(published.review)},
             {"total", places(published.total)},
             {"rank", std::to_string(outcome.rank)},
             {"grade", std::string(name(outcome.grade))},
             {"questions", "[" + questions + "]"}}};
}

Line finding_line(std::string_view unit, std::size_t number, const score::Deduction& deduction) {
    Line line{"findings",
              {{"line", std::to_string(number)},
               {"unit", std::string(unit)},
               {"asked", deduction.asked.text()},
               {"taken", deduction.taken.text()}}};
    if (deduction.reason != score::Reason::none) {
        line.fields.emplace_back("reason", name(deduction.reason));
    }
    return line;
}

app::Year score_year(const scheme::Scheme& scheme, const fs::path& folder,
                     const app::RunOptions& options) {
    app::YearFiles files{(folder / "units.csv").string(), (folder / "findings.csv").string()};
    if (fs::exists(folder / "decisions.csv")) files.decisions = (folder / "decisions.csv").string();
    auto year = csv::score_files(scheme, files, options);
    if (year) return *std::move(year);
    std::string text;
    for (const Error& issue : year.error().issues) {
        text += print(issue.place) + " " + message(issue, Language::en) + "\n";
    }
    throw std::runtime_error(text);
}

/// The year as a whole, then each unit explained; both must say the same.
Lines year_lines(const scheme::Scheme& scheme, const fs::path& folder) {
    const app::Year year = score_year(scheme, folder, {});
    Lines lines;
    std::map<std::size_t, Line> by_line;
    for (std::size_t unit = 0; unit < year.size(); ++unit) {
        lines.push_back(unit_line(year, unit));
        app::RunOptions watching;
        watching.watch = std::string(year.id(unit));
        const std::vector<score::Finding> findings = score_year(scheme, folder, watching).watched;
        const score::UnitScore score = score::score_unit(year.rules(unit), findings);
        if (score.indicator != year.indicator(unit)) {
            throw std::runtime_error(*watching.watch + ": the explanation does not give the score");
        }
        for (const score::Deduction& deduction : score.deductions) {
            const std::size_t number = findings[deduction.finding].line;
            by_line[number] = finding_line(year.id(unit), number, deduction);
        }
    }
    for (auto& [number, line] : by_line) lines.push_back(std::move(line));
    return lines;
}

}  // namespace

std::string print(const Line& line) {
    std::string text;
    for (const auto& [key, value] : line.fields) {
        text += (text.empty() ? "{" : ", ") + key + ": " + value;
    }
    return text + "}";
}

Lines tell(const fs::path& folder) {
    const bool has_folder = fs::is_directory(folder / "scheme");
    const auto scheme = yaml::load_scheme(folder / (has_folder ? "scheme" : "scheme.yaml"));
    if (!scheme) return issue_lines(scheme.error());
    const Issues issues = scheme::check_structure(*scheme);
    if (has_errors(issues)) return issue_lines(issues);
    return year_lines(*scheme, folder);
}

}  // namespace heng::golden
