/// @file
/// Wiring: the one place that knows every part.
#include "shell/cli/cli.hpp"
#include "shell/csv/score_tables.hpp"
#include "shell/csv/write_results.hpp"
#include "shell/json/clause_lines.hpp"
#include "shell/json/document.hpp"
#include "shell/json/issues.hpp"
#include "shell/json/print_scheme.hpp"
#include "shell/json/year.hpp"
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"
#include "shell/yaml/scheme_files.hpp"

#include <unistd.h>
#include <iostream>

namespace heng {
namespace {

Result<std::vector<csv::ResultColumn>> columns_of(const std::string& text) {
    if (text.empty()) return csv::default_columns();
    return csv::parse_columns(text);
}

Result<void> check_columns(const std::string& text) {
    return columns_of(text).map([](const auto&) {});
}

Result<void> write_results(const app::Year& year, const app::ResultRequest& request,
                           const app::RunOptions& options) {
    return columns_of(request.columns).and_then([&](const auto& columns) {
        return csv::write_results(year, columns, request.path, options);
    });
}

app::Formats all_formats() {
    app::Formats formats;
    formats.load_scheme = yaml::load_scheme;
    formats.print_scheme = yaml::print_scheme;
    formats.scheme_files = yaml::scheme_files;
    formats.read_scheme_files = yaml::read_scheme_files;
    formats.scheme_json = json::print_scheme;
    formats.issues_json = json::print_issues;
    formats.document_json = json::print_document;
    formats.read_clause_line = json::read_clause_line;
    formats.reading_json = json::print_reading;
    formats.read_year = csv::score_files;
    formats.check_columns = check_columns;
    formats.write_results = write_results;
    formats.year_json = json::print_year;
    return formats;
}

}  // namespace
}  // namespace heng

int main(int argc, char** argv) {
    std::ios::sync_with_stdio(false);
    const heng::cli::Streams streams{std::cin, std::cout, std::cerr, isatty(STDERR_FILENO) == 1};
    return heng::cli::run(argc, argv, heng::all_formats(), streams);
}
