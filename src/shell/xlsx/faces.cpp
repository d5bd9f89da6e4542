#include "shell/xlsx/faces.hpp"

#include <xlsxwriter.h>

#include <string>

namespace heng::xlsx {

namespace {

using report::Paint;

constexpr lxw_color_t heading_fill = 0xE7ECF3;
constexpr lxw_color_t fact_fill = 0xFFF8DC;
constexpr lxw_color_t frame = 0x808080;
constexpr lxw_color_t quiet = 0x595959;

std::uint8_t alignment(report::Across across) {
    switch (across) {
        case report::Across::left: return LXW_ALIGN_LEFT;
        case report::Across::centre: return LXW_ALIGN_CENTER;
        case report::Across::right: return LXW_ALIGN_RIGHT;
    }
    return LXW_ALIGN_LEFT;
}

void paint(lxw_format* format, Paint paint) {
    format_set_font_name(format, "宋体");
    format_set_font_size(format, 10);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    format_set_text_wrap(format);
    switch (paint) {
        case Paint::plain: return;
        case Paint::title:
            format_set_font_name(format, "黑体");
            return format_set_font_size(format, 16);
        case Paint::note:
            format_set_font_color(format, quiet);
            return format_set_font_size(format, 9);
        case Paint::heading:
            format_set_font_name(format, "黑体");
            format_set_bg_color(format, heading_fill);
            break;
        case Paint::fact:
        case Paint::entry: format_set_bg_color(format, fact_fill); break;
        case Paint::step: break;
        case Paint::result: format_set_bold(format); break;
    }
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, frame);
}

}  // namespace

lxw_format* Faces::find(report::Look look, bool is_date) {
    lxw_format*& made = made_[{look.paint, look.across, look.places, is_date}];
    if (made == nullptr) made = make(look, is_date);
    return made;
}

lxw_format* Faces::make(report::Look look, bool is_date) {
    lxw_format* const format = workbook_add_format(workbook_);
    paint(format, look.paint);
    format_set_align(format, alignment(look.across));
    if (look.paint == Paint::entry) {
        format_set_num_format(format, "@");
    } else if (is_date) {
        format_set_num_format(format, "yyyy-mm-dd");
    } else if (look.places >= 0) {
        const std::string places(static_cast<std::size_t>(look.places), '0');
        format_set_num_format(format, (places.empty() ? "0" : "0." + places).c_str());
    }
    return format;
}

}  // namespace heng::xlsx
