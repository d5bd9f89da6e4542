#pragma once
/// @file
/// Scheme → YAML files, as a person would write them.
#include "core/scheme/scheme.hpp"

#include <map>
#include <string>

namespace heng::yaml {

/// The text of each file by its name relative to the scheme's folder: scheme.yaml, articles.yaml,
/// statements.yaml, bodies.yaml where there are any, and tables/<domain>.yaml.
/// `load_scheme` gives the same scheme back, and what it gives prints the same. Values that are
/// what an absent key means are left out.
std::map<std::string, std::string> print_scheme(const scheme::Scheme& scheme);

}  // namespace heng::yaml
