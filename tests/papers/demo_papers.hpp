#pragma once
/// @file
/// Every paper of the demonstration's year, made from its ledger.
#include "app/papers.hpp"
#include "app/played_city.hpp"

namespace heng::app::demo {

/// Papers of the whole year in ledger order, by the given template.
inline std::vector<IssuedPaper> papers_of(Played& played, const paper::Template& form) {
    auto made =
        issued_papers(played.store, tenant, readers(), year, played.cycle().documents.all, form);
    if (!made) throw std::runtime_error(message(made.error().front(), Language::en));
    return std::move(*made);
}

}  // namespace heng::app::demo
