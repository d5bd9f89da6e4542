#pragma once
/// @file
/// Texts as UTF-8, whatever program saved them.
#include <optional>
#include <string>
#include <string_view>

namespace heng::office {

struct Decoded {
    std::string text;  ///< UTF-8, without a byte order mark.
    /// What the bytes were taken for without saying so themselves: GB18030, which holds GBK and
    /// GB2312. Empty for UTF-8, and for UTF-16 with its mark.
    std::string guessed;
};

/// `bytes` by their byte order mark, else as UTF-8 if they are that, else as GB18030, in which
/// Chinese editions of Windows save what they call ANSI text and CSV.
/// @returns nothing for bytes that are none of these. A text that is both is taken as UTF-8.
std::optional<Decoded> decode_text(std::string_view bytes);

}  // namespace heng::office
