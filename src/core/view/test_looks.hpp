#pragma once
/// @file
/// For tests: looking at a test world, and finding one's way in what a view answers.
#include "core/act/test_world.hpp"
#include "core/view/print.hpp"

#include <algorithm>
#include <ostream>

namespace heng::ledger {

/// How a failed test shows a value.
inline void PrintTo(const Value& value, std::ostream* out) {
    *out << encode(value).value_or("not encodable");
}

}  // namespace heng::ledger

namespace heng::view::test {

inline Scope look(const act::test::World& world, const act::Actor& actor) {
    return {world.state, world.rulebooks, actor, world.today};
}

/// The member; null where there is none.
inline Value at(const Value& value, std::string_view key) {
    const Value* const found = value.object() == nullptr ? nullptr : value.object()->find(key);
    return found == nullptr ? Value() : *found;
}
/// The row of a list that has this id; null where there is none.
inline Value row(const Value& list, const Value& id) {
    if (list.list() == nullptr) return {};
    const auto found = std::find_if(list.list()->begin(), list.list()->end(),
                                    [&id](const Value& one) { return at(one, "id") == id; });
    return found == list.list()->end() ? Value() : *found;
}
/// One member of each row.
inline Value column(const Value& list, std::string_view key) {
    List out;
    for (const Value& one : *list.list()) out.push_back(at(one, key));
    return out;
}

/// The one code of a refusal.
template <class T>
Code code(const Checked<T>& refused) {
    return refused.error().front().code;
}

inline std::string text(const Value& value) {
    return *ledger::encode(value);
}

}  // namespace heng::view::test
