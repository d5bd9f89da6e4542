/// @file
/// Score books computed again by another program: every formula must give, to the last digit, what
/// the engine says. The files come with wrong values, so nothing kept can pass for computed.
#include "scored_year.hpp"
#include "shell/xlsx/write_book.hpp"
#include "spreadsheet.hpp"

#include <gtest/gtest.h>

#include <set>

namespace heng::books {
namespace {

namespace fs = std::filesystem;
using report::Book;
using report::BookSheet;

const fs::path golden = fs::path(HENG_SOURCE_DIR) / "tests/golden";

std::unique_ptr<World> read_story(const fs::path& folder) {
    return read_world(folder / "scheme.yaml", folder);
}

/// The books of all domains of a world, named after it.
void add_books(const std::string& name, const World& world, Language language,
               std::map<std::string, Book>& books) {
    for (const report::ScoredDomain& domain : world.domains)
        books.emplace(name + '_' + domain.domain.id, report::score_book(domain, language));
}

void expect_agreement(const std::map<std::string, Book>& books) {
    const auto computed = compute(books);
    for (const auto& [name, book] : books) {
        ASSERT_TRUE(computed.contains(name)) << name;
        EXPECT_EQ(differences(book, computed.at(name)), "") << name;
    }
}

class ScoreBook : public testing::Test {
    void SetUp() override {
        if (!has_spreadsheet()) GTEST_SKIP() << "no soffice on this machine";
    }
};

TEST_F(ScoreBook, OfEveryGoldenStoryComputesToTheSameFigures) {
    std::map<std::string, Book> books;
    std::vector<std::unique_ptr<World>> worlds;
    for (const auto& entry : fs::directory_iterator(golden)) {
        if (!fs::exists(entry.path() / "units.csv")) continue;
        worlds.push_back(read_story(entry.path()));
        add_books(entry.path().filename().string(), *worlds.back(), Language::zh, books);
    }
    EXPECT_GE(books.size(), 30U);
    expect_agreement(books);
}

/// A hundred units and their 2,700 findings.
TEST_F(ScoreBook, OfTheDemonstrationCityComputesToTheSameFigures) {
    const fs::path city = fs::path(HENG_SOURCE_DIR) / "schemes/demo-city";
    const auto world = read_world(city, city / "year");
    std::map<std::string, Book> books;
    add_books("city", *world, Language::zh, books);
    EXPECT_EQ(books.size(), 5U);
    expect_agreement(books);
}

TEST_F(ScoreBook, OfRandomYearsComputesToTheSameFigures) {
    std::map<std::string, Book> books;
    std::vector<std::unique_ptr<World>> worlds;
    constexpr unsigned years = 40;
    for (unsigned seed = 1; seed <= years; ++seed) {
        worlds.push_back(random_world(seed));
        add_books("year" + std::to_string(seed), *worlds.back(),
                  seed % 4 == 0 ? Language::en : Language::zh, books);
    }
    expect_agreement(books);
}

/// A half in the last place goes the way the scheme says, in either direction.
TEST_F(ScoreBook, RoundsHalvesAsTheSchemeSays) {
    std::map<std::string, Book> books;
    std::vector<std::unique_ptr<World>> worlds;
    using enum RoundingMode;
    for (const RoundingMode mode : {half_up, down, up})
        for (int places = 0; places <= 4; ++places) {
            worlds.push_back(random_world(1));
            World& world = *worlds.back();
            world.scheme.settings.rounding = Rounding{places, mode};
            world.scheme.composition.indicators_percent = Decimal::whole(80);
            world.scheme.composition.review_percent = Decimal::whole(20);
            world.scheme.composition.review_full = Decimal::whole(100);
            std::int64_t review = 500;  // × 0.2 ends in 0.01, 0.0105, 0.011, …
            for (auto& unit : world.domains[0].units)
                unit.standing.review = Decimal::of_units(review += 25);
            for (std::size_t i = 0; i < world.domains[0].units.size(); ++i)
                rescore(world, 0, i, {});
            add_books("round" + std::to_string(places) + std::string(scheme::name(mode)), world,
                      Language::zh, books);
        }
    expect_agreement(books);
}

/// The fact of the first row of findings, changed as an auditor would type over it.
TEST_F(ScoreBook, FollowsAFindingThatSomeoneAlters) {
    const auto before = read_story(golden / "013-cap");
    const auto after = read_story(golden / "013-cap");
    ASSERT_FALSE(before->domains.empty());
    const auto& units = before->domains[0].units;
    const auto changed = std::find_if(units.begin(), units.end(),
                                      [](const auto& one) { return !one.findings.empty(); });
    ASSERT_NE(changed, units.end());
    auto findings = changed->findings;
    ASSERT_NE(findings[0].value, Decimal{});
    findings[0].value = Decimal{};
    rescore(*after, 0, static_cast<std::size_t>(changed - units.begin()), findings);
    Book typed_over = report::score_book(before->domains[0], Language::zh);
    const Book expected = report::score_book(after->domains[0], Language::zh);
    BookSheet& facts = typed_over.sheets[3];
    constexpr std::uint32_t first_row = 4;
    constexpr std::uint16_t value_column = 9;
    ASSERT_EQ(std::get<std::string>(facts.rows[first_row - 1][value_column].value), "数值");
    facts.put(first_row, value_column, Decimal{}, facts.rows[first_row][value_column].look);
    const auto computed = compute({{"typed", typed_over}});
    EXPECT_NE(differences(typed_over, computed.at("typed")), "") << "the totals move";
    // The rows stay where they were, so compare sheets whose order does not follow the ranks.
    Book scores = expected;
    std::erase_if(scores.sheets, [](const BookSheet& sheet) { return sheet.name == "排名与等次"; });
    EXPECT_EQ(differences(scores, computed.at("typed")), "");
}

TEST(WrittenBook, IsTheSameBytesEachTime) {
    const auto world = random_world(3);
    const auto write = [&] {
        return xlsx::write_book(report::score_book(world->domains[0], Language::zh)).value();
    };
    const std::string first = write();
    EXPECT_EQ(first, write());
    EXPECT_TRUE(first.starts_with("PK"));
}

std::vector<std::string> formulas_of(const Book& book) {
    std::vector<std::string> out;
    for (const BookSheet& sheet : book.sheets)
        for (const auto& row : sheet.rows)
            for (const auto& cell : row)
                if (const auto* const formula = std::get_if<report::Formula>(&cell.value))
                    out.push_back(formula->text);
    return out;
}

/// The capitals in front of each bracket.
std::vector<std::string> functions_of(const std::string& formula) {
    std::vector<std::string> out;
    for (std::size_t at = formula.find('('); at != formula.npos; at = formula.find('(', at + 1)) {
        std::size_t from = at;
        while (from > 0 && std::isupper(static_cast<unsigned char>(formula[from - 1])) != 0) --from;
        if (from != at) out.push_back(formula.substr(from, at - from));
    }
    return out;
}

/// Functions that Excel 2010, WPS and LibreOffice share; a new one is tried in all three first.
TEST(WrittenBook, UsesOnlyFunctionsThatAllShare) {
    const std::set<std::string> shared{
        "AND",  "COUNT",  "COUNTIF", "COUNTIFS",  "EXACT",   "GCD", "IF",         "INDEX",
        "INT",  "LOOKUP", "MATCH",   "MAX",       "MID",     "MIN", "NOT",        "OR",
        "RANK", "ROUND",  "ROW",     "ROUNDDOWN", "ROUNDUP", "SUM", "SUMPRODUCT", "SUMIFS"};
    for (unsigned seed = 1; seed <= 30; ++seed) {
        const auto world = random_world(seed);
        const Book book = report::score_book(world->domains[0], Language::zh);
        for (const std::string& text : formulas_of(book)) {
            EXPECT_LE(text.size(), 8'192U);
            for (const std::string& name : functions_of(text))
                EXPECT_TRUE(shared.contains(name)) << text;
        }
    }
}

}  // namespace
}  // namespace heng::books
