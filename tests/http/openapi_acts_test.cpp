/// What writes really answer, against api/openapi.yaml.
#include "api_document.hpp"
#include "whole_city.hpp"

#include "app/check_scheme.hpp"
#include "app/demo/people.hpp"
#include "app/voting.hpp"
#include "shell/http/api/json_text.hpp"

#include <gtest/gtest.h>

#include <future>

namespace heng::http_test {
namespace {

using app::demo::office;

WholeCity& city() {
    static WholeCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
    return served;
}

ApiDocument& document() {
    static ApiDocument read;
    return read;
}

/// Sends it, and expects this status and nothing against the answer.
Answered post(const cycle::Actor& actor, const std::string& target, std::string_view body,
              int status) {
    auto answered = city().city().post(actor, target, body);
    EXPECT_EQ(answered.status, status) << target << ' ' << answered.body;
    EXPECT_EQ(city().complaint(document(), "POST", target, answered), "");
    return answered;
}

Answered ask(const cycle::Actor& actor, const std::string& method, const std::string& target,
             std::string_view body, int status, const std::string& more = {}) {
    auto answered =
        city().city().ask(actor, method, target, body, "Content-Type: application/json\r\n" + more);
    EXPECT_EQ(answered.status, status) << method << ' ' << target << ' ' << answered.body;
    EXPECT_EQ(city().complaint(document(), method, target, answered), "");
    return answered;
}

constexpr const char* renaming = R"({"unit":"C05","name":"改名","reason":"机构改革"})";

TEST(OpenApiActs, AreAnsweredAsDocumented) {
    const std::string target = "/api/v1/acts/rename_unit";
    post(office(), target, renaming, 201);
    post(office(), target, R"({"surprise":1})", 422);
    post(office(), target, "{", 400);
    post(city().someone(cycle::Capacity::unit), target, renaming, 403);
    post(office(), "/api/v1/acts/no_such_act", "{}", 404);
    post(city().someone(cycle::Capacity::system_admin), "/api/v1/acts/add_person",
         R"({"person":")" + office().person + "\"}", 409);
    post(office(), target + "/rehearsal", renaming, 200);
    post(office(), target + "/rehearsal", "{}", 422);
    post(office(), "/api/v1/acts",
         R"({"acts":[{"act":"rename_unit","body":)" + std::string(renaming) + "}]}", 201);
    post(office(), "/api/v1/acts", R"({"acts":[{"act":"rename_unit","body":{}}]})", 422);
    post(office(), "/api/v1/acts", R"({"acts":[]})", 422);
    ask(office(), "POST", target, renaming, 400);
    const auto plain = city().city().ask(office(), "POST", target, renaming,
                                         "Content-Type: text/plain\r\nIdempotency-Key: plain\r\n");
    EXPECT_EQ(plain.status, 415);
    EXPECT_EQ(city().complaint(document(), "POST", target, plain), "");
    cycle::Actor nobody = office();
    nobody.person = "nobody";
    post(nobody, target, renaming, 401);
}

TEST(OpenApiActs, TrialsAreAnsweredAsDocumented) {
    const std::string what_if = "/api/v1/years/2021/units/C02/what-if";
    for (const cycle::Actor& actor : {office(), city().someone(cycle::Capacity::unit, "C02")})
        post(actor, what_if, R"({"review":"80","without":[],"added":[]})", 200);
    post(office(), what_if, R"({"review":"900"})", 422);
    post(office(), what_if, R"({"review":80})", 422);
    const std::string foresight = "/api/v1/years/2021/units/C02/foresight";
    const auto sheet = city().city().get(office(), "/api/v1/years/2021/findings?limit=1").json();
    const ledger::Object& found = *(*sheet.find("items")->list())[0].object();
    const std::string added = http::print_json(
        ledger::Object{{"branch", *found.find("branch")}, {"value", *found.find("value")}});
    const std::string unit = *found.find("unit")->text();
    post(office(), "/api/v1/years/2021/units/" + unit + "/foresight", added, 200);
    post(office(), "/api/v1/years/2021/units/C999/foresight", added, 404);
    post(office(), foresight, R"({"branch":"none","value":"1"})", 422);
    post(office(), "/api/v1/years/2021/dry-run", "{}", 422);
    const ledger::Object files = yaml::scheme_files(app::demo::story().scheme());
    const std::string scheme = http::print_json(files);
    for (const cycle::Actor& actor : city().everyone()) {
        for (const char* const trial : {"dry-run", "scheme-diff"}) {
            const std::string target = std::string("/api/v1/years/2021/") + trial;
            const auto answered = city().city().post(actor, target, scheme);
            EXPECT_EQ(city().complaint(document(), "POST", target, answered), "");
        }
    }
}

std::string current_draft() {
    const auto& indicators = city().city().played().cycle().indicators;
    return std::to_string(indicators.current_draft()->id.seq);
}

/// What the editor of indicators does: a clause worded anew is the one thing that differs.
TEST(OpenApiActs, ARewordedClauseIsAllThatDiffers) {
    const std::string draft = "/api/v1/years/2021/drafts/" + current_draft();
    const scheme::Scheme& scheme = app::demo::story().scheme();
    const scheme::Table& table = scheme.tables.front();
    const scheme::Task& task = table.categories.front().tasks.front();
    const auto wanted = [&](const std::string& text) {
        return http::print_json(ledger::Object{
            {"clauses", ledger::List{ledger::Object{{"domain", table.domain},
                                                    {"task", task.no},
                                                    {"clause", task.clauses.front().no},
                                                    {"text", text}}}}});
    };
    const auto diff = [&](const Answered& reworded) {
        const ledger::Object draft_files = reworded.json();
        const auto answered = post(office(), "/api/v1/years/2021/scheme-diff",
                                   http::print_json(*draft_files.find("files")), 200);
        const ledger::Object differences = answered.json();
        std::set<std::string> items;
        for (const ledger::Value& one : *differences.find("items")->list())
            items.insert(*one.object()->find("item")->text());
        return items;
    };
    const std::string same = task.clauses.front().text;
    EXPECT_EQ(diff(post(office(), draft + "/rewording", wanted(same), 200)),
              std::set<std::string>{});
    const auto other = diff(post(office(), draft + "/rewording", wanted("不改,每1起扣0.7分"), 200));
    EXPECT_FALSE(other.empty());
    for (const std::string& item : other) EXPECT_NE(item.find('1'), item.npos) << item;
    ask(office(), "GET", draft + "/files", {}, 200);
    post(office(), draft + "/rewording", "{}", 422);
    post(office(), "/api/v1/years/2021/drafts/1/rewording", wanted(same), 404);
}

/// INT-8: a table from an office's file comes into a draft, with its doubts; or not at all.
TEST(OpenApiActs, ADraftIsCheckedAsTheCommandLineDoes) {
    const std::string target = "/api/v1/years/2021/drafts/" + current_draft() + "/check";
    const auto report = ask(office(), "GET", target, {}, 200).json();
    const auto known = app::check_scheme(app::demo::story().scheme());
    ASSERT_FALSE(known.empty());
    EXPECT_EQ(report.find("issues")->list()->size(), known.size());
    EXPECT_TRUE(city().readings().contains(target)) << "ASVS 8.3.5";
    ask(office(), "GET", "/api/v1/years/2021/drafts/1/check", {}, 404);
}

/// The days off of a year come into a draft without a file being written by hand.
TEST(OpenApiActs, DaysOffAreSetInADraft) {
    const std::string target = "/api/v1/years/2021/drafts/" + current_draft() + "/days-off";
    const auto set = post(office(), target,
                          R"({"holidays":["2021-10-01"],"working_weekends":["2021-10-09"]})", 200)
                         .json();
    const auto changed =
        post(office(), "/api/v1/years/2021/scheme-diff", http::print_json(*set.find("files")), 200)
            .json();
    const ledger::List& items = *changed.find("items")->list();
    ASSERT_EQ(items.size(), 1U);
    EXPECT_EQ(*items[0].object()->find("item"), ledger::Value("calendar"));
    post(office(), target, R"({"holidays":["2021-10-01"],"working_weekends":["2021-10-01"]})", 422);
    post(office(), target, "{}", 422);
    post(office(), "/api/v1/years/2021/drafts/1/days-off",
         R"({"holidays":[],"working_weekends":[]})", 404);
}

TEST(OpenApiActs, ATableIsReadIntoADraft) {
    const std::string target = "/api/v1/years/2021/drafts/" + current_draft() + "/table";
    const std::string named = target + "?name=table.tsv&domain=";
    const std::string domain = http_test::escape(app::demo::story().scheme().tables.front().domain);
    const std::string file =
        "考核指标\t基本任务\t任务要求\t扣分细则\t考核责任单位\n"
        "一、政治建设(100分)\t(一)坚定信仰(100分)\t加强学习。\t"
        "1.未开展学习,每1起扣2分。【市委办公室】\t市委办公室\n";
    const auto read = post(office(), named + domain, file, 200).json();
    EXPECT_NE(read.find("files")->object(), nullptr) << http::print_json(*read.find("issues"));
    EXPECT_EQ(read.find("categories")->list()->size(), 1U);
    post(office(), "/api/v1/years/2021/scheme-diff", http::print_json(*read.find("files")), 200);
    post(office(), named + domain + "&table=1", file, 200);
    post(office(), named + domain + "&table=0", file, 400);
    post(office(), named + "nowhere", file, 422);
    post(office(), target + "?name=a.docx&domain=" + domain, "PK\x03\x04 no archive", 422);
}

TEST(OpenApiActs, ClausesAreReadAsDocumented) {
    post(office(), "/api/v1/clause-readings",
         R"({"text":"1.每少1次扣0.5分。【市委办公室】\n情节较重的酌情扣分"})", 200);
    post(office(), "/api/v1/clause-readings", R"({"text":""})", 422);
}

TEST(OpenApiActs, EvidenceIsAnsweredAsDocumented) {
    const std::string target = "/api/v1/evidence?declared=non_secret";
    const auto put = [&](const std::string& at, const std::string& type, int status) {
        const auto answered = city().city().ask(office(), "PUT", at, "%PDF-1.4 a file",
                                                "Content-Type: " + type + "\r\n");
        EXPECT_EQ(answered.status, status) << answered.body;
        EXPECT_EQ(city().complaint(document(), "PUT", at, answered), "");
    };
    put(target, "application/pdf", 201);
    put(target, "text/html", 415);
    put("/api/v1/evidence", "application/pdf", 400);
    ask(office(), "GET", "/api/v1/evidence/" + std::string(64, '0'), {}, 404);
    for (const auto& [id, finding] : city().city().played().cycle().findings.all) {
        if (finding.fact.evidence.empty()) continue;
        const std::string hash = ledger::print_digest(finding.fact.evidence.front());
        ask(office(), "GET", "/api/v1/evidence/" + hash, {}, 200);
        break;
    }
}

TEST(OpenApiActs, VotingIsAnsweredAsDocumented) {
    const std::string tenant(app::demo::tenant);
    const std::string unknown = R"({"tenant":")" + tenant + R"(","code":"NO-SUCH-CODE"})";
    post(office(), "/api/v1/voting/paper", unknown, 422);
    post(office(), "/api/v1/voting/paper", "{}", 422);
    post(office(), "/api/v1/voting/votes", unknown, 422);
}

/// The hash of a one-time code, as it is handed in with the ballot.
std::string hash_of_code(const std::string& code) {
    const auto hash = crypto::make_hash(city().city().desk().algorithm());
    return ledger::print_digest(app::digest_of_code(code, *hash));
}

TEST(OpenApiActs, VotesAreCastAsDocumented) {
    const scheme::Domain& domain = app::demo::story().scheme().domains.front();
    const auto lead = city().someone(cycle::Capacity::lead, domain.lead);
    ledger::List codes;
    for (const std::string code : {"first", "second", "third", "fourth", "fifth"})
        codes.emplace_back(hash_of_code(code));
    const ledger::Object group{
        {"group", "党代表"}, {"weight", "100"}, {"voters", 5}, {"codes", std::move(codes)}};
    const ledger::Object ballot{
        {"year", 2021}, {"domain", domain.id}, {"groups", ledger::List{group}}};
    post(lead, "/api/v1/acts/open_ballot", http::print_json(ballot), 201);
    ledger::Object voter{{"tenant", std::string(app::demo::tenant)}, {"code", "first"}};
    const auto paper = post(office(), "/api/v1/voting/paper", http::print_json(voter), 200);
    const ledger::Object shown = paper.json();
    ledger::Object marks;
    for (const ledger::Value& unit : *shown.find("units")->list())
        marks.add(*unit.object()->find("id")->text(), "fair");
    voter.add("marks", std::move(marks));
    const std::string vote = http::print_json(voter);
    EXPECT_EQ(document().complaint_by("vote", vote), "");
    post(office(), "/api/v1/voting/votes", vote, 204);
    EXPECT_GE(city().city().post(office(), "/api/v1/voting/votes", vote).status, 400)
        << "a code is good for one vote";
}

TEST(OpenApiActs, NoticesAreAnsweredAsDocumented) {
    const ledger::Date day = city().city().today();
    const app::notices::NoticeDraft due{
        {office().person, "2021/open_monitoring/0", app::notices::NoticeKind::due, day},
        "open_monitoring",
        2021,
        day};
    const std::vector<app::notices::NoticeDraft> all{due};
    ASSERT_TRUE(city().outbox().post({std::string(app::demo::tenant), day, {}, {}}, all));
    const auto told = ask(office(), "GET", "/api/v1/notices", {}, 200);
    EXPECT_FALSE(told.json().find("items")->list()->empty());
    ask(office(), "GET", "/api/v1/notices?cursor=none", {}, 400);
    ask(office(), "POST", "/api/v1/notices/read", R"({"ids":[1]})", 204);
    ask(office(), "POST", "/api/v1/notices/read", "{}", 422);
}

/// Each administrator does what is his, and is refused the rest.
TEST(OpenApiActs, AccountsAreAnsweredAsDocumented) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    const auto security = city().someone(cycle::Capacity::security_admin);
    const auto audit = city().someone(cycle::Capacity::audit_admin);
    const std::string person = office().person;
    post(system, "/api/v1/accounts", R"({"name":"new.one","person":")" + person + "\"}", 201);
    post(system, "/api/v1/accounts", R"({"name":"new.one","person":")" + person + "\"}", 409);
    post(office(), "/api/v1/accounts", R"({"name":"other","person":"p"})", 403);
    post(system, "/api/v1/accounts", R"({"name":"other"})", 422);
    const std::string account = "/api/v1/accounts/new.one/";
    post(security, account + "approve", "", 204);
    post(system, account + "approve", "", 403);
    post(system, "/api/v1/accounts/nobody/disable", "", 404);
    post(system, account + "disable", "", 204);
    post(security, account + "enable", "", 204);
    post(security, account + "unlock", "", 204);
    post(security, account + "end-sessions", "", 204);
    post(system, account + "reset-password", "", 201);
    for (const char* const list : {"accounts", "trail", "tokens", "cards"})
        for (const cycle::Actor& actor : {system, security, audit, office()}) {
            const std::string target = std::string("/api/v1/") + list;
            const auto answered = city().city().get(actor, target);
            EXPECT_EQ(city().complaint(document(), "GET", target, answered), "");
        }
    ask(audit, "GET", "/api/v1/trail?limit=2", {}, 200);
    ask(system, "PUT", "/api/v1/cards/" + escape(person), R"({"name":"张三","post":"科长"})", 204);
    ask(system, "GET", "/api/v1/cards", {}, 200);
    ask(system, "PUT", "/api/v1/cards/" + escape(person), "{}", 422);
    ask(system, "DELETE", "/api/v1/cards/" + escape(person), {}, 204);
}

