#pragma once
/// @file
/// The text block of the pages: what is put into it runs down one page and on to the next.
#include "core/paper/template.hpp"
#include "shell/pdf/canvas.hpp"

namespace heng::pdf {

inline constexpr double points_per_twip = 0.05;
constexpr double millimetres(double count) {
    return count * 72 / 25.4;
}

/// 4号 by which page numbers and 版记 are indented.
inline constexpr double size_4 = 14;
inline constexpr double size_3 = 16;
inline constexpr double size_2 = 22;
inline constexpr double size_table = 10.5;

class Flow {
public:
    Flow(Canvas& canvas, Setter& setter, const paper::Template& form);

    /// Ends the page, if one has begun, and goes on with pages of this kind.
    void turn_to(bool is_landscape);
    void next_page();

    double width() const { return is_landscape_ ? page_height_ - top_ - bottom_ : text_width(); }
    double height() const { return is_landscape_ ? text_width() : page_height_ - top_ - bottom_; }
    double left() const { return is_landscape_ ? bottom_ : left_; }
    double top() const { return is_landscape_ ? left_ : top_; }
    double foot() const { return top() + height(); }
    double room() const { return foot() - y_ + tolerance; }
    double y() const { return y_; }
    double pitch() const { return pitch_; }
    double cell() const { return cell_; }
    bool is_at_top() const { return y_ <= top() + tolerance; }
    bool is_landscape() const { return is_landscape_; }
    /// The upper left corner of the paper's text block, and what the whole page measures.
    double page_width() const { return page_width_; }
    double page_height() const { return page_height_; }

    void skip(double height) { y_ += height; }
    /// As far as the page goes.
    void skip_lines(int count);
    /// Goes on to the next page unless there is room for so much.
    void need(double height) {
        if (room() < height && !is_at_top()) next_page();
    }

    /// One line of the grid.
    void line(const Line& line, const TextStyle& style, double indent = 0, Ink ink = Ink::black);
    TextStyle style(Role role) const { return {role, size_3, cell_}; }

    Canvas& canvas() { return canvas_; }
    Setter& setter() { return setter_; }
    /// The first page of a letter has no number.
    void leave_out_first_number() { has_first_number_ = false; }

private:
    static constexpr double tolerance = 0.01;
    double text_width() const { return page_width_ - left_ - right_; }
    void number_page();
    void number_turned_page(const Line& number, bool is_odd);

    Canvas& canvas_;
    Setter& setter_;
    double page_width_;
    double page_height_;
    double top_;
    double bottom_;
    double left_;
    double right_;
    double pitch_;
    double cell_;
    double y_ = 0;
    bool is_landscape_ = false;
    bool has_first_number_ = true;
};

}  // namespace heng::pdf
