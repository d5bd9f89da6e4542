#pragma once
/// @file
/// How a sheet shows a number.
#include <pugixml.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace heng::office {

enum class NumberKind { plain, date, percent };

struct NumberFormat {
    NumberKind kind = NumberKind::plain;
    std::string suffix;  ///< Words behind the number: 分 for 0"分".
};

/// The formats of cells by their style number. Elements that are missing leave everything plain.
std::vector<NumberFormat> number_formats(const pugi::xml_node& style_sheet);

/// The stored `number` as shown: fifteen digits at most, dates as 2021-03-31 (with time only if
/// that is not midnight: 2021-03-31 08:30). What is no number stays as it is.
std::string shown(std::string_view number, const NumberFormat& format, bool counts_from_1904);

}  // namespace heng::office
