#include "shell/http/api/problem.hpp"

#include "core/base/invariant.hpp"
#include "shell/http/api/json_text.hpp"

#include <algorithm>
#include <array>

namespace heng::http {

namespace {

struct Status {
    Code code;
    int status;
};

/// What is not listed is a matter of content: 422.
constexpr auto statuses = std::to_array<Status>({
    {Code::request_malformed, 400},
    {Code::json_malformed, 400},
    {Code::cursor_unknown, 400},
    {Code::idempotency_key_missing, 400},
    {Code::argument_unusable, 400},
    {Code::sign_in_needed, 401},
    {Code::sign_in_refused, 401},
    {Code::account_locked, 401},
    {Code::identity_refused, 401},
    {Code::sign_in_expired, 401},
    {Code::origin_refused, 403},
    {Code::address_refused, 403},
    {Code::password_change_needed, 403},
    {Code::second_factor_needed, 403},
    {Code::second_factor_absent, 403},
    {Code::token_scope_missing, 403},
    {Code::identity_unlinked, 403},
    {Code::capacity_absent, 403},
    {Code::act_not_permitted, 403},
    {Code::view_not_permitted, 403},
    {Code::clearance_missing, 403},
    {Code::recusal, 403},
    {Code::second_person_needed, 403},
    {Code::resource_unknown, 404},
    {Code::act_unknown, 404},
    {Code::account_unknown, 404},
    {Code::blob_absent, 404},
    {Code::document_absent, 404},
    {Code::method_not_allowed, 405},
    {Code::request_too_slow, 408},
    {Code::account_exists, 409},
    {Code::backup_under_way, 409},
    {Code::ledger_head_moved, 409},
    {Code::record_exists, 409},
    {Code::second_factor_present, 409},
    {Code::version_stale, 412},
    {Code::body_too_large, 413},
    {Code::blob_too_large, 413},
    {Code::body_type_refused, 415},
    {Code::blob_type_refused, 415},
    {Code::idempotency_key_reused, 422},
    {Code::rate_exceeded, 429},
    {Code::header_too_large, 431},
    {Code::internal_error, 500},
    {Code::blob_changed, 500},
    {Code::file_unreadable, 500},
    {Code::file_unwritable, 500},
    {Code::ledger_outcome_unknown, 503},
    {Code::identity_provider_unusable, 503},
    {Code::scanner_unusable, 503},
    {Code::store_unreachable, 503},
    {Code::store_busy, 503},
    {Code::store_full, 507},
    {Code::store_failed, 503},
});

}  // namespace

ledger::Object print_reason(const Error& error) {
    const CatalogueEntry& known = entry(error.code);
    ledger::Object out{{"code", known.id},
                       {"message", ledger::Object{{"en", message(error, Language::en)},
                                                  {"zh", message(error, Language::zh)}}},
                       {"remedy", ledger::Object{{"en", remedy(error, Language::en)},
                                                 {"zh", remedy(error, Language::zh)}}}};
    if (error.place.line != 0) out.add("line", static_cast<std::int64_t>(error.place.line));
    if (!error.place.item.empty()) out.add("place", error.place.item);
    return out;
}

namespace {

Response with_status(const Issues& issues, int status) {
    const Error& first = issues.front();
    const std::string_view code = entry(first.code).id;
    ledger::List reasons;
    for (const Error& issue : issues) reasons.emplace_back(print_reason(issue));
    const ledger::Object body{{"code", code},
                              {"errors", std::move(reasons)},
                              {"status", status},
                              {"title", message(first, Language::zh)},
                              {"type", "/api/docs#" + std::string(code)}};
    Response response{status, {}, print_json(body)};
    response.headers.add("Content-Type", "application/problem+json; charset=utf-8");
    if (first.code == Code::rate_exceeded && !first.args.empty())
        response.headers.add("Retry-After", first.args.front());
    if (status == 401) response.headers.add("WWW-Authenticate", "Session");
    return response;
}

}  // namespace

int status_of(Code code) {
    const auto found = std::find_if(statuses.begin(), statuses.end(),
                                    [code](const Status& one) { return one.code == code; });
    return found == statuses.end() ? 422 : found->status;
}

Response json_response(int status, std::string text) {
    Response response{status, {}, std::move(text)};
    response.headers.add("Content-Type", "application/json; charset=utf-8");
    return response;
}

Response problem(const Issues& issues) {
    INVARIANT(!issues.empty(), "a refusal has a reason");
    return with_status(issues, status_of(issues.front().code));
}

Response problem_of_address(const Issues& issues) {
    INVARIANT(!issues.empty(), "a refusal has a reason");
    switch (issues.front().code) {
        case Code::record_unknown:
        case Code::cycle_unknown:
        case Code::edition_absent: return with_status(issues, 404);
        default: return problem(issues);
    }
}

Response problem(Code code, std::vector<std::string> args) {
    return problem(Issues{Error{code, {}, std::move(args)}});
}

}  // namespace heng::http
