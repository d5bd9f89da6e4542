/// @file
/// An indicator table that an office has as a file, read into a draft: what it says, every doubt
/// with its cell or line, and the draft's files with it. Nothing is recorded.
#include "core/base/text.hpp"
#include "core/intake/read_table.hpp"
#include "core/view/scheme.hpp"
#include "core/view/scheme_print.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/http/api/problem.hpp"

#include <algorithm>

namespace heng::http {

namespace {

constexpr std::uint64_t file_bytes_max = 20 << 20;

/// The draft's scheme, if it is for the caller to see and has the domain.
Checked<scheme::Scheme> find_scheme(Api& api, const Caller& caller, const Request& request,
                                    const std::string& domain) {
    const int year = static_cast<int>(whole_number(request.path_value("year")).value_or(0));
    const cycle::DraftId draft{whole_number(request.path_value("record")).value_or(0)};
    return caller.desk->read([&](const app::Live& live) -> Checked<scheme::Scheme> {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, api.today(),
                                caller.who.clearance};
        const auto seen = view::draft(scope, year, draft);
        if (!seen) return tl::unexpected(seen.error());
        const scheme::Scheme& scheme = live.rulebooks.at(draft)->scheme();
        if (scheme.find_domain(domain) != nullptr) return scheme;
        std::vector<std::string> known;
        for (const scheme::Domain& one : scheme.domains) known.push_back(one.id);
        return tl::unexpected(Issues{{Code::domain_unknown, {}, {domain, join(known, ", ")}}});
    });
}

bool has_branch(const scheme::Scheme& scheme, const std::string& id) {
    for (const scheme::Table& table : scheme.tables)
        for (const scheme::Category& category : table.categories)
            for (const scheme::Task& task : category.tasks)
                for (const scheme::Clause& clause : task.clauses)
                    for (const scheme::Branch& branch : clause.branches)
                        if (branch.id == id) return true;
    return false;
}

/// Puts the table in the place of its domain's; tables stand in the order of the domains. Figures
/// for branches that are no longer there go with them.
void put_table(scheme::Scheme& scheme, const scheme::Table& table) {
    std::erase_if(scheme.tables, [&](const auto& one) { return one.domain == table.domain; });
    scheme.tables.push_back(table);
    const auto place = [&](const scheme::Table& one) { return scheme.find_domain(one.domain); };
    std::sort(scheme.tables.begin(), scheme.tables.end(),
              [&](const auto& a, const auto& b) { return place(a) < place(b); });
    std::erase_if(scheme.references,
                  [&](const scheme::Reference& one) { return !has_branch(scheme, one.branch); });
}

ledger::List print_issues(const Issues& issues) {
    ledger::List out;
    for (const Error& issue : issues) {
        ledger::Object row = print_reason(issue);
        row.add("severity", severity(issue) == Severity::error ? "error" : "warning");
        out.emplace_back(std::move(row));
    }
    return out;
}

Response read_into_draft(Api& api, OfficeParts& parts, const Request& request) {
    const auto caller = api.gate.admit_to_write(request);
    if (!caller) return problem({caller.error()});
    const std::string domain = request.query_value("domain").value_or("");
    auto scheme = find_scheme(api, *caller, request, domain);  // before anything is read
    if (!scheme) return problem_of_address(scheme.error());
    const auto source =
        parts.read_table_file(request.body, request.query_value("name").value_or(""));
    if (!source) return problem({source.error()});
    const intake::Intake intake =
        intake::read_table({*source}, {domain, intake::usual_prefix(domain)});
    put_table(*scheme, intake.table);
    const bool is_usable = !has_errors(intake.issues);
    return json_response(
        200,
        print_json(ledger::Object{
            {"categories", view::print_table(*scheme, intake.table)},
            {"domain", domain},
            {"files", is_usable ? ledger::Value(parts.scheme_files(*scheme)) : ledger::Value()},
            {"issues", print_issues(intake.issues)},
            {"title", intake.table.title}}));
}

}  // namespace

void add_table_routes(Router& router, Api& api, OfficeParts& parts) {
    router.add({Method::post, "/api/v1/years/{year}/drafts/{record}/table",
                Handler([&api, &parts](const Request& request) {
                    return read_into_draft(api, parts, request);
                }),
                file_bytes_max});
}

}  // namespace heng::http
