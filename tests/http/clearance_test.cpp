/// SEC-7: records carry labels, people a clearance, and nothing is shown above it.
#include "secured_city.hpp"

#include "app/demo/people.hpp"

namespace heng::http_test {
namespace {

using app::demo::commission;
using app::demo::office;

/// The whole year, with its case of misconduct.
SecuredCity& city() {
    static SecuredCity served;
    return served;
}

constexpr const char* misconduct = "/api/v1/years/2021/misconduct";

std::string clearance_of(const std::string& account) {
    return "/api/v1/accounts/" + account + "/clearance";
}

/// The kinds of documents that the browser's owner is shown.
std::set<std::string> kinds_of_documents(Browser& browser) {
    std::set<std::string> out;
    const ledger::Object page = browser.get("/api/v1/years/2021/documents?limit=1000").json();
    for (const ledger::Value& one : *page.find("items")->list())
        out.insert(*one.object()->find("kind")->text());
    return out;
}

TEST(Clearance, HidesWhatIsLabelledAboveIt) {
    Browser browser = city().browser(commission());
    const auto hidden = browser.get(misconduct);
    EXPECT_EQ(hidden.status, 403);
    EXPECT_NE(hidden.body.find("clearance_missing"), std::string::npos);
    EXPECT_NE(hidden.body.find("工作秘密"), std::string::npos) << hidden.body;
    EXPECT_EQ(browser.get("/api/v1/years/2021/results").status, 200);
    EXPECT_FALSE(kinds_of_documents(browser).contains("transfer"));
}

/// Nor is anything decided, or tried, about what is not shown.
TEST(Clearance, IsNeededForActsAboutWhatIsLabelled) {
    Browser browser = city().browser(commission());
    const std::string act = "/api/v1/acts/decide_misconduct";
    const std::string body = R"({"year":2021,"misconduct":1})";
    const std::string batch = R"({"acts":[{"act":"decide_misconduct","body":)" + body + "}]}";
    for (const auto& answered : {browser.post(act, body), browser.post(act + "/rehearsal", body),
                                 browser.post("/api/v1/acts", batch)}) {
        EXPECT_EQ(answered.status, 403);
        EXPECT_NE(answered.body.find("clearance_missing"), std::string::npos) << answered.body;
    }
}

/// The security administrator gives it, to nobody himself; sessions begin anew with it.
TEST(Clearance, IsGivenByTheSecurityAdministrator) {
    const std::string account = city().open_account(office().person);
    Browser before = city().browser(office());
    EXPECT_EQ(before.get(misconduct).status, 403);
    const std::string wanted = R"({"clearance":"work_secret"})";
    Browser system = city().browser(system_admin);
    EXPECT_EQ(system.post(clearance_of(account), wanted).status, 403);
    Browser security = city().browser(security_admin);
    EXPECT_EQ(security.post(clearance_of(account), R"({"clearance":"top"})").status, 422);
    EXPECT_EQ(security.post(clearance_of("nobody"), wanted).status, 404);
    EXPECT_EQ(
        security.post(clearance_of(city().open_account(security_admin.person)), wanted).status,
        403);
    EXPECT_EQ(security.post(clearance_of(account), wanted).status, 204);
    EXPECT_EQ(before.get(misconduct).status, 401) << "the session ended";
    Browser after = city().browser(office());
    EXPECT_EQ(after.get(misconduct).status, 200);
    EXPECT_TRUE(kinds_of_documents(after).contains("transfer"));
    const auto listed = security.get("/api/v1/accounts?limit=1000");
    EXPECT_NE(listed.body.find(R"("clearance":"work_secret")"), std::string::npos);
    Browser audit = city().browser(audit_admin);
    const auto trail = audit.get("/api/v1/trail?limit=1000");
    EXPECT_NE(trail.body.find("set_clearance"), std::string::npos);
}

}  // namespace
}  // namespace heng::http_test
