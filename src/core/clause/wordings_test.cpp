/// @file
/// Reads wordings.txt, where clauses and their branches stand by pattern.
#include "core/clause/clause_parser.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <fstream>
#include <sstream>

namespace heng::clause {
namespace {

struct Case {
    std::size_t line = 0;
    std::string clause;
    std::vector<std::string> branches;
};

std::string with_line_breaks(std::string text) {
    for (std::size_t at = 0; (at = text.find("\\n", at)) != std::string::npos; ++at) {
        text.replace(at, 2, "\n");
    }
    return text;
}

/// The words behind the first three in one order, so that the file may give them in any.
std::string ordered(const std::string& branch) {
    std::istringstream in(branch);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    std::sort(words.begin() + std::min<std::ptrdiff_t>(3, std::ssize(words)), words.end());
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<Case> load_cases() {
    std::ifstream in(std::string(HENG_SOURCE_DIR) + "/src/core/clause/wordings.txt");
    std::vector<Case> out;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.empty() || line.starts_with('#')) continue;
        if (line.starts_with("  ")) {
            out.back().branches.push_back(ordered(line));
        } else {
            out.push_back({number, with_line_breaks(line), {}});
        }
    }
    return out;
}

std::string notation(const scheme::Branch& branch) {
    std::string out = std::string(name(branch.effect)) + " " + std::string(name(branch.basis)) +
                      " " + (branch.points ? branch.points->text() : "-");
    const auto add = [&out](std::string_view key, const std::string& value) {
        out += " " + std::string(key) + "=" + value;
    };
    if (branch.per) add("per", *branch.per);
    if (branch.step && *branch.step != Decimal::whole(1)) add("step", branch.step->text());
    if (branch.target) {
        add("target", std::string(name(branch.target->op)) + branch.target->value.text() +
                          branch.target->unit);
    }
    if (branch.reference) add("reference", *branch.reference);
    if (branch.level) add("level", *branch.level);
    if (branch.cap) add("cap", branch.cap->whole_task ? "task" : branch.cap->points.text());
    if (branch.cap_shared) out += " shared";
    if (branch.points_max) add("max", branch.points_max->text());
    if (branch.percent_of_task) add("percent", branch.percent_of_task->text());
    if (branch.deadline) add("deadline", *branch.deadline);
    if (branch.partial != scheme::Partial::down) add("partial", std::string(name(branch.partial)));
    std::string items;
    for (const std::string& item : branch.items) items += (items.empty() ? "" : "/") + item;
    if (!items.empty()) add("items", items);
    return ordered(out);
}

TEST(Wordings, AreReadAsTheFileSays) {
    const std::vector<Case> cases = load_cases();
    ASSERT_GT(cases.size(), 200U);
    for (const Case& one : cases) {
        std::vector<std::string> read;
        for (const scheme::Branch& branch : read_clause(one.clause).branches) {
            read.push_back(notation(branch));
        }
        EXPECT_EQ(read, one.branches) << "wordings.txt:" << one.line << ": " << one.clause;
    }
}

}  // namespace
}  // namespace heng::clause
