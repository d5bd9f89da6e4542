/// Secret ballots over HTTP (DEB-5): a code votes once, in its own ballot, and nobody learns of it.
#include "secured_city.hpp"

#include "app/demo/people.hpp"
#include "app/voting.hpp"
#include "shell/http/api/json_text.hpp"

namespace heng::http_test {
namespace {

using app::demo::office;
using cycle::Actor;
using cycle::Capacity;

constexpr int voters = 5;

class RandomIds final : public app::Ids {
public:
    std::string next() override { return "code-of-voter-" + std::to_string(++count_); }

private:
    int count_ = 0;
};

/// Two open ballots of one city: its counties' and its departments'.
class VotingOverHttp : public testing::Test {
protected:
    static SecuredCity& city() {
        static SecuredCity served({app::demo::usual_seed, ledger::parse_date("2021-07-20")});
        return served;
    }
    struct Opened {
        app::Codes codes;
        std::vector<std::string> units;
    };
    /// The ballot of a domain, opened once.
    static const Opened& ballot(const std::string& domain) {
        static std::map<std::string, Opened> all;
        if (const auto found = all.find(domain); found != all.end()) return found->second;
        static RandomIds ids;
        Opened out{app::make_codes(voters, ids, store_test::sm3()), {}};
        ledger::List digests;
        for (const ledger::Digest& one : out.codes.digests)
            digests.emplace_back(ledger::print_digest(one));
        const ledger::Object group{
            {"group", "代表"}, {"weight", "100"}, {"voters", voters}, {"codes", digests}};
        const ledger::Object body{
            {"year", 2021}, {"domain", domain}, {"groups", ledger::List{group}}};
        Browser browser = city().browser(lead_of(domain));
        const auto opened = browser.post("/api/v1/acts/open_ballot", http::print_json(body));
        if (opened.status != 201) throw std::runtime_error(opened.body);
        const auto paper = ask(out.codes.codes.front(), "/api/v1/voting/paper").json();
        for (const ledger::Value& one : *paper.find("units")->list())
            out.units.push_back(*one.object()->find("id")->text());
        return all.emplace(domain, std::move(out)).first->second;
    }
    static Actor lead_of(const std::string& domain) {
        const std::string body = city().desk().read([&](const app::Live& live) {
            const auto& rulebook = *live.rulebooks.rbegin()->second;
            return rulebook.scheme().find_domain(domain)->lead;
        });
        return {app::demo::person_of(body, app::demo::Who::first), Capacity::lead, body};
    }
    static std::string marks_for(const std::vector<std::string>& units) {
        ledger::Object marks;
        for (const std::string& unit : units) marks.add(unit, "good");
        return http::print_json(marks);
    }
    static Answered ask(const std::string& code, const std::string& target,
                        const std::string& marks = {}) {
        Browser nobody(city());
        std::string body = R"({"tenant":"demo-city","code":")" + code + '"';
        if (!marks.empty()) body += R"(,"marks":)" + marks;
        return nobody.post(target, body + '}');
    }
    static Answered vote(const std::string& code, const std::string& marks) {
        return ask(code, "/api/v1/voting/votes", marks);
    }
};

/// Replay: the second use of a code is refused, also at the same moment.
TEST_F(VotingOverHttp, ACodeVotesOnce) {
    const auto& [codes, units] = ballot("counties");
    const std::string marks = marks_for(units);
    EXPECT_EQ(vote(codes.codes[0], marks).status, 204);
    const auto again = vote(codes.codes[0], marks);
    EXPECT_GE(again.status, 400) << again.body;
    EXPECT_LT(again.status, 500) << again.body;
    Answered other;
    std::thread thread([&] { other = vote(codes.codes[1], marks); });
    const Answered one = vote(codes.codes[1], marks);
    thread.join();
    EXPECT_EQ((one.status == 204) + (other.status == 204), 1) << one.body << other.body;
}

/// A code opens its own ballot alone, and an answer does not tell why it opens none.
TEST_F(VotingOverHttp, ACodeOpensItsBallotAlone) {
    const auto& counties = ballot("counties");
    const auto& departments = ballot("departments");
    const auto crossed = vote(counties.codes.codes[2], marks_for(departments.units));
    EXPECT_GE(crossed.status, 400);
    EXPECT_EQ(vote(counties.codes.codes[2], marks_for(counties.units)).status, 204)
        << "and was not used up by that";
    const auto wrong = vote("no such code", marks_for(counties.units));
    const auto elsewhere = ask(R"(x","tenant":"other-city)", "/api/v1/voting/paper");
    const auto nowhere = ask(R"(x","tenant":"no-such-tenant)", "/api/v1/voting/paper");
    EXPECT_GE(wrong.status, 400);
    EXPECT_EQ(wrong.body, elsewhere.body);
    EXPECT_EQ(wrong.body, nowhere.body);
}

/// Who is signed in, and from which page, makes no difference: nothing links him to the paper.
TEST_F(VotingOverHttp, LeavesNothingInTheLedger) {
    const auto& [codes, units] = ballot("counties");
    const std::int64_t head = city().head();
    const std::string box_seen = city().browser(office()).get("/api/v1/years/2021/ballots").body;
    EXPECT_EQ(vote(codes.codes[3], marks_for(units)).status, 204);
    EXPECT_EQ(city().head(), head);
    EXPECT_EQ(city().browser(office()).get("/api/v1/years/2021/ballots").body, box_seen)
        << "not even that someone has voted is shown before it is counted";
    EXPECT_EQ(box_seen.find(codes.codes[3]), std::string::npos);
}

/// ASVS 7.1.1: what the server notes of requests may not have any of voting.
TEST_F(VotingOverHttp, IsNotNoted) {
    const auto& [codes, units] = ballot("counties");
    EXPECT_EQ(vote(codes.codes[4], marks_for(units)).status, 204);
    Browser(city()).get("/healthz");
    const auto noted = city().noted();
    EXPECT_NE(std::find(noted.begin(), noted.end(), "/healthz"), noted.end());
    EXPECT_EQ(
        std::count_if(noted.begin(), noted.end(),
                      [](const std::string& path) { return path.find("voting") != path.npos; }),
        0);
}

}  // namespace
}  // namespace heng::http_test
