/// @file
/// Torn text put in order again: the published annex as it stands on a web page, and the shipped
/// tables torn in other ways, against what people transcribed.
#include "core/base/text.hpp"
#include "core/intake/chars.hpp"
#include "core/intake/read_table.hpp"
#include "intake/torn_table.hpp"
#include "shell/yaml/load_scheme.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

namespace heng::intake {
namespace {

const std::string root = HENG_SOURCE_DIR;

std::vector<scheme::Table> tables_of(const std::string& name) {
    auto scheme = yaml::load_scheme(root + "/schemes/" + name);
    EXPECT_TRUE(scheme);
    return scheme ? scheme->tables : std::vector<scheme::Table>{};
}

/// The transcription marks the per cent sign that its source lost; nothing else is made equal but
/// the width of marks.
std::string comparable(std::string_view text) {
    std::u32string out;
    for (const char32_t c : chars_of(text)) out += c == U'【' || c == U'】' ? c : plain(c);
    std::string printed = text_of(out);
    constexpr std::string_view restored = "〔%〕";
    for (std::size_t at = printed.find(restored); at != printed.npos; at = printed.find(restored))
        printed.erase(at, restored.size());
    return printed;
}

/// Each clause by its task and number: its text and who records it.
std::map<std::string, std::string> clauses_of(const scheme::Table& table) {
    std::map<std::string, std::string> clauses;
    for (const auto& category : table.categories)
        for (const auto& task : category.tasks)
            for (const auto& clause : task.clauses)
                clauses[task.no + clause.no] =
                    comparable(clause.text) +
                    (clause.assessors ? " " + join(*clause.assessors, ",") : "");
    return clauses;
}

std::map<std::string, std::string> headings_of(const scheme::Table& table) {
    std::map<std::string, std::string> headings;
    for (const auto& category : table.categories) {
        headings[category.no] = comparable(category.name) + category.points.text();
        for (const auto& task : category.tasks)
            headings[task.no] = category.no + comparable(task.name) + task.points.text() +
                                join(task.assessors, ",");
    }
    return headings;
}

std::size_t equal_parts(const std::map<std::string, std::string>& wanted,
                        const std::map<std::string, std::string>& got, bool says_all = true) {
    std::size_t equal = 0;
    for (const auto& [key, value] : wanted) {
        const auto found = got.find(key);
        if (found != got.end() && found->second == value)
            ++equal;
        else if (says_all)
            std::cout << key << "\n  wanted " << value << "\n  got    "
                      << (found == got.end() ? "" : found->second) << '\n';
    }
    return equal;
}

Intake read(const std::string& text, const std::string& domain = "counties") {
    return read_table({PlainText{"torn.txt", text}}, {domain, usual_prefix(domain)});
}

std::string regulation() {
    std::ifstream in(root + "/tests/schemes/regulation.txt", std::ios::binary);
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
}

TEST(Annex, AtLeastNineTenthsOfItsClausesAreExactlyRight) {
    const scheme::Table truth = tables_of("party-building-2021").at(0);
    const auto wanted = clauses_of(truth);
    ASSERT_EQ(98u, wanted.size());
    const Intake intake = read(regulation());
    EXPECT_FALSE(has_errors(intake.issues));
    const auto got = clauses_of(intake.table);
    EXPECT_GE(equal_parts(wanted, got), 98u) << "all of them, where nine tenths are asked for";
    EXPECT_EQ(98u, got.size()) << "and no others";
    EXPECT_EQ(headings_of(truth), headings_of(intake.table));
    EXPECT_EQ(truth.title, intake.table.title);
    EXPECT_EQ(truth.points, intake.table.points);
}

TEST(Annex, RequirementsAreWhole) {
    const scheme::Table truth = tables_of("party-building-2021").at(0);
    const Intake intake = read(regulation());
    ASSERT_EQ(truth.categories.size(), intake.table.categories.size());
    for (std::size_t i = 0; i < truth.categories.size(); ++i) {
        ASSERT_EQ(truth.categories[i].tasks.size(), intake.table.categories[i].tasks.size());
        for (std::size_t k = 0; k < truth.categories[i].tasks.size(); ++k) {
            EXPECT_EQ(truth.categories[i].tasks[k].requirement,
                      intake.table.categories[i].tasks[k].requirement);
            EXPECT_EQ(truth.categories[i].tasks[k].requirement_complete,
                      intake.table.categories[i].tasks[k].requirement_complete);
        }
    }
}

TEST(Annex, WhatIsDoubtfulIsSaidWithItsLine) {
    const Intake intake = read(regulation());
    const auto doubts =
        std::count_if(intake.issues.begin(), intake.issues.end(), [](const Error& issue) {
            return issue.code == Code::import_order_doubtful && issue.place.line > 0 &&
                   issue.place.file == "torn.txt";
        });
    EXPECT_GT(doubts, 0) << "columns were interleaved";
    EXPECT_LT(doubts, 30) << "a list that nobody reads";
}

/// The ways in which tables are torn here: no two columns, pages or breaks alike.
std::vector<test::Tearing> tearings() {
    test::Tearing narrow;
    narrow.widths = {8, 12, 28, 40, 10};
    narrow.lines_of_page = 30;
    test::Tearing wide;
    wide.widths = {14, 20, 50, 60, 20};
    wide.is_centred = false;
    wide.points_on_own_line = false;
    wide.lines_of_page = 1000;
    test::Tearing full;
    full.widths = {10, 14, 36, 48, 12};
    full.is_full_width = true;
    full.between_bodies = "\n";
    test::Tearing laid_out;
    laid_out.keeps_columns = true;
    test::Tearing laid_out_narrow = narrow;
    laid_out_narrow.keeps_columns = true;
    laid_out_narrow.is_full_width = true;
    return {test::Tearing{}, narrow, wide, full, laid_out, laid_out_narrow};
}

class Torn : public testing::TestWithParam<std::size_t> {};

TEST_P(Torn, TablesComeTogetherAgain) {
    const test::Tearing tearing = tearings().at(GetParam());
    std::size_t clauses = 0;
    std::size_t right = 0;
    std::size_t headings = 0;
    std::size_t right_headings = 0;
    for (const scheme::Table& table : tables_of("demo-city")) {
        const Intake intake = read(test::torn(table, tearing), table.domain);
        const auto wanted = clauses_of(table);
        clauses += wanted.size();
        right += equal_parts(wanted, clauses_of(intake.table));
        headings += headings_of(table).size();
        right_headings += equal_parts(headings_of(table), headings_of(intake.table));
    }
    std::cout << right << " of " << clauses << " clauses, " << right_headings << " of " << headings
              << " headings\n";
    EXPECT_GE(right * 100, clauses * 97);
    EXPECT_GE(right_headings * 100, headings * 85)
        << "names in a column of four characters tear most";
}

INSTANTIATE_TEST_SUITE_P(EveryWay, Torn, testing::Range<std::size_t>(0, 6));

}  // namespace
}  // namespace heng::intake
