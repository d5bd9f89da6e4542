#include "shell/pdf/fonts.hpp"

#include "core/base/text.hpp"

#include <cairo/cairo-ft.h>
#include <fontconfig/fontconfig.h>
#include <algorithm>
#include <mutex>
#include <tuple>

namespace heng::pdf {

namespace {

/// Where Debian keeps the Fandol fonts, out of fontconfig's sight, and where they may be put by
/// hand.
constexpr std::array<const char*, 2> extra_folders{
    "/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol", "/usr/share/heng/fonts"};

void prepare_fontconfig() {
    static std::once_flag once;
    std::call_once(once, [] {
        FcInit();
        for (const char* const folder : extra_folders)
            FcConfigAppFontAddDir(nullptr, reinterpret_cast<const FcChar8*>(folder));
    });
}

struct PatternList {
    FcFontSet* set;
    explicit PatternList(FcPattern* wanted) {
        FcObjectSet* const objects =
            FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_INDEX, FC_WEIGHT, FC_SLANT, FC_STYLE,
                             FC_CHARSET, FC_SCALABLE, FC_VARIABLE, nullptr);
        set = FcFontList(nullptr, wanted, objects);
        FcObjectSetDestroy(objects);
        FcPatternDestroy(wanted);
    }
    ~PatternList() { FcFontSetDestroy(set); }
    PatternList(const PatternList&) = delete;
    PatternList& operator=(const PatternList&) = delete;
};

/// How a font sorts among those that could be taken: upright and of the wanted weight first, then
/// by its file, so that the same machine always takes the same.
std::tuple<int, int, std::string, int> order_of(FcPattern* pattern, bool wants_bold) {
    int weight = FC_WEIGHT_REGULAR;
    int slant = FC_SLANT_ROMAN;
    int index = 0;
    FcChar8* file = nullptr;
    FcPatternGetInteger(pattern, FC_WEIGHT, 0, &weight);
    FcPatternGetInteger(pattern, FC_SLANT, 0, &slant);
    FcPatternGetInteger(pattern, FC_INDEX, 0, &index);
    FcPatternGetString(pattern, FC_FILE, 0, &file);
    // Some bold fonts (FandolSong) say so in their style alone.
    FcChar8* style = nullptr;
    FcPatternGetString(pattern, FC_STYLE, 0, &style);
    const bool is_styled_bold =
        style != nullptr && std::string_view(reinterpret_cast<const char*>(style)).find("Bold") !=
                                std::string_view::npos;
    if (is_styled_bold) weight = std::max(weight, FC_WEIGHT_BOLD);
    const int wanted = wants_bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR;
    return {slant, std::abs(weight - wanted),
            file == nullptr ? "" : reinterpret_cast<const char*>(file), index};
}

FcPattern* best_of(const FcFontSet& set, bool wants_bold) {
    FcPattern* best = nullptr;
    for (int i = 0; i < set.nfont; ++i)
        if (best == nullptr || order_of(set.fonts[i], wants_bold) < order_of(best, wants_bold))
            best = set.fonts[i];
    return best;
}

struct Families {
    std::vector<std::string> free;
    bool is_bold = false;
};

const Families& families_of(Role role) {
    static const std::array<Families, role_count> all{
        Families{{"FandolSong", "Noto Serif CJK SC", "AR PL UKai CN"}, true},
        Families{{"FandolFang R", "FandolFang", "Noto Serif CJK SC", "AR PL SungtiL GB",
                  "AR PL UKai CN"}},
        Families{{"FandolHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Noto Serif CJK SC",
                  "AR PL UKai CN"}},
        Families{{"FandolKai", "AR PL KaitiM GB", "AR PL UKai CN", "Noto Serif CJK SC"}},
        Families{{"AR PL SungtiL GB", "FandolSong", "Noto Serif CJK SC", "AR PL UKai CN"}}};
    return all[static_cast<std::size_t>(role)];
}

const std::string& named_of(const paper::Fonts& named, Role role) {
    switch (role) {
        case Role::title: return named.title;
        case Role::body: return named.body;
        case Role::level1: return named.level1;
        case Role::level2: return named.level2;
        case Role::page_number: break;
    }
    return named.page_number;
}

}  // namespace

/// A font of the machine, and which characters it has.
struct FontFace {
    cairo_font_face_t* face;
    cairo_scaled_font_t* scaled;  ///< At a size at which advances are exact.
    FcCharSet* characters;
    std::string family;

    static constexpr double size = 1000;

