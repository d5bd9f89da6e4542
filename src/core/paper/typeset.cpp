/// @file
/// Chinese punctuation in texts that the scheme carries over from a source with half-width marks.
#include "core/base/text.hpp"
#include "core/paper/paper.hpp"

#include <array>

namespace heng::paper {

namespace {

/// Chinese characters and their punctuation, 〔〕 and quotation marks among them.
bool is_chinese(char32_t character) {
    return character >= 0x2E80 || (character >= 0x2010 && character <= 0x203A);
}

struct Mark {
    char32_t half;
    char32_t full;
};
constexpr std::array marks{Mark{U',', U'，'}, Mark{U';', U'；'}, Mark{U':', U'：'},
                           Mark{U'?', U'？'}, Mark{U'!', U'！'}};

std::u32string decode(std::string_view text) {
    std::u32string out;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint point = decode_utf8(text, at);
        out += point.value;
        at += point.length;
    }
    return out;
}

bool touches_chinese(const std::u32string& all, std::size_t at) {
    return (at > 0 && is_chinese(all[at - 1])) || (at + 1 < all.size() && is_chinese(all[at + 1]));
}

}  // namespace

std::string typeset(std::string_view text) {
    std::u32string all = decode(text);
    std::vector<bool> opened;  // whether the bracket became a full one
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i] == U'(') {
            opened.push_back(touches_chinese(all, i));
            if (opened.back()) all[i] = U'（';
        } else if (all[i] == U')' && !opened.empty()) {
            if (opened.back()) all[i] = U'）';
            opened.pop_back();
        } else if (touches_chinese(all, i)) {
            for (const Mark& mark : marks)
                if (all[i] == mark.half) all[i] = mark.full;
        }
    }
    std::string out;
    for (const char32_t one : all) append_utf8(out, one);
    return out;
}

}  // namespace heng::paper
