#pragma once
/// @file
/// The demonstration's year played once, and all its papers, for the tests of what they say.
#include "core/paper/drafts.hpp"
#include "papers/demo_papers.hpp"

#include <algorithm>

namespace heng::app::demo {

using cycle::DocumentKind;

inline Played& whole() {
    static Played played{{}};
    return played;
}

inline const std::vector<IssuedPaper>& papers() {
    static const std::vector<IssuedPaper> made = papers_of(whole(), {});
    return made;
}

inline const IssuedPaper& first_of(DocumentKind kind) {
    return *std::find_if(papers().begin(), papers().end(),
                         [kind](const auto& one) { return one.document.kind == kind; });
}

inline const IssuedPaper& last_of(DocumentKind kind) {
    return *std::find_if(papers().rbegin(), papers().rend(),
                         [kind](const auto& one) { return one.document.kind == kind; });
}

inline const cycle::Rulebooks& rulebooks() {
    static const cycle::Rulebooks read = [] {
        cycle::Rulebooks out;
        [[maybe_unused]] const auto added =
            add_missing(out, whole().account.state, yaml::read_scheme_files);
        return out;
    }();
    return read;
}

inline paper::YearFacts facts(const paper::Template& form) {
    const cycle::Cycle& cycle = whole().cycle();
    return {whole().account.state, cycle, *rulebooks().at(cycle.indicators.editions.back().draft),
            whole().account.last_day, form};
}

}  // namespace heng::app::demo