/// SEC-12: by the system administrator alone, with the second factor; who makes one stands in the
/// trail.
TEST(OpenApiActs, BackupsAreAnsweredAsDocumented) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    constexpr const char* backups = "/api/v1/backups";
    ask(system, "GET", backups, {}, 200);
    for (const auto& other : {office(), city().someone(cycle::Capacity::security_admin)}) {
        ask(other, "GET", backups, {}, 403);
        post(other, backups, "", 403);
    }
    const auto made = post(system, backups, "", 201).json();
    const auto listed = ask(system, "GET", backups, {}, 200).json();
    EXPECT_EQ(*listed.find("items")->list()->front().object()->find("id"), *made.find("id"));
    const auto trail =
        city().administration().trail(app::accounts::at_the_machine(app::demo::tenant), 1, 10'000);
    EXPECT_TRUE(std::any_of(trail->begin(), trail->end(), [&](const auto& one) {
        return one.matter == "back_up" && one.detail == *made.find("id")->text();
    }));
}

/// SEC-11, ASVS 7.4.1: what lies with the server is named by an incident, tells nothing of its
/// folders, and can be tried again under the same key.
TEST(OpenApiActs, AFailureOfTheServerHasAnIncident) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    const auto back_up = [&](int status) {
        return ask(system, "POST", "/api/v1/backups", "", status, "Idempotency-Key: full-disk\r\n");
    };
    city().backup_failure = Error{Code::file_unwritable, {}, {"/secret/place"}};
    const auto failed = back_up(500);
    EXPECT_EQ(failed.body.find("/secret/place"), failed.body.npos);
    const std::string incident = failed.field("Incident-Id");
    EXPECT_FALSE(incident.empty());
    EXPECT_EQ(*failed.json().find("incident")->text(), incident);
    city().backup_failure.reset();
    back_up(201);
}

