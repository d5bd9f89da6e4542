#pragma once
/// @file
/// Characters of office text, and what of them is only form: width, blanks, line breaks.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace heng::intake {

/// The code points of `text`, as they mean the same: 全角 digits, per cent and full stop in numbers
/// are ASCII here, every blank is U+0020, marks without width are gone. Commas, brackets and 。
/// stay as they are written. A byte that is not UTF-8 becomes U+FFFD.
std::u32string chars_of(std::string_view text);
std::string text_of(std::u32string_view chars);

/// The ASCII form of a full-width mark: ( for （, ; for ；. Other characters are themselves.
char32_t plain(char32_t c);

bool is_digit(char32_t c);
bool is_han(char32_t c);
/// 。！？ and what closes behind them.
bool ends_sentence(std::u32string_view chars);
/// Whether `c` is written with others of its kind to one word: a Latin letter.
bool is_latin(char32_t c);

/// Without blanks at both ends, and without those beside a Chinese character or mark, which only
/// typesetting put there.
std::u32string tidied(std::u32string_view chars);
std::u32string trimmed(std::u32string_view chars);

/// `head` and the line that goes on with it; a blank parts two Latin words.
void append_line(std::u32string& head, std::u32string_view line);

/// 一 is 1, 十七 is 17, 二十 is 20; at most 99. Nothing for what is no such numeral.
std::optional<int> chinese_ordinal(std::u32string_view numeral);
std::u32string chinese_numeral(int number);

/// How wide a line is on paper, in half characters: a Chinese character or mark 2, a digit or
/// letter 1.
int width_of(std::u32string_view chars);

bool contains(std::u32string_view chars, std::u32string_view part);

}  // namespace heng::intake
