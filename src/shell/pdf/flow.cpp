#include "shell/pdf/flow.hpp"

#include <algorithm>

namespace heng::pdf {

namespace {

double points(int twips) {
    return twips * points_per_twip;
}

/// The most that characters of the grid stand apart, in points: a quarter of a point is left to the
/// line (DOC-3).
constexpr double cell_step = 0.25;

}  // namespace

Flow::Flow(Canvas& canvas, Setter& setter, const paper::Template& form)
    : canvas_(canvas), setter_(setter) {
    const paper::Measure page = paper::measure(form);
    page_width_ = points(page.page_width);
    page_height_ = points(page.page_height);
    top_ = points(page.top);
    bottom_ = points(page.bottom);
    left_ = points(page.left);
    right_ = points(page.right);
    pitch_ = points(page.line_pitch);
    const double exact = text_width() / form.characters;
    cell_ = static_cast<int>(exact / cell_step) * cell_step;
}

void Flow::turn_to(bool is_landscape) {
    is_landscape_ = is_landscape;
    next_page();
}

void Flow::next_page() {
    if (is_landscape_)
        canvas_.begin_page(page_height_, page_width_);
    else
        canvas_.begin_page(page_width_, page_height_);
    y_ = top();
    number_page();
}

/// 7 mm below the text block, a character in: right on odd pages, left on even ones (DOC-15).
void Flow::number_page() {
    if (canvas_.pages() == 1 && !has_first_number_) return;
    const TextStyle style{Role::page_number, size_4, size_4};
    const Line number = setter_.set_line("— " + std::to_string(canvas_.pages()) + " —", style);
    const bool is_odd = canvas_.pages() % 2 == 1;
    if (is_landscape_) return number_turned_page(number, is_odd);
    const double x = is_odd ? left() + width() - size_4 - number.width : left() + size_4;
    canvas_.draw(number, style, x, foot() + millimetres(7));
}

/// Where it stands on the other pages, once the sheet is turned upright (DOC-17).
void Flow::number_turned_page(const Line& number, bool is_odd) {
    const TextStyle style{Role::page_number, size_4, size_4};
    const double along = is_odd ? top() + height() - size_4 - number.width : top() + size_4;
    canvas_.turned(left() - millimetres(7), along, [&] { canvas_.draw(number, style, 0, 0); });
}

void Flow::skip_lines(int count) {
    if (!is_at_top()) y_ = std::min(y_ + count * pitch_, foot());
}

void Flow::line(const Line& line, const TextStyle& style, double indent, Ink ink) {
    if (room() < pitch_) next_page();
    canvas_.draw(line, style, left() + indent, y_ + (pitch_ - style.size) / 2, ink);
    y_ += pitch_;
}

}  // namespace heng::pdf
