#pragma once
/// @file
/// What stands around a clause and is no part of its reading: numbering in front, 【部门】 behind.
#include "core/clause/glyphs.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace heng::clause {

struct Envelope {
    std::size_t begin = 0;  ///< Glyphs of the clause itself.
    std::size_t end = 0;
    std::string number;  ///< 1. or (3), as written but in normal form; empty where there is none.
    std::vector<std::string> assessors;
};

Envelope open_envelope(const Glyphs& glyphs);

}  // namespace heng::clause
