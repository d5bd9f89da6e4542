#include "core/clause/cap.hpp"

namespace heng::clause {

namespace {

using scheme::Effect;

bool takes(const Draft& draft, const CapMention& cap) {
    if (draft.free_of_cost) return false;
    const Effect effect = draft.branch.effect;
    if (effect != Effect::deduct && effect != Effect::award) return false;
    return !cap.effect || *cap.effect == effect;
}

struct Covered {
    std::vector<std::size_t> drafts;  ///< The nearest first.
    bool kept = false;                ///< Some keep an own cap that bounds them more closely.
};

/// The drafts that the cap covers.
Covered covered(const std::vector<Draft>& drafts, const CapMention& cap, bool ends_clause) {
    Covered found;
    std::vector<std::size_t>& out = found.drafts;
    std::optional<std::uint32_t> sentence;
    for (std::size_t i = drafts.size(); i-- > 0;) {
        if (!takes(drafts[i], cap)) continue;
        // 最多扣2分,扣完为止: what is bounded in points is bounded by the task in any case.
        if (cap.whole_task && drafts[i].branch.cap && !drafts[i].branch.cap->whole_task) {
            found.kept = true;
            continue;
        }
        // An earlier cap keeps what it covers; in mid-clause a cap reaches back to its sentence's
        // start.
        if (drafts[i].branch.cap && !out.empty()) break;
        const Condition& condition = drafts[i].condition;
        const std::uint32_t own = condition.layout->phrases[condition.own].sentence;
        if (!ends_clause && sentence && own != *sentence) break;
        sentence = sentence.value_or(own);
        out.push_back(i);
        // 国家级、省级分别加2分、1分,最高加5分: the branches of one list count as one.
        const bool siblings = i > 0 && drafts[i - 1].begin == drafts[i].begin;
        if (!cap.covers_clause && !siblings) break;
    }
    return found;
}

}  // namespace

bool put_cap(std::vector<Draft>& drafts, const CapMention& cap, bool ends_clause) {
    const Covered found = covered(drafts, cap, ends_clause);
    const std::vector<std::size_t>& indices = found.drafts;
    for (const std::size_t i : indices) {
        drafts[i].branch.cap = scheme::Cap{cap.whole_task, cap.points};
        drafts[i].branch.cap_shared = indices.size() > 1;
    }
    return !indices.empty() || found.kept;
}

}  // namespace heng::clause
