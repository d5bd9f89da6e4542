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

bool has_code(const cycle::Ballot& ballot, const ledger::Digest& code) {
    return std::any_of(ballot.groups.begin(), ballot.groups.end(), [&](const auto& group) {
        return std::find(group.codes.begin(), group.codes.end(), code) != group.codes.end();
    });
}

Result<std::map<cycle::UnitId, cycle::Mark>> read_marks(const ledger::Object& given) {
    std::map<cycle::UnitId, cycle::Mark> out;
    for (const ledger::Member& member : given.members()) {
        const std::string* const word = member.value.text();
        const auto mark = std::find_if(all_marks.begin(), all_marks.end(), [&](cycle::Mark one) {
            return word != nullptr && *word == cycle::name(one);
        });
        if (mark == all_marks.end())
            return refuse(Code::field_choice_unknown, {},
                          {member.key, member.key, word == nullptr ? "" : *word,
                           "good fair ordinary poor abstain"});
        out.emplace(member.key, *mark);
    }
    return out;
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
