#pragma once
/// @file
/// Clauses of a draft worded anew, with what the clause parser reads from them (A8.4, A9.3).
#include "core/view/scope.hpp"

#include <string>
#include <vector>

namespace heng::view {

/// One clause as it shall be.
struct Rewording {
    std::string domain;
    std::string task;    ///< Its number: (一).
    std::string clause;  ///< Its number; one that the task does not have is added at its end.
    std::string
        text;  ///< Without number; names in 【】 become its assessors. Empty: it is left out.
};

/// {"id", "files"} as `draft_files` gives them, with these clauses: what an editor compares, tries
/// and consolidates. Branches keep their ids where their number stays; ids of others follow
/// those of the clause. Nothing is recorded.
/// Refused like `draft`, and with `record_unknown` for every domain and task that the draft lacks.
[[nodiscard]] Checked<ledger::Value> reworded(const Scope& scope, int year, cycle::DraftId id,
                                              const std::vector<Rewording>& wanted);

}  // namespace heng::view
