/// @file
/// Books out of a played year: what is on a screen is in its book, what someone may not see is not,
/// and what was exported can be imported.
#include "core/report/books.hpp"
#include "core/report/flat_sheet.hpp"
#include "core/report/score_book.hpp"
#include "core/view/log.hpp"
#include "core/view/played_year.hpp"
#include "core/view/scheme.hpp"
#include "core/view/standings.hpp"
#include "core/view/test_looks.hpp"
#include "core/view/units.hpp"
#include "shell/csv/command_table.hpp"
#include "shell/csv/print_sheet.hpp"
#include "shell/xlsx/write_book.hpp"
#include "spreadsheet.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>

namespace heng::books {
namespace {

using act::Actor;
using act::test::World;
using report::Book;
using report::BookSheet;
using view::Scope;
using view::test::PlayedYear;

constexpr int year = 2021;
const report::Origin origin{"test", {7, {}}};

const PlayedYear& played() {
    static const PlayedYear world;
    return world;
}
/// `actor` must outlive it.
Scope look(const Actor& actor) {
    return view::test::look(played(), actor);
}

/// Every text of the value's leaves.
void collect(const ledger::Value& value, std::set<std::string>& out) {
    if (value.text() != nullptr && !value.text()->empty()) out.insert(*value.text());
    if (value.number() != nullptr) out.insert(std::to_string(*value.number()));
    if (value.list() != nullptr)
        for (const ledger::Value& one : *value.list()) collect(one, out);
    if (value.object() != nullptr)
        for (const ledger::Member& one : value.object()->members()) collect(one.value, out);
}

/// As someone reads it.
std::string shown(const report::CellValue& value) {
    if (const auto* const text = std::get_if<std::string>(&value)) return *text;
    if (const auto* const number = std::get_if<Decimal>(&value)) return number->text();
    if (const auto* const day = std::get_if<ledger::Date>(&value)) return ledger::print_date(*day);
    const auto* const formula = std::get_if<report::Formula>(&value);
    if (formula == nullptr) return {};
    if (const auto* const text = std::get_if<std::string>(&formula->value)) return *text;
    return std::get<Decimal>(formula->value).text();
}

std::set<std::string> texts_of(const Book& book) {
    std::set<std::string> out;
    for (const BookSheet& sheet : book.sheets)
        for (const auto& row : sheet.rows)
            for (const auto& cell : row) out.insert(shown(cell.value));
    return out;
}

/// Identifiers that books put into words.
const std::set<std::string> worded{"recorded", "confirmed", "withdrawn", "count",
                                   "measured", "gap",       "level",     "points",
                                   "filed",    "upheld",    "dismissed"};

void expect_all_of(const ledger::Value& answer, const Book& book) {
    std::set<std::string> wanted;
    collect(answer, wanted);
    const std::set<std::string> there = texts_of(book);
    for (const std::string& text : wanted)
        EXPECT_TRUE(there.contains(text) || worded.contains(text)) << text;
}

TEST(FlatBook, HoldsEverythingThatTheListOfFindingsShows) {
    const auto book = report::finding_book(look(World::office()), year, {}, Language::zh);
    ASSERT_TRUE(book);
    expect_all_of(*view::findings(look(World::office()), year, {}), *book);
}

TEST(FlatBook, HoldsEverythingThatTheRegisterShows) {
    const auto book = report::register_book(look(World::office()), Language::zh);
    ASSERT_TRUE(book);
    EXPECT_EQ(book->sheets.size(), 5U);
    expect_all_of(*view::units(look(World::office())), *book);
    for (const auto& [id, unit] : played().state.units_and_people.units)
        expect_all_of(view::test::at(*view::unit(look(World::office()), id), "periods"), *book);
    const std::set<std::string> there = texts_of(*book);
    for (const auto& [id, person] : played().state.units_and_people.people)
        EXPECT_TRUE(there.contains(id) || person.appointments.empty()) << id;
}

/// The log, with the hashes by which the extract fits its chain.
TEST(FlatBook, HoldsEverythingThatTheLogShows) {
    std::vector<ledger::SealedEvent> sealed;
    std::vector<ledger::Event> events;
    for (const auto& [id, finding] : played().year().findings.all) {
        ledger::Event event;
        event.tenant = "test";
        event.seq = id.seq;
        event.previous = ledger::Digest{};
        event.what.act = "record_finding";
        event.what.actor = finding.recorded_by;
        event.what.happened_on = finding.recorded_on;
        event.what.body = {{"unit", finding.unit}};
        sealed.push_back({event.seq, *ledger::encode_event(event), {}});
        events.push_back(event);
    }
    ASSERT_FALSE(events.empty());
    const auto book = report::ledger_book(look(played().audit_admin), sealed, Language::zh);
    ASSERT_TRUE(book);
    expect_all_of(*view::log(look(played().audit_admin), events), *book);
}

ledger::List list_at(const ledger::Value& value, const char* key) {
    return *view::test::at(value, key).list();
}

/// What the screen of the indicators shows of a table stands on its sheet of the score book.
TEST(ScoreBookOfALedger, HoldsEverythingThatTheIndicatorsShow) {
    const auto scheme = *view::scheme(look(World::office()), year, std::nullopt);
    for (const ledger::Value& domain : list_at(scheme, "domains")) {
        const auto book =
            report::score_book(look(World::office()), year, *view::test::at(domain, "id").text(),
                               origin, Language::zh);
        ASSERT_TRUE(book);
        std::string all;
        for (const std::string& text : texts_of(*book)) all += text + "\n";
        const auto expect = [&](const ledger::Value& part, const char* key) {
            const std::string text = *view::test::at(part, key).text();
            EXPECT_NE(all.find(text), std::string::npos) << text;
        };
        for (const ledger::Value& category : list_at(domain, "categories")) {
            for (const char* const key : {"name", "points"}) expect(category, key);
            for (const ledger::Value& task : list_at(category, "tasks")) {
                for (const char* const key : {"name", "points", "requirement"}) expect(task, key);
                for (const ledger::Value& clause : list_at(task, "clauses")) {
                    expect(clause, "text");
                    for (const ledger::Value& body : list_at(clause, "assessors"))
                        EXPECT_NE(all.find(*body.text()), std::string::npos) << *body.text();
                }
            }
        }
    }
}

TEST(FlatBook, TellsAUnitNothingOfOthers) {
    const Actor actor = World::unit("C3");
    const Scope scope = look(actor);
    EXPECT_FALSE(report::score_book(scope, year, "counties", origin, Language::zh));
    const auto units = report::register_book(scope, Language::zh);
    ASSERT_TRUE(units);
    EXPECT_EQ(units->sheets.size(), 3U) << "no people, no bodies";
    EXPECT_EQ(units->sheets[0].rows.size(), 2U) << "its own row";
    const auto findings = report::finding_book(scope, year, {}, Language::zh);
    ASSERT_TRUE(findings);
    const auto& rows = findings->sheets[0].rows;
    ASSERT_GT(rows.size(), 1U);
    for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_EQ(shown(rows[i][1].value), "C3");
}

TEST(FlatBook, RefusesThoseWhoDoNotGrade) {
    for (const Actor& actor : {World::lead(), World::assessor(), World::coordinator(),
                               played().system_admin, played().audit_admin}) {
        const auto book = report::score_book(look(actor), year, "counties", origin, Language::zh);
        ASSERT_FALSE(book);
        EXPECT_EQ(book.error().front().code, Code::view_not_permitted);
    }
    EXPECT_EQ(report::score_book(look(World::office()), year, "nowhere", origin, Language::zh)
                  .error()
                  .front()
                  .code,
              Code::record_unknown);
    EXPECT_FALSE(report::ledger_book(look(World::office()), {}, Language::zh));
    EXPECT_TRUE(report::ledger_book(look(played().audit_admin), {}, Language::zh));
}

/// What the ranking screen shows stands on the sheet of ranks.
TEST(ScoreBookOfALedger, HoldsEverythingThatTheStandingsShow) {
    for (const char* const domain : {"counties", "departments"}) {
        const auto book =
            report::score_book(look(World::office()), year, domain, origin, Language::zh);
        ASSERT_TRUE(book);
        const BookSheet& ranks = book->sheets[1];
        const auto answer = *view::standings(look(World::office()), year, domain);
        std::uint32_t line = 6;
        const ledger::Value rows = view::test::at(answer, "rows");
        for (const ledger::Value& row : *rows.list()) {
            std::set<std::string> there;
            for (const auto& cell : ranks.rows.at(line++)) there.insert(shown(cell.value));
            for (const char* const key : {"id", "unit_name"})
                EXPECT_TRUE(there.contains(*view::test::at(row, key).text())) << key;
            for (const char* const key : {"indicator", "review", "total"}) {
                const ledger::Value figure = view::test::at(row, key);
                if (figure.is_null()) continue;
                EXPECT_TRUE(there.contains(Decimal::parse(*figure.text())->text())) << key;
            }
            for (const char* const key : {"proposed", "best", "worst"}) {
                const auto grade = scheme::grade_named(*view::test::at(row, key).text());
                EXPECT_TRUE(there.contains(std::string(scheme::name(*grade)))) << key;
            }
        }
    }
}

/// At every moment of the year, and by another program; once published, as published.
TEST(ScoreBookOfALedger, ComputesToTheSameFiguresAtEveryMoment) {
    if (!has_spreadsheet()) GTEST_SKIP() << "no soffice on this machine";
    std::map<std::string, Book> books;
    for (const auto& moment : played().moments) {
        const Actor office = World::office();
        const Scope scope{moment.state, played().rulebooks, office, moment.day};
        for (const char* const domain : {"counties", "departments"}) {
            auto book = report::score_book(scope, year, domain, origin, Language::zh);
            if (book) books.emplace(std::string(moment.name) + domain, std::move(*book));
        }
    }
    EXPECT_GE(books.size(), 8U);
    const auto computed = compute(books);
    bool was_published = false;
    for (const auto& [name, book] : books) {
        EXPECT_EQ(differences(book, computed.at(name)), "") << name;
        const std::set<std::string> there = texts_of(book);
        EXPECT_FALSE(there.contains("不符")) << name;
        was_published = was_published || there.contains("相符");
    }
    EXPECT_TRUE(was_published);
}

std::string write_file(const std::string& name, const std::string& text) {
    const auto path = std::filesystem::temp_directory_path() / name;
    std::ofstream(path, std::ios::binary) << text;
    return path.string();
}

/// Findings as CSV, read as commands that would record them: the same facts.
TEST(FlatBook, ComesBackFromCsvAsTheSameFacts) {
    const auto book = report::finding_book(look(World::office()), year, {}, Language::zh);
    ASSERT_TRUE(book);
    const act::Act* const act = act::find_act("record_finding");
    std::vector<std::string> others;
    for (const auto& cell : book->sheets[0].rows[0]) {
        const std::string title = shown(cell.value);
        const bool is_field =
            std::any_of(act->fields.begin(), act->fields.end(),
                        [&](const act::Field& field) { return field.zh == title; });
        if (!is_field) others.push_back(title);
    }
    const std::string path = write_file("heng-findings.csv", csv::print_sheet(book->sheets[0]));
    const auto table = csv::read_commands(path, act->fields, others);
    std::filesystem::remove(path);
    ASSERT_TRUE(table);
    const auto& all = played().year().findings.all;
    ASSERT_EQ(table->bodies.size(), all.size());
    std::size_t index = 0;
    for (const auto& [id, finding] : all) {
        const act::Fields in(table->bodies[index++]);
        EXPECT_EQ(in.text("unit"), finding.unit);
        EXPECT_EQ(in.text("branch"), finding.fact.branch);
        EXPECT_EQ(in.decimal("value"), finding.fact.value);
        EXPECT_EQ(in.date("occurred_on"), finding.fact.occurred_on);
        EXPECT_EQ(in.text_or_empty("case"), finding.fact.case_id);
        EXPECT_EQ(in.text_or_empty("source"), finding.fact.source);
        EXPECT_EQ(in.text("note"), finding.fact.note);
    }
}

TEST(CsvSheet, GuardsTextsThatWouldBeFormulas) {
    for (const char* const text : {"=1+1", "+86", "-2", "@SUM(A1)", "'=x", "''-", "\t=1", "a=1", "",
                                   "'", "普通", "'quoted'"}) {
        const std::string guarded = csv::guarded(text);
        EXPECT_TRUE(guarded.empty() ||
                    std::string("=+-@\t\r\n").find(guarded[0]) == std::string::npos)
            << text;
        EXPECT_EQ(csv::unguarded(guarded), text);
    }
    EXPECT_EQ(csv::guarded("a=1"), "a=1");
}

TEST(CsvSheet, BeginsWithAMarkAndQuotesWhatItMust) {
    BookSheet sheet;
    sheet.put(0, 0, std::string("甲,\"乙\""));
    sheet.put(0, 1, Decimal::of_units(-2'500));
    sheet.put(1, 1, std::string("=1"));
    EXPECT_EQ(csv::print_sheet(sheet), "\xEF\xBB\xBF\"甲,\"\"乙\"\"\",-0.25\r\n,'=1\r\n");
}

/// The second row names the fields; what the scope knows is offered.
TEST(Template, AsksForTheFieldsOfItsAct) {
    for (const char* const id : {"enrol_unit", "add_person", "appoint", "record_finding",
                                 "enter_review_score", "supply_reference"}) {
        const act::Act* const act = act::find_act(id);
        ASSERT_NE(act, nullptr);
        const Book book = report::template_book(*act, look(World::office()), Language::zh);
        const BookSheet& table = book.sheets[0];
        std::set<std::string> names;
        for (const auto& cell : table.rows[1]) names.insert(shown(cell.value));
        for (const act::Field& field : act->fields) {
            if (field.kind == act::Kind::rows) continue;
            EXPECT_TRUE(names.contains(std::string(field.name))) << id << ' ' << field.name;
        }
        for (const report::Choices& one : table.choices) {
            std::size_t length = 0;
            for (const std::string& word : one.words) length += word.size() + 1;
            EXPECT_LE(length, 255U);
        }
        EXPECT_TRUE(xlsx::write_book(book));
    }
    const Book figures = report::template_book(*act::find_act("supply_reference"),
                                               look(World::office()), Language::zh);
    EXPECT_TRUE(texts_of(figures).contains("measures/unit"));
}

}  // namespace
}  // namespace heng::books
