#include "shell/json/print_scheme.hpp"

#include "shell/json/branch.hpp"
#include "shell/json/pretty.hpp"

#include <gtest/gtest.h>

namespace heng::json {
namespace {

std::vector<std::string> keys(const boost::json::value& object) {
    std::vector<std::string> out;
    for (const auto& entry : object.as_object()) out.emplace_back(entry.key());
    return out;
}

scheme::Branch shortfall() {
    scheme::Branch branch;
    branch.id = "1.1a";
    branch.text = "每低5个百分点扣0.1分";
    branch.basis = scheme::Basis::shortfall;
    branch.points = Decimal::of_units(1'000);
    branch.per = "百分点";
    branch.step = Decimal::whole(5);
    branch.reference = "全省平均水平";
    branch.cap = scheme::Cap{true, {}};
    return branch;
}

scheme::Scheme one_branch_scheme() {
    scheme::Scheme scheme;
    scheme.id = "s";
    scheme.domains = {{"county", "县(区)", "", "", "", {}}, {"school", "学校", "", "", "", {}}};
    const scheme::Clause clause{"1", "条文", std::nullopt, {shortfall()}, std::nullopt, {}};
    const scheme::Task task{"（一）", "学习", Decimal::whole(2), "", true, {}, false, {clause}, {}};
    const scheme::Category category{"一", "政治建设", Decimal::whole(2), {task}, {}};
    scheme.tables = {{"county", "指标表", Decimal::whole(2), {category}, {}}};
    return scheme;
}

TEST(BranchJson, SaysWhatAppliesInAFixedOrder) {
    EXPECT_EQ(boost::json::serialize(branch_json(shortfall())),
              R"({"effect":"deduct","basis":"shortfall","points":"0.1","per":"百分点","step":"5",)"
              R"("target":null,"reference":"全省平均水平","level":null,"cap":"task"})");
}

TEST(BranchJson, AddsTheRareKeysOnlyWhereTheySaySomething) {
    scheme::Branch branch;
    branch.effect = scheme::Effect::veto;
    branch.target = scheme::Target{scheme::Comparison::at_most, Decimal::whole(3), "小时"};
    branch.cap = scheme::Cap{false, Decimal::of_units(15'000)};
    branch.points_max = Decimal::whole(3);
    branch.percent_of_task = Decimal::whole(50);
    branch.cap_shared = true;
    branch.items = {"A"};
    branch.subjects = {"党组"};
    branch.deadline = "6月底前";
    branch.partial = scheme::Partial::up;
    EXPECT_EQ(boost::json::serialize(branch_json(branch)),
              R"({"effect":"void","basis":"once","points":null,"per":null,"step":null,)"
              R"("target":{"op":"<=","value":"3","unit":"小时"},"reference":null,"level":null,)"
              R"("cap":"1.5","points_max":"3","percent_of_task":"50","cap_shared":true,)"
              R"("items":["A"],"subjects":["党组"],"deadline":"6月底前","partial":"up"})");
}

TEST(PrintPretty, BreaksLinesAndKeepsChinese) {
    EXPECT_EQ(print_pretty(boost::json::parse(R"({"名":["县\n\"",{}],"空":[],"无":null})")),
              "{\n  \"名\": [\n    \"县\\n\\\"\",\n    {}\n  ],\n  \"空\": [],\n  \"无\": null\n}");
}

TEST(PrintScheme, HasEveryKeyInItsOrder) {
    const auto whole = boost::json::parse(print_scheme(one_branch_scheme()));
    EXPECT_EQ(keys(whole),
              (std::vector<std::string>{"id", "name", "year", "source", "basis", "articles",
                                        "statements", "bodies", "domains", "composition", "grading",
                                        "bars", "consequences", "calendar", "settings",
                                        "conventions", "references"}));
    const auto& domain = whole.at("domains").at(0);
    EXPECT_EQ(keys(domain), (std::vector<std::string>{"id", "name", "lead", "focus", "cites",
                                                      "points", "title", "categories"}));
    const auto& clause = domain.at("categories").at(0).at("tasks").at(0).at("clauses").at(0);
    EXPECT_TRUE(clause.at("assessors").is_null());
    const auto& branch = clause.at("branches").at(0);
    EXPECT_EQ(keys(branch),
              (std::vector<std::string>{"id", "text", "effect", "basis", "points", "points_max",
                                        "percent_of_task", "per", "step", "target", "reference",
                                        "level", "cap", "cap_shared", "items", "subjects",
                                        "deadline", "partial", "value_meaning"}));
    EXPECT_EQ(branch.at("points").as_string(), "0.1");
    EXPECT_TRUE(branch.at("points_max").is_null());
    EXPECT_FALSE(branch.at("cap_shared").as_bool());
    EXPECT_EQ(branch.at("partial").as_string(), "down");
    EXPECT_TRUE(whole.at("grading").at("ordinary_band").is_null());
    EXPECT_EQ(whole.at("settings").at("rounding").at("mode").as_string(), "half_up");
}

TEST(PrintScheme, ShowsADomainWithoutATable) {
    const auto whole = boost::json::parse(print_scheme(one_branch_scheme()));
    EXPECT_TRUE(whole.at("domains").at(1).at("points").is_null());
    EXPECT_TRUE(whole.at("domains").at(1).at("categories").as_array().empty());
}

TEST(PrintScheme, ResolvesWhatAFindingsValueMeans) {
    const auto meaning = [](const scheme::Scheme& scheme) {
        const auto whole = boost::json::parse(print_scheme(scheme));
        const auto& task = whole.at("domains").at(0).at("categories").at(0).at("tasks").at(0);
        return std::string(
            task.at("clauses").at(0).at("branches").at(0).at("value_meaning").as_string());
    };
    scheme::Scheme scheme = one_branch_scheme();
    EXPECT_EQ(meaning(scheme), "gap");
    scheme.references = {{"1.1a", Decimal::whole(92), "省统计公报", {}}};
    EXPECT_EQ(meaning(scheme), "measured");
}

TEST(PrintScheme, GivesEitherACountOrADate) {
    scheme::Scheme scheme;
    scheme.calendar.terms = {
        {"a", "说明", scheme::TermUnit::days, 15, std::nullopt, "", {}},
        {"b", "确定指标", scheme::TermUnit::date, 0, "03-31", "", {}},
    };
    const auto whole = boost::json::parse(print_scheme(scheme));
    const auto& terms = whole.at("calendar").at("terms");
    EXPECT_EQ(terms.at(0).at("count").as_int64(), 15);
    EXPECT_TRUE(terms.at(0).at("month_day").is_null());
    EXPECT_TRUE(terms.at(1).at("count").is_null());
    EXPECT_EQ(terms.at(1).at("month_day").as_string(), "03-31");
}

}  // namespace
}  // namespace heng::json
