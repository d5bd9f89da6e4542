#pragma once
/// @file
/// The sections of a scheme: what stands under each top-level key of its files.
#include "core/scheme/scheme.hpp"
#include "shell/yaml/fields.hpp"

#include <span>
#include <string_view>

namespace heng::yaml {

struct Section {
    std::string_view key;
    bool is_required;
    bool is_repeatable;  ///< May stand in several files; else in one alone.
    void (*read)(const Node& node, Reading& reading, scheme::Scheme& scheme);
};

/// All sections, in the order of `scheme::Scheme`.
std::span<const Section> sections();

}  // namespace heng::yaml
