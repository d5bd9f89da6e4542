/// api/openapi.yaml against the program: the same routes, the same acts, the same choices.
#include "api_document.hpp"
#include "app/demo/people.hpp"
#include "core/act/perform.hpp"
#include "core/report/act_schemas.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/yaml/as_value.hpp"
#include "whole_city.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

constexpr std::string_view seam = "    # Printed by heng act-schemas.\n";

/// The first weeks of the year are enough to have every route, and a draft that is not in force.
WholeCity& city() {
    static WholeCity served({app::demo::usual_seed, ledger::parse_date("2021-02-10")});
    return served;
}

ApiDocument& document() {
    static ApiDocument read;
    return read;
}

TEST(OpenApi, NamesEveryRouteAndNoOther) {
    std::set<std::string> served;
    for (const auto& route : city().router().routes())
        served.insert(std::string(http::name(route->method)) + ' ' + route->pattern);
    const std::set<std::string> documented = document().operations();
    for (const std::string& one : served)
        EXPECT_TRUE(documented.contains(one)) << one << " is not documented";
    for (const std::string& one : documented)
        EXPECT_TRUE(served.contains(one)) << one << " is no route";
}

TEST(OpenApi, EndsWithTheActsOfTheTable) {
    const std::string text = api_document_text();
    const std::size_t at = text.find(seam);
    ASSERT_NE(at, text.npos);
    EXPECT_TRUE(text.substr(at + seam.size()) == report::act_schemas())
        << "after that line, put what heng act-schemas prints";
}

/// `heng serve` makes openapi.json with our own reader; it must say the same as the YAML.
TEST(OpenApi, IsTheSameAsJson) {
    const auto read = yaml::read_value("openapi.yaml", api_document_text());
    ASSERT_TRUE(read);
    const boost::json::value ours = boost::json::parse(http::print_json(*read));
    EXPECT_TRUE(ours == document().root());
}

/// The document and `check_fields` judge the same body.
void expect_agreement(const act::Act& act, const ledger::Object& body, const std::string& what) {
    const bool is_taken = act::check_fields(act.fields, body).empty();
    const std::string wrong =
        document().complaint_by("act_" + std::string(act.id), http::print_json(body));
    EXPECT_EQ(is_taken, wrong.empty()) << act.id << ' ' << what << ' ' << wrong;
}

ledger::Object without(const ledger::Object& body, std::string_view key) {
    ledger::Object out;
    for (const ledger::Member& member : body.members())
        if (member.key != key) out.add(member.key, member.value);
    return out;
}

ledger::Object with(const ledger::Object& body, std::string_view key, ledger::Value value) {
    ledger::Object out = without(body, key);
    out.add(std::string(key), std::move(value));
    return out;
}

/// A body of the act's fields: those of an event, without what the program added.
ledger::Object fields_of(const act::Act& act, const ledger::Object& event) {
    ledger::Object out;
    for (const act::Field& field : act.fields)
        if (const ledger::Value* const value = event.find(field.name))
            out.add(std::string(field.name), *value);
    return out;
}

/// Bodies that real acts had, and what they would be with each field missing, empty or of another
/// kind.
TEST(OpenApi, TakesTheBodiesThatActsTake) {
    const ledger::List odd{ledger::Value(),
                           ledger::Value(""),
                           ledger::Value("x"),
                           ledger::Value(0),
                           ledger::Value(-1),
                           ledger::Value(true),
                           ledger::List{},
                           ledger::Object{},
                           ledger::Value("2021-06-30"),
                           ledger::Value(" "),
                           ledger::Value(std::string(4'001, 'x'))};
    app::demo::Played whole({});
    std::set<std::string_view> seen;
    for (const ledger::SealedEvent& sealed : whole.events()) {
        const auto event = ledger::decode_event(sealed.bytes);
        ASSERT_TRUE(event);
        const act::Act* const act = act::find_act(event->what.act);
        if (act == nullptr) continue;  // the ledger's own first event
        if (!seen.insert(act->id).second) continue;
        const ledger::Object body = fields_of(*act, event->what.body);
        expect_agreement(*act, body, "as it was done");
        expect_agreement(*act, with(body, "surprise", 1), "with a surprise");
        for (const act::Field& field : act->fields) {
            const std::string name(field.name);
            expect_agreement(*act, without(body, name), "without " + name);
            for (const ledger::Value& one : odd)
                expect_agreement(*act, with(body, name, one),
                                 name + " as " + http::print_json(one));
        }
    }
    EXPECT_GT(seen.size(), 60U) << "the year of the demonstration has most acts";
}

/// ASVS 4.1.3: whoever may see a draft, and nobody else, has it checked or changed on trial.
TEST(DraftEdits, AreForWhomTheDraftIs) {
    const std::string year = "/api/v1/years/2021/drafts";
    const std::pair<const char*, const char*> edits[] = {
        {"/rewording", R"({"clauses":[{"domain":"x","task":"x","clause":"1"}]})"},
        {"/days-off", R"({"holidays":[],"working_weekends":[]})"},
        {"/table?domain=x&name=x", "x"}};
    const auto listed = city().city().get(app::demo::office(), year + "?limit=1000").json();
    std::vector<std::string> drafts{year + "/987654"};  // one that there is not
    for (const ledger::Value& one : *listed.find("items")->list())
        drafts.push_back(year + '/' + std::to_string(*one.object()->find("id")->number()));
    ASSERT_GT(drafts.size(), 1U);
    for (const cycle::Actor& actor : city().everyone())
        for (const std::string& draft : drafts) {
            const std::string what = std::string(cycle::name(actor.as)) + ' ' + draft;
            const bool is_seen = city().city().get(actor, draft).status == 200;
            EXPECT_EQ(city().city().get(actor, draft + "/check").status, is_seen ? 200 : 404)
                << what;
            for (const auto& [edit, body] : edits)
                EXPECT_EQ(city().city().post(actor, draft + edit, body).status != 404, is_seen)
                    << what << edit;
        }
}

}  // namespace
}  // namespace heng::http_test
