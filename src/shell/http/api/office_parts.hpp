#pragma once
/// @file
/// Files of offices over HTTP: tables that come in, papers and books that go out; and what their
/// routes work with.
#include "app/papers.hpp"
#include "core/intake/grid.hpp"
#include "core/report/book.hpp"
#include "core/scheme/scheme.hpp"
#include "shell/http/api/api.hpp"

#include <functional>
#include <string>
#include <string_view>

namespace heng::http {

/// The file formats as plain functions; main fills them. All of it must outlive the router.
struct OfficeParts {
    /// A docx, xlsx, csv, tsv or txt file; its name tells the type where its bytes do not.
    /// @returns its tables or its text, or why it is refused.
    std::function<Result<intake::Source>(std::string_view bytes, const std::string& name)>
        read_table_file;
    /// A scheme as the files that `consolidate_indicators` takes.
    std::function<ledger::Object(const scheme::Scheme&)> scheme_files;
    app::PaperFormats papers;
    paper::Template form;
    /// The bytes of an XLSX file.
    std::function<Result<std::string>(const report::Book&)> print_book;
    /// The signed text of a tenant's bundle.
    std::function<Checked<std::string>(const std::string& tenant)> write_bundle;
};

void add_draft_edit_routes(Router& router, Api& api, OfficeParts& parts);
void add_paper_routes(Router& router, Api& api, OfficeParts& parts);
void add_book_routes(Router& router, Api& api, OfficeParts& parts);
void add_bundle_route(Router& router, Api& api, OfficeParts& parts);

inline void add_office_routes(Router& router, Api& api, OfficeParts& parts) {
    add_draft_edit_routes(router, api, parts);
    add_paper_routes(router, api, parts);
    add_book_routes(router, api, parts);
    add_bundle_route(router, api, parts);
}

/// A file to be saved under this name.
Response as_file(std::string bytes, std::string_view type, const std::string& name);

}  // namespace heng::http
