/// @file
/// Secret ballots (DEB-5): whoever has a one-time code votes with it, once, without signing in.
/// Nothing of the request is logged, so that nothing links the voter to his paper.
#include "app/voting.hpp"
#include "shell/http/api/api.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <array>

namespace heng::http {

namespace {

struct Voting {
    app::Desk* desk = nullptr;
    cycle::Ballot ballot;
    ledger::Digest code{};
};

const std::string* text_of(const ledger::Object& body, std::string_view key) {
    const ledger::Value* const value = body.find(key);
    return value == nullptr ? nullptr : value->text();
}

/// The open ballot of the body's tenant in which the code is one of those handed out. The answer
/// does not tell a wrong code from a ballot that is not there.
Result<Voting> find_voting(const Api& api, const ledger::Object& body) {
    const std::string* const tenant = text_of(body, "tenant");
    const std::string* const code = text_of(body, "code");
    if (tenant == nullptr || code == nullptr)
        return refuse(Code::field_missing, {}, {"code", "code"});
    Voting out;
    out.desk = api.tenants.find(*tenant);
    if (out.desk == nullptr) return refuse(Code::ballot_code_unknown);
    const auto algorithm = out.desk->algorithm();
    const auto hash = api.readers.make_hash(algorithm);
    if (!hash) return tl::unexpected(hash.error());
    out.code = app::digest_of_code(*code, *hash);
    const bool is_found = out.desk->read([&](const app::Live& live) {
        for (const auto& [year, cycle] : live.state.cycles)
            for (const auto& [id, ballot] : cycle.reviews.ballots)
                if (ballot.stage == cycle::BallotStage::open && app::has_code(ballot, out.code)) {
                    out.ballot = ballot;
                    return true;
                }
        return false;
    });
    if (!is_found) return refuse(Code::ballot_code_unknown);
    return out;
}

/// The paper: who is voted on, and what may be said.
Response paper(Api& api, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto voting = find_voting(api, *body);
    if (!voting) return problem({voting.error()});
    const ledger::List units = voting->desk->read([&](const app::Live& live) {
        ledger::List out;
        for (const cycle::UnitId& id : voting->ballot.units) {
            const cycle::Unit* const unit = live.state.units_and_people.find_unit(id);
            out.emplace_back(
                ledger::Object{{"id", id}, {"name", unit == nullptr ? id : unit->now().name}});
        }
        return out;
    });
    ledger::List marks;
    for (const cycle::Mark mark : app::all_marks) marks.emplace_back(cycle::name(mark));
    return json_response(200, print_json(ledger::Object{{"ballot", voting->ballot.id.seq},
                                                        {"marks", std::move(marks)},
                                                        {"units", units}}));
}

Response vote(Api& api, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    const auto voting = find_voting(api, *body);
    if (!voting) return problem({voting.error()});
    const ledger::Value* const given = body->find("marks");
    if (given == nullptr || given->object() == nullptr)
        return problem(Code::field_missing, {"marks", "marks"});
    const auto marks = app::read_marks(*given->object());
    if (!marks) return problem({marks.error()});
    const auto cast =
        app::cast_vote(api.boxes, voting->desk->tenant(), voting->ballot, voting->code, *marks);
    if (!cast) return problem({cast.error()});
    return Response{204, {}, std::string()};
}

}  // namespace

void add_voting_routes(Router& router, Api& api) {
    router.add({Method::post, "/api/v1/voting/paper",
                Handler([&api](const Request& request) { return paper(api, request); })});
    router.add({Method::post, "/api/v1/voting/votes",
                Handler([&api](const Request& request) { return vote(api, request); })});
}

}  // namespace heng::http
