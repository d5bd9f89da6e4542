#pragma once
/// @file
/// How a store keeps the papers of one voter group: as one text, a line each, in alphabetical
/// order. Rows of their own would tell by their place or version which paper came when.
#include "app/ports.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng::app {

inline std::vector<std::string> papers_of(std::string_view urn) {
    std::vector<std::string> out;
    while (!urn.empty()) {
        const std::size_t end = urn.find('\n');
        out.emplace_back(urn.substr(0, end));
        urn.remove_prefix(end + 1);
    }
    return out;
}

/// @pre the paper is not empty and has no line break.
inline std::string put_in(std::string_view urn, std::string_view paper) {
    INVARIANT(!paper.empty() && paper.find('\n') == paper.npos, "a paper is one line");
    auto papers = papers_of(urn);
    papers.insert(std::upper_bound(papers.begin(), papers.end(), paper), std::string(paper));
    std::string out;
    for (const std::string& one : papers) out += one + '\n';
    return out;
}

/// Groups without a paper are left out.
inline void take_out(Papers& into, std::string_view group, std::string_view urn) {
    if (!urn.empty()) into.emplace(group, papers_of(urn));
}

}  // namespace heng::app
