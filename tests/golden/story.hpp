#pragma once
/// @file
/// One golden story: its folder in, the lines of its expected.yaml out.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace heng::golden {

/// One item of a list in expected.yaml: a unit, a finding or an issue.
struct Line {
    std::string section;
    std::vector<std::pair<std::string, std::string>> fields;
    bool operator==(const Line&) const = default;
};
using Lines = std::vector<Line>;

/// `{unit: 甲县, rank: 1}`
std::string print(const Line& line);

/// What the program makes of scheme.yaml, units.csv, findings.csv and, if there, decisions.csv. A
/// scheme with errors gives its issues and nothing else. Tables that do not fit the scheme throw.
Lines tell(const std::filesystem::path& folder);

}  // namespace heng::golden
