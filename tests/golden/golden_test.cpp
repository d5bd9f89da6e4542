/// @file
/// Golden stories: a scheme, its units and their findings, and what an official worked out by hand.
/// One test for each folder; README.md describes the files. HENG_GOLDEN=accept rewrites what
/// differs.
#include "story.hpp"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace heng::golden {
namespace {

namespace fs = std::filesystem;

const fs::path stories = fs::path(HENG_SOURCE_DIR) / "tests/golden";

std::vector<std::string> folders() {
    std::vector<std::string> out;
    for (const auto& entry : fs::recursive_directory_iterator(stories)) {
        if (entry.path().filename() != "expected.yaml") continue;
        out.push_back(fs::relative(entry.path().parent_path(), stories).string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = info.param;
    std::replace_if(
        name.begin(), name.end(), [](char c) { return c == '-' || c == '/'; }, '_');
    return name;
}

std::string text_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The story in front is kept word for word; what follows is what the program says.
void accept(const fs::path& path, const Lines& lines) {
    const std::string old = text_of(path);
    std::string story;
    std::istringstream in(old);
    for (std::string line; std::getline(in, line);) {
        if (line == "units:" || line == "findings:" || line == "issues:") break;
        story += line + "\n";
    }
    std::ofstream out(path, std::ios::binary);
    out << (story.empty() ? "story: 待写\n" : story);
    std::string section;
    for (const Line& line : lines) {
        if (line.section != section) out << line.section << ":\n";
        section = line.section;
        out << "  - " << print(line) << "\n";
    }
}

Lines expected_lines(const YAML::Node& expected) {
    Lines lines;
    for (const std::string section : {"units", "findings", "issues"}) {
        for (const YAML::Node& item : expected[section]) {
            Line line{section, {}};
            for (const auto& field : item) {
                std::string value;
                if (field.second.IsSequence()) {
                    for (const YAML::Node& one : field.second) {
                        value += (value.empty() ? "" : ", ") + one.as<std::string>();
                    }
                    value = "[" + value + "]";
                } else {
                    value = field.second.as<std::string>();
                }
                line.fields.emplace_back(field.first.as<std::string>(), value);
            }
            lines.push_back(std::move(line));
        }
    }
    return lines;
}

/// The lines of each side that the other lacks, in order.
std::string difference(const Lines& expected, const Lines& actual) {
    std::string text;
    const auto report = [&](const Lines& from, const Lines& in, const std::string& sign) {
        for (const Line& line : from) {
            if (std::find(in.begin(), in.end(), line) != in.end()) continue;
            text += sign + line.section + ": " + print(line) + "\n";
        }
    };
    report(expected, actual, "应为 expected  ");
    report(actual, expected, "实为 computed  ");
    if (text.empty() && expected != actual) text = "the lines stand in another order\n";
    return text;
}

class Golden : public testing::TestWithParam<std::string> {};

TEST_P(Golden, StoryComesTrue) {
    const fs::path folder = stories / GetParam();
    const fs::path path = folder / "expected.yaml";
    const Lines actual = tell(folder);
    const YAML::Node file = fs::exists(path) ? YAML::LoadFile(path.string()) : YAML::Node();
    const Lines expected = expected_lines(file);
    const std::string different = difference(expected, actual);
    const char* const mode = std::getenv("HENG_GOLDEN");
    if (!different.empty() && mode != nullptr && std::string_view(mode) == "accept") {
        accept(path, actual);
        return;
    }
    EXPECT_TRUE(different.empty()) << path.string() << "\n" << different;
    EXPECT_FALSE(file["story"].as<std::string>("").empty()) << "a story tells what happened";
}

INSTANTIATE_TEST_SUITE_P(Stories, Golden, testing::ValuesIn(folders()), test_name);

}  // namespace
}  // namespace heng::golden
