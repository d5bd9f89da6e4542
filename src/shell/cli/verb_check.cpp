/// @file
/// `heng check SCHEME`: what is wrong with a scheme, and what its regulation leaves open.
#include "app/check_scheme.hpp"
#include "shell/cli/terminal.hpp"
#include "shell/cli/verb.hpp"

#include <map>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct CheckOptions {
    std::string scheme;
    bool json = false;
    bool summary = false;
};

struct Counts {
    std::size_t errors = 0;
    std::size_t warnings = 0;
};

Counts count(const Issues& issues) {
    Counts counts;
    for (const Error& issue : issues) {
        ++(severity(issue) == Severity::error ? counts.errors : counts.warnings);
    }
    return counts;
}

/// How often each warning came, with its first instance as the example.
void print_summary(const Issues& issues, Context& context) {
    std::map<Code, std::pair<std::size_t, const Error*>> by_code;
    for (const Error& issue : issues) {
        auto& [number, first] = by_code[issue.code];
        if (number++ == 0) first = &issue;
    }
    const bool zh = context.language == Language::zh;
    for (const auto& [code, found] : by_code) {
        context.streams.out << "  " << found.first << (zh ? " 处 " : " × ") << entry(code).id
                            << (zh ? "，如：" : ", such as: ")
                            << message(*found.second, context.language) << '\n';
    }
}

void check(const CheckOptions& options, Context& context) {
    Checked<scheme::Scheme> loaded = context.formats.load_scheme(options.scheme);
    const Issues issues = loaded ? app::check_scheme(*loaded) : loaded.error();
    context.exit_status = exit_status(issues);
    std::ostream& out = context.streams.out;
    if (options.json) {
        out << context.formats.issues_json(issues, context.language) << '\n';
        return;
    }
    if (!options.summary) {
        for (const Error& issue : issues) out << print_issue(issue, context.language) << '\n';
    }
    const Counts counts = count(issues);
    const bool zh = context.language == Language::zh;
    const std::string name = loaded ? loaded->name : options.scheme;
    out << name << (zh ? "：错误 " : ": ") << counts.errors << (zh ? " 处，提示 " : " errors, ")
        << counts.warnings << (zh ? " 处\n" : " warnings\n");
    if (options.summary) print_summary(issues, context);
}

}  // namespace

void add_check(CLI::App& program, Context& context) {
    auto options = std::make_shared<CheckOptions>();
    CLI::App* verb =
        program.add_subcommand("check",
                               "检查方案：错误，以及办法本身未明确之处\n"
                               "Check a scheme: errors, and what its regulation leaves open");
    verb->add_option("SCHEME", options->scheme, "方案的目录或文件\nfolder or file of the scheme")
        ->required();
    verb->add_flag("--json", options->json, "以 JSON 输出\nprint the issues as JSON");
    verb->add_flag("--summary", options->summary,
                   "只输出各类的次数\nprint how often each issue came");
    verb->callback([options, &context] { check(*options, context); });
}

}  // namespace heng::cli
