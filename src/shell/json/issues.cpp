#include "shell/json/issues.hpp"

#include <algorithm>
#include <boost/json.hpp>

namespace heng::json {

namespace {

boost::json::value position(std::size_t number) {
    return number == 0 ? boost::json::value(nullptr) : boost::json::value(number);
}

boost::json::object issue_json(const Error& issue, Language language) {
    const CatalogueEntry& known = entry(issue.code);
    return {{"severity", known.severity == Severity::error ? "error" : "warning"},
            {"code", known.id},
            {"file", issue.place.file},
            {"line", position(issue.place.line)},
            {"column", position(issue.place.column)},
            {"item", issue.place.item},
            {"message", message(issue, language)},
            {"remedy", remedy(issue, language)}};
}

}  // namespace

std::string print_issues(const Issues& issues, Language language) {
    const auto errors = std::count_if(issues.begin(), issues.end(), [](const Error& issue) {
        return severity(issue) == Severity::error;
    });
    boost::json::array list;
    for (const Error& issue : issues) list.push_back(issue_json(issue, language));
    const boost::json::object whole{
        {"errors", errors},
        {"warnings", static_cast<std::ptrdiff_t>(issues.size()) - errors},
        {"issues", std::move(list)}};
    return boost::json::serialize(whole);
}

}  // namespace heng::json
