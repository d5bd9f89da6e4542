/// @file
/// Every case of this folder is read as labelled, and no score of it is left over: one test for
/// each file, one failure for each case.
#include "core/clause/clause_parser.hpp"

#include <gtest/gtest.h>
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

namespace heng::clause {
namespace {

namespace fs = std::filesystem;
namespace js = boost::json;

std::vector<std::string> case_files() {
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(fs::path(HENG_SOURCE_DIR) / "tests/clauses")) {
        if (entry.path().extension() == ".jsonl") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

std::string test_name(const testing::TestParamInfo<std::string>& info) {
    std::string name = fs::path(info.param).stem().string();
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

js::value text_or_null(const std::optional<Decimal>& value) {
    return value ? js::value(value->text()) : js::value(nullptr);
}
js::value text_or_null(const std::optional<std::string>& value) {
    return value ? js::value(*value) : js::value(nullptr);
}

/// A branch as the labels write it: null where it does not apply, rare fields only where they say
/// something.
js::object labelled(const scheme::Branch& branch) {
    js::object out{{"effect", name(branch.effect)},
                   {"basis", name(branch.basis)},
                   {"points", text_or_null(branch.points)},
                   {"per", text_or_null(branch.per)},
                   {"step", text_or_null(branch.step)},
                   {"target", nullptr},
                   {"reference", text_or_null(branch.reference)},
                   {"level", text_or_null(branch.level)},
                   {"cap", nullptr}};
    if (branch.target) {
        out["target"] = {{"op", name(branch.target->op)},
                         {"value", branch.target->value.text()},
                         {"unit", branch.target->unit}};
    }
    if (branch.cap) out["cap"] = branch.cap->whole_task ? "task" : branch.cap->points.text();
    if (branch.points_max) out["points_max"] = branch.points_max->text();
    if (branch.percent_of_task) out["percent_of_task"] = branch.percent_of_task->text();
    if (branch.cap_shared) out["cap_shared"] = true;
    if (branch.partial != scheme::Partial::down) out["partial"] = name(branch.partial);
    if (!branch.items.empty()) out["items"] = js::array(branch.items.begin(), branch.items.end());
    if (branch.deadline) out["deadline"] = *branch.deadline;
    return out;
}

class ClauseCases : public testing::TestWithParam<std::string> {};

TEST_P(ClauseCases, AreReadAsLabelled) {
    std::ifstream file(GetParam());
    std::string line;
    std::size_t cases = 0;
    while (std::getline(file, line)) {
        const js::object wanted = js::parse(line).as_object();
        const std::string text(wanted.at("text").as_string());
        const Reading reading = read_clause(text);
        js::array read;
        for (const scheme::Branch& branch : reading.branches) read.push_back(labelled(branch));
        for (const Doubt& doubt : reading.doubts) {
            EXPECT_NE(doubt.kind, DoubtKind::amount_unread)
                << wanted.at("id") << ' ' << text << ": " << doubt.quote;
        }
        EXPECT_EQ(js::value(read), wanted.at("branches"))
            << wanted.at("id") << ' ' << text << "\n  " << wanted.at("why");
        ++cases;
    }
    EXPECT_GT(cases, 0U);
}

INSTANTIATE_TEST_SUITE_P(Patterns, ClauseCases, testing::ValuesIn(case_files()), test_name);

}  // namespace
}  // namespace heng::clause
