#pragma once
/// @file
/// Domains to make score books of: out of the tables of a year, or made up.
#include "app/year.hpp"
#include "core/report/score_book.hpp"

#include <filesystem>
#include <memory>
#include <vector>

namespace heng::books {

/// A scheme with everything that its score books refer to.
struct World {
    scheme::Scheme scheme;
    std::vector<score::Rules> rules;
    std::vector<report::ScoredDomain> domains;
};

/// The domains of a scheme and a folder with units.csv, findings.csv and perhaps decisions.csv;
/// none where the scheme has errors.
std::unique_ptr<World> read_world(const std::filesystem::path& scheme,
                                  const std::filesystem::path& folder);

/// A small domain of any kind that a scheme may hold, with any findings; the same for each seed.
std::unique_ptr<World> random_world(unsigned seed);

/// A unit of `world` scored anew by `findings`, and its domain ranked and graded anew.
void rescore(World& world, std::size_t domain, std::size_t unit,
             std::vector<score::Finding> findings);

}  // namespace heng::books
