#pragma once
/// @file
/// api/openapi.yaml as tests read it: which routes it names, and what it has against an answer.
#include "served_city.hpp"

#include <boost/json.hpp>
#include <set>

namespace heng::http_test {

class ApiDocument {
public:
    ApiDocument();
    ~ApiDocument();
    ApiDocument(const ApiDocument&) = delete;
    ApiDocument& operator=(const ApiDocument&) = delete;

    const boost::json::value& root() const { return root_; }
    /// `GET /api/v1/units/{unit}`, …
    std::set<std::string> operations() const;
    /// Of an operation, the choices that its parameters in the query leave, as `stage=recorded`.
    std::vector<std::string> choices(const std::string& method, const std::string& pattern) const;

    /// What the document has against this answer of the route: a status or a media type that is not
    /// documented, a body that is not as the schema says. Empty where it has nothing.
    std::string complaint(const std::string& method, const std::string& pattern,
                          const Answered& answered);
    /// The same of any JSON text by the schema of this name.
    std::string complaint_by(const std::string& schema, std::string_view text);

private:
    struct Schemas;
    const boost::json::object& operation(const std::string& method,
                                         const std::string& pattern) const;
    const boost::json::object& resolve(const boost::json::object& node) const;

    boost::json::value root_;
    std::unique_ptr<Schemas> schemas_;
    std::set<std::size_t> taken_;  ///< Hashes of texts, with their schemas, that had no fault.
};

/// The text of api/openapi.yaml.
std::string api_document_text();

}  // namespace heng::http_test
