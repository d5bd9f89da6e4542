/// What the views really answer, against api/openapi.yaml: to everyone, now and as of earlier days.
#include "api_document.hpp"
#include "app/demo/people.hpp"
#include "shell/http/api/view_table.hpp"
#include "whole_city.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using app::demo::office;

/// The whole year, played once.
WholeCity& city() {
    static WholeCity served;
    return served;
}

ApiDocument& document() {
    static ApiDocument read;
    return read;
}

std::string replaced(std::string text, std::string_view name, const std::string& value) {
    const std::size_t at = text.find(name);
    if (at != text.npos) text.replace(at, name.size(), value);
    return text;
}

/// A part of a list: its first, one in its middle and its last.
std::vector<std::string> some_of(const std::vector<std::string>& all) {
    if (all.size() <= 3) return all;
    return {all.front(), all[all.size() / 2], all.back()};
}

/// The numbers of records that the office finds in a list, under `key`.
std::vector<std::string> records_in(const std::string& target, std::string_view key) {
    std::vector<std::string> out;
    const auto answered = city().city().get(office(), target + "?limit=1000");
    if (answered.status != 200) return out;
    const ledger::Object page = answered.json();
    for (const ledger::Value& item : *page.find("items")->list())
        if (const ledger::Value* const record = item.object()->find(key);
            record != nullptr && record->number() != nullptr)
            out.push_back(std::to_string(*record->number()));
    return some_of(out);
}

std::vector<std::string> units() {
    std::vector<std::string> out;
    for (const auto& [id, unit] : city().city().played().account.state.units_and_people.units)
        out.push_back(id);
    return out;
}

std::vector<std::string> domains() {
    std::set<std::string> out;
    for (const auto& [id, unit] : city().city().played().account.state.units_and_people.units)
        out.insert(unit.now().domain);
    return {out.begin(), out.end()};
}

/// What a view needs in its query.
std::string query_needed(std::string_view pattern) {
    if (pattern.ends_with("/diff"))
        return "&from=" + records_in("/api/v1/years/2021/drafts", "id")[0];
    if (!pattern.ends_with("/possible-duplicates")) return "";
    const auto& finding = city().city().played().cycle().findings.all.begin()->second;
    return "&unit=" + escape(finding.unit) + "&branch=" + escape(finding.fact.branch) +
           "&occurred_on=" + ledger::print_date(finding.fact.occurred_on);
}

/// Addresses of the view for things that are there.
std::vector<std::string> targets_of(std::string_view pattern) {
    const std::string of_year = replaced(std::string(pattern), "{year}", "2021");
    std::vector<std::string> out;
    const std::size_t at = of_year.find("/{record}");
    if (at != of_year.npos) {
        const std::string list = of_year.substr(0, at);
        const bool is_row = list.ends_with("task-sheets");
        for (const std::string& id : records_in(list, is_row ? "record" : "id"))
            out.push_back(replaced(of_year, "{record}", id));
    } else if (of_year.find("{unit}") != of_year.npos) {
        for (const std::string& id : some_of(units()))
            out.push_back(replaced(of_year, "{unit}", escape(id)));
        out.push_back(replaced(of_year, "{unit}", "C02"));
    } else if (of_year.find("{domain}") != of_year.npos) {
        for (const std::string& id : some_of(domains()))
            out.push_back(replaced(of_year, "{domain}", escape(id)));
    } else {
        out.push_back(of_year);
    }
    for (std::string& one : out) one += "?limit=1000" + query_needed(pattern);
    return out;
}

/// Those who see the most, and those of whom much is hidden.
std::vector<cycle::Actor> lookers() {
    std::vector<cycle::Actor> out = city().everyone();
    out.push_back(city().someone(cycle::Capacity::unit, "C02"));
    return out;
}

/// Whether the view shows anything to one of them, and the first complaint about an answer.
struct Seen {
    bool is_shown = false;
    std::string complaint;
};

Seen look(std::string_view pattern, const std::vector<cycle::Actor>& all, const std::string& day) {
    Seen out;
    for (const std::string& target : targets_of(pattern)) {
        for (const cycle::Actor& actor : all) {
            const auto answered = city().city().get(actor, target + day);
            out.is_shown = out.is_shown || answered.status == 200;
            const std::string wrong = city().complaint(document(), "GET", target + day, answered);
            if (!wrong.empty() && out.complaint.empty())
                out.complaint = std::string(cycle::name(actor.as)) + ": " + wrong;
        }
    }
    return out;
}

