/// @file
/// Tables that went out come in again as the same tables: the annex of an 印发通知 as DOCX, the
/// score book as XLSX, its sheet as CSV. What an office edits in our own files and sends back must
/// not change by the way.
#include "books/scored_year.hpp"
#include "core/base/text.hpp"
#include "core/clause/clause_parser.hpp"
#include "core/intake/read_table.hpp"
#include "core/paper/indicator_table.hpp"
#include "shell/csv/print_sheet.hpp"
#include "shell/docx/docx.hpp"
#include "shell/office/read_office.hpp"
#include "shell/xlsx/write_book.hpp"
#include "shell/yaml/load_scheme.hpp"

#include <gtest/gtest.h>

namespace heng::intake {
namespace {

const std::filesystem::path schemes = std::filesystem::path(HENG_SOURCE_DIR) / "schemes";

scheme::Scheme scheme_named(const std::string& name) {
    auto scheme = yaml::load_scheme((schemes / name).string());
    EXPECT_TRUE(scheme);
    return scheme ? std::move(*scheme) : scheme::Scheme{};
}

/// A text as it is compared: papers are printed with full-width marks.
using Levelled = std::string (*)(std::string_view);
std::string as_it_is(std::string_view text) {
    return std::string(text);
}

/// How the parser reads a clause: what each branch costs, by what it counts.
std::string reading_of(const scheme::Clause& clause) {
    std::string out;
    for (const scheme::Branch& branch : clause.branches)
        out += " " + std::string(scheme::name(branch.basis)) +
               (branch.points ? branch.points->text() : "");
    return out;
}

/// Everything that a table says, a part to a line.
std::vector<std::string> told(const scheme::Table& table, Levelled levelled) {
    std::vector<std::string> out{levelled(table.title) + ' ' + table.points.text()};
    for (const scheme::Category& category : table.categories) {
        out.push_back(category.no + ' ' + levelled(category.name) + ' ' + category.points.text());
        for (const scheme::Task& task : category.tasks) {
            out.push_back(levelled(task.no) + ' ' + levelled(task.name) + ' ' + task.points.text() +
                          (task.illustrative ? " illustrative" : ""));
            out.push_back(levelled(task.requirement) + (task.requirement_complete ? "" : " …"));
            out.push_back(join(task.assessors, ","));
            for (const scheme::Clause& clause : task.clauses)
                out.push_back(clause.no + ' ' + levelled(clause.text) + " [" +
                              (clause.assessors ? join(*clause.assessors, ",") : "") + "]" +
                              reading_of(clause));
        }
    }
    return out;
}

/// The table with its clauses read by the parser, as every import reads them; people may have
/// corrected branches by hand.
scheme::Table read_anew(scheme::Table table) {
    for (scheme::Category& category : table.categories)
        for (scheme::Task& task : category.tasks)
            for (scheme::Clause& clause : task.clauses)
                clause.branches = clause::read_clause(clause.text).branches;
    return table;
}

/// Imports the file, and says where it differs from the table that went into it.
void expect_same(const scheme::Table& table, const std::string& bytes, const std::string& file,
                 Levelled levelled, std::size_t number = 1) {
    const auto source = office::read_office_bytes(bytes, file);
    ASSERT_TRUE(source) << message(source.error(), Language::en);
    const Intake intake = read_table({*source}, {table.domain, usual_prefix(table.domain), number});
    for (const Error& issue : intake.issues)
        EXPECT_EQ(Severity::warning, severity(issue))
            << file << ' ' << issue.place.item << ' ' << message(issue, Language::en);
    const auto wanted = told(read_anew(table), levelled);
    const auto got = told(intake.table, levelled);
    for (std::size_t i = 0; i < std::min(wanted.size(), got.size()); ++i)
        ASSERT_EQ(wanted[i], got[i]) << file << ": " << table.domain;
    EXPECT_EQ(wanted.size(), got.size());
}

std::string typeset(std::string_view text) {
    return paper::typeset(text);
}

/// An annex among what else an 印发通知 holds.
paper::Paper notice_of(const scheme::Scheme& scheme) {
    paper::Paper paper;
    paper.type = "通知";
    paper.title = {"关于印发考核指标体系的", "通知"};
    paper.to = {"各县（区）党委"};
    paper::Table domains;
    domains.content.columns = {{"领域"}, {"主要考核责任单位"}};
    domains.widths = {1, 1};
    for (const scheme::Domain& one : scheme.domains)
        domains.content.rows.push_back({one.name, one.lead});
    paper.body = {report::Paragraph{"现印发给你们，请抓好落实。"}, domains};
    for (const scheme::Table& table : scheme.tables)
        paper.annexes.push_back(
            {paper::typeset(table.title), true, {paper::indicator_table(table)}});
    paper.annexes.push_back({"时限一览表", false, {paper::term_table(scheme)}});
    return paper;
}

TEST(RoundTrip, OfEveryAnnexOfANotice) {
    for (const char* const name : {"party-building-2021", "demo-city"}) {
        const scheme::Scheme scheme = scheme_named(name);
        ASSERT_FALSE(scheme.tables.empty());
        const std::string bytes = docx::print_paper(notice_of(scheme), {});
        for (std::size_t i = 0; i < scheme.tables.size(); ++i)
            expect_same(scheme.tables[i], bytes, "印发通知.docx", typeset, i + 1);
    }
}

TEST(RoundTrip, SaysEachTableThatIsPassedOver) {
    const scheme::Scheme scheme = scheme_named("demo-city");
    const auto source =
        office::read_office_bytes(docx::print_paper(notice_of(scheme), {}), "a.docx");
    ASSERT_TRUE(source);
    const Intake intake = read_table({*source}, {"schools", "S", 2});
    std::vector<std::string> said;
    for (const Error& issue : intake.issues)
        if (issue.code == Code::import_text_unplaced && issue.args[0].starts_with("第"))
            said.push_back(issue.place.item);
    EXPECT_EQ(scheme.tables.size() - 1, said.size());
    EXPECT_NE(said.end(), std::find(said.begin(), said.end(), "表2!A1"));
}

TEST(RoundTrip, OfTheScoreBook) {
    const auto world = books::read_world(schemes / "demo-city", schemes / "demo-city/year");
    ASSERT_EQ(5U, world->domains.size());
    for (const report::ScoredDomain& domain : world->domains) {
        const report::Book book = report::score_book(domain, Language::zh);
        const scheme::Table& table = *domain.scheme.find_table(domain.domain.id);
        const auto bytes = xlsx::write_book(book);
        ASSERT_TRUE(bytes);
        expect_same(table, *bytes, "计分册.xlsx", as_it_is);
        const auto sheet = std::find_if(book.sheets.begin(), book.sheets.end(),
                                        [](const auto& one) { return one.name == "指标"; });
        ASSERT_NE(book.sheets.end(), sheet);
        expect_same(table, csv::print_sheet(*sheet), "指标.csv", as_it_is);
    }
}

}  // namespace
}  // namespace heng::intake
