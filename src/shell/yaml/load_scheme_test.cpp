#include "shell/yaml/load_scheme.hpp"

#include "shell/yaml/example.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace heng::yaml {
namespace {

namespace fs = std::filesystem;

/// `text` with one place of it replaced.
std::string with(std::string text, const std::string& old_part, const std::string& new_part) {
    const auto at = text.find(old_part);
    EXPECT_NE(at, std::string::npos) << old_part;
    return text.replace(at, old_part.size(), new_part);
}

Issues issues_of(const std::string& text) {
    const auto loaded = load_scheme_text("s.yaml", text);
    return loaded ? Issues{} : loaded.error();
}

/// The single issue of the minimal scheme with one place of it replaced.
Error issue_with(const std::string& old_part, const std::string& new_part) {
    const Issues issues = issues_of(with(minimal_text, old_part, new_part));
    EXPECT_EQ(issues.size(), 1U) << new_part;
    return issues.empty() ? Error{} : issues.front();
}

/// A folder that lives as long as the test.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("heng_" + unique_name())) {
        fs::create_directories(path_ / "tables");
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }

    void write(const std::string& name, const std::string& text) const {
        std::ofstream(path_ / name, std::ios::binary) << text;
    }
    const fs::path& path() const { return path_; }

private:
    static std::string unique_name() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        return std::string(test->name()) +
               std::to_string(testing::UnitTest::GetInstance()->random_seed());
    }
    fs::path path_;
};

TEST(LoadScheme, TakesTheDefaultsOfAMinimalScheme) {
    const auto scheme = load_scheme_text("s.yaml", minimal_text);
    ASSERT_TRUE(scheme.has_value());
    EXPECT_EQ(scheme->year, 2021);
    EXPECT_EQ(scheme->composition.indicators_full, Decimal::whole(100));
    EXPECT_EQ(scheme->settings, scheme::Settings{});
    EXPECT_TRUE(scheme->source.complete);
    EXPECT_FALSE(scheme->grading.ordinary_band.has_value());
    const scheme::Clause& clause = scheme->tables.at(0).categories.at(0).tasks.at(0).clauses.at(0);
    EXPECT_EQ(clause.no, "1");
    EXPECT_EQ(clause.at.line, 18U);
    EXPECT_FALSE(clause.assessors.has_value());
    const scheme::Branch& branch = clause.branches.at(0);
    EXPECT_EQ(branch.text, clause.text) << "a branch without words of its own takes the clause's";
    EXPECT_EQ(branch.basis, scheme::Basis::once);
    EXPECT_EQ(branch.points, Decimal::whole(2));
}

