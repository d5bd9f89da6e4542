#pragma once
/// @file
/// How a text is written in YAML so that every reader gives it back exactly.
#include <string>
#include <string_view>

namespace heng::yaml {

/// `text` on one line: plain where no reader of YAML 1.1 or 1.2 could take it for anything else (a
/// number, `no`, a comment), else in single quotes, else in double quotes. Fits flow and block
/// alike.
std::string print_scalar(std::string_view text);

/// Whether `text` survives as a literal block scalar: several lines, none with a blank at its
/// start or end, the first and the last not empty.
bool fits_literal(std::string_view text);

/// `text` as a literal block scalar: `|` or `|-`, then its lines, each behind `indent` blanks.
/// @pre fits_literal(text)
std::string print_literal(std::string_view text, std::size_t indent);

}  // namespace heng::yaml