/// Who asks for a second one meanwhile is told so and waits for nobody.
TEST(OpenApiActs, OneBackupIsMadeAtATime) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    std::promise<void> begun;
    std::promise<void> told;
    city().while_backing_up = [&] {
        begun.set_value();
        told.get_future().wait();
    };
    auto first = std::async(std::launch::async,
                            [&] { return city().city().post(system, "/api/v1/backups", ""); });
    begun.get_future().wait();
    const auto second = post(system, "/api/v1/backups", "", 409);
    told.set_value();
    city().while_backing_up = nullptr;
    EXPECT_EQ(second.json().find("code")->text()->compare("backup_under_way"), 0) << second.body;
    EXPECT_EQ(first.get().status, 201);
}

/// Two who change one card: the later one is told.
TEST(OpenApiActs, ACardIsNotWrittenOverUnseen) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    constexpr const char* card = "/api/v1/cards/card-of-two";
    const auto put = [&](const std::string& name, const std::string& seen, int status) {
        ask(system, "PUT", card, R"({"name":")" + name + R"(","post":""})", status,
            "If-Match: \"" + seen + "\"\r\n");
    };
    put("甲", "0", 204);
    put("乙", "0", 412);
    const auto listed = ask(system, "GET", "/api/v1/cards", {}, 200).json();
    for (const ledger::Value& one : *listed.find("items")->list())
        if (*one.object()->find("id")->text() == "card-of-two") {
            EXPECT_EQ(*one.object()->find("name")->text(), "甲");
            put("丙", std::to_string(*one.object()->find("version")->number()), 204);
        }
    put("丁", "1", 412);
}

