#pragma once
/// @file
/// For tests: every view at once, and every text in what they answer. A new view is added here.
#include "core/act/test_world.hpp"
#include "core/view/print.hpp"

#include <string>
#include <vector>

namespace heng::view::test {

inline const std::vector<std::string> unit_ids{"C1", "C2", "C3", "C4", "D1", "D2"};

/// What one view answers, with every text and key in it.
struct Seen {
    std::string view;
    Value answer;
    std::vector<std::string> texts;
};

/// The views that answer, of all functions with every argument that there is something behind, and
/// some without. `candidate` is what a change of the scheme is compared with.
std::vector<Seen> seen_by(const Scope& scope, const cycle::Rulebook& candidate,
                          const std::vector<ledger::Event>& events);

/// Every text and key in the value.
std::vector<std::string> texts_of(const Value& value);

/// Whether the id stands in the text as a word: not in D1.1, the name of a clause's branch.
bool names(const std::string& text, const std::string& id);

}  // namespace heng::view::test
