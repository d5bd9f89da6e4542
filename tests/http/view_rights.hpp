#pragma once
/// @file
/// For tests: of which kind each address is that shows something, by the words of the reading
/// table. Written by hand: what the router has and this does not makes a test fail.
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace heng::http_test {

/// Everyone signed in may ask for these: they are about himself, or tell no more than that a year
/// exists.
inline constexpr std::string_view for_everyone = "everyone";

/// Address → the kind of view; where two stand, either is enough.
inline constexpr std::pair<const char*, const char*> view_kinds[] = {
    {"/api/v1/me", "everyone"},
    {"/api/v1/work-list", "everyone"},
    {"/api/v1/years", "indicators"},
    {"/api/v1/units", "units"},
    {"/api/v1/units/{unit}", "units"},
    {"/api/v1/people", "people"},
    {"/api/v1/bodies", "people"},
    {"/api/v1/interpretations", "indicators"},
    {"/api/v1/years/{year}/open-matters", "misconduct"},
    {"/api/v1/years/{year}/scheme", "indicators"},
    {"/api/v1/years/{year}/drafts", "drafts"},
    {"/api/v1/years/{year}/drafts/{record}", "drafts indicators"},
    {"/api/v1/years/{year}/drafts/{record}/files", "drafts indicators"},
    {"/api/v1/years/{year}/drafts/{record}/diff", "drafts indicators"},
    {"/api/v1/years/{year}/drafts/{record}/dry-run", "grading"},
    {"/api/v1/years/{year}/proposals", "drafts"},
    {"/api/v1/years/{year}/comments", "drafts"},
    {"/api/v1/years/{year}/changes", "drafts"},
    {"/api/v1/years/{year}/units/{unit}/sheet", "sheets"},
    {"/api/v1/years/{year}/domains/{domain}/standings", "grading"},
    {"/api/v1/years/{year}/domains/{domain}/heat-map", "sheets"},
    {"/api/v1/years/{year}/findings", "findings"},
    {"/api/v1/years/{year}/findings/{record}", "findings"},
    {"/api/v1/years/{year}/evidence", "findings"},
    {"/api/v1/years/{year}/references", "findings"},
    {"/api/v1/years/{year}/possible-duplicates", "findings"},
    {"/api/v1/years/{year}/quarters", "progress"},
    {"/api/v1/years/{year}/progress", "progress"},
    {"/api/v1/years/{year}/matters", "progress"},
    {"/api/v1/years/{year}/matters/{record}", "progress"},
    {"/api/v1/years/{year}/circulars", "progress"},
    {"/api/v1/years/{year}/half-year", "self_checks"},
    {"/api/v1/years/{year}/self-checks", "self_checks"},
    {"/api/v1/years/{year}/self-checks/{unit}", "self_checks"},
    {"/api/v1/years/{year}/groups", "sheets"},
    {"/api/v1/years/{year}/units-without-group", "sheets"},
    {"/api/v1/years/{year}/task-sheets", "sheets"},
    {"/api/v1/years/{year}/task-sheets/{record}", "sheets"},
    {"/api/v1/years/{year}/reviews", "reviews"},
    {"/api/v1/years/{year}/review-entries", "reviews"},
    {"/api/v1/years/{year}/ballots", "reviews"},
    {"/api/v1/years/{year}/ballots/{record}", "reviews"},
    {"/api/v1/years/{year}/circumstances", "circumstances"},
    {"/api/v1/years/{year}/grading-desk", "grading"},
    {"/api/v1/years/{year}/results", "results"},
    {"/api/v1/years/{year}/results/{record}", "results"},
    {"/api/v1/years/{year}/rechecks", "aftermath"},
    {"/api/v1/years/{year}/explanations", "aftermath"},
    {"/api/v1/years/{year}/explanations-owed", "aftermath"},
    {"/api/v1/years/{year}/consequences", "aftermath"},
    {"/api/v1/years/{year}/hand-overs", "aftermath"},
    {"/api/v1/years/{year}/misconduct", "misconduct"},
    {"/api/v1/years/{year}/documents", "documents"},
    {"/api/v1/years/{year}/burden", "progress"},
    {"/api/v1/log", "log"},
    {"/api/v1/log/verification", "log"},
};

inline const std::map<std::string, std::string>& kinds_of_views() {
    static const std::map<std::string, std::string> all(std::begin(view_kinds),
                                                        std::end(view_kinds));
    return all;
}

/// Addresses that show something beside the views; other tests are about these.
inline bool is_beside_views(std::string_view pattern) {
    constexpr std::string_view beside[] = {
        "/api/v1/acts",         "/api/v1/changes",      "/api/v1/evidence/{hash}",
        "/api/v1/session",      "/api/v1/sessions",     "/api/v1/accounts",
        "/api/v1/trail",        "/api/v1/tokens",       "/api/v1/cards",
        "/api/v1/notices",      "/api/v1/own-tokens",   "/api/v1/sign-in-rules",
        "/api/v1/sign-in-ways", "/api/v1/session/oidc", "/api/v1/session/oidc/callback",
        "/api/v1/backups",      "/api/v1/bundle",       "/api/v1/templates/{act}"};
    for (const std::string_view one : beside)
        if (pattern == one) return true;
    const bool is_file =
        pattern.ends_with(".xlsx") || pattern.ends_with("/documents/{issuer}/{file}");
    if (is_file || pattern.ends_with("/drafts/{record}/check")) return true;
    return !pattern.starts_with("/api/v1/");
}

}  // namespace heng::http_test
