#pragma once
/// @file
/// Which characters stand beside each other in a text: what a line break tore apart stands whole
/// elsewhere.
#include <cstdint>
#include <string_view>
#include <unordered_map>

namespace heng::intake {

class Adjacency {
public:
    /// Counts the neighbours inside `line`. All digits count as one.
    void learn(std::u32string_view line);

    /// How badly `head` goes on where `tail` stops: below zero where the characters at the joint
    /// were seen side by side, the lower the longer the run that was seen; above zero where they
    /// never were.
    int cost(std::u32string_view tail, std::u32string_view head) const;

private:
    int count(std::u32string_view run) const;

    std::unordered_map<std::uint64_t, int> pairs_;
    std::unordered_map<std::uint64_t, int> triples_;
    std::unordered_map<char32_t, int> singles_;
    std::int64_t total_ = 0;
};

}  // namespace heng::intake