/// SEC-3: by the security administrator alone, within bounds, and not over another's change.
TEST(OpenApiActs, SignInRulesAreAnsweredAsDocumented) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    const auto security = city().someone(cycle::Capacity::security_admin);
    constexpr const char* rules = "/api/v1/sign-in-rules";
    const std::string usual =
        R"({"administrator_idle_minutes":10,"failures_max":5,"idle_minutes":30,"locked_minutes":30})";
    const auto before = ask(system, "GET", rules, {}, 200);
    EXPECT_EQ(before.body, usual);
    ask(office(), "GET", rules, {}, 403);
    ask(system, "PUT", rules, usual, 403);
    ask(security, "PUT", rules, "{}", 422);
    const auto refused = ask(
        security, "PUT", rules,
        R"({"administrator_idle_minutes":0,"failures_max":99999999999,"idle_minutes":30,"locked_minutes":1})",
        422);
    EXPECT_EQ(refused.json().find("errors")->list()->size(), 3u) << refused.body;
    const std::string stricter =
        R"({"administrator_idle_minutes":5,"failures_max":3,"idle_minutes":20,"locked_minutes":60})";
    ask(security, "PUT", rules, stricter, 204);
    EXPECT_EQ(ask(security, "GET", rules, {}, 200).body, stricter);
    const std::string seen = "If-Match: " + before.field("ETag") + "\r\n";
    ask(security, "PUT", rules, usual, 412, seen);
    ask(security, "PUT", rules, usual, 204);
    ask(security, "PUT", rules, usual, 204, seen);
}

