/// @file
/// `heng clauses [FILE]`: clause texts in, their branches out, line by line.
#include "shell/cli/verb.hpp"

#include <fstream>
#include <istream>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

bool is_blank(const std::string& line) {
    return line.find_first_not_of(" \t\r") == std::string::npos;
}

/// Lines are independent: a malformed one is reported and the others are read.
void read_all(std::istream& in, const std::string& name, Context& context) {
    std::string line;
    Issues issues;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (line.ends_with('\r')) line.pop_back();
        if (is_blank(line)) continue;
        auto clause = context.formats.read_clause_line(line, number);
        if (!clause) {
            clause.error().place.file = name;
            issues.push_back(std::move(clause.error()));
            continue;
        }
        context.streams.out << context.formats.reading_json(*clause,
                                                            clause::read_clause(clause->text))
                            << '\n';
    }
    report(issues, context);
}

void clauses(const std::string& file, Context& context) {
    if (file.empty() || file == "-") {
        read_all(context.streams.in, "-", context);
        return;
    }
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        report({{Code::file_unreadable, {file, 0, 0, ""}, {file}}}, context);
        return;
    }
    read_all(in, file, context);
}

}  // namespace

void add_clauses(CLI::App& program, Context& context) {
    auto file = std::make_shared<std::string>();
    CLI::App* verb = program.add_subcommand(
        "clauses",
        "读扣分细则：每行一条，输出分句和疑点（JSON Lines）\n"
        "Read clause texts, one a line, and print their branches and doubts");
    verb->add_option("FILE", *file,
                     "每行一条细则；缺省为标准输入\nJSON Lines {\"id\",\"text\"} or plain lines; "
                     "standard input if absent");
    verb->callback([file, &context] { clauses(*file, context); });
}

}  // namespace heng::cli
