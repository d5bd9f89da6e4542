#include "core/clause/condition.hpp"

#include <algorithm>

namespace heng::clause {

Condition condition_of(const Layout& layout, const Amount& amount, std::uint32_t floor) {
    constexpr std::size_t slices_max = 12;
    // 不扣分不扣分…: words without an amount of their own pile up; what stands far off says
    // nothing.
    constexpr std::uint32_t reach_max = 500;
    floor = std::max(floor, amount.begin - std::min(amount.begin, reach_max));
    const Words& words = *layout.words;
    Condition out;
    out.layout = &layout;
    out.words = &words;
    out.floor = floor;
    out.begin = amount.begin;
    out.own = layout.phrase_of[amount.token];
    const Phrase& own = layout.phrases[out.own];
    const Slice first = layout.slice(own, floor, amount.begin);
    out.own_is_bare = first.empty() || is_bare(words, first);
    if (!out.own_is_bare) out.slices.push_back(first);
    for (std::uint32_t i = out.own; i-- > 0 && out.slices.size() < slices_max;) {
        const Phrase& phrase = layout.phrases[i];
        if (phrase.sentence != own.sentence || phrase.end <= floor) break;
        if (phrase.bracketed && !own.bracketed) continue;
        const Slice slice = layout.slice(phrase, floor, amount.begin);
        if (!slice.empty() && !is_bare(words, slice)) out.slices.push_back(slice);
    }
    return out;
}

}  // namespace heng::clause
