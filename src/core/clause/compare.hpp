#pragma once
/// @file
/// Where the branches of a scheme differ from what its clause text says.
#include "core/clause/clause_parser.hpp"
#include "core/scheme/branch.hpp"

#include <string>
#include <vector>

namespace heng::clause {

struct Difference {
    std::string branch;  ///< Its id, or its place in the clause (1, 2 …) where it has none.
    std::string
        field;  ///< As in docs/reference/clauses.md; `branch` where a whole branch is missing.
    std::string written;  ///< In the scheme; — for nothing.
    std::string read;     ///< From the text; — for nothing.
    bool operator==(const Difference&) const = default;
};

/// Branches are compared in order; `id` and `text` are left out. Empty where the two agree.
std::vector<Difference> differences(const std::vector<scheme::Branch>& written,
                                    const Reading& read);

}  // namespace heng::clause
