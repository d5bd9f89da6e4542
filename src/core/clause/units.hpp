#pragma once
/// @file
/// Units of counted and measured things: 次, 百分点, 万元.
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace heng::clause {

enum class UnitKind : std::uint8_t {
    none,
    score,
    percent,
    time,
    money,
    person,
    thing,
    multiple,
    age
};

/// A unit in the text: [begin, end) without the 个 that goes before 百分点.
struct Unit {
    std::size_t begin = 0;
    std::size_t end = 0;
    UnitKind kind = UnitKind::none;
};

/// The unit that starts at `at`; kind `none` where there is none. 个百分点 is 百分点, 项(次) is 项,
/// and compound units are whole: 人次, 件次, 微克/立方米.
Unit find_unit(std::u32string_view text, std::size_t at);

/// Whether figures in the two units can be set against each other: 名 and 人, % and 百分点.
bool comparable(std::u32string_view a, std::u32string_view b);

}  // namespace heng::clause
