#pragma once
/// @file
/// Pages of a PDF in memory, through cairo. Lengths in points from the upper left corner.
#include "shell/pdf/lines.hpp"

#include <cairo/cairo.h>
#include <string>

namespace heng::pdf {

enum class Ink { black, red };

/// What the file says of itself.
struct FileFacts {
    std::string title;
    std::string author;
    std::string day;  ///< 2021-06-30; no other time stands in the file (DOC-19).
};

class Canvas {
public:
    explicit Canvas(const FileFacts& facts);
    ~Canvas();
    Canvas(const Canvas&) = delete;
    Canvas& operator=(const Canvas&) = delete;

    void begin_page(double width, double height);
    int pages() const { return pages_; }

    /// `top` is that of the characters' square, `style.size` high.
    void draw(const Line& line, const TextStyle& style, double x, double top, Ink ink = Ink::black);
    void rule(double x1, double y1, double x2, double y2, double thickness, Ink ink = Ink::black);
    /// Draws with the page turned so that what is written runs down from `x`, `y`.
    template <class Draw>
    void turned(double x, double y, Draw draw) {
        cairo_save(context_);
        cairo_translate(context_, x, y);
        cairo_rotate(context_, quarter_turn);
        draw();
        cairo_restore(context_);
    }

    /// The bytes of the file; nothing can be drawn after that.
    std::string finish();

private:
    static constexpr double quarter_turn = 1.5707963267948966;
    void set_ink(Ink ink);
    void end_page();

    std::string bytes_;
    cairo_surface_t* surface_;
    cairo_t* context_;
    int pages_ = 0;
};

}  // namespace heng::pdf