    FontFace(FcPattern* pattern, std::string name) : family(std::move(name)) {
        FcCharSet* found = nullptr;
        FcPatternGetCharSet(pattern, FC_CHARSET, 0, &found);
        characters = found == nullptr ? FcCharSetCreate() : FcCharSetCopy(found);
        face = cairo_ft_font_face_create_for_pattern(pattern);
        cairo_matrix_t matrix;
        cairo_matrix_t identity;
        cairo_matrix_init_scale(&matrix, size, size);
        cairo_matrix_init_identity(&identity);
        cairo_font_options_t* const options = cairo_font_options_create();
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
        scaled = cairo_scaled_font_create(face, &matrix, &identity, options);
        cairo_font_options_destroy(options);
    }
    ~FontFace() {
        cairo_scaled_font_destroy(scaled);
        cairo_font_face_destroy(face);
        FcCharSetDestroy(characters);
    }
    FontFace(const FontFace&) = delete;
    FontFace& operator=(const FontFace&) = delete;

    bool has(char32_t character) const {
        return FcCharSetHasChar(characters, static_cast<FcChar32>(character)) == FcTrue;
    }

    Glyph glyph(char32_t character) const {
        std::string text;
        append_utf8(text, character);
        cairo_glyph_t* glyphs = nullptr;
        int count = 0;
        cairo_scaled_font_text_to_glyphs(scaled, 0, 0, text.data(), static_cast<int>(text.size()),
                                         &glyphs, &count, nullptr, nullptr, nullptr);
        Glyph out;
        if (count > 0 && glyphs[0].index != 0) {
            cairo_text_extents_t extents;
            cairo_scaled_font_glyph_extents(scaled, glyphs, 1, &extents);
            out = {face, glyphs[0].index, extents.x_advance / size};
        }
        cairo_glyph_free(glyphs);
        return out;
    }
};

Fonts::Fonts(const paper::Template& form) {
    prepare_fontconfig();
    const paper::Fonts named = paper::fonts_of(form.family);
    for (std::size_t i = 0; i < role_count; ++i) {
        const auto role = static_cast<Role>(i);
        const Families& families = families_of(role);
        if (const FontFace* const own = find_family(named_of(named, role), false))
            chains_[i].push_back(own);
        for (const std::string& family : families.free)
            if (const FontFace* const one = find_family(family, families.is_bold))
                chains_[i].push_back(one);
    }
    if (!form.latin_as_body) latin_ = chain_of({named.latin, "Liberation Serif", "Nimbus Roman"});
}

Fonts::~Fonts() = default;

Fonts::Chain Fonts::chain_of(const std::vector<std::string>& families) {
    Chain out;
    for (const std::string& family : families)
        if (const FontFace* const one = find_family(family, false)) out.push_back(one);
    return out;
}

const FontFace* Fonts::find_family(const std::string& family, bool wants_bold) {
    const std::string key = family + (wants_bold ? " bold" : "");
    for (const auto& face : faces_)
        if (face->family == key) return face.get();
    FcPattern* const wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
    FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
    FcPatternAddBool(wanted, FC_VARIABLE, FcFalse);
    const PatternList found(wanted);
    FcPattern* const best = best_of(*found.set, wants_bold);
    if (best == nullptr) return nullptr;
    return faces_.emplace_back(std::make_unique<FontFace>(best, key)).get();
}

const FontFace* Fonts::find_any(char32_t character) {
    FcCharSet* const wanted_characters = FcCharSetCreate();
    FcCharSetAddChar(wanted_characters, static_cast<FcChar32>(character));
    FcPattern* const wanted = FcPatternCreate();
    FcPatternAddCharSet(wanted, FC_CHARSET, wanted_characters);
    FcPatternAddBool(wanted, FC_SCALABLE, FcTrue);
    FcPatternAddBool(wanted, FC_VARIABLE, FcFalse);
    FcCharSetDestroy(wanted_characters);
    const PatternList found(wanted);
    FcPattern* const best = best_of(*found.set, false);
    if (best == nullptr) return nullptr;
    const auto [slant, weight, file, index] = order_of(best, false);
    const std::string key = file + "#" + std::to_string(index);
    for (const auto& face : faces_)
        if (face->family == key) return face.get();
    return faces_.emplace_back(std::make_unique<FontFace>(best, key)).get();
}

Glyph Fonts::look_up(const Chain& chain, char32_t character) {
    for (const FontFace* const face : chain) {
        if (!face->has(character)) continue;
        const Glyph found = face->glyph(character);
        if (found.face != nullptr) return found;
    }
    return {};
}

const Glyph& Fonts::glyph(Role role, char32_t character) {
    const auto index = static_cast<std::size_t>(role);
    const auto found = known_[index].find(character);
    if (found != known_[index].end()) return found->second;
    Glyph glyph;
    constexpr char32_t first_beyond_latin = 0x250;
    if (character < first_beyond_latin && role != Role::page_number)
        glyph = look_up(latin_, character);
    if (glyph.face == nullptr) glyph = look_up(chains_[index], character);
    if (glyph.face == nullptr)
        if (const FontFace* const other = find_any(character)) glyph = other->glyph(character);
    return known_[index].emplace(character, glyph).first->second;
}

}  // namespace heng::pdf
