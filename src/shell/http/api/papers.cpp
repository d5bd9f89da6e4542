/// @file
/// Issued documents as files: what `…/documents` lists, as DOCX or PDF, made from the ledger as it
/// stood when the document was issued (DOC-19).
#include "core/view/documents.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

/// 3.docx
struct FileName {
    std::int64_t no = 0;
    app::PaperFormat format = app::PaperFormat::docx;
};

std::optional<FileName> parse_file_name(std::string_view text) {
    const std::size_t dot = text.rfind('.');
    const auto no = whole_number(text.substr(0, dot));
    const std::string_view ending = dot == text.npos ? "" : text.substr(dot);
    if (!no || *no < 1 || (ending != ".docx" && ending != ".pdf")) return std::nullopt;
    return FileName{*no, ending == ".pdf" ? app::PaperFormat::pdf : app::PaperFormat::docx};
}

/// Whether the caller is shown the document in the list.
bool is_listed(const view::Scope& scope, int year, const std::string& id) {
    const auto all = view::documents(scope, year);
    if (!all) return false;
    for (const ledger::Value& one : *all->list())
        if (*one.object()->find("id")->text() == id) return true;
    return false;
}

/// The document, or `document_absent`, also where it is not for the caller.
Result<cycle::Document> find_seen(const Api& api, const Caller& caller,
                                  const app::DocumentName& name) {
    return caller.desk->read([&](const app::Live& live) -> Result<cycle::Document> {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, api.today(),
                                caller.who.clearance};
        const std::string id = name.issuer + '/' + std::to_string(name.no);
        if (!is_listed(scope, name.year, id)) return refuse(Code::document_absent, {}, {id});
        return app::find_document(live.state, name).map([](const auto* found) { return *found; });
    });
}

Response hand_out(Api& api, OfficeParts& parts, const Caller& caller, const Request& request) {
    const auto file = parse_file_name(request.path_value("file"));
    const auto year = whole_number(request.path_value("year")).value_or(0);
    if (!file) return problem(Code::resource_unknown);
    const app::DocumentName name{static_cast<int>(year), std::string(request.path_value("issuer")),
                                 file->no};
    const auto document = find_seen(api, caller, name);
    if (!document) return problem({document.error()});
    const bool is_unit = caller.actor.as == cycle::Capacity::unit;
    const auto paper =
        app::issued_paper(api.store, caller.who.tenant, api.readers, name.year, *document,
                          parts.form, is_unit ? std::string_view(caller.actor.of) : "");
    if (!paper) return problem(paper.error());
    auto printed = app::print_paper(parts.papers, *paper, parts.form, file->format);
    if (!printed) return problem(printed.error());
    return as_file(std::move(printed->bytes), printed->type, printed->name);
}

}  // namespace

void add_paper_routes(Router& router, Api& api, OfficeParts& parts) {
    router.add({Method::get, "/api/v1/years/{year}/documents/{issuer}/{file}",
                reading(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return hand_out(api, parts, caller, request);
                })});
}

}  // namespace heng::http
