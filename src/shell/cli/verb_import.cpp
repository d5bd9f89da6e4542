/// @file
/// `heng import`: a table of commands, such as a register or findings, done as one; or an indicator
/// table as the file of a scheme.
#include "core/base/text.hpp"
#include "core/intake/read_table.hpp"
#include "shell/cli/store_options.hpp"

#include <algorithm>
#include <charconv>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ImportOptions {
    StoreOptions store;
    std::string actor;
    std::string day;
    std::vector<std::string> words;  ///< ACT FILE, or FILE…
    int year = 0;
    std::vector<std::string> ignored;
    std::string domain;
    std::string out;
    std::string prefix;
    std::size_t table = 1;
};

/// The rows as commands, with the year where the act has one and the table does not.
std::vector<act::Command> commands_of(const ImportOptions& options, const std::string& act,
                                      app::CommandTable table) {
    std::vector<act::Command> out;
    for (ledger::Object& body : table.bodies) {
        if (options.year != 0 && body.find("year") == nullptr)
            body.add("year", std::int64_t{options.year});
        out.push_back({act, std::move(body)});
    }
    return out;
}

/// The line of what a command says under `item`: its own, or that of a row of it; then `item`
/// loses the row's number (measures/2/unit).
std::size_t line_of(const app::CommandTable& table, std::size_t command, std::string& item) {
    const std::size_t begin = item.find('/');
    const auto& rows = table.row_lines[command];
    const auto found = rows.find(item.substr(0, begin));
    if (begin == item.npos || found == rows.end()) return table.lines[command];
    const std::size_t end = std::min(item.find('/', begin + 1), item.size());
    const std::string digits = item.substr(begin + 1, end - begin - 1);
    std::size_t number = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (number == 0 || number > found->second.size()) return table.lines[command];
    item.erase(begin, end - begin);
    return found->second[number - 1];
}

/// Refusals count commands; people count the lines of their file, or look for the cell.
Issues in_the_file(Issues issues, const std::string& file, const app::CommandTable& table) {
    for (Error& issue : issues) {
        if (issue.place.line == 0 || issue.place.line > table.lines.size()) continue;
        const std::size_t line = line_of(table, issue.place.line - 1, issue.place.item);
        issue.place.file = file;
        issue.place.line = line;
        if (table.sheet.empty()) continue;
        const auto column = table.columns.find(issue.place.item);
        issue.place.line = 0;
        issue.place.item =
            table.sheet + '!' +
            intake::cell_name(line - 1, column == table.columns.end() ? 0 : column->second);
    }
    return issues;
}

void import_commands(const ImportOptions& options, Context& context) {
    const auto unusable = [&](const char* option, const char* why) {
        report({{Code::argument_unusable, {}, {option, "", why}}}, context);
    };
    if (options.words.size() != 2)
        return unusable("ACT FILE", "ACT FILE --db … --as …, FILE… --domain … --out …");
    if (options.store.db.empty()) return unusable("--db", "sqlite:PATH, postgresql://…");
    const auto actor = value_or_report(parse_actor(options.actor), context);
    if (!actor) return;
    const std::string& file = options.words[1];
    const act::Act* const act = act::find_act(options.words[0]);
    if (act == nullptr) return report({{Code::act_unknown, {}, {options.words[0]}}}, context);
    auto table =
        value_or_report(context.formats.read_commands(file, act->fields, options.ignored), context);
    const auto opened = table ? open_store(options.store, context) : std::nullopt;
    const auto desk = opened ? open_desk(*opened, context) : nullptr;
    if (!desk) return;
    app::CommandTable places = *table;
    const auto commands = commands_of(options, options.words[0], std::move(*table));
    const bool zh = context.language == Language::zh;
    if (!places.guessed.empty())
        context.streams.out << file
                            << (zh ? "：不是 UTF-8，按 " : ": is not UTF-8 and was read as ")
                            << places.guessed << (zh ? " 读取\n" : "\n");
    if (commands.empty()) {
        context.streams.out << (zh ? "没有可导入的行\n" : "no rows to import\n");
        return;
    }
    const auto receipt = desk->perform_all(*actor, commands, day_or_today(options.day, context));
    if (!receipt) return report(in_the_file(receipt.error(), file, places), context);
    context.streams.out << (zh ? "已导入 " : "imported ") << commands.size()
                        << (zh ? " 行，链头 " : " rows, head ") << print_head(receipt->head)
                        << '\n';
}