TEST(OpenApiActs, TokensAreAnsweredAsDocumented) {
    const auto system = city().someone(cycle::Capacity::system_admin);
    const auto security = city().someone(cycle::Capacity::security_admin);
    post(system, "/api/v1/accounts", R"({"name":"robot","person":"robot"})", 201);
    post(security, "/api/v1/accounts/robot/approve", "", 204);
    const std::string wanted =
        R"({"account":"robot","label":"oa","expires_on":"2021-12-31","scopes":["read"]})";
    const auto grant = [&] {
        return ask(security, "POST", "/api/v1/tokens", wanted, 201, "Idempotency-Key: t\r\n");
    };
    const auto issued = grant();
    EXPECT_EQ(grant().body, issued.body) << "sent twice, granted once";
    ask(security, "GET", "/api/v1/tokens", {}, 200);
    ask(security, "GET", "/api/v1/own-tokens", {}, 200);
    post(security, "/api/v1/own-tokens/none/collect", "", 404);
    ask(security, "DELETE", "/api/v1/own-tokens/none", {}, 404);
    post(system, "/api/v1/tokens", wanted, 403);
    post(security, "/api/v1/tokens", R"({"account":"robot"})", 422);
    ask(security, "DELETE", "/api/v1/tokens/" + *issued.json().find("id")->text(), {}, 204);
    ask(security, "DELETE", "/api/v1/tokens/none", {}, 404);
}

