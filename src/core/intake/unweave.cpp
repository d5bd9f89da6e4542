#include "core/intake/unweave.hpp"

#include "core/intake/chars.hpp"
#include "core/intake/column_widths.hpp"
#include "core/intake/headings.hpp"
#include "core/intake/weaving.hpp"

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace heng::intake {

namespace {

constexpr std::size_t candidates_max = 160;  ///< Kept after each line.

/// Steps back to the beginning: what was decided for one line.
struct Step {
    std::size_t before = 0;  ///< Index of the step for the line before; 0 is the beginning.
    Placed placed;
};

std::uint64_t identity(const Weaving& weaving) {
    std::uint64_t hash = 1469598103934665603ull;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 1099511628211ull; };
    for (const Thread& thread : weaving.threads) mix(thread.strand);
    for (const std::size_t group : weaving.groups) mix(group);
    mix(static_cast<std::uint64_t>(weaving.clause_number));
    mix(static_cast<std::uint64_t>(weaving.category_ordinal * 128 + weaving.task_ordinal));
    mix((weaving.has_category_points ? 1u : 0u) + (weaving.has_task_points ? 2u : 0u) +
        (weaving.is_task_last ? 4u : 0u));
    for (const auto& points : weaving.points_of_headings)
        mix(points ? static_cast<std::uint64_t>(points->units()) : ~std::uint64_t{0});
    return hash;
}

/// Of candidates that differ in nothing that matters later, the best; of all, the best few.
void prune(std::vector<Weaving>& candidates) {
    const auto is_better = [](const Weaving& a, const Weaving& b) { return a.cost < b.cost; };
    std::stable_sort(candidates.begin(), candidates.end(), is_better);
    std::unordered_map<std::uint64_t, bool> seen;
    std::vector<Weaving> kept;
    for (const Weaving& candidate : candidates) {
        if (kept.size() == candidates_max) break;
        if (seen.emplace(identity(candidate), true).second) kept.push_back(candidate);
    }
    candidates = std::move(kept);
}

/// By how much the best option in another column is worse than `chosen`.
int margin_of(const std::vector<Option>& options, const Option& chosen) {
    int best_other = chosen.cost + 100;
    for (const Option& option : options)
        if (option.placed.role != chosen.placed.role ||
            option.placed.starts != chosen.placed.starts)
            best_other = std::min(best_other, option.cost);
    return best_other - chosen.cost;
}

class Search {
public:
    Search(const std::vector<Strand>& strands, const Loom& loom) : strands_(strands), loom_(loom) {}

    std::vector<Placed> run() {
        std::vector<Weaving> now(1);
        steps_.resize(1);
        for (std::size_t i = 0; i < strands_.size(); ++i) now = advance(now, i);
        const auto best =
            std::min_element(now.begin(), now.end(), [](const Weaving& a, const Weaving& b) {
                return a.cost + cost_of_finishing(a) < b.cost + cost_of_finishing(b);
            });
        std::vector<Placed> placed(strands_.size());
        std::size_t step = best->step;
        for (std::size_t i = strands_.size(); i-- > 0; step = steps_[step].before)
            placed[i] = steps_[step].placed;
        return placed;
    }

private:
    std::vector<Weaving> advance(const std::vector<Weaving>& now, std::size_t index) {
        std::vector<Weaving> next;
        for (const Weaving& weaving : now) {
            const std::vector<Option> options = options_for(weaving, strands_, index, loom_);
            for (const Option& option : options) {
                next.push_back(option.after);
                next.back().cost = weaving.cost + option.cost;
                next.back().placed = option.placed;
                next.back().placed.margin = margin_of(options, option);
            }
        }
        prune(next);
        for (Weaving& kept : next) {
            steps_.push_back({kept.step, kept.placed});
            kept.step = steps_.size() - 1;
        }
        return next;
    }

    const std::vector<Strand>& strands_;
    const Loom& loom_;
    std::vector<Step> steps_;
};

/// Widths of numbered lines that their column broke.
ColumnWidths first_widths(const std::vector<Strand>& strands) {
    ColumnWidths widths;
    for (const Strand& strand : strands) {
        const std::u32string_view text = strand.text;
        if (clause_number(text) && !ends_sentence(text) && !text.ends_with(U'】'))
            widths.learn(Role::clause, strand.page, width_of(text));
        else if (const auto task = task_heading(text); task && !task->points)
            widths.learn(Role::task, strand.page, width_of(text));
        else if (const auto category = category_heading(text); category && !category->points)
            widths.learn(Role::category, strand.page, width_of(text));
    }
    widths.settle();
    return widths;
}

/// Widths of lines behind which their item goes on.
ColumnWidths widths_of(const std::vector<Strand>& strands, const std::vector<Placed>& placed) {
    ColumnWidths widths;
    std::array<std::size_t, roles> last{};  // strand from 1
    for (std::size_t i = 0; i < strands.size(); ++i) {
        const Placed& here = placed[i];
        std::size_t& before = last[static_cast<std::size_t>(here.role)];
        if (!here.starts && !here.is_points && before != 0)
            widths.learn(here.role, strands[before - 1].page, width_of(strands[before - 1].text));
        before = i + 1;
    }
    widths.settle();
    return widths;
}

}  // namespace

Unwoven unweave(const std::vector<Strand>& strands, const Adjacency& words,
                const std::set<std::u32string>& names) {
    ColumnWidths widths = first_widths(strands);
    const bool are_numbered = std::any_of(strands.begin(), strands.end(), [](const Strand& strand) {
        return clause_number(strand.text).has_value();
    });
    Unwoven out;
    for (int pass = 0; pass < 3; ++pass) {
        out.placed = Search(strands, Loom{words, names, widths, are_numbered}).run();
        widths = widths_of(strands, out.placed);
    }
    for (const Placed& placed : out.placed) out.groups = std::max(out.groups, placed.group);
    return out;
}

}  // namespace heng::intake