/// The table as its file in a scheme has it.
std::string print_table(const scheme::Table& table, const ImportOptions& options,
                        const Context& context) {
    scheme::Scheme scheme;
    scheme.tables.push_back(table);
    std::string text = "# " + join(options.words, ", ") + "\n\n";
    for (const auto& [file, content] : context.formats.print_scheme(scheme))
        if (file.starts_with("tables/")) text += content;
    return text;
}

struct Counts {
    std::size_t tasks = 0;
    std::size_t clauses = 0;
};

Counts count(const scheme::Table& table) {
    Counts counts;
    for (const auto& category : table.categories)
        for (const auto& task : category.tasks) {
            ++counts.tasks;
            counts.clauses += task.clauses.size();
        }
    return counts;
}

void import_table(const ImportOptions& options, Context& context) {
    if (options.out.empty())
        return report({{Code::argument_unusable, {}, {"--out", "", "FILE"}}}, context);
    std::vector<intake::Source> sources;
    Issues unreadable;
    for (const std::string& file : options.words) {
        auto source = context.formats.read_office(file);
        if (source)
            sources.push_back(std::move(*source));
        else
            unreadable.push_back(source.error());
    }
    if (!unreadable.empty()) return report(unreadable, context);
    const std::string prefix =
        options.prefix.empty() ? intake::usual_prefix(options.domain) : options.prefix;
    const intake::Intake intake =
        intake::read_table(sources, {options.domain, prefix, options.table});
    report(intake.issues, context);
    if (has_errors(intake.issues)) return;
    const auto written =
        context.surroundings.write_file(options.out, print_table(intake.table, options, context));
    if (!written) return report({written.error()}, context);
    const Counts counts = count(intake.table);
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "已写出 " : "wrote ") << options.out
                        << (zh ? "：类别 " : ": categories ") << intake.table.categories.size()
                        << (zh ? "，任务 " : ", tasks ") << counts.tasks
                        << (zh ? "，细则 " : ", clauses ") << counts.clauses
                        << (zh ? "，存疑 " : ", doubts ") << intake.issues.size()
                        << (zh ? " 处\n" : "\n");
}

void import(const ImportOptions& options, Context& context) {
    if (options.domain.empty())
        import_commands(options, context);
    else
        import_table(options, context);
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* verb = program.add_subcommand(
        "import",
        "导入表格。ACT FILE：csv 或 xlsx，每行办理一次操作，全部成功或全部不办；\n"
        "FILE… --domain：docx、xlsx、tsv 或 txt 的考核指标体系表，写成方案的表文件\n"
        "ACT FILE: do an act for each row of a csv or xlsx, all of them or none;\n"
        "FILE… --domain: an indicator table in docx, xlsx, tsv or txt as the file of a scheme");
    add_store_options(*verb, options->store);
    verb->get_option("--db")->required(false);
    verb->add_option(
        "--as", options->actor,
        "人员:身份:单位，如 p1:office:市考核办\nPERSON:ROLE:OF, such as p1:office:市考核办");
    verb->add_option("--on", options->day,
                     "办理日期，默认当日\nthe day it happens on, by default today")
        ->check(check_day);
    verb->add_option("--year", options->year, "各行所属年度\nthe year of all rows");
    verb->add_option("--ignore", options->ignored,
                     "不属于该操作内容的列\na column that is none of the act's fields");
    verb->add_option(
        "--domain", options->domain,
        "指标表所属领域，如 counties\nthe domain of an indicator table, such as counties");
    verb->add_option("--out", options->out,
                     "指标表写到哪个文件\nthe file that the indicator table becomes");
    verb->add_option("--prefix", options->prefix,
                     "分句编号的前缀，如 D；默认取领域首字母\nwhat the ids of branches begin with, "
                     "such as D; by "
                     "default the letter of the domain");
    verb->add_option(
            "--table", options->table,
            "文件中的第几个指标表，默认第 1 个\nwhich of the indicator tables in a file, by "
            "default the first")
        ->check(CLI::PositiveNumber);
    verb->add_option("FILES", options->words,
                     "ACT FILE：操作代号（如 enrol_unit）和文件；或指标表的一个或几个文件\n"
                     "ACT FILE: enrol_unit, record_finding, … and its file; or the files of an "
                     "indicator table")
        ->required();
    verb->callback([options, &context] { import(*options, context); });
}

}  // namespace heng::cli
