#include "app/voting.hpp"

#include <algorithm>

namespace heng::app {

Codes make_codes(std::int64_t voters, Ids& ids, const ledger::HashFunction& hash) {
    Codes out;
    for (std::int64_t i = 0; i < voters; ++i) {
        out.codes.push_back(ids.next());
        out.digests.push_back(digest_of_code(out.codes.back(), hash));
    }
    std::sort(out.digests.begin(), out.digests.end());
    return out;
}

ledger::Digest digest_of_code(std::string_view code, const ledger::HashFunction& hash) {
    std::string plain;
    for (const char c : code) {
        if (c == ' ' || c == '-') continue;
        plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return hash.digest(plain);
}

Result<void> set_up_box(BallotBox& box, const std::string& tenant, const cycle::Ballot& ballot) {
    std::vector<VoterCode> codes;
    for (const cycle::VoterGroup& group : ballot.groups)
        for (const ledger::Digest& hash : group.codes) codes.push_back({hash, group.name});
    return box.issue({tenant, ballot.id.seq}, codes);
}

Result<void> cast_vote(BallotBox& box, const std::string& tenant, const cycle::Ballot& ballot,
                       const ledger::Digest& code,
                       const std::map<cycle::UnitId, cycle::Mark>& marks) {
    const auto paper = cycle::print_paper(ballot, marks);
    if (!paper)
        return refuse(Code::vote_incomplete, {},
                      {std::to_string(marks.size()), std::to_string(ballot.units.size())});
    return box.cast({tenant, ballot.id.seq}, code, *paper);
}

Result<cycle::Tallies> count_box(BallotBox& box, const std::string& tenant,
                                 const cycle::Ballot& ballot) {
    return box.close({tenant, ballot.id.seq}).map([&](const Papers& papers) {
        return cycle::count_papers(ballot, papers);
    });
}

}  // namespace heng::app
