/// ASVS 4.2.1: two tenants of one server know nothing of each other.
#include "secured_city.hpp"
#include "view_rights.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

using accounts_test::good_password;
using app::demo::office;

/// Both with an office of the same name: only the tenant tells them apart.
SecuredCity& city() {
    static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

void replace(std::string& target, const std::string& what, const std::string& with) {
    const std::size_t at = target.find(what);
    if (at != target.npos) target.replace(at, what.size(), with);
}

/// The address with what the first tenant has behind it.
std::string target_for(std::string pattern) {
    const cycle::Cycle& year = city().played().cycle();
    const auto first = [](const auto& map) { return std::to_string(map.begin()->first.seq); };
    const std::string record = pattern.find("/findings/") != pattern.npos
                                   ? first(year.findings.all)
                                   : first(year.indicators.drafts);
    replace(pattern, "{year}", "2021");
    replace(pattern, "{unit}", "C02");
    replace(pattern, "{domain}", "counties");
    replace(pattern, "{record}", record);
    if (pattern.ends_with("/possible-duplicates"))
        pattern += "?occurred_on=2021-06-30&branch=x&unit=C02";
    if (pattern.ends_with("/diff")) pattern += "?from=" + first(year.indicators.drafts);
    return pattern;
}

/// Whether a unit of the first tenant is named in the text.
bool names_a_unit(const std::string& text) {
    for (const auto& [id, unit] : city().played().account.state.units_and_people.units)
        if (text.find('"' + id + "\":") != text.npos || text.find(unit.now().name) != text.npos)
            return true;
    return false;
}

TEST(Tenants, ShowNothingOfEachOther) {
    Browser own = city().browser(office());
    Browser other = city().browser(office(), other_tenant);
    EXPECT_TRUE(names_a_unit(own.get("/api/v1/units?limit=1000").body)) << "as one of it sees it";
    EXPECT_NE(other.get("/api/v1/units").body.find("外市单位"), std::string::npos);
    for (const auto& [pattern, kind] : kinds_of_views()) {
        const auto answered = other.get(target_for(pattern));
        EXPECT_LT(answered.status, 500) << pattern << answered.body;
        EXPECT_FALSE(names_a_unit(answered.body)) << pattern << answered.body;
        EXPECT_TRUE(pattern.find('{') == pattern.npos || answered.status >= 403) << pattern;
    }
}

/// What one tenant is shown by name, the other is told that there is nothing, on every address.
TEST(Tenants, FindNothingOfEachOtherByName) {
    Browser own = city().browser(office());
    Browser other = city().browser(office(), other_tenant);
    int asked = 0;
    for (const auto& route : city().service().router().routes()) {
        const std::string& pattern = route->pattern;
        if (route->method != http::Method::get || pattern.find("/years/") == pattern.npos) continue;
        const std::string target = target_for(pattern);
        if (pattern.find('{') == pattern.npos || own.get(target).status != 200) continue;
        const auto answered = other.get(target);
        EXPECT_EQ(answered.status, 404) << target << ' ' << answered.body.substr(0, 200);
        EXPECT_FALSE(names_a_unit(answered.body)) << target;
        ++asked;
    }
    EXPECT_GT(asked, 40);
}

/// Nor is anything tried or made of what the other has.
TEST(Tenants, TryNothingOfEachOther) {
    Browser own = city().browser(office());
    Browser other = city().browser(office(), other_tenant);
    const std::string year = "/api/v1/years/{year}";
    const std::pair<std::string, std::string> trials[] = {
        {year + "/units/{unit}/what-if", "{}"},
        {year + "/units/{unit}/foresight", R"({"branch":"x","value":"1"})"},
        {year + "/drafts/{record}/rewording",
         R"({"clauses":[{"domain":"x","task":"x","clause":"1"}]})"},
        {year + "/drafts/{record}/days-off", R"({"holidays":[],"working_weekends":[]})"},
        {year + "/drafts/{record}/table?domain=x&name=x", "x"}};
    for (const auto& [pattern, body] : trials) {
        const std::string target = target_for(pattern);
        EXPECT_NE(own.post(target, body).status, 404) << "it is there: " << target;
        EXPECT_EQ(other.post(target, body).status, 404) << target;
    }
}

TEST(Tenants, HandOutNoFilesOfEachOther) {
    std::string hash;
    for (const auto& [id, one] : city().played().cycle().findings.all)
        if (!one.fact.evidence.empty()) hash = ledger::print_digest(one.fact.evidence.front());
    ASSERT_NE(hash, "");
    EXPECT_EQ(city().browser(office()).get("/api/v1/evidence/" + hash).status, 200);
    EXPECT_EQ(city().browser(office(), other_tenant).get("/api/v1/evidence/" + hash).status, 404);
}

TEST(Tenants, ActOnNothingOfEachOther) {
    Browser other = city().browser(office(), other_tenant);
    const std::int64_t head = city().head();
    const auto answered =
        other.post("/api/v1/acts/rename_unit", R"({"unit":"C02","name":"他市","reason":"更名"})");
    EXPECT_GE(answered.status, 403) << answered.body;
    EXPECT_EQ(city().head(), head);
    EXPECT_FALSE(names_a_unit(answered.body));
}

/// A session is one of its tenant, whatever tenant its cookie is made to name.
TEST(Tenants, HaveSessionsOfTheirOwn) {
    Browser own = city().browser(office());
    Browser moved = own;
    moved.cookie = std::string(other_tenant) + own.cookie.substr(own.cookie.find('~'));
    EXPECT_EQ(own.get("/api/v1/units").status, 200);
    EXPECT_EQ(moved.get("/api/v1/units").status, 401);
    moved.cookie = "no-such-tenant" + own.cookie.substr(own.cookie.find('~'));
    EXPECT_EQ(moved.get("/api/v1/units").status, 401);
}

/// Nor does an account open the other tenant, even with the same password.
TEST(Tenants, HaveAccountsOfTheirOwn) {
    const std::string account = city().open_account(office().person);
    Browser browser(city());
    const auto sign_in = [&](const std::string& tenant) {
        return browser
            .post("/api/v1/session", R"({"tenant":")" + tenant + R"(","name":")" + account +
                                         R"(","password":")" + good_password + "\"}")
            .status;
    };
    EXPECT_EQ(sign_in(other_tenant), 401);
    EXPECT_EQ(sign_in("no-such-tenant"), 401);
}

/// SEC-15: administrators see accounts, tokens and the trail of their own tenant, and change no
/// others.
TEST(Tenants, HaveAdministratorsOfTheirOwn) {
    const std::string account = city().open_account(app::demo::commission().person);
    Browser own = city().browser(system_admin);
    Browser other = city().browser(system_admin, other_tenant);
    EXPECT_NE(own.get("/api/v1/accounts").body.find('"' + account + '"'), std::string::npos);
    EXPECT_EQ(other.get("/api/v1/accounts").body.find('"' + account + '"'), std::string::npos);
    Browser auditor = city().browser(audit_admin, other_tenant);
    EXPECT_EQ(auditor.get("/api/v1/trail").body.find('"' + account + '"'), std::string::npos);
    const auto reset = other.post("/api/v1/accounts/" + account + "/reset-password");
    EXPECT_EQ(reset.status, 404) << reset.body;
    const auto absent = other.post("/api/v1/accounts/nobody.here/reset-password");
    EXPECT_EQ(absent.status, 404);
}

}  // namespace
}  // namespace heng::http_test
