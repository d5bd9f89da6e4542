#include "core/cycle/findings.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, 3> stage_names{"recorded", "confirmed", "withdrawn"};
/// Above this two notes tell the same story, by our reading of the demonstration year.
constexpr int near_equal_percent = 80;

std::set<std::pair<char32_t, char32_t>> pairs_of(std::string_view text) {
    std::set<std::pair<char32_t, char32_t>> pairs;
    char32_t previous = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint next = decode_utf8(text, at);
        if (at > 0) pairs.emplace(previous, next.value);
        previous = next.value;
        at += next.length;
    }
    return pairs;
}

bool may_be_same(const Fact& a, const Fact& b) {
    if (!a.case_id.empty() && a.case_id == b.case_id) return true;
    if (a.branch == b.branch && a.occurred_on == b.occurred_on) return true;
    return !a.note.empty() && likeness_percent(a.note, b.note) >= near_equal_percent;
}

}  // namespace

std::string_view name(FindingStage stage) {
    return stage_names[static_cast<std::size_t>(stage)];
}

int likeness_percent(std::string_view a, std::string_view b) {
    if (a == b) return 100;
    const auto in_a = pairs_of(a);
    const auto in_b = pairs_of(b);
    if (in_a.empty() || in_b.empty()) return 0;
    const auto shared = std::count_if(in_a.begin(), in_a.end(),
                                      [&in_b](const auto& pair) { return in_b.contains(pair); });
    return static_cast<int>(200 * static_cast<std::size_t>(shared) / (in_a.size() + in_b.size()));
}

const Finding* Findings::find(FindingId id) const {
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

std::vector<FindingId> Findings::possible_duplicates(const UnitId& unit, const Fact& fact,
                                                     FindingId except) const {
    std::vector<FindingId> out;
    const auto mine = of_unit.find(unit);
    if (mine == of_unit.end()) return out;
    for (const FindingId id : mine->second) {
        const Finding& other = all.at(id);
        if (id != except && other.stage != FindingStage::withdrawn && may_be_same(fact, other.fact))
            out.push_back(id);
    }
    return out;
}

}  // namespace heng::cycle
