#pragma once
/// @file
/// Reads the text of a clause into branches, by the rules of docs/reference/clauses.md.
/// Pure: the same text gives the same reading; no input makes it fail, and its time grows with the
/// text.
#include "core/clause/doubt.hpp"
#include "core/scheme/branch.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace heng::clause {

struct Reading {
    std::vector<scheme::Branch> branches;  ///< In the order of the text; `id` is empty.
    std::vector<Doubt> doubts;             ///< In the order of the text.
    std::vector<std::string> assessors;    ///< From a 【…】 at the end.
    std::string number;                    ///< The numbering in front: 1. or (3).
};

/// Any bytes are welcome; what is not UTF-8 becomes a doubt.
Reading read_clause(std::string_view text);

}  // namespace heng::clause
