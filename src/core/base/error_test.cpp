#include "core/base/error.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <set>

namespace heng {
namespace {

/// The n of every {n} and {wn} in `text`.
std::set<char> slots(std::string_view text) {
    std::set<char> found;
    for (std::size_t at = text.find('{'); at != text.npos; at = text.find('{', at + 1)) {
        const std::size_t digit = text.at(at + 1) == 'w' ? at + 2 : at + 1;
        EXPECT_EQ(text.substr(digit + 1, 1), "}") << text;
        EXPECT_TRUE(text.at(digit) >= '0' && text.at(digit) <= '9') << text;
        found.insert(text.at(digit));
    }
    return found;
}

/// The enumerators of `Code` as error.hpp writes them.
std::vector<std::string> codes_in_source() {
    std::ifstream in(HENG_SOURCE_DIR "/src/core/base/error.hpp");
    std::vector<std::string> codes;
    bool is_inside = false;
    for (std::string line; std::getline(in, line);) {
        if (line == "enum class Code {") is_inside = true;
        if (line == "};") is_inside = false;
        const std::size_t start = line.find_first_not_of(' ');
        if (is_inside && line.ends_with(',')) {
            codes.push_back(line.substr(start, line.size() - start - 1));
        }
    }
    return codes;
}

TEST(Catalogue, HasAnEntryForEachCodeInTheirOrder) {
    std::vector<std::string> ids;
    std::size_t index = 0;
    for (const CatalogueEntry& known : catalogue()) {
        EXPECT_EQ(static_cast<std::size_t>(known.code), index++) << known.id;
        EXPECT_EQ(&entry(known.code), &known);
        ids.emplace_back(known.id);
    }
    EXPECT_EQ(ids, codes_in_source());
}

TEST(Catalogue, GivesEveryCodeItsOwnIdAndBothLanguages) {
    std::set<std::string_view> ids;
    for (const CatalogueEntry& known : catalogue()) {
        EXPECT_TRUE(ids.insert(known.id).second) << known.id;
        for (const auto text : {known.zh, known.remedy_zh, known.en, known.remedy_en}) {
            EXPECT_FALSE(text.empty()) << known.id;
        }
    }
}

/// What has a name in each language takes two places, the Chinese first: {0} in the one text stands
/// where {1} stands in the other.
TEST(Catalogue, UsesTheSameArgumentsInBothLanguages) {
    for (const CatalogueEntry& known : catalogue()) {
        std::set<char> zh = slots(known.zh);
        zh.merge(slots(known.remedy_zh));
        std::set<char> en = slots(known.en);
        en.merge(slots(known.remedy_en));
        std::set<char> all = zh;
        all.insert(en.begin(), en.end());
        char next = '0';
        for (const char slot : all) EXPECT_EQ(slot, next++) << known.id << ": a gap";
        for (const char slot : zh)
            EXPECT_TRUE(en.contains(slot) || (en.contains(slot + 1) && !zh.contains(slot + 1)))
                << known.id << ' ' << slot;
        for (const char slot : en)
            EXPECT_TRUE(zh.contains(slot) || (zh.contains(slot - 1) && !en.contains(slot - 1)))
                << known.id << ' ' << slot;
    }
}

TEST(Error, FillsItsMessage) {
    const Error error{Code::value_not_decimal, {}, {"points", "二"}};
    EXPECT_EQ(message(error, Language::zh), "points 的值“二”不是小数");
    EXPECT_EQ(message(error, Language::en), "points: `二` is not a decimal");
    EXPECT_EQ(message({Code::value_not_decimal, {}, {"points"}}, Language::en),
              "points: `` is not a decimal");
    EXPECT_EQ(remedy({Code::key_missing, {}, {"id"}}, Language::en), "Add it.");
    EXPECT_EQ(remedy({Code::domain_unknown, {}, {"x", "counties"}}, Language::en),
              "Its domains are counties.");
}

/// An official reads 组织实施, not in_force.
TEST(Error, SaysIdentifiersInTheWordsOfTheReader) {
    const Error error{
        Code::record_stage_unfit, {}, {"事项", "matter", "12", "told", "planned | returned"}};
    EXPECT_EQ(message(error, Language::zh), "事项“12”现为“待签收”，须为“整改中 | 已退回”才能办理");
    EXPECT_EQ(message(error, Language::en),
              "the matter `12` is told; this needs planned | returned");
    EXPECT_EQ(message({Code::capacity_absent, {}, {"王莉", "lead", "市直机关工委"}}, Language::zh),
              "“王莉”没有“市直机关工委”的主要考核责任单位身份");
}

TEST(Catalogue, KeepsWordsForTheChineseTexts) {
    for (const CatalogueEntry& known : catalogue()) {
        EXPECT_EQ(known.en.find("{w"), known.en.npos) << known.id;
        EXPECT_EQ(known.remedy_en.find("{w"), known.remedy_en.npos) << known.id;
    }
}

TEST(Error, PrintsAsMuchOfItsPlaceAsIsKnown) {
    EXPECT_EQ(print(Place{}), "");
    EXPECT_EQ(print(Place{"s.yaml", 0, 0, ""}), "s.yaml");
    EXPECT_EQ(print(Place{"s.yaml", 3, 0, ""}), "s.yaml:3");
    EXPECT_EQ(print(Place{"s.yaml", 3, 7, "1.8b"}), "s.yaml:3:7 1.8b");
    EXPECT_EQ(print(Place{"", 0, 0, "1.8b"}), "1.8b");
}

TEST(Error, TellsErrorsFromWarnings) {
    EXPECT_FALSE(has_errors({}));
    EXPECT_FALSE(has_errors({{Code::task_overdrawn, {}, {}}}));
    EXPECT_TRUE(has_errors({{Code::task_overdrawn, {}, {}}, {Code::key_missing, {}, {}}}));
}

}  // namespace
}  // namespace heng
