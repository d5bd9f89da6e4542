/// @file
/// What a file says of a clause against what its text says.
#include "app/check_scheme.hpp"
#include "core/scheme/check_sample.hpp"

#include <gtest/gtest.h>

namespace heng::app {
namespace {

using namespace scheme::sample;

/// Codes and places of the issues about readings.
std::vector<std::string> readings(const scheme::Scheme& scheme) {
    std::vector<std::string> out;
    for (const Error& issue : check_scheme(scheme)) {
        const std::string code(entry(issue.code).id);
        if (!code.starts_with("reading_") && !code.starts_with("override_")) continue;
        out.push_back(code + ' ' + print(issue.place));
    }
    return out;
}

using Lines = std::vector<std::string>;

TEST(CheckScheme, IsContentWhereFileAndTextAgree) {
    EXPECT_EQ(readings(scheme::sample::scheme()), Lines{});
}

TEST(CheckScheme, SaysWhereTheFileDiffersFromTheText) {
    scheme::Scheme changed = scheme::sample::scheme();
    flat_branch(changed).points = dec("3");
    EXPECT_EQ(readings(changed), Lines{"reading_differs table.yaml:4 (一)1"});
    first_clause(changed).reading_override = scheme::Override{"附件另有规定"};
    EXPECT_EQ(readings(changed), Lines{"reading_overridden table.yaml:4 (一)1"});
}

TEST(CheckScheme, WantsNoReasonForADifferenceThatIsNone) {
    scheme::Scheme changed = scheme::sample::scheme();
    first_clause(changed).reading_override = scheme::Override{"附件另有规定"};
    EXPECT_EQ(readings(changed), Lines{"override_needless table.yaml:4 (一)1"});
}

TEST(CheckScheme, PassesOnTheDoubtsOfTheReader) {
    scheme::Scheme changed = scheme::sample::scheme();
    scheme::Clause& clause = first_clause(changed);
    clause.text = "无年度方案的,酌情扣分";
    clause.branches[0].text = clause.text;
    clause.branches[0].points = std::nullopt;
    const Lines found = readings(changed);
    EXPECT_EQ(found, Lines{"reading_doubtful table.yaml:4 (一)1"});
    for (const Error& issue : check_scheme(changed)) {
        if (issue.code != Code::reading_doubtful) continue;
        EXPECT_NE(message(issue, Language::zh).find("由人确定"), std::string::npos);
        EXPECT_NE(message(issue, Language::en).find("a person must decide"), std::string::npos);
    }
}

}  // namespace
}  // namespace heng::app
