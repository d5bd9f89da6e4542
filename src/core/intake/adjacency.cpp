#include "core/intake/adjacency.hpp"

#include "core/intake/chars.hpp"

#include <algorithm>
#include <string>

namespace heng::intake {

namespace {

char32_t as_class(char32_t c) {
    return is_digit(c) ? U'0' : plain(c);
}

std::uint64_t key_of(std::u32string_view run) {
    std::uint64_t key = 0;
    for (const char32_t c : run) key = (key << 21) | as_class(c);
    return key;
}

bool is_mark(char32_t c) {
    return !is_han(c) && !is_digit(c) && !is_latin(c);
}

}  // namespace

void Adjacency::learn(std::u32string_view line) {
    for (std::size_t i = 0; i < line.size(); ++i) {
        ++singles_[as_class(line[i])];
        ++total_;
        if (i + 2 <= line.size()) ++pairs_[key_of(line.substr(i, 2))];
        if (i + 3 <= line.size()) ++triples_[key_of(line.substr(i, 3))];
    }
}

int Adjacency::count(std::u32string_view run) const {
    const auto& runs = run.size() == 2 ? pairs_ : triples_;
    const auto found = runs.find(key_of(run));
    return found == runs.end() ? 0 : found->second;
}

int Adjacency::cost(std::u32string_view tail, std::u32string_view head) const {
    if (tail.empty() || head.empty()) return 0;
    std::u32string joint(tail.substr(tail.size() - std::min<std::size_t>(tail.size(), 2)));
    const std::size_t at = joint.size();
    joint += head.substr(0, 2);
    const std::u32string_view view = joint;
    const int pair = count(view.substr(at - 1, 2));
    const bool has_left = at >= 2 && count(view.substr(at - 2, 3)) > 0;
    const bool has_right = joint.size() >= at + 2 && count(view.substr(at - 1, 3)) > 0;
    if (is_mark(joint[at - 1])) return has_right ? -5 : pair > 0 ? -2 : 3;
    if (is_mark(joint[at])) return has_left ? -10 : pair > 0 ? -4 : 6;
    if (has_left && has_right) return -26;
    if (has_left || has_right) return -18;
    if (pair == 0) return 9;
    const auto of = [this](char32_t c) {
        const auto found = singles_.find(as_class(c));
        return found == singles_.end() ? std::int64_t{0} : std::int64_t{found->second};
    };
    const std::int64_t by_chance = of(joint[at - 1]) * of(joint[at]);
    return pair * total_ > 4 * by_chance ? -10 : -3;
}

}  // namespace heng::intake
