#include "shell/pdf/canvas.hpp"

#include "core/base/invariant.hpp"
#include "core/base/text.hpp"

#include <cairo/cairo-pdf.h>

namespace heng::pdf {

namespace {

/// How far below the top of its square a Chinese character's baseline lies.
constexpr double baseline = 0.86;

cairo_status_t append(void* to, const unsigned char* data, unsigned int length) {
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Canvas::Canvas(const FileFacts& facts)
    : surface_(cairo_pdf_surface_create_for_stream(append, &bytes_, 595, 842)),
      context_(cairo_create(surface_)) {
    cairo_pdf_surface_restrict_to_version(surface_, CAIRO_PDF_VERSION_1_5);
    const auto say = [this](cairo_pdf_metadata_t what, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface_, what, text.c_str());
    };
    say(CAIRO_PDF_METADATA_TITLE, facts.title);
    say(CAIRO_PDF_METADATA_AUTHOR, facts.author);
    const std::string time = (facts.day.empty() ? "1980-01-01" : facts.day) + "T00:00:00+08:00";
    say(CAIRO_PDF_METADATA_CREATE_DATE, time);
    say(CAIRO_PDF_METADATA_MOD_DATE, time);
}

Canvas::~Canvas() {
    cairo_destroy(context_);
    cairo_surface_destroy(surface_);
}

void Canvas::begin_page(double width, double height) {
    end_page();
    cairo_pdf_surface_set_size(surface_, width, height);
    ++pages_;
}

void Canvas::end_page() {
    if (pages_ > 0) cairo_show_page(context_);
}

void Canvas::set_ink(Ink ink) {
    cairo_set_source_rgb(context_, ink == Ink::red ? 1 : 0, 0, 0);
}

void Canvas::draw(const Line& line, const TextStyle& style, double x, double top, Ink ink) {
    set_ink(ink);
    const double y = top + baseline * style.size;
    std::vector<cairo_glyph_t> glyphs;
    std::vector<cairo_text_cluster_t> clusters;
    for (std::size_t first = 0; first < line.letters.size();) {
        cairo_font_face_t* const face = line.letters[first].glyph.face;
        glyphs.clear();
        clusters.clear();
        std::string text;
        std::size_t next = first;
        for (; next < line.letters.size() && line.letters[next].glyph.face == face; ++next) {
            const Letter& letter = line.letters[next];
            const std::size_t before = text.size();
            append_utf8(text, letter.character);
            glyphs.push_back({letter.glyph.index, x + letter.x, y});
            clusters.push_back({static_cast<int>(text.size() - before), 1});
        }
        first = next;
        if (face == nullptr) continue;
        cairo_set_font_face(context_, face);
        cairo_set_font_size(context_, style.size);
        cairo_show_text_glyphs(context_, text.data(), static_cast<int>(text.size()), glyphs.data(),
                               static_cast<int>(glyphs.size()), clusters.data(),
                               static_cast<int>(clusters.size()),
                               static_cast<cairo_text_cluster_flags_t>(0));
    }
}

void Canvas::rule(double x1, double y1, double x2, double y2, double thickness, Ink ink) {
    set_ink(ink);
    cairo_set_line_width(context_, thickness);
    cairo_move_to(context_, x1, y1);
    cairo_line_to(context_, x2, y2);
    cairo_stroke(context_);
}

std::string Canvas::finish() {
    end_page();
    cairo_surface_finish(surface_);
    INVARIANT(cairo_surface_status(surface_) == CAIRO_STATUS_SUCCESS,
              "a file in memory can be written");
    return std::move(bytes_);
}

}  // namespace heng::pdf
