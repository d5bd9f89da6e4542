/// @file
/// schemes/scheme.schema.json describes what the loader takes: both accept the shipped schemes, and
/// both refuse the same mistakes.

// valijson's patterns are std::regex, in which g++ 12 with sanitizers sees values that are not set
// (PR 105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "shell/yaml/example.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"

#include <gtest/gtest.h>
#include <yaml-cpp/yaml.h>

#include <boost/json.hpp>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace heng::yaml {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ostringstream text;
    text << std::ifstream(path, std::ios::binary).rdbuf();
    return text.str();
}

/// A plain scalar as the core schema of YAML 1.2 resolves it, which is what editors do: what JSON
/// takes for a number, a flag or null, and text otherwise.
boost::json::value scalar_json(const std::string& text) {
    boost::json::error_code failure;
    const boost::json::value parsed = boost::json::parse(text, failure);
    if (failure || parsed.is_string() || parsed.is_structured()) return boost::json::string(text);
    return parsed;
}

boost::json::value json_of(const YAML::Node& node) {
    if (node.IsMap()) {
        boost::json::object object;
        for (const auto& entry : node) object[entry.first.Scalar()] = json_of(entry.second);
        return object;
    }
    if (node.IsSequence()) {
        boost::json::array array;
        for (const auto& item : node) array.push_back(json_of(item));
        return array;
    }
    if (node.IsNull()) return nullptr;
    const bool is_plain = node.Tag() == "?";
    return is_plain ? scalar_json(node.Scalar()) : boost::json::string(node.Scalar());
}

class SchemaTest : public testing::Test {
protected:
    SchemaTest() {
        const auto source =
            boost::json::parse(read_file(HENG_SOURCE_DIR "/schemes/scheme.schema.json"));
        const valijson::adapters::BoostJsonAdapter adapter(source);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, schema_);
    }

    /// What the schema has against `yaml`; empty where it accepts it.
    std::string complaint(const std::string& yaml) {
        const boost::json::value document = json_of(YAML::Load(yaml));
        const valijson::adapters::BoostJsonAdapter adapter(document);
        valijson::Validator validator;
        valijson::ValidationResults results;
        if (validator.validate(schema_, adapter, &results)) return "";
        std::string out = "refused";
        for (valijson::ValidationResults::Error error; results.popError(error);) {
            out += "\n ";
            for (const std::string& step : error.context) out += step;
            out += ' ' + error.description;
        }
        return out;
    }

private:
    valijson::Schema schema_;
};

TEST_F(SchemaTest, AcceptsEveryShippedFile) {
    std::size_t files = 0;
    for (const auto& entry : fs::recursive_directory_iterator(HENG_SOURCE_DIR "/schemes")) {
        if (entry.path().extension() != ".yaml") continue;
        EXPECT_EQ(complaint(read_file(entry.path())), "") << entry.path();
        ++files;
    }
    EXPECT_GT(files, 0U);
}

TEST_F(SchemaTest, AcceptsWhatThePrinterWrites) {
    for (const std::string& text : {minimal_text, full_text}) {
        EXPECT_EQ(complaint(text), "");
        const auto scheme = load_scheme_text("s.yaml", text);
        ASSERT_TRUE(scheme.has_value());
        for (const auto& [name, file] : print_scheme(*scheme)) {
            EXPECT_EQ(complaint(file), "") << name;
        }
    }
}

TEST_F(SchemaTest, RefusesWhatTheLoaderRefuses) {
    const std::vector<std::pair<std::string, std::string>> mistakes{
        {"id: full", "identity: full"},
        {"id: full", "id: ''"},
        {"name: 某某市党建工作成效考核", "name: [某某市]"},
        {"year: 2021", "year: 20.21"},
        {"complete: false", "complete: no"},
        {"quota_percent: 30", "quota: 30"},
        {"quota_rounding: down", "quota_rounding: below"},
        {"freed_place: next", "freed_place: ~"},
        {"best: 一般", "best: 中等"},
        {"grades: [一般, 差]", "grades: 差"},
        {"unit: days", "unit: date"},
        {"month_day: 03-31", "month_day: 3-31"},
        {"- 2021-01-01", "- 2021/01/01"},
        {"rounding: {places: 1, mode: down}", "rounding: {places: 5}"},
        {"rounding: {places: 1, mode: down}", "rounding: never"},
        {"value: 92.5", "value: 九十二"},
        {"roles: [coordinator, lead]", "roles: [chief]"},
        {"points: 0.1", "points: '0.1分'"},
        {"op: '>='", "op: '='"},
        {"cap: task", "cap: all"},
        {"cap_shared: true", "cap_shared: 'true!'"},
        {"basis: each", "basis: every"},
        {"items: [A, B]", "items: A"},
        {"id: 1.1a, ", ""},
        {"reason: 条文未写明单位", "why: 条文未写明单位"},
    };
    for (const auto& [right, wrong] : mistakes) {
        std::string text = full_text;
        const auto at = text.find(right);
        ASSERT_NE(at, std::string::npos) << right;
        text.replace(at, right.size(), wrong);
        EXPECT_NE(complaint(text), "") << wrong;
        EXPECT_FALSE(load_scheme_text("s.yaml", text).has_value()) << wrong;
    }
}

}  // namespace
}  // namespace heng::yaml
