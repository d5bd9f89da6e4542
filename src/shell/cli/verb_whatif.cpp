/// @file
/// `heng whatif`: what one finding more or less would change, and what a better grade hung on.
#include "core/report/what_if.hpp"
#include "shell/cli/terminal.hpp"
#include "shell/cli/year_options.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct WhatIfOptions {
    YearOptions year;
    std::string unit;
    std::vector<std::string> added;    ///< branch:value[:case]
    std::vector<std::size_t> dropped;  ///< Lines of the findings file.
    bool json = false;
};

std::vector<std::string> split(const std::string& text) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == ':' && parts.size() < 3) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

Result<score::Finding> parse_finding(const std::string& text, const score::Rules& rules) {
    const Place place{"", 0, 0, "--add"};
    const std::vector<std::string> parts = split(text);
    const auto value = parts.size() < 2 ? std::nullopt : Decimal::parse(parts[1]);
    if (!value) return refuse(Code::finding_text_malformed, place, {text});
    const auto branch = rules.find(parts[0]);
    if (!branch) return refuse(Code::branch_unknown, place, {parts[0]});
    const auto violated = score::range_violated(rules.branches[*branch], *value);
    if (!violated.empty()) {
        return refuse(Code::value_out_of_range, place, {parts[1], violated});
    }
    score::Finding finding;
    finding.branch = *branch;
    finding.value = *value;
    if (parts.size() == 3) finding.case_id = parts[2];
    return finding;
}

/// The unit's findings with the additions and without the dropped ones, or all that is wrong with
/// either.
Checked<std::vector<score::Finding>> changed_findings(const WhatIfOptions& options,
                                                      const app::Year& year,
                                                      const score::Rules& rules) {
    std::vector<score::Finding> findings = year.watched;
    Issues issues;
    for (const std::size_t line : options.dropped) {
        const auto found = std::find_if(findings.begin(), findings.end(),
                                        [line](const auto& f) { return f.line == line; });
        if (found == findings.end()) {
            issues.push_back({Code::finding_absent,
                              {options.year.files.findings, 0, 0, "--drop"},
                              {std::to_string(line), options.unit}});
        } else {
            findings.erase(found);
        }
    }
    for (const std::string& text : options.added) {
        auto finding = parse_finding(text, rules);
        if (finding) {
            findings.push_back(std::move(*finding));
        } else {
            issues.push_back(std::move(finding.error()));
        }
    }
    if (!issues.empty()) return tl::unexpected<Issues>(std::move(issues));
    return findings;
}

void what_if(const WhatIfOptions& options, Context& context) {
    const auto loaded = load_year(options.year, options.unit, context);
    if (!loaded) return;
    const app::Year& year = loaded->year;
    const auto unit = find_unit(year, options.year, options.unit, context);
    if (!unit) return;
    const score::Rules& rules = year.rules(*unit);
    auto findings = changed_findings(options, year, rules);
    if (!findings) {
        report(findings.error(), context);
        return;
    }
    const app::DomainStandings domain = app::standings_of(year, year.domain_index(*unit));
    std::vector<std::string> names;
    for (const std::size_t other : domain.units) names.push_back(app::title_of(year, other));
    const grade::UnitInDomain before{year.scheme(),
                                     rules,
                                     domain.standings,
                                     domain.index_of(*unit),
                                     year.review(*unit),
                                     year.watched,
                                     year.is_barred_by_register(*unit)};
    const report::WhatIf question{before,           domain.proposals,
                                  domain.decisions, *std::move(findings),
                                  std::move(names), year.domain(*unit).name};
    const report::Document document = report::what_if(question, context.language);
    std::ostream& out = context.streams.out;
    if (options.json) {
        out << context.formats.document_json(document) << '\n';
    } else {
        out << print_document(document);
    }
}

}  // namespace

void add_whatif(CLI::App& program, Context& context) {
    auto options = std::make_shared<WhatIfOptions>();
    CLI::App* verb = program.add_subcommand(
        "whatif",
        "试算：增减扣分记录对得分、名次、等次的影响，以及距更高等次的差距\n"
        "What findings more or less would change, and what a better grade hung on");
    add_year_options(*verb, options->year);
    verb->add_option("--unit", options->unit, "考核对象的编号\nid of the unit")->required();
    verb->add_option(
        "--add", options->added,
        "增加一条：分句:数值[:案件]，可重复\na finding more, as branch:value[:case]; repeatable");
    verb->add_option("--drop", options->dropped,
                     "核减一条：扣分记录文件中的行号，可重复\nthe line in the findings file of a "
                     "finding of this unit; repeatable");
    verb->add_flag("--json", options->json, "以 JSON 输出\nas a JSON document");
    verb->callback([options, &context] { what_if(*options, context); });
}

}  // namespace heng::cli
