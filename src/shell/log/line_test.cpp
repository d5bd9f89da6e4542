/// ASVS 7.3.1: whatever is put into a record, it stays one line and says what was put in.
#include "shell/log/line.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <boost/json.hpp>

#include <algorithm>

namespace heng::log {
namespace {

using app::LogLevel;

const ledger::Instant noon{std::chrono::sys_days(std::chrono::year(2026) / 11 / 26) +
                           std::chrono::hours(12)};

TEST(LogLine, IsJson) {
    EXPECT_EQ(json_line(noon, LogLevel::warning, "sign-in refused",
                        {{"account", "张三"}, {"count", 3}, {"locked", true}}),
              "{\"time\":\"2026-11-26T12:00:00.000000Z\",\"level\":\"warning\","
              "\"what\":\"sign-in refused\",\"account\":\"张三\",\"count\":3,\"locked\":true}\n");
}

TEST(LogLine, IsTextForATerminal) {
    EXPECT_EQ(text_line(noon, LogLevel::info, "request", {{"path", "/a\nb"}, {"status", 200}}),
              "2026-11-26T12:00:00.000000Z info request path=\"/a\\u000ab\" status=200\n");
}

TEST(LogLine, CannotBeForged) {
    for (const char* const value :
         {"a\n{\"level\":\"error\"}", "a\r\nb", "\x1b[2J\x1b]0;title\x07", "\xe2\x80\xa8",
          "\xe2\x80\xae txt.exe", "\xe2\x81\xa6", "\xd8\x9c", "\xc2\x85",
          "\xc2\x9b"
          "31m",
          "\xef\xbb\xbf", "\xf3\xa0\x81\x81", "\x7f", "\xff\xfe", "\xe2\x80\x8b"}) {
        for (const auto print : {json_line, text_line}) {
            const std::string line = print(noon, LogLevel::info, value, {{value, value}});
            EXPECT_EQ(std::count(line.begin(), line.end(), '\n'), 1) << line;
            EXPECT_EQ(line.back(), '\n');
            EXPECT_EQ(line.find(value), std::string::npos) << line;
            EXPECT_TRUE(std::all_of(line.begin(), line.end() - 1, [](char c) {
                return c >= 0x20 && c < 0x7F;
            })) << line;
        }
    }
}

TEST(LogLine, CutsWhatIsTooLong) {
    const std::string line = print_quoted(std::string(value_bytes_max, 'a') + "b");
    EXPECT_EQ(line, '"' + std::string(value_bytes_max, 'a') + "…\"");
    EXPECT_EQ(print_quoted(std::string(value_bytes_max - 1, 'a') + "市"),
              '"' + std::string(value_bytes_max - 1, 'a') + "…\"")
        << "characters stay whole";
}

RC_GTEST_PROP(LogLine, KeepsEveryTextAsOneLineOfJson, (const std::string& text)) {
    const std::string line = json_line(noon, LogLevel::info, "x", {{"value", text}});
    RC_ASSERT(std::count(line.begin(), line.end(), '\n') == 1);
    RC_ASSERT(std::none_of(line.begin(), line.end() - 1,
                           [](char c) { return static_cast<unsigned char>(c) < 0x20; }));
    const auto value = boost::json::parse(line);
    const bool is_ascii = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0; });
    if (is_ascii) RC_ASSERT(value.at("value").as_string() == text);
}

}  // namespace
}  // namespace heng::log
