/// Papers and books over HTTP: whoever is shown something may take it away, and nobody else.
#include "whole_city.hpp"

#include "app/demo/people.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using app::demo::commission;
using app::demo::office;

/// The whole year, played once.
WholeCity& city() {
    static WholeCity served;
    return served;
}

std::vector<ledger::Object> documents_of(const cycle::Actor& actor) {
    std::vector<ledger::Object> out;
    const auto page = city().city().get(actor, "/api/v1/years/2021/documents?limit=1000").json();
    for (const ledger::Value& one : *page.find("items")->list()) out.push_back(*one.object());
    return out;
}

std::string address_of(const ledger::Object& document, std::string_view ending) {
    return "/api/v1/years/2021/documents/" + escape(*document.find("issuer")->text()) + '/' +
           std::to_string(*document.find("no")->number()) + std::string(ending);
}

std::string text_of(const ledger::Object& document, std::string_view key) {
    const std::string* const text = document.find(key)->text();
    return text == nullptr ? std::string() : *text;
}

/// DOC-19: one of each kind in both formats, the same bytes each time.
TEST(PapersOverHttp, AreHandedOutInBothFormats) {
    std::set<std::string> seen;
    for (const ledger::Object& document : documents_of(office())) {
        if (!seen.insert(text_of(document, "kind")).second) continue;
        const auto docx = city().city().get(office(), address_of(document, ".docx"));
        ASSERT_EQ(docx.status, 200) << docx.body;
        EXPECT_TRUE(docx.body.starts_with("PK"));
        EXPECT_TRUE(docx.field("Content-Disposition").starts_with("attachment; filename*=UTF-8''"));
        EXPECT_EQ(city().city().get(office(), address_of(document, ".docx")).body, docx.body);
        const auto pdf = city().city().get(office(), address_of(document, ".pdf"));
        ASSERT_EQ(pdf.status, 200) << pdf.body;
        EXPECT_TRUE(pdf.body.starts_with("%PDF"));
        EXPECT_EQ(pdf.field("Content-Type"), "application/pdf");
    }
    EXPECT_GE(seen.size(), 8U);
}

/// A unit takes away what it is shown, and learns nothing of the rest.
TEST(PapersOverHttp, AreForWhomTheyAreShown) {
    const cycle::Actor unit = city().someone(cycle::Capacity::unit, "C02");
    std::set<std::string> own;
    for (const ledger::Object& document : documents_of(unit)) {
        own.insert(text_of(document, "id"));
        EXPECT_EQ(city().city().get(unit, address_of(document, ".pdf")).status, 200);
    }
    EXPECT_FALSE(own.empty());
    std::size_t hidden = 0;
    for (const ledger::Object& document : documents_of(office())) {
        if (own.contains(text_of(document, "id"))) continue;
        ++hidden;
        EXPECT_EQ(city().city().get(unit, address_of(document, ".docx")).status, 404);
        if (hidden == 20) break;
    }
    EXPECT_GT(hidden, 0U);
    const auto first = documents_of(office()).front();
    for (const char* const ending : {".odt", "", ".docx.pdf"})
        EXPECT_EQ(city().city().get(office(), address_of(first, ending)).status, 404) << ending;
}

TEST(BooksOverHttp, AreForWhomTheirScreensAre) {
    const std::string domain = escape(app::demo::story().scheme().domains.front().id);
    const std::string book = "/api/v1/years/2021/domains/" + domain + "/scorebook.xlsx";
    for (const std::string& address :
         {book, std::string("/api/v1/years/2021/findings.xlsx"),
          std::string("/api/v1/register.xlsx"), std::string("/api/v1/templates/enrol_unit")}) {
        const auto answered = city().city().get(office(), address);
        ASSERT_EQ(answered.status, 200) << address << ' ' << answered.body;
        EXPECT_TRUE(answered.body.starts_with("PK")) << address;
        EXPECT_NE(answered.field("Content-Disposition").find(".xlsx"), std::string::npos);
    }
    const cycle::Actor unit = city().someone(cycle::Capacity::unit, "C02");
    EXPECT_EQ(city().city().get(unit, book).status, 403);
    const std::string findings = "/api/v1/years/2021/findings.xlsx";
    const auto early = city().city().get(office(), findings + "?at=2021-03-01");
    EXPECT_EQ(early.status, 200);
    EXPECT_LT(early.body.size(), city().city().get(office(), findings).body.size())
        << "as the ledger stood then";
    EXPECT_EQ(city().city().get(office(), findings + "?at=then").status, 400);
    EXPECT_EQ(city().city().get(office(), "/api/v1/bundle?at=2021-03-01").status, 400);
    EXPECT_EQ(city().city().get(office(), "/api/v1/templates/no_such_act").status, 404);
    EXPECT_EQ(city().city().get(office(), "/api/v1/years/1999/findings.xlsx").status, 404);
}

/// It holds everything: each capacity but two is blind to something, and the clearance counts too.
TEST(BundleOverHttp, IsForWhoeverSeesEverything) {
    std::set<std::string> taken;
    for (const cycle::Actor& actor : city().everyone()) {
        const auto answered = city().city().get(actor, "/api/v1/bundle");
        EXPECT_TRUE(answered.status == 200 || answered.status == 403) << answered.body;
        if (answered.status == 200) taken.insert(std::string(cycle::name(actor.as)));
    }
    EXPECT_EQ(taken, (std::set<std::string>{"commission", "office"}));
    const auto answered = city().city().get(office(), "/api/v1/bundle");
    EXPECT_EQ(answered.body, std::string("bundle of ") + app::demo::tenant);
    EXPECT_NE(answered.field("Content-Disposition").find(".bundle"), std::string::npos);
    EXPECT_TRUE(city().readings().contains("/api/v1/bundle")) << "ASVS 8.3.5";
}

/// ASVS 11.1.4: nobody empties the ledger book by book.
TEST(BooksOverHttp, AreLimitedByTheHour) {
    const cycle::Actor actor = commission();
    int status = 200;
    for (int i = 0; i < 25 && status == 200; ++i)
        status = city().city().get(actor, "/api/v1/register.xlsx").status;
    EXPECT_EQ(status, 429);
}

}  // namespace
}  // namespace heng::http_test
