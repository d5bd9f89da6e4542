/// ASVS 4.1.1, 4.1.3, 4.2.1, SEC-6, SEC-15: every address × every capacity, against the tables of
/// who may see and who may do what; and nothing of one unit for another.
#include "served_city.hpp"
#include "view_rights.hpp"

#include "app/demo/people.hpp"
#include "core/act/acts.hpp"
#include "core/act/permission.hpp"
#include "core/act/reading.hpp"
#include "shell/http/api/json_text.hpp"

#include <gtest/gtest.h>

namespace heng::http_test {
namespace {

using act::Relation;
using app::demo::commission;
using app::demo::coordinator;
using app::demo::office;
using cycle::Actor;
using cycle::Capacity;

/// The whole year, played once.
ServedCity& city() {
    static ServedCity served;
    return served;
}
const cycle::Cycle& year() {
    return city().played().cycle();
}
const cycle::Register& people() {
    return city().played().account.state.units_and_people;
}

/// The first who acts so, for this unit or body if one is named.
Actor someone(Capacity as, std::string_view of = {}) {
    for (const auto& [id, person] : people().people)
        for (const cycle::Appointment& one : person.appointments)
            if (one.as == as && (of.empty() || one.of == of) && one.holds_on(city().today()))
                return {id, one.as, one.of};
    throw std::runtime_error("nobody acts so");
}

/// One for each capacity.
std::vector<Actor> everyone() {
    std::vector<Actor> out;
    for (int i = 0; i < cycle::capacity_count; ++i) {
        const auto as = static_cast<Capacity>(i);
        out.push_back(as == Capacity::unit ? someone(as, "C02") : someone(as));
    }
    return out;
}

bool is_listed(std::string_view kinds, Capacity as) {
    if (kinds == for_everyone) return true;
    for (const act::Reading& one : act::readings()) {
        const std::string_view word = act::view_words()[static_cast<std::size_t>(one.view)].id;
        if (one.as == as && kinds.find(word) != kinds.npos) return true;
    }
    return false;
}
/// Listed without any relation to the subject. @pre it is one kind
bool sees_all(std::string_view kind, Capacity as) {
    if (kind == for_everyone) return true;
    const auto all = act::readings();
    return std::any_of(all.begin(), all.end(), [&](const act::Reading& one) {
        return one.as == as && one.relation == Relation::any &&
               act::view_words()[static_cast<std::size_t>(one.view)].id == kind;
    });
}

void replace(std::string& target, const std::string& what, const std::string& with) {
    const std::size_t at = target.find(what);
    if (at != target.npos) target.replace(at, what.size(), with);
}

/// A record that there is behind the address; any number where it names none.
std::string record_behind(const std::string& pattern) {
    const auto first = [](const auto& map) { return std::to_string(map.begin()->first.seq); };
    if (pattern.find("/drafts/") != pattern.npos) return first(year().indicators.drafts);
    if (pattern.find("/findings/") != pattern.npos) return first(year().findings.all);
    if (pattern.find("/matters/") != pattern.npos) return first(year().monitoring.matters);
    if (pattern.find("/task-sheets/") != pattern.npos) return first(year().year_end.sheets);
    if (pattern.find("/ballots/") != pattern.npos) return first(year().reviews.ballots);
    return "1";
}

/// Of some finding about the unit.
std::string branch_about(const std::string& unit) {
    for (const auto& [id, one] : year().findings.all)
        if (one.unit == unit) return escape(one.fact.branch);
    return "none";
}

std::string target_for(const std::string& pattern, const std::string& unit = "C02") {
    std::string target = pattern;
    replace(target, "{year}", "2021");
    replace(target, "{unit}", unit);
    replace(target, "{domain}", "counties");
    replace(target, "{record}", record_behind(pattern));
    if (target.ends_with("/diff")) target += "?from=" + record_behind("/drafts/");
    if (target.ends_with("/possible-duplicates"))
        target += "?occurred_on=2021-06-30&branch=" + branch_about(unit) + "&unit=" + unit;
    return target;
}

std::string code_of(const Answered& answered) {
    const auto body = json::read_object(answered.body);
    if (!body || body->find("code") == nullptr) return {};
    return *body->find("code")->text();
}

TEST(ReadingRights, AreKnownForEveryAddress) {
    for (const auto& route : city().service().router().routes()) {
        if (route->method != http::Method::get || is_beside_views(route->pattern)) continue;
        EXPECT_TRUE(kinds_of_views().contains(route->pattern))
            << route->pattern << " must be put into the table";
    }
}

/// ASVS 4.1.1, 4.1.3: what the table does not list is refused, what it lists for all is answered.
TEST(ReadingRights, AreThoseOfTheTableOnEveryAddress) {
    int answered_count = 0;
    int refused_count = 0;
    for (const Actor& actor : everyone())
        for (const auto& route : city().service().router().routes()) {
            const auto kind = kinds_of_views().find(route->pattern);
            if (route->method != http::Method::get || kind == kinds_of_views().end()) continue;
            const auto answered = city().get(actor, target_for(route->pattern));
            const std::string what = std::string(cycle::name(actor.as)) + ' ' + route->pattern;
            EXPECT_LT(answered.status, 500) << what << answered.body;
            if (!is_listed(kind->second, actor.as)) {
                ++refused_count;
                EXPECT_NE(answered.status, 200) << what;
                EXPECT_TRUE(code_of(answered) == "view_not_permitted" ||
                            code_of(answered) == "record_unknown")
                    << what << ' ' << answered.body;
            } else if (sees_all(kind->second, actor.as) &&
                       route->pattern.find("/results/{record}") == std::string::npos) {
                ++answered_count;
                EXPECT_EQ(answered.status, 200) << what << ' ' << answered.body.substr(0, 300);
            }
        }
    EXPECT_GT(answered_count, 150);
    EXPECT_GT(refused_count, 120);
}

/// The state of an earlier or a later day opens nothing that today is closed, and nothing breaks.
TEST(ReadingRights, AreTheSameAsOfAnyDay) {
    for (const char* const day : {"0001-01-01", "2021-06-30", "9999-12-31"})
        for (const Actor& actor : {office(), someone(Capacity::lead),
                                   someone(Capacity::unit, "C02"), someone(Capacity::system_admin)})
            for (const auto& [pattern, kind] : kinds_of_views()) {
                std::string target = target_for(pattern);
                target += (target.find('?') == target.npos ? "?at=" : "&at=") + std::string(day);
                const auto answered = city().get(actor, target);
                EXPECT_LT(answered.status, 500)
                    << cycle::name(actor.as) << ' ' << target << answered.body;
                EXPECT_TRUE(is_listed(kind, actor.as) || answered.status != 200)
                    << cycle::name(actor.as) << ' ' << target;
            }
}

/// SEC-15 (b): no administrator sees a score, a rank or a grade.
TEST(ReadingRights, ShowNoScoreToAdministrators) {
    for (const Capacity as :
         {Capacity::system_admin, Capacity::security_admin, Capacity::audit_admin})
        for (const auto& [pattern, kind] : kinds_of_views()) {
            const auto answered = city().get(someone(as), target_for(pattern));
            if (answered.status != 200) continue;
            for (const char* const key :
                 {"\"total\":", "\"rank\":", "\"grade\":", "\"score\":", "\"indicator\":"})
                EXPECT_EQ(answered.body.find(key), std::string::npos)
                    << cycle::name(as) << ' ' << pattern << ' ' << key;
        }
}

std::vector<std::string> all_units() {
    std::vector<std::string> out;
    for (const auto& [id, unit] : people().units) out.push_back(id);
    return out;
}

/// Both answers say the same, but for the name that was asked for.
void expect_alike(const Answered& one, const std::string& name, const Answered& other,
                  const std::string& other_name, const std::string& what) {
    EXPECT_NE(one.status, 200) << what;
    EXPECT_EQ(one.status, other.status) << what;
    std::string body = one.body;
    for (std::size_t at = 0; (at = body.find(name, at)) != body.npos; at += other_name.size())
        body.replace(at, name.size(), other_name);
    EXPECT_EQ(body, other.body) << what;
}

/// ASVS 4.2.1: with the id of another unit a unit learns no more than with one that there is not.
TEST(UnitRights, EndAtTheUnitOnEveryAddressThatNamesOne) {
    int asked = 0;
    for (const char* const own : {"C02", "D01"}) {
        const Actor actor = someone(Capacity::unit, own);
        for (const auto& [pattern, kind] : kinds_of_views()) {
            if (pattern.find("{unit}") == pattern.npos) continue;
            EXPECT_EQ(city().get(actor, target_for(pattern, own)).status, 200) << pattern << own;
            const auto absent = city().get(actor, target_for(pattern, "C999"));
            for (const std::string& unit : all_units()) {
                if (unit == own) continue;
                const auto others = city().get(actor, target_for(pattern, unit));
                expect_alike(others, unit, absent, "C999", pattern + ' ' + unit);
                ++asked;
            }
        }
    }
    EXPECT_GT(asked, 300);
}

/// Records by number, with the unit that each is about.
using Owners = std::map<std::int64_t, std::string>;

std::map<std::string, Owners> owned_records() {
    std::map<std::string, Owners> out;
    for (const auto& [id, one] : year().findings.all)
        out["/api/v1/years/2021/findings/"][id.seq] = one.unit;
    for (const auto& [id, one] : year().monitoring.matters)
        out["/api/v1/years/2021/matters/"][id.seq] = one.unit;
    for (const auto& [id, one] : year().year_end.sheets)
        out["/api/v1/years/2021/task-sheets/"][id.seq] = one.key.unit;
    return out;
}

/// The unit that has most of these records.
std::string busiest(const Owners& owners) {
    std::map<std::string, int> counts;
    for (const auto& [seq, unit] : owners) ++counts[unit];
    return std::max_element(counts.begin(), counts.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
}

/// ASVS 4.2.1: the same for records by their number.
TEST(UnitRights, EndAtTheUnitsRecords) {
    constexpr std::string_view absent = "987654321";
    constexpr int others_max = 250;
    for (const auto& [address, owners] : owned_records()) {
        const std::string own = busiest(owners);
        const Actor actor = someone(Capacity::unit, own);
        const auto unknown = city().get(actor, address + std::string(absent));
        int own_count = 0;
        int others_count = 0;
        for (const auto& [seq, unit] : owners) {
            if (unit != own && others_count == others_max) continue;
            const auto answered = city().get(actor, address + std::to_string(seq));
            if (unit == own && answered.status == 200) {
                ++own_count;
                continue;
            }
            // its own as well, as long as nobody has confirmed what is said against it
            expect_alike(answered, std::to_string(seq), unknown, std::string(absent),
                         address + std::to_string(seq));
            others_count += unit == own ? 0 : 1;
        }
        EXPECT_GT(own_count, 0) << address;
        EXPECT_GT(others_count, 10) << address;
    }
    for (const auto& [id, ballot] : year().reviews.ballots)
        EXPECT_NE(city()
                      .get(someone(Capacity::unit, "C02"),
                           "/api/v1/years/2021/ballots/" + std::to_string(id.seq))
                      .status,
                  200);
}

/// ASVS 4.2.1: lists show a unit nothing that names another.
TEST(UnitRights, ListsNameNoOtherUnit) {
    for (const char* const own : {"C02", "D01"}) {
        const Actor actor = someone(Capacity::unit, own);
        for (const auto& [pattern, kind] : kinds_of_views()) {
            if (pattern.find("{record}") != pattern.npos || kind == "indicators") continue;
            const auto answered = city().get(actor, target_for(pattern, own));
            for (const std::string& unit : all_units())
                EXPECT_TRUE(unit == own ||
                            answered.body.find('"' + unit + '"') == std::string::npos)
                    << own << " sees " << unit << " at " << pattern;
        }
    }
}

/// ASVS 4.2.1: nor do files: one gets those of his own records.
TEST(UnitRights, EndAtTheUnitsFiles) {
    std::map<std::string, std::set<std::string>> named_by;
    for (const auto& [id, one] : year().findings.all)
        for (const ledger::Digest& hash : one.fact.evidence)
            named_by[ledger::print_digest(hash)].insert(one.unit);
    const Actor actor = someone(Capacity::unit, "C02");
    const auto absent = city().get(actor, "/api/v1/evidence/" + std::string(64, '0'));
    EXPECT_EQ(absent.status, 404);
    int others = 0;
    for (const auto& [hash, units] : named_by) {
        const auto answered = city().get(actor, "/api/v1/evidence/" + hash);
        if (units.contains("C02")) {
            EXPECT_EQ(answered.status, 200);
            continue;
        }
        if (answered.status == 200) continue;  // named by another kind of record of his, too
        ++others;
        EXPECT_EQ(answered.body, absent.body);
    }
    EXPECT_GT(others, 0);
}

/// ASVS 4.2.1: nobody tries out what would become of another unit.
TEST(UnitRights, EndAtTheUnitsTrials) {
    const Actor actor = someone(Capacity::unit, "C02");
    const auto& rules = app::demo::story().scheme().tables[0];
    const std::string branch = rules.categories[0].tasks[0].clauses[0].branches[0].id;
    const std::pair<std::string, std::string> trials[] = {
        {"/what-if", "{}"}, {"/foresight", R"({"value":"1","branch":")" + branch + "\"}"}};
    for (const auto& [trial, body] : trials) {
        const auto ask = [&](const std::string& unit) {
            return city().post(actor, "/api/v1/years/2021/units/" + unit + trial, body);
        };
        EXPECT_EQ(ask("C02").status, 200) << trial;
        const auto absent = ask("C999");
        for (const std::string& unit : all_units())
            if (unit != "C02") expect_alike(ask(unit), unit, absent, "C999", unit);
    }
}

/// A body for the act in which every field has the right shape.
ledger::Object body_for(std::span<const act::Field> fields);

ledger::Value value_for(const act::Field& field) {
    using act::Kind;
    switch (field.kind) {
        case Kind::id:
            if (field.name == "unit") return "C03";
            if (field.name == "domain") return "counties";
            return "x";
        case Kind::decimal: return "1";
        case Kind::whole: return field.name == "year" ? 2021 : 1;
        case Kind::flag: return true;
        case Kind::date: return "2021-06-30";
        case Kind::record: return *ledger::Value(std::int64_t{1}).number();
        case Kind::digests: return ledger::List{std::string(64, '0')};
        case Kind::texts: return ledger::List{"x"};
        case Kind::choice: return field.choices.front();
        case Kind::rows: return ledger::List{body_for(field.row)};
        case Kind::scheme: return ledger::Object{{"scheme.yaml", ledger::Object{}}};
        default: return "x";
    }
}

ledger::Object body_for(std::span<const act::Field> fields) {
    ledger::Object out;
    for (const act::Field& field : fields) out.add(std::string(field.name), value_for(field));
    return out;
}

std::int64_t head() {
    return city().desk().read([](const app::Live& live) { return live.head.seq; });
}

bool has_any_right(std::string_view act, Capacity as) {
    const auto all = act::permissions();
    return std::any_of(all.begin(), all.end(),
                       [&](const act::Permission& one) { return one.act == act && one.as == as; });
}

struct Refusals {
    int all = 0;
    int by_right = 0;  ///< Others fail before the right is asked for.