TEST(LoadScheme, ReadsEveryKey) {
    const auto scheme = load_scheme_text("s.yaml", full_text);
    ASSERT_TRUE(scheme.has_value());
    EXPECT_EQ(scheme->source.missing.size(), 1U);
    EXPECT_EQ(scheme->articles.at(0).text, "第一条为坚持党的全面领导，占30〔%〕：\n制定本办法。");
    EXPECT_EQ(scheme->bodies.at(0).roles,
              (std::vector{scheme::Role::coordinator, scheme::Role::lead}));
    EXPECT_EQ(scheme->grading.freed_place, scheme::FreedPlace::next);
    EXPECT_EQ(scheme->grading.ordinary_band, Decimal::of_units(1'000));
    EXPECT_EQ(scheme->consequences.at(0).grades,
              (std::vector{scheme::Grade::ordinary, scheme::Grade::poor}));
    EXPECT_EQ(scheme->calendar.terms.at(1).month_day, "03-31");
    EXPECT_EQ(scheme->settings.floor, scheme::Floor::category);
    EXPECT_EQ(scheme->settings.rounding, (Rounding{1, RoundingMode::down}));
    EXPECT_EQ(scheme->references.at(0).value, Decimal::of_units(925'000));
    const auto& clause = scheme->tables.at(0).categories.at(0).tasks.at(0).clauses.at(0);
    EXPECT_EQ(clause.reading_override->reason, "条文未写明单位");
    const scheme::Branch& branch = clause.branches.at(0);
    EXPECT_EQ(branch.target->op, scheme::Comparison::at_least);
    EXPECT_EQ(branch.target->unit, "%");
    EXPECT_EQ(branch.cap->points, Decimal::of_units(15'000));
    EXPECT_TRUE(branch.cap_shared);
    EXPECT_EQ(branch.items, (std::vector<std::string>{"A", "B"}));
    EXPECT_EQ(branch.partial, scheme::Partial::proportional);
    EXPECT_TRUE(clause.branches.at(1).cap->whole_task);
    EXPECT_EQ(clause.branches.at(1).effect, scheme::Effect::zero);
}

TEST(LoadScheme, ReadsRoundingNone) {
    const auto scheme = load_scheme_text("s.yaml", minimal_text + "settings: {rounding: none}\n");
    ASSERT_TRUE(scheme.has_value());
    EXPECT_FALSE(scheme->settings.rounding.has_value());
}

struct WrongCase {
    std::string old_part;
    std::string new_part;
    Code code;
    std::size_t line;
    std::size_t column;
    std::vector<std::string> args;
};

TEST(LoadScheme, PlacesWhatIsWrong) {
    const std::vector<WrongCase> cases{
        {"name: 小方案, ", "", Code::key_missing, 1, 9, {"name"}},
        {"{id: county, name: 县(区)}", "县", Code::value_not_mapping, 3, 5, {"domains"}},
        {"name: 小方案, ", "name: 小方案, nmae: x, ", Code::key_unknown, 1, 32, {"nmae"}},
        {"name: 小方案, ", "name: 小方案, name: x, ", Code::key_duplicate, 1, 32, {"name"}},
        {"name: 小方案", "name: [小方案]", Code::value_not_text, 1, 27, {"name"}},
        {"name: 小方案", "name: ''", Code::value_not_text, 1, 27, {"name"}},
        {"name: 小方案", "name: ~", Code::value_not_text, 1, 27, {"name"}},
        {"year: 2021", "year: 20.5", Code::value_not_whole, 1, 38, {"year", "20.5"}},
        {"points: 2}", "points: 2分}", Code::value_not_decimal, 21, 38, {"points", "2分"}},
        {"points: 2}", "points: 2, cap: all}", Code::value_not_decimal, 21, 46, {"cap", "all"}},
        {"points: 2}",
         "points: 2, effect: lose}",
         Code::value_unknown,
         21,
         49,
         {"effect", "lose", "deduct, award, zero, void"}},
        {"points: 2}",
         "points: 2, cap_shared: yes}",
         Code::value_not_flag,
         21,
         53,
         {"cap_shared", "yes"}},
        {"points: 2}", "points: 2, items: A}", Code::value_not_list, 21, 48, {"items"}},
        {"points: 2}", "points: 2, target: {value: 2}}", Code::key_missing, 21, 49, {"op"}},
    };
    for (const WrongCase& wrong : cases) {
        const Error error = issue_with(wrong.old_part, wrong.new_part);
        EXPECT_EQ(entry(error.code).id, entry(wrong.code).id) << wrong.new_part;
        EXPECT_EQ(print(error.place), print(Place{"s.yaml", wrong.line, wrong.column, {}}))
            << wrong.new_part;
        EXPECT_EQ(error.args, wrong.args) << wrong.new_part;
    }
}

TEST(LoadScheme, ChecksDates) {
    const auto code = [](const std::string& calendar) {
        const Issues issues = issues_of(minimal_text + "calendar: {" + calendar + "}\n");
        return issues.empty() ? "" : std::string(entry(issues.front().code).id);
    };
    EXPECT_EQ(code("holidays: [2021-02-28, '2024-02-29']"), "");
    EXPECT_EQ(code("holidays: [2021-02-29]"), "date_unknown");
    EXPECT_EQ(code("holidays: [2021-1-1]"), "date_unknown");
    EXPECT_EQ(code("terms: [{id: a, text: b, unit: date, month_day: 02-30}]"), "date_unknown");
    EXPECT_EQ(code("terms: [{id: a, text: b, unit: date}]"), "key_missing");
    EXPECT_EQ(code("terms: [{id: a, text: b}]"), "key_missing");
    EXPECT_EQ(code("terms: [{id: a, text: b, count: 3, month_day: 01-01}]"), "key_unknown");
}

TEST(LoadScheme, ReportsEverythingAtOnceInTheOrderOfTheLines) {
    std::string text = with(minimal_text, "quota_percent: 30", "quota: 30");
    text = with(text, "points: 2}", "points: two, basis: ever, colour: red}");
    text = with(text, "id: small, ", "");
    const Issues issues = issues_of(text);
    std::vector<std::string> seen;
    for (const Error& issue : issues) {
        seen.push_back(std::string(entry(issue.code).id) + ' ' + std::to_string(issue.place.line));
    }
    EXPECT_EQ(seen, (std::vector<std::string>{"key_missing 1", "key_missing 5", "key_unknown 5",
                                              "value_not_decimal 21", "value_unknown 21",
                                              "key_unknown 21"}));
}

TEST(LoadScheme, NamesTheWholeForWhatNoFileHas) {
    const Issues issues = issues_of("domains: []\n");
    ASSERT_EQ(issues.size(), 3U);
    EXPECT_EQ(print(issues[0].place), "s.yaml");
    EXPECT_EQ(issues[0].args.at(0), "scheme");
    EXPECT_EQ(issues[1].args.at(0), "composition");
    EXPECT_EQ(issues[2].args.at(0), "grading");
}

TEST(LoadScheme, RefusesWhatIsNoMapping) {
    EXPECT_EQ(issues_of("- a\n").front().code, Code::value_not_mapping);
    EXPECT_EQ(issues_of("").front().code, Code::value_not_mapping);
    EXPECT_EQ(issues_of("a: [").front().code, Code::yaml_syntax);
    EXPECT_EQ(issues_of("- a\n").size(), 1U);
    EXPECT_EQ(issues_of("a: [").size(), 1U) << "what a broken file may hold is not missed";
}

TEST(LoadScheme, ReadsAFolder) {
    const Folder folder;
    const auto cut = minimal_text.find("table:");
    folder.write("scheme.yaml", with(minimal_text.substr(0, cut), "name: 县(区)}",
                                     "name: 县(区)}\n  - {id: academy, name: 学校}"));
    folder.write("tables/1.yaml", "table: {domain: academy, points: 1}\n");
    folder.write("tables/2.yaml", minimal_text.substr(cut));
    folder.write("tables/notes.txt", "no: scheme");
    const auto scheme = load_scheme(folder.path());
    ASSERT_TRUE(scheme.has_value());
    ASSERT_EQ(scheme->tables.size(), 2U);
    EXPECT_EQ(scheme->tables[0].domain, "county") << "tables follow the domains";
    EXPECT_EQ(scheme->tables[1].at.file, (folder.path() / "tables/1.yaml").string());
}

TEST(LoadScheme, TakesASectionFromOneFileOnly) {
    const Folder folder;
    folder.write("a.yaml", minimal_text);
    folder.write("b.yaml", "bars: []\ngrading: {quota_percent: 20}\n");
    const auto scheme = load_scheme(folder.path());
    ASSERT_FALSE(scheme.has_value());
    ASSERT_EQ(scheme.error().size(), 1U);
    EXPECT_EQ(scheme.error()[0].code, Code::key_duplicate);
    EXPECT_EQ(print(scheme.error()[0].place), (folder.path() / "b.yaml").string() + ":2:1");
}

TEST(LoadScheme, SaysWhatCannotBeRead) {
    const Folder folder;
    for (const fs::path& path : {folder.path() / "absent", folder.path()}) {
        const auto scheme = load_scheme(path);
        ASSERT_FALSE(scheme.has_value());
        EXPECT_EQ(scheme.error().at(0).code, Code::file_unreadable);
    }
    folder.write("one.scheme", minimal_text);
    EXPECT_TRUE(load_scheme(folder.path() / "one.scheme").has_value());
}

}  // namespace
}  // namespace heng::yaml
