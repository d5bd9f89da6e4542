#pragma once
/// @file
/// Fonts for drawing: for each part of a paper a list of families, of which every character takes
/// the first that has it (FONT-5, FONT-6). What the template names comes first, if the machine has
/// it; free fonts stand in.
#include "core/paper/template.hpp"

#include <cairo/cairo.h>
#include <array>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::pdf {

/// What a text is, as far as its font depends on that.
enum class Role { title, body, level1, level2, page_number };
inline constexpr std::size_t role_count = 5;

struct FontFace;

/// A character ready to be drawn.
struct Glyph {
    cairo_font_face_t* face = nullptr;
    unsigned long index = 0;
    double advance = 0;  ///< At size 1.
};

class Fonts {
public:
    explicit Fonts(const paper::Template& form);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;

    /// The glyph of the first font of the role's list that has the character, then of any font of
    /// the machine; without a face where none has it.
    const Glyph& glyph(Role role, char32_t character);

private:
    using Chain = std::vector<const FontFace*>;

    Chain chain_of(const std::vector<std::string>& families);
    const FontFace* find_family(const std::string& family, bool wants_bold);
    const FontFace* find_any(char32_t character);
    Glyph look_up(const Chain& chain, char32_t character);

    std::vector<std::unique_ptr<FontFace>> faces_;
    std::array<Chain, role_count> chains_;
    Chain latin_;
    std::array<std::map<char32_t, Glyph>, role_count> known_;
};

}  // namespace heng::pdf
