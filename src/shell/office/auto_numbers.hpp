#pragma once
/// @file
/// The numbers that a word processor puts before paragraphs, which stand nowhere in their text.
#include <pugixml.hpp>

#include <array>
#include <cstddef>
#include <map>
#include <string>

namespace heng::office {

class AutoNumbers {
public:
    AutoNumbers() = default;
    /// @param numbering  the element of numbering.xml
    explicit AutoNumbers(const pugi::xml_node& numbering);

    /// What stands before a paragraph with these properties (w:pPr): `3.`, `(二)`; empty for none.
    /// Counts on.
    std::string next(const pugi::xml_node& paragraph_properties);

private:
    static constexpr std::size_t levels = 9;
    struct Level {
        std::string format;
        std::string text;
        int start = 1;
    };
    using Levels = std::array<Level, levels>;

    std::map<std::string, Levels> abstract_;
    std::map<std::string, std::string> abstract_of_;  ///< By numId.
    std::map<std::string, std::array<int, levels>>
        counters_;  ///< By abstract number; 0 before the first.
};

}  // namespace heng::office
