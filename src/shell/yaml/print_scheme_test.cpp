#include "shell/yaml/print_scheme.hpp"

#include "shell/yaml/example.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/scalar.hpp"

#include <gtest/gtest.h>

namespace heng::yaml {
namespace {

TEST(PrintScalar, QuotesOnlyWhatNeedsIt) {
    EXPECT_EQ(print_scalar("县(区)党委〔%〕，每1起扣0.5分"), "县(区)党委〔%〕，每1起扣0.5分");
    EXPECT_EQ(print_scalar("1.8b"), "1.8b");
    EXPECT_EQ(print_scalar("2021-01-01"), "2021-01-01");
    EXPECT_EQ(print_scalar(">="), "'>='");
    EXPECT_EQ(print_scalar("a: b"), "'a: b'");
    EXPECT_EQ(print_scalar("it's #1"), "'it''s #1'");
    EXPECT_EQ(print_scalar(" a"), "' a'");
    EXPECT_EQ(print_scalar(""), "''");
    EXPECT_EQ(print_scalar("a\n\tb\x01"), R"("a\n\tb\x01")");
    EXPECT_EQ(print_scalar("\xE2\x80\xA8"), R"("\u2028")");
    for (const char* text :
         {"no", "True", "~", "null", "12", "-0.5", "1e3", "1_000", "0x1F", ".inf", "1.8", "+.5"}) {
        EXPECT_EQ(print_scalar(text), "'" + std::string(text) + "'");
    }
}

TEST(PrintLiteral, KeepsLines) {
    EXPECT_EQ(print_literal("一\n\n二\n", 2), "|\n  一\n\n  二");
    EXPECT_EQ(print_literal("一\n二", 2), "|-\n  一\n  二");
    EXPECT_FALSE(fits_literal("一行"));
    for (const char* text :
         {"一行\n", "一\n 二", "一 \n二", "一\n二\n\n", "\n一", "\n", "\n\n", ""}) {
        EXPECT_EQ(fits_literal(text), text == std::string("一行\n")) << text;
    }
}

TEST(PrintScheme, WritesAsAPersonWould) {
    const auto scheme = load_scheme_text("s.yaml", minimal_text);
    ASSERT_TRUE(scheme.has_value());
    const auto files = print_scheme(*scheme);
    ASSERT_EQ(files.size(), 2U);
    EXPECT_EQ(files.at("scheme.yaml"), R"(scheme:
  id: small
  name: 小方案
  year: 2021

domains:
  - id: county
    name: 县(区)

composition:
  indicators_percent: 80
  review_percent: 20
  indicators_full: 100
  review_full: 100

grading:
  quota_percent: 30
  quota_rounding: down
  freed_place: decision
  candidate_band: 0
  fraud_lowers_by: 1

settings:
  floor: task
  partial: down
  same_case: highest
  rounding: {places: 2, mode: half_up}
)");
    EXPECT_EQ(files.at("tables/county.yaml"), R"(table:
  domain: county
  points: 2
  categories:
    - no: 一
      name: 政治建设
      points: 2
      tasks:
        - no: （一）
          name: 学习
          points: 2
          clauses:
            - no: 1
              text: 未制定年度学习计划的，扣2分。
              branches:
                - {id: 1.1a, basis: once, points: 2}
)");
}

TEST(PrintScheme, PrintsAFullSchemeAsItIsWritten) {
    const auto scheme = load_scheme_text("s.yaml", full_text);
    ASSERT_TRUE(scheme.has_value());
    const auto files = print_scheme(*scheme);
    ASSERT_EQ(files.size(), 5U);
    EXPECT_EQ(files.at("scheme.yaml") + '\n' + files.at("articles.yaml") + '\n' +
                  files.at("statements.yaml") + '\n' + files.at("bodies.yaml") + '\n' +
                  files.at("tables/county.yaml"),
              full_text);
}

TEST(PrintScheme, NamesTableFilesSafely) {
    scheme::Scheme scheme;
    for (const char* domain : {"../x", "a/b", "a/b", ""}) {
        scheme::Table table;
        table.domain = domain;
        scheme.tables.push_back(table);
    }
    const auto files = print_scheme(scheme);
    for (const char* name :
         {"tables/_.._x.yaml", "tables/a_b.yaml", "tables/a_b_.yaml", "tables/_.yaml"}) {
        EXPECT_TRUE(files.contains(name)) << name;
    }
}

}  // namespace
}  // namespace heng::yaml