    void expect(const Answered& answered, const std::string& what) {
        EXPECT_GE(answered.status, 400) << what;
        EXPECT_LT(answered.status, 500) << what;
        EXPECT_NE(code_of(answered), "") << what;
        ++all;
        by_right += code_of(answered) == "act_not_permitted" ? 1 : 0;
    }
};

std::string body_of(const act::Act& act) {
    return http::print_json(body_for(act.fields));
}

/// ASVS 4.1.1, 4.1.3, 11.1.1, SEC-15: no act without a right to it.
TEST(ActingRights, AreAskedForOnEveryAct) {
    const std::int64_t before = head();
    Refusals refusals;
    for (const act::Act* const one : act::acts())
        for (const Actor& actor : everyone()) {
            if (has_any_right(one->id, actor.as)) continue;
            const std::string what =
                std::string(one->id) + ' ' + std::string(cycle::name(actor.as));
            refusals.expect(
                city().post(actor, "/api/v1/acts/" + std::string(one->id), body_of(*one)), what);
        }
    EXPECT_GT(refusals.all, 500);
    EXPECT_GT(refusals.by_right, 60);
    EXPECT_EQ(head(), before) << "nothing was recorded";
}

/// The same for what only tries an act, or does several.
TEST(ActingRights, AreAskedForByRehearsalsAndBatches) {
    const std::int64_t before = head();
    const Actor audit = someone(Capacity::audit_admin);  // has no act at all
    Refusals refusals;
    for (const act::Act* const one : act::acts()) {
        const std::string id(one->id);
        refusals.expect(city().post(audit, "/api/v1/acts/" + id + "/rehearsal", body_of(*one)), id);
        const std::string batch =
            R"({"acts":[{"act":")" + id + R"(","body":)" + body_of(*one) + "}]}";
        refusals.expect(city().post(audit, "/api/v1/acts", batch), id);
    }
    EXPECT_GT(refusals.by_right, 15);
    EXPECT_EQ(head(), before) << "nothing was recorded";
}

/// SEC-15 (c): the one who makes people known gives no role, and the other way round.
TEST(ActingRights, OfAdministratorsAreApart) {
    const std::int64_t before = head();
    const Actor system = someone(Capacity::system_admin);
    const Actor security = someone(Capacity::security_admin);
    const Actor audit = someone(Capacity::audit_admin);
    const std::string role = R"({"person":"市委组织部甲","role":"office","for":"市考核办"})";
    for (const Actor& actor : {system, audit})
        EXPECT_EQ(code_of(city().post(actor, "/api/v1/acts/appoint", role)), "act_not_permitted");
    for (const Actor& actor : {security, audit})
        EXPECT_EQ(code_of(city().post(actor, "/api/v1/acts/add_person", R"({"person":"新人"})")),
                  "act_not_permitted");
    EXPECT_EQ(head(), before);
}

}  // namespace
}  // namespace heng::http_test
