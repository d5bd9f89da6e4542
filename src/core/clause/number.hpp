#pragma once
/// @file
/// Numbers as assessment tables write them: 0.5, 十二, 零点五, 半, 两.
#include "core/base/decimal.hpp"

#include <cstddef>
#include <optional>
#include <string_view>

namespace heng::clause {

struct ReadNumber {
    std::optional<Decimal> value;  ///< Nothing where a Decimal cannot hold it.
    std::size_t end = 0;           ///< Just behind the number.
    bool chinese = false;
};

bool is_digit(char32_t c);
/// 零 to 九, 两, 十, 百, 千, 万, 半.
bool is_chinese_numeral(char32_t c);

/// The number that starts at `at` of text in normal form, or nothing. The 万 of 万元 and the 百 of
/// 百分点 belong to the unit. Rows of numerals without 十 or 百 (二〇二一, 十四五) are no numbers.
std::optional<ReadNumber> read_number(std::u32string_view text, std::size_t at);

/// A part of a whole, in hundredths: 三分之二, 1/2, 九成.
struct ReadShare {
    std::optional<Decimal> percent;  ///< Nothing where no Decimal states it: 三分之一.
    std::size_t end = 0;             ///< Just behind the share.
};

/// The share that starts at `at` of text in normal form, or nothing. 1/2天 and 1/2/3 are none.
std::optional<ReadShare> read_share(std::u32string_view text, std::size_t at);

}  // namespace heng::clause
