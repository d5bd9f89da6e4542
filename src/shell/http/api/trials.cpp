/// @file
/// What would be if: supposed findings of a unit, a clause that is being written, and a scheme
/// that is not in the ledger yet. Nothing is recorded; the bodies are too large or too structured
/// for a query.
#include "app/rulebooks.hpp"
#include "core/view/clause_reading.hpp"
#include "core/view/foresight.hpp"
#include "core/view/scheme.hpp"
#include "core/view/what_if.hpp"
#include "shell/http/api/api.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/paging.hpp"
#include "shell/http/api/problem.hpp"

namespace heng::http {

namespace {

constexpr std::uint64_t scheme_bytes_max = 2 << 20;

constexpr act::Field corrected_row[] = {
    {"finding", act::Kind::record, act::Need::required, "扣分记录", "finding"},
    {"value", act::Kind::decimal, act::Need::required, "数值", "value"},
};
constexpr act::Field added_row[] = {
    {"branch", act::Kind::id, act::Need::required, "分句", "branch"},
    {"value", act::Kind::decimal, act::Need::required, "数值", "value"},
    {"case", act::Kind::id, act::Need::optional, "事项", "case"},
};
constexpr act::Field without_row[] = {
    {"finding", act::Kind::record, act::Need::required, "扣分记录", "finding"},
};
constexpr act::Field supposed_fields[] = {
    {"without", act::Kind::rows, act::Need::optional, "去除", "without", {}, without_row},
    {"corrected", act::Kind::rows, act::Need::optional, "更正", "corrected", {}, corrected_row},
    {"added", act::Kind::rows, act::Need::optional, "增加", "added", {}, added_row},
    {"review", act::Kind::decimal, act::Need::optional, "述职评议得分", "review"},
};

constexpr act::Field reading_fields[] = {
    {"text", act::Kind::text, act::Need::required, "细则文字", "text"},
};

int year_of(const Request& request) {
    const std::int64_t year = whole_number(request.path_value("year")).value_or(0);
    return year > 0 && year < 10'000 ? static_cast<int>(year) : 0;
}

view::Supposed supposed_in(const act::Fields& in) {
    view::Supposed out;
    if (in.has("without"))
        for (const act::Fields& row : in.rows("without"))
            out.without.push_back(row.record<cycle::Finding>("finding"));
    if (in.has("corrected"))
        for (const act::Fields& row : in.rows("corrected"))
            out.corrected.push_back({row.record<cycle::Finding>("finding"), row.decimal("value")});
    if (in.has("added"))
        for (const act::Fields& row : in.rows("added"))
            out.added.push_back(
                {row.text("branch"), row.decimal("value"), row.text_or_empty("case")});
    out.review = in.optional_decimal("review");
    return out;
}

/// What the address names and is not there is told apart from what the body names.
Response refuse_trial(const Issues& issues, const Request& request) {
    const Error& first = issues.front();
    const bool is_of_body =
        first.code == Code::record_unknown && first.args.back() != request.path_value("unit");
    return is_of_body ? problem(issues) : problem_of_address(issues);
}

Response reply(const Checked<ledger::Value>& value, const Request& request) {
    if (!value) return refuse_trial(value.error(), request);
    if (value->list() == nullptr) return json_response(200, print_json(*value));
    const auto page = page_of(*value->list(), request);
    return page ? json_response(200, print_json(*page)) : problem({page.error()});
}

/// Lets `view(scope)` look at what is on disk.
template <class View>
Checked<ledger::Value> look(const Api& api, const Caller& caller, View view) {
    return caller.desk->read([&](const app::Live& live) -> Checked<ledger::Value> {
        return view(view::Scope{live.state, live.rulebooks, caller.actor, api.today(),
                                caller.who.clearance});
    });
}

Response what_if(Api& api, const Caller& caller, const Request& request,
                 const ledger::Object& body) {
    const Issues issues = act::check_fields(supposed_fields, body);
    if (!issues.empty()) return problem(issues);
    const view::Supposed supposed = supposed_in(act::Fields(body));
    const std::string unit(request.path_value("unit"));
    return reply(look(api, caller,
                      [&](const view::Scope& scope) {
                          return view::what_if(scope, year_of(request), unit, supposed);
                      }),
                 request);
}

Response foresee(Api& api, const Caller& caller, const Request& request,
                 const ledger::Object& body) {
    const Issues issues = act::check_fields(added_row, body);
    if (!issues.empty()) return problem(issues);
    const act::Fields in(body);
    const view::Supposed::Added finding{in.text("branch"), in.decimal("value"),
                                        in.text_or_empty("case")};
    const std::string unit(request.path_value("unit"));
    return reply(look(api, caller,
                      [&](const view::Scope& scope) {
                          return view::foresight(scope, year_of(request), unit, finding);
                      }),
                 request);
}

/// The body is a scheme, file by file as in `consolidate_indicators`.
Response try_scheme(Api& api, const Caller& caller, const Request& request,
                    const ledger::Object& body, bool is_diff) {
    const auto candidate = app::read_candidate(api.readers.read_scheme_files, body);
    if (!candidate) return problem(candidate.error());
    return reply(look(api, caller,
                      [&](const view::Scope& scope) {
                          return is_diff ? view::scheme_diff(scope, year_of(request), **candidate)
                                         : view::dry_run(scope, year_of(request), **candidate);
                      }),
                 request);
}

Response read_clauses(Api&, const Caller&, const Request&, const ledger::Object& body) {
    const Issues issues = act::check_fields(reading_fields, body);
    if (!issues.empty()) return problem(issues);
    return json_response(200, print_json(view::read_clauses(act::Fields(body).text("text"))));
}

template <class Try>
Handler trial(Api& api, Try attempt) {
    return [&api, attempt](const Request& request) {
        const auto caller = api.gate.admit_to_write(request);
        if (!caller) return problem({caller.error()});
        const auto body = read_body(api, request);
        return body ? attempt(api, *caller, request, *body) : problem({body.error()});
    };
}

}  // namespace

void add_trial_routes(Router& router, Api& api) {
    router.add({Method::post, "/api/v1/years/{year}/units/{unit}/what-if", trial(api, what_if)});
    router.add({Method::post, "/api/v1/years/{year}/units/{unit}/foresight", trial(api, foresee)});
    router.add({Method::post, "/api/v1/clause-readings", trial(api, read_clauses)});
    router.add({Method::post, "/api/v1/years/{year}/dry-run",
                trial(api,
                      [](Api& all, const Caller& caller, const Request& request,
                         const ledger::Object& body) {
                          return try_scheme(all, caller, request, body, false);
                      }),
                scheme_bytes_max});
    router.add({Method::post, "/api/v1/years/{year}/scheme-diff",
                trial(api,
                      [](Api& all, const Caller& caller, const Request& request,
                         const ledger::Object& body) {
                          return try_scheme(all, caller, request, body, true);
                      }),
                scheme_bytes_max});
}

}  // namespace heng::http
