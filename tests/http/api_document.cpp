// valijson's patterns are std::regex, in which g++ 12 with sanitizers sees values that are not set
// (PR 105562).
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC diagnostic ignored "-Wmaybe-uninitialized"
#endif

#include "api_document.hpp"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <valijson/adapters/boost_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

namespace heng::http_test {

namespace json = boost::json;

namespace {

/// A plain scalar as the core schema of YAML 1.2 resolves it.
json::value scalar_json(const std::string& text) {
    json::error_code failure;
    const json::value parsed = json::parse(text, failure);
    if (failure || parsed.is_string() || parsed.is_structured()) return json::string(text);
    return parsed;
}

json::value json_of(const YAML::Node& node) {
    if (node.IsMap()) {
        json::object object;
        for (const auto& entry : node) object[entry.first.Scalar()] = json_of(entry.second);
        return object;
    }
    if (node.IsSequence()) {
        json::array array;
        for (const auto& item : node) array.push_back(json_of(item));
        return array;
    }
    if (node.IsNull()) return nullptr;
    const bool is_plain = node.Tag() == "?";
    return is_plain ? scalar_json(node.Scalar()) : json::string(node.Scalar());
}

/// Without `format`, for which valijson makes a pattern anew at every value; the document's own
/// patterns say the same.
json::value without_formats(const json::value& node) {
    if (const json::array* const array = node.if_array()) {
        json::array out;
        for (const json::value& item : *array) out.push_back(without_formats(item));
        return out;
    }
    const json::object* const object = node.if_object();
    if (object == nullptr) return node;
    json::object out;
    for (const auto& [key, value] : *object)
        if (key != "format" || !value.is_string()) out[key] = without_formats(value);
    return out;
}

/// `get` of the document for `GET` of a request.
std::string lower(const std::string& text) {
    std::string out = text;
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

std::string upper(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return out;
}

/// Of `application/json; charset=utf-8`, the first part.
std::string media_type_of(const std::string& field) {
    return field.substr(0, field.find(';'));
}

std::string print(valijson::ValidationResults& results) {
    std::string out;
    for (valijson::ValidationResults::Error error; results.popError(error);) {
        out += "\n ";
        for (const std::string& step : error.context) out += step;
        out += ' ' + error.description;
    }
    return out.substr(0, 2'000);
}

}  // namespace

/// Compiled when they are first needed, by their names.
struct ApiDocument::Schemas {
    std::map<std::string, std::unique_ptr<valijson::Schema>> by_name;

    const valijson::Schema& find(const json::value& root, const std::string& name) {
        auto& place = by_name[name];
        if (place) return *place;
        const json::object document{
            {"allOf", json::array{json::object{{"$ref", "#/components/schemas/" + name}}}},
            {"components", without_formats(root.at("components"))}};
        const json::value whole(document);
        place = std::make_unique<valijson::Schema>();
        const valijson::adapters::BoostJsonAdapter adapter(whole);
        valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(adapter, *place);
        return *place;
    }
};

std::string api_document_text() {
    std::ostringstream text;
    text << std::ifstream(HENG_SOURCE_DIR "/api/openapi.yaml", std::ios::binary).rdbuf();
    return text.str();
}

ApiDocument::ApiDocument()
    : root_(json_of(YAML::Load(api_document_text()))), schemas_(std::make_unique<Schemas>()) {}

ApiDocument::~ApiDocument() = default;

std::set<std::string> ApiDocument::operations() const {
    std::set<std::string> out;
    for (const auto& [path, methods] : root_.at("paths").as_object())
        for (const auto& [method, operation] : methods.as_object())
            out.insert(upper(method) + ' ' + std::string(path));
    return out;
}

const json::object& ApiDocument::operation(const std::string& method,
                                           const std::string& pattern) const {
    return root_.at("paths").at(pattern).at(lower(method)).as_object();
}

/// What a `$ref` stands for, or the node itself.
const json::object& ApiDocument::resolve(const json::object& node) const {
    const json::value* const ref = node.if_contains("$ref");
    if (ref == nullptr) return node;
    return root_.at_pointer(ref->as_string().subview(1)).as_object();
}

std::vector<std::string> ApiDocument::choices(const std::string& method,
                                              const std::string& pattern) const {
    std::vector<std::string> out;
    const json::value* const all = operation(method, pattern).if_contains("parameters");
    if (all == nullptr) return out;
    for (const json::value& one : all->as_array()) {
        const json::object& parameter = resolve(one.as_object());
        const json::value* const choices =
            resolve(parameter.at("schema").as_object()).if_contains("enum");
        if (parameter.at("in") != "query" || choices == nullptr) continue;
        for (const json::value& choice : choices->as_array())
            out.push_back(json::value_to<std::string>(parameter.at("name")) + '=' +
                          json::value_to<std::string>(choice));
    }
    return out;
}

std::string ApiDocument::complaint(const std::string& method, const std::string& pattern,
                                   const Answered& answered) {
    const std::string status = std::to_string(answered.status);
    const json::object& responses = operation(method, pattern).at("responses").as_object();
    const json::value* const found = responses.if_contains(status);
    if (found == nullptr) return "status " + status + " is not documented: " + answered.body;
    const json::value* const contents = resolve(found->as_object()).if_contains("content");
    if (contents == nullptr) return answered.body.empty() ? "" : "a body is not documented";
    const std::string type = media_type_of(answered.field("Content-Type"));
    for (const auto& [documented, content] : contents->as_object()) {
        if (media_type_of(documented) != type) continue;
        const json::object& schema = content.at("schema").as_object();
        const json::value* const ref = schema.if_contains("$ref");
        if (ref == nullptr) return "";
        const std::string name = json::value_to<std::string>(*ref);
        return complaint_by(name.substr(name.rfind('/') + 1), answered.body);
    }
    return "the type " + type + " is not documented for " + status;
}

std::string ApiDocument::complaint_by(const std::string& schema, std::string_view text) {
    const std::size_t hash = std::hash<std::string>{}(schema + '\n' + std::string(text));
    if (taken_.contains(hash)) return "";
    json::error_code failure;
    const json::value body = json::parse(text, failure);
    if (failure) return "no JSON: " + std::string(text.substr(0, 200));
    const valijson::adapters::BoostJsonAdapter adapter(body);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schemas_->find(root_, schema), adapter, &results)) {
        taken_.insert(hash);
        return "";
    }
    return "not " + schema + ':' + print(results);
}

}  // namespace heng::http_test