/// A browser with a real session.
class Browser {
public:
    Answered ask(const std::string& method, const std::string& target, const std::string& body,
                 int status) {
        std::string bytes = method + ' ' + target + " HTTP/1.1\r\nHost: test\r\n";
        if (!cookie_.empty()) bytes += "Cookie: " + cookie_ + "\r\n";
        if (!csrf_.empty()) bytes += "X-CSRF-Token: " + csrf_ + "\r\n";
        if (method != "GET")
            bytes +=
                "Content-Type: application/json\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n";
        auto answered = parse_answer(exchange(city().city().port(), bytes + "\r\n" + body));
        EXPECT_EQ(answered.status, status) << target << ' ' << answered.body;
        EXPECT_EQ(city().complaint(document(), method, target, answered), "");
        remember(answered);
        return answered;
    }

private:
    void remember(const Answered& answered) {
        const std::string set = answered.field("Set-Cookie");
        if (set.empty()) return;
        cookie_ = set.substr(0, set.find(';'));
        if (answered.body.empty()) return;
        csrf_ = *answered.json().find("csrf_token")->text();
    }

    std::string cookie_;
    std::string csrf_;
};

TEST(OpenApiActs, SessionsAreAnsweredAsDocumented) {
    const std::string tenant(app::demo::tenant);
    const auto once = city().administration().create(
        app::accounts::at_the_machine(tenant),
        {"visitor", city().someone(cycle::Capacity::commission).person});
    ASSERT_TRUE(once) << message(once.error(), Language::en);
    const auto text = [](const std::string& key, const std::string& value) {
        return '"' + key + "\":\"" + value + '"';
    };
    Browser browser;
    browser.ask("GET", "/api/v1/session", {}, 401);
    browser.ask("GET", "/api/v1/sign-in-ways", {}, 200);
    browser.ask("GET", "/api/v1/session/oidc", {}, 404);
    browser.ask("GET", "/api/v1/session/oidc/callback?code=a&state=b", {}, 404);
    browser.ask("POST", "/api/v1/session", '{' + text("name", "visitor") + '}', 422);
    browser.ask("POST", "/api/v1/session",
                '{' + text("name", "visitor") + ',' + text("password", "wrong") + '}', 401);
    browser.ask("POST", "/api/v1/session",
                '{' + text("name", "visitor") + ',' + text("password", *once) + '}', 201);
    browser.ask("GET", "/api/v1/session", {}, 200);
    browser.ask("GET", "/api/v1/me", {}, 403);
    browser.ask("POST", "/api/v1/session/password",
                '{' + text("current", *once) + ',' + text("wanted", "short") + '}', 422);
    const std::string password = "Lüshan-mountain-7";
    browser.ask("POST", "/api/v1/session/password",
                '{' + text("current", *once) + ',' + text("wanted", password) + '}', 200);
    browser.ask("GET", "/api/v1/me", {}, 200);
    browser.ask("POST", "/api/v1/session/authenticator", "{}", 201);
    browser.ask("POST", "/api/v1/session/step-up", '{' + text("code", "000000") + '}', 403);
    const auto sessions = browser.ask("GET", "/api/v1/sessions", {}, 200);
    const std::string id =
        *sessions.json().find("items")->list()->front().object()->find("id")->text();
    browser.ask("POST", "/api/v1/sessions/none/end", '{' + text("password", password) + '}', 404);
    browser.ask("DELETE", "/api/v1/session", {}, 204);
    browser.ask("GET", "/api/v1/session", {}, 401);
}

}  // namespace
}  // namespace heng::http_test
