/// @file
/// `heng import`: a table of commands, such as a register or findings, done as one.
#include "shell/cli/store_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ImportOptions {
    StoreOptions store;
    std::string actor;
    std::string day;
    std::string act;
    std::string file;
    int year = 0;
    std::vector<std::string> ignored;
};

/// The rows as commands, with the year where the act has one and the table does not.
std::vector<act::Command> commands_of(const ImportOptions& options, app::CommandTable table) {
    std::vector<act::Command> out;
    for (ledger::Object& body : table.bodies) {
        if (options.year != 0 && body.find("year") == nullptr)
            body.add("year", std::int64_t{options.year});
        out.push_back({options.act, std::move(body)});
    }
    return out;
}

/// Refusals count commands; people count the lines of their file.
Issues in_the_file(Issues issues, const ImportOptions& options,
                   const std::vector<std::size_t>& lines) {
    for (Error& issue : issues) {
        if (issue.place.line == 0 || issue.place.line > lines.size()) continue;
        issue.place.line = lines[issue.place.line - 1];
        issue.place.file = options.file;
    }
    return issues;
}

void import(const ImportOptions& options, Context& context) {
    const auto actor = value_or_report(parse_actor(options.actor), context);
    if (!actor) return;
    const act::Act* const act = act::find_act(options.act);
    if (act == nullptr) return report({{Code::act_unknown, {}, {options.act}}}, context);
    auto table = value_or_report(
        context.formats.read_commands(options.file, act->fields, options.ignored), context);
    const auto opened = table ? open_store(options.store, context) : std::nullopt;
    const auto desk = opened ? open_desk(*opened, context) : nullptr;
    if (!desk) return;
    const std::vector<std::size_t> lines = table->lines;
    const auto commands = commands_of(options, std::move(*table));
    const bool zh = context.language == Language::zh;
    if (commands.empty()) {
        context.streams.out << (zh ? "没有可导入的行\n" : "no rows to import\n");
        return;
    }
    const auto receipt = desk->perform_all(*actor, commands, day_or_today(options.day, context));
    if (!receipt) return report(in_the_file(receipt.error(), options, lines), context);
    context.streams.out << (zh ? "已导入 " : "imported ") << commands.size()
                        << (zh ? " 行，链头 " : " rows, head ") << print_head(receipt->head)
                        << '\n';
}

}  // namespace

void add_import(CLI::App& program, Context& context) {
    auto options = std::make_shared<ImportOptions>();
    CLI::App* verb =
        program.add_subcommand("import",
                               "导入 CSV，每行办理一次操作，全部成功或全部不办\n"
                               "Do an act for each row of a CSV file, all of them or none");
    add_store_options(*verb, options->store);
    verb->add_option(
            "--as", options->actor,
            "人员:身份:单位，如 p1:office:市考核办\nPERSON:ROLE:OF, such as p1:office:市考核办")
        ->required();
    verb->add_option("--on", options->day,
                     "办理日期，默认当日\nthe day it happens on, by default today")
        ->check(check_day);
    verb->add_option("--year", options->year, "各行所属年度\nthe year of all rows");
    verb->add_option("--ignore", options->ignored,
                     "不属于该操作内容的列\na column that is none of the act's fields");
    verb->add_option("ACT", options->act,
                     "操作代号，如 enrol_unit、record_finding\nenrol_unit, record_finding, …")
        ->required();
    verb->add_option("FILE", options->file,
                     "CSV 文件，每项内容一列\nCSV with a column for each field")
        ->required();
    verb->callback([options, &context] { import(*options, context); });
}

}  // namespace heng::cli