TEST(OpenApiViews, AreAnsweredAsDocumented) {
    const std::vector<cycle::Actor> all = lookers();
    for (const std::string day : {"", "&at=2021-01-02", "&at=2021-06-30", "&at=2021-12-20"}) {
        for (const http::ViewRoute& route : http::view_routes()) {
            const Seen seen = look(route.pattern, all, day);
            EXPECT_EQ(seen.complaint, "");
            EXPECT_TRUE(seen.is_shown || !day.empty()) << route.pattern << " is shown to nobody";
        }
    }
}

/// Each list to its end, page by page: as many items as in one go, none twice.
TEST(OpenApiViews, ListsArePagedToTheirEnd) {
    for (const http::ViewRoute& route : http::view_routes()) {
        const std::vector<std::string> targets = targets_of(route.pattern);
        if (targets.empty()) continue;
        const std::string& target = targets.front();
        const auto whole = city().city().get(office(), target);
        if (whole.status != 200 || whole.json().find("items") == nullptr) continue;
        const std::size_t count = whole.json().find("items")->list()->size();
        const std::size_t limit = std::max<std::size_t>(1, count / 3);
        const std::string paged = replaced(target, "limit=1000", "limit=" + std::to_string(limit));
        std::size_t found = 0;
        std::string next;
        do {
            const std::string at = paged + (next.empty() ? "" : "&cursor=" + escape(next));
            const auto answered = city().city().get(office(), at);
            EXPECT_EQ(city().complaint(document(), "GET", at, answered), "");
            ASSERT_EQ(answered.status, 200) << at;
            const ledger::Object page = answered.json();
            found += page.find("items")->list()->size();
            const std::string* const cursor = page.find("next")->text();
            next = cursor == nullptr ? "" : *cursor;
        } while (!next.empty() && found <= 1'000);
        EXPECT_GE(found, count) << target;
    }
}

TEST(OpenApiViews, TakeEveryDocumentedChoice) {
    std::size_t choices = 0;
    for (const http::ViewRoute& route : http::view_routes()) {
        const std::string target = replaced(std::string(route.pattern), "{year}", "2021");
        for (const std::string& choice : document().choices("GET", std::string(route.pattern))) {
            const auto answered = city().city().get(office(), target + '?' + choice);
            EXPECT_EQ(answered.status, 200) << target << ' ' << choice << answered.body;
            ++choices;
        }
    }
    EXPECT_GE(choices, 7U);
}

TEST(OpenApiViews, RefuseAsDocumented) {
    for (const std::string target :
         {"/api/v1/years/1999/findings", "/api/v1/years/2021/findings/999999", "/api/v1/units/C99",
          "/api/v1/units?limit=0", "/api/v1/units?cursor=none", "/api/v1/units?at=then",
          "/api/v1/years/2021/findings?stage=lost",
          "/api/v1/years/2021/domains/counties/heat-map?quarter=5",
          "/api/v1/years/2021/possible-duplicates"}) {
        const auto answered = city().city().get(office(), target);
        EXPECT_GE(answered.status, 400) << target;
        EXPECT_EQ(city().complaint(document(), "GET", target, answered), "");
    }
    cycle::Actor nobody = office();
    nobody.person = "nobody";
    const auto unknown = city().city().get(nobody, "/api/v1/me");
    EXPECT_EQ(unknown.status, 401);
    EXPECT_EQ(city().complaint(document(), "GET", "/api/v1/me", unknown), "");
}

TEST(OpenApiViews, TheLogIsPagedAsDocumented) {
    const cycle::Actor auditor = city().someone(cycle::Capacity::audit_admin);
    std::size_t found = 0;
    std::string next;
    do {
        const std::string target = "/api/v1/log" + (next.empty() ? "" : "?cursor=" + next);
        const auto answered = city().city().get(auditor, target);
        ASSERT_EQ(city().complaint(document(), "GET", target, answered), "");
        ASSERT_EQ(answered.status, 200);
        const ledger::Object page = answered.json();
        found += page.find("items")->list()->size();
        const std::string* const cursor = page.find("next")->text();
        next = cursor == nullptr ? "" : *cursor;
    } while (!next.empty());
    const std::int64_t head =
        city().city().desk().read([](const app::Live& live) { return live.head.seq; });
    EXPECT_EQ(found, static_cast<std::size_t>(head));
    const auto refused = city().city().get(office(), "/api/v1/log");
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(city().complaint(document(), "GET", "/api/v1/log", refused), "");
}

/// SEC-9: what is looked for is found in the whole ledger, wherever a page ends.
TEST(OpenApiViews, TheLogIsSearchedAsAWhole) {
    const cycle::Actor auditor = city().someone(cycle::Capacity::audit_admin);
    const auto found = [&](const std::string& filter) {
        ledger::List out;
        std::string next = "1";
        for (std::string cursor; !next.empty(); cursor = "&cursor=" + next) {
            const std::string target = "/api/v1/log?" + filter + cursor;
            const auto answered = city().city().get(auditor, target);
            EXPECT_EQ(city().complaint(document(), "GET", target, answered), "");
            const ledger::Object page = answered.json();
            for (const ledger::Value& one : *page.find("items")->list()) out.push_back(one);
            const std::string* const more = page.find("next")->text();
            next = more == nullptr ? "" : *more;
        }
        return out;
    };
    const auto is = [](const ledger::Value& row, std::string_view key, std::string_view text) {
        return *row.object()->find(key)->text() == text;
    };
    const ledger::List publications = found("act=publish_results");
    ASSERT_FALSE(publications.empty());
    for (const ledger::Value& one : publications) EXPECT_TRUE(is(one, "act", "publish_results"));
    EXPECT_EQ(found("text=publish_resu"), publications);
    const std::string name = *publications.front().object()->find("act_name")->text();
    EXPECT_EQ(found("text=" + escape(name)), publications);
    const ledger::List findings = found("act=record_finding");
    EXPECT_GT(findings.size(), 200U) << "more than a page";
    const ledger::Object& last = *findings.back().object();
    const std::string person = *last.find("person")->text();
    const std::string day = *last.find("on")->text();
    const ledger::List of_day =
        found("act=record_finding&person=" + escape(person) + "&from=" + day + "&to=" + day);
    ASSERT_FALSE(of_day.empty());
    for (const ledger::Value& one : of_day)
        EXPECT_TRUE(is(one, "person", person) && is(one, "on", day));
    EXPECT_EQ(found("text=" + std::to_string(*last.find("id")->number())), ledger::List{last});
    EXPECT_EQ(found("text=nothing-like-it"), ledger::List{});
    const auto refused = city().city().get(auditor, "/api/v1/log?from=then&to=now");
    EXPECT_EQ(refused.status, 400);
    EXPECT_EQ(refused.json().find("errors")->list()->size(), 2U) << refused.body;
}

/// The chain as an auditor checks it, without a word of what it says (SEC-15).
TEST(OpenApiViews, TheLedgerIsVerifiedAsDocumented) {
    const cycle::Actor auditor = city().someone(cycle::Capacity::audit_admin);
    const std::string target = "/api/v1/log/verification";
    const auto verified = city().city().get(auditor, target);
    ASSERT_EQ(verified.status, 200) << verified.body;
    EXPECT_EQ(city().complaint(document(), "GET", target, verified), "");
    const std::int64_t head =
        city().city().desk().read([](const app::Live& live) { return live.head.seq; });
    EXPECT_EQ(*verified.json().find("head")->object()->find("seq")->number(), head);
    const auto refused = city().city().get(office(), target);
    EXPECT_EQ(refused.status, 403);
    EXPECT_EQ(city().complaint(document(), "GET", target, refused), "");
}

/// ASVS 11.1.4: everything at once is had a few times an hour.
TEST(OpenApiViews, WholeListsAreHandedOutNowAndThen) {
    const cycle::Actor auditor = city().someone(cycle::Capacity::audit_admin);
    const std::string all = "/api/v1/people?limit=all";
    const auto first = city().city().get(auditor, all);
    ASSERT_EQ(first.status, 200) << first.body;
    EXPECT_EQ(city().complaint(document(), "GET", all, first), "");
    EXPECT_EQ(first.json().find("next")->text(), nullptr);
    EXPECT_GT(first.json().find("items")->list()->size(), 100U) << "more than a page";
    Answered last = first;
    for (int i = 0; i < 20 && last.status == 200; ++i) last = city().city().get(auditor, all);
    EXPECT_EQ(last.status, 429) << "the same answer is counted, though it is at hand";
    EXPECT_EQ(city().complaint(document(), "GET", all, last), "");
    EXPECT_GT(std::stoi(last.field("Retry-After")), 3'000);
    EXPECT_EQ(city().city().get(auditor, "/api/v1/people").status, 200) << "pages go on";
}

TEST(OpenApiViews, PagesAndHealthAnswerAsDocumented) {
    for (const std::string target : {"/", "/api/docs", "/api/docs.css", "/api/docs.js",
                                     "/api/errors.json", "/api/openapi.json", "/api/openapi.yaml",
                                     "/healthz", "/readyz", "/metrics", "/api/v1/acts"}) {
        const auto answered = city().city().get(office(), target);
        EXPECT_EQ(answered.status, 200) << target;
        EXPECT_EQ(city().complaint(document(), "GET", target, answered), "");
    }
}

}  // namespace
}  // namespace heng::http_test
