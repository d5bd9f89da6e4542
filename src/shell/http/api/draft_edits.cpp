/// @file
/// A draft as it would be: with some clauses worded anew, with a table that an office has as a
/// file, or with the days off of another year. What comes of it can be compared, tried and
/// consolidated. Nothing is recorded.
#include "app/check_scheme.hpp"
#include "core/base/text.hpp"
#include "core/intake/read_table.hpp"
#include "core/view/days_off.hpp"
#include "core/view/rewording.hpp"
#include "core/view/scheme.hpp"
#include "core/view/scheme_print.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/office_parts.hpp"
#include "shell/http/api/problem.hpp"

#include <algorithm>

namespace heng::http {

namespace {

constexpr std::uint64_t file_bytes_max = 20 << 20;

constexpr act::Field reworded_row[] = {
    {"domain", act::Kind::id, act::Need::required, "领域", "domain"},
    {"task", act::Kind::id, act::Need::required, "基本任务", "task"},
    {"clause", act::Kind::id, act::Need::required, "细则序号", "clause"},
    {"text", act::Kind::text, act::Need::optional, "细则文字", "text"},
};
constexpr act::Field reworded_fields[] = {
    {"clauses", act::Kind::rows, act::Need::required, "细则", "clauses", {}, reworded_row},
};

constexpr act::Field days_off_fields[] = {
    {"holidays", act::Kind::texts, act::Need::required, "法定节假日", "holidays"},
    {"working_weekends", act::Kind::texts, act::Need::required, "调休上班日", "working_weekends"},
};

cycle::DraftId draft_of(const Request& request) {
    return {whole_number(request.path_value("record")).value_or(0)};
}

/// The draft's scheme, if it is for the caller to see, who then has read it.
Checked<scheme::Scheme> find_scheme(Api& api, const Caller& caller, const Request& request) {
    const int year = static_cast<int>(whole_number(request.path_value("year")).value_or(0));
    auto scheme = caller.desk->read([&](const app::Live& live) {
        const view::Scope scope{live.state, live.rulebooks, caller.actor, api.today(),
                                caller.who.clearance};
        return view::draft_scheme(scope, year, draft_of(request));
    });
    if (!scheme) return scheme;
    if (const auto noted = note_confidential(api, caller, request); !noted)
        return tl::unexpected(Issues{noted.error()});
    return scheme;
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

/// Figures for branches that are no longer there go with them.
ledger::Object files_of(const OfficeParts& parts, scheme::Scheme scheme) {
    std::erase_if(scheme.references,
                  [&](const scheme::Reference& one) { return !has_branch(scheme, one.branch); });
    return parts.scheme_files(scheme);
}

/// Puts the table in the place of its domain's; tables stand in the order of the domains.
void put_table(scheme::Scheme& scheme, const scheme::Table& table) {
    std::erase_if(scheme.tables, [&](const auto& one) { return one.domain == table.domain; });
    scheme.tables.push_back(table);
    const auto place = [&](const scheme::Table& one) { return scheme.find_domain(one.domain); };
    std::sort(scheme.tables.begin(), scheme.tables.end(),
              [&](const auto& a, const auto& b) { return place(a) < place(b); });
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

/// The same with the file that each is in, and the domain whose table that file holds: (一)1 stands
/// in every one of them.
ledger::List print_issues_of(const scheme::Scheme& scheme) {
    const Issues issues = app::check_scheme(scheme);
    ledger::List out = print_issues(issues);
    for (std::size_t i = 0; i < issues.size(); ++i) {
        const std::string& file = issues[i].place.file;
        if (file.empty()) continue;
        ledger::Object row = *out[i].object();
        row.add("file", file);
        for (const scheme::Table& table : scheme.tables)
            if (table.at.file == file)
                if (const auto* const domain = scheme.find_domain(table.domain))
                    row.add("domain_name", domain->name);
        out[i] = std::move(row);
    }
    return out;
}

Result<void> check_domain(const scheme::Scheme& scheme, const std::string& domain) {
    if (scheme.find_domain(domain) != nullptr) return {};
    std::vector<std::string> known;
    for (const scheme::Domain& one : scheme.domains) known.push_back(one.id);
    return refuse(Code::domain_unknown, {}, {domain, join(known, ", ")});
}

/// What `heng check` says of the draft: errors, and what its regulation leaves open.
Response check(Api& api, const Caller& caller, const Request& request) {
    const auto scheme = find_scheme(api, caller, request);
    if (!scheme) return problem_of_address(scheme.error());
    return json_response(200, print_json(ledger::Object{{"id", draft_of(request).seq},
                                                        {"issues", print_issues_of(*scheme)}}));
}

/// Answers with the draft as `change` makes it of a body that has these fields.
Response edit(Api& api, OfficeParts& parts, const Request& request,
              std::span<const act::Field> fields,
              Issues (*change)(scheme::Scheme&, const act::Fields&)) {
    const auto caller = api.gate.admit_to_write(request);
    if (!caller) return problem({caller.error()});
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    if (const Issues issues = act::check_fields(fields, *body); !issues.empty())
        return problem(issues);
    auto scheme = find_scheme(api, *caller, request);
    if (!scheme) return problem_of_address(scheme.error());
    if (const Issues issues = change(*scheme, act::Fields(*body)); !issues.empty())
        return problem(issues);
    return json_response(
        200, print_json(ledger::Object{{"id", draft_of(request).seq},
                                       {"files", files_of(parts, std::move(*scheme))}}));
}

Issues reword(scheme::Scheme& scheme, const act::Fields& in) {
    std::vector<view::Rewording> wanted;
    for (const act::Fields& row : in.rows("clauses"))
        wanted.push_back(
            {row.text("domain"), row.text("task"), row.text("clause"), row.text_or_empty("text")});
    return view::reword(scheme, wanted);
}

Issues set_days_off(scheme::Scheme& scheme, const act::Fields& in) {
    return view::set_days_off(scheme, {in.texts("holidays"), in.texts("working_weekends")});
}

Response read_into_draft(Api& api, OfficeParts& parts, const Request& request) {
    const auto caller = api.gate.admit_to_write(request);
    if (!caller) return problem({caller.error()});
    const std::string domain = request.query_value("domain").value_or("");
    auto scheme = find_scheme(api, *caller, request);  // before anything is read
    if (!scheme) return problem_of_address(scheme.error());
    if (const auto known = check_domain(*scheme, domain); !known) return problem({known.error()});
    const auto number = whole_number(request.query_value("table").value_or("1"));
    if (!number || *number < 1)
        return problem(Code::argument_unusable,
                       {"table", request.query_value("table").value_or(""), "1, 2, 3, …"});
    const auto source =
        parts.read_table_file(request.body, request.query_value("name").value_or(""));
    if (!source) return problem({source.error()});
    const intake::Intake intake = intake::read_table(
        {*source}, {domain, intake::usual_prefix(domain), static_cast<std::size_t>(*number)});
    put_table(*scheme, intake.table);
    const bool is_usable = !has_errors(intake.issues);
    return json_response(
        200, print_json(ledger::Object{
                 {"categories", view::print_table(*scheme, intake.table)},
                 {"domain", domain},
                 {"files", is_usable ? ledger::Value(files_of(parts, *scheme)) : ledger::Value()},
                 {"issues", print_issues(intake.issues)},
                 {"title", intake.table.title}}));
}

}  // namespace

void add_draft_edit_routes(Router& router, Api& api, OfficeParts& parts) {
    router.add({Method::get, "/api/v1/years/{year}/drafts/{record}/check",
                reading(api, [&api](const Caller& caller, const Request& request) {
                    return check(api, caller, request);
                })});
    router.add({Method::post, "/api/v1/years/{year}/drafts/{record}/rewording",
                Handler([&api, &parts](const Request& request) {
                    return edit(api, parts, request, reworded_fields, reword);
                })});
    router.add({Method::post, "/api/v1/years/{year}/drafts/{record}/days-off",
                Handler([&api, &parts](const Request& request) {
                    return edit(api, parts, request, days_off_fields, set_days_off);
                })});
    router.add({Method::post, "/api/v1/years/{year}/drafts/{record}/table",
                Handler([&api, &parts](const Request& request) {
                    return read_into_draft(api, parts, request);
                }),
                file_bytes_max});
}

}  // namespace heng::http
