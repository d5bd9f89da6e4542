#include "shell/pdf/pdf.hpp"

#include "core/base/text.hpp"
#include "core/paper/arrangement.hpp"
#include "shell/pdf/flow.hpp"
#include "shell/pdf/table.hpp"

#include <algorithm>

namespace heng::pdf {

namespace {

using paper::Form;

constexpr double title_pitch = 35;
constexpr double imprint_pitch = 21;
constexpr double thick_rule = 0.35;  ///< mm, of 版记; as are the next.
constexpr double thin_rule = 0.25;
constexpr double red_rule = 1.5;  ///< Points.
constexpr double letter_rule_mm = 170;
constexpr int seal_lines = 2;  ///< Left for the seal, which nobody draws (DOC-18).

/// Paragraphs of the text and the headings above them.
struct Set {
    std::vector<Line> lines;
    TextStyle style;
};

class Drawing {
public:
    Drawing(Canvas& canvas, Setter& setter, const paper::Paper& paper, const paper::Template& form)
        : paper_(paper), canvas_(canvas), setter_(setter), flow_(canvas, setter, form) {}

    void draw() {
        if (is_letter()) flow_.leave_out_first_number();
        flow_.turn_to(paper_.is_landscape);
        head();
        blocks(paper_.body, tail_height());
        note_annexes();
        sign();
        for (std::size_t i = 0; i < paper_.annexes.size(); ++i) annex(i);
        imprint();
    }

private:
    bool is_letter() const { return paper_.form == Form::letter; }

    // 版头

    void head() {
        switch (paper_.form) {
            case Form::plain: break;
            case Form::letter: letter_head(); break;
            case Form::document:
            case Form::minutes: red_head(); break;
        }
        title(paper_.title);
        if (paper_.title.empty()) return;
        flow_.skip_lines(1);
        if (!paper_.to.empty()) {
            const TextStyle style = flow_.style(Role::body);
            for (const Line& line : setter_.set(join(paper_.to, "，") + "：", style, flow_.width()))
                flow_.line(line, style);
        }
    }

    double mark_size() const {
        constexpr double largest = 52;
        constexpr double smallest = 22;
        const double characters =
            static_cast<double>(std::max<std::size_t>(paper::half_widths(paper_.mark), 1)) / 2;
        return std::clamp(flow_.width() * 0.9 / characters, smallest, largest);
    }

    void draw_mark(double top) {
        const double size = mark_size();
        const TextStyle style{Role::title, size, size};
        const Line mark = setter_.set_line(paper_.mark, style);
        canvas_.draw(mark, style, flow_.left() + (flow_.width() - mark.width) / 2, top, Ink::red);
    }

    /// The mark 35 mm below the text block's top, the number two lines below, the rule 4 mm below
    /// that (DOC-7).
    void red_head() {
        draw_mark(flow_.y() + millimetres(35));
        flow_.skip(millimetres(35) + mark_size());
        flow_.skip(2 * flow_.pitch());
        number_line();
        const double y = flow_.y() + millimetres(4);
        canvas_.rule(flow_.left(), y, flow_.left() + flow_.width(), y, red_rule, Ink::red);
        flow_.skip(millimetres(4));
        flow_.skip(2 * flow_.pitch());
    }

    void number_line() {
        const TextStyle style = flow_.style(Role::body);
        const Line number = setter_.set_line(paper_.number, style);
        if (!paper_.signer) {
            flow_.line(number, style, (flow_.width() - number.width) / 2);
            return;
        }
        const TextStyle kai = flow_.style(Role::level2);
        const Line before = setter_.set_line("签发人：", style);
        const Line name = setter_.set_line(paper_.signer->empty() ? "　　　" : *paper_.signer, kai);
        const double y = flow_.y() + (flow_.pitch() - style.size) / 2;
        const double end = flow_.left() + flow_.width() - flow_.cell();
        canvas_.draw(name, kai, end - name.width, y);
        canvas_.draw(before, style, end - name.width - before.width, y);
        flow_.line(number, style, flow_.cell());
    }

    /// The name 30 mm from the paper's top, the double rule 4 mm below it, another 20 mm from its
    /// foot, the number right under the first (DOC-16).
    void letter_head() {
        const double top = millimetres(30);
        draw_mark(top);
        const double under = top + mark_size() + millimetres(4);
        double_rule(under, true);
        double_rule(flow_.page_height() - millimetres(20), false);
        const TextStyle style = flow_.style(Role::body);
        const Line number = setter_.set_line(paper_.number, style);
        flow_.skip(
            std::max(under + 0.875 * size_3 - flow_.top() - (flow_.pitch() - size_3) / 2, 0.0));
        flow_.line(number, style, flow_.width() - number.width);
        flow_.skip(2 * flow_.pitch());
    }

    void double_rule(double y, bool is_thick_first) {
        constexpr double thick = 2.2;
        constexpr double thin = 0.7;
        constexpr double apart = 2.6;
        const double width = millimetres(letter_rule_mm);
        const double x = (flow_.page_width() - width) / 2;
        canvas_.rule(x, y, x + width, y, is_thick_first ? thick : thin, Ink::red);
        canvas_.rule(x, y + apart, x + width, y + apart, is_thick_first ? thin : thick, Ink::red);
    }

    void title(const std::vector<std::string>& pieces) {
        const TextStyle style{Role::title, size_2, size_2};
        const auto characters = static_cast<int>(flow_.width() / flow_.cell());
        for (const std::string& text :
             paper::title_lines(pieces, paper::title_characters(characters))) {
            const Line line = setter_.set_line(text, style);
            flow_.need(title_pitch);
            canvas_.draw(line, style, flow_.left() + (flow_.width() - line.width) / 2,
                         flow_.y() + (title_pitch - size_2) / 2);
            flow_.skip(title_pitch);
        }
    }

    // 正文

    Set set(std::string_view text, Role role) {
        const TextStyle style = flow_.style(role);
        return {setter_.set(text, style, flow_.width(), 2 * flow_.cell()), style};
    }

    void write(const Set& set) {
        for (std::size_t i = 0; i < set.lines.size(); ++i)
            flow_.line(set.lines[i], set.style, i == 0 ? 2 * flow_.cell() : 0);
    }

    /// `tail` is how much must stand on one page with the last lines.
    void blocks(const std::vector<paper::Block>& all, double tail) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            const bool is_last = i + 1 == all.size();
            const auto* const next = is_last ? nullptr : std::get_if<paper::Table>(&all[i + 1]);
            below_ = next == nullptr ? flow_.pitch() : least_height(flow_, *next);
            std::visit([&](const auto& one) { write_block(one, is_last ? tail : 0); }, all[i]);
        }
    }

    void write_block(const report::Heading& heading, double) {
        if (heading.level == 1) return title({heading.text});
        Role role = Role::body;
        if (heading.level == 2) role = Role::level1;
        if (heading.level == 3) role = Role::level2;
        const Set lines = set(heading.text, role);
        flow_.need(static_cast<double>(lines.lines.size()) * flow_.pitch() + below_);
        write(lines);
    }
    void write_block(const report::Paragraph& one, double tail) { paragraph(one.text, tail); }
    void write_block(const report::Note& one, double tail) { paragraph(one.text, tail); }
    void write_block(const paper::Table& table, double) {
        if (!table.content.caption.empty()) {
            const TextStyle style = flow_.style(Role::level1);
            const Line caption = setter_.set_line(table.content.caption, style);
            flow_.need(3 * flow_.pitch());
            flow_.line(caption, style, (flow_.width() - caption.width) / 2);
        }
        draw_table(flow_, table);
    }

    /// With a tail, the last two lines go to the next page together with it, if it must.
    void paragraph(const std::string& text, double tail) {
        const Set lines = set(text, Role::body);
        const std::size_t count = lines.lines.size();
        const std::size_t kept = tail > 0 ? count - std::min<std::size_t>(count, 2) : count;
        const double height = static_cast<double>(count) * flow_.pitch();
        const bool must_break = tail > 0 && lands_beyond(height, tail);
        for (std::size_t i = 0; i < count; ++i) {
            if (must_break && i == kept) flow_.next_page();
            flow_.line(lines.lines[i], lines.style, i == 0 ? 2 * flow_.cell() : 0);
        }
    }

    /// Whether something of this height ends on a page that has no room left for the tail.
    bool lands_beyond(double height, double tail) const {
        double left = flow_.room() - height;
        while (left < 0) left += flow_.height();
        return left < tail && left + 2 * flow_.pitch() < flow_.height();
    }

    double tail_height() {
        std::size_t lines = 0;
        for (const paper::AnnexLine& one : paper::annex_lines(paper_))
            lines += (lines == 0 ? 1 : 0) + set_annex_name(one).size();
        return static_cast<double>(lines) * flow_.pitch() + signature_height();
    }

    double signature_height() const {
        return paper_.signature.empty() ? 0 : (seal_lines + 2) * flow_.pitch();
    }

    /// How far from the left edge the name of an annex begins.
    double annex_indent(const paper::AnnexLine& one) const {
        return (one.indent + static_cast<double>(paper::half_widths(one.lead))) * flow_.cell() / 2;
    }
    std::vector<Line> set_annex_name(const paper::AnnexLine& one) {
        return setter_.set(one.name, flow_.style(Role::body), flow_.width() - annex_indent(one));
    }

    void note_annexes() {
        const TextStyle style = flow_.style(Role::body);
        const auto annexes = paper::annex_lines(paper_);
        if (!annexes.empty()) flow_.skip_lines(1);
        for (const paper::AnnexLine& one : annexes) {
            const Line head = setter_.set_line(one.lead, style);
            const auto lines = set_annex_name(one);
            // The last one never leaves the signature to a page of its own.
            const double behind = &one == &annexes.back() ? signature_height() : 0;
            flow_.need(static_cast<double>(lines.size()) * flow_.pitch() + behind);
            canvas_.draw(head, style, flow_.left() + one.indent * flow_.cell() / 2,
                         flow_.y() + (flow_.pitch() - size_3) / 2);
            for (const Line& line : lines) flow_.line(line, style, annex_indent(one));
        }
    }

    void sign() {
        if (paper_.signature.empty() || !paper_.dated) return;
        const std::string day = paper::print_day(*paper_.dated);
        const auto place = paper::place_signature(paper_.signature, day);
        flow_.need(signature_height());
        flow_.skip_lines(seal_lines);
        signed_line(paper_.signature, place.signature);
        signed_line(day, place.date);
    }

    void signed_line(const std::string& text, int half_widths_from_right) {
        const TextStyle style = flow_.style(Role::body);
        const Line line = setter_.set_line(text, style);
        const double right = half_widths_from_right * flow_.cell() / 2;
        flow_.line(line, style, std::max(flow_.width() - right - line.width, 0.0));
    }

    // 附件, 版记

    void annex(std::size_t index) {
        const paper::Annex& annex = paper_.annexes[index];
        flow_.turn_to(annex.is_landscape);
        const TextStyle style = flow_.style(Role::level1);
        flow_.line(setter_.set_line(paper::annex_mark(paper_, index), style), style);
        flow_.skip_lines(1);
        title({annex.title});
        flow_.skip_lines(1);
        blocks(annex.blocks, 0);
    }

    /// At the foot of the last page, which stands upright (DOC-14). A letter has no rules in it.
    void imprint() {
        const TextStyle style{Role::body, size_4, size_4};
        const double width = flow_.is_landscape() ? flow_.height() : flow_.width();
        const double lead = 3 * size_4;
        std::vector<Line> copies;
        if (!paper_.copies.empty())
            copies =
                setter_.set(join(paper_.copies, "，") + "。", style, width - 2 * size_4 - lead);
        const bool has_printer = !paper_.printed_by.empty();
        if (copies.empty() && !has_printer) return;
        const double height =
            (static_cast<double>(copies.size()) + (has_printer ? 1 : 0)) * imprint_pitch;
        if (flow_.is_landscape())
            flow_.turn_to(false);
        else if (flow_.room() < height + flow_.pitch())
            flow_.next_page();
        double y = flow_.foot() - height;
        imprint_rule(y, thick_rule);
        if (!copies.empty()) {
            const double x = flow_.left() + size_4;
            canvas_.draw(setter_.set_line("抄送：", style), style, x,
                         y + (imprint_pitch - size_4) / 2);
            for (const Line& line : copies) {
                canvas_.draw(line, style, x + lead, y + (imprint_pitch - size_4) / 2);
                y += imprint_pitch;
            }
            if (has_printer) imprint_rule(y, thin_rule);
        }
        if (has_printer) printed_by(y, style);
        imprint_rule(flow_.foot(), thick_rule);
    }

    void printed_by(double y, const TextStyle& style) {
        const Line by = setter_.set_line(paper_.printed_by, style);
        const Line on = setter_.set_line(paper::print_day(*paper_.printed_on) + "印发", style);
        const double top = y + (imprint_pitch - size_4) / 2;
        canvas_.draw(by, style, flow_.left() + size_4, top);
        canvas_.draw(on, style, flow_.left() + flow_.width() - size_4 - on.width, top);
    }

    void imprint_rule(double y, double thickness_mm) {
        if (is_letter()) return;
        canvas_.rule(flow_.left(), y, flow_.left() + flow_.width(), y, millimetres(thickness_mm));
    }

    const paper::Paper& paper_;
    Canvas& canvas_;
    Setter& setter_;
    Flow flow_;
    double below_ = 0;  ///< What must stand on one page with a heading.
};

/// The fonts of this thread, for the template they were chosen by.
Fonts& fonts_for(const paper::Template& form) {
    thread_local std::map<std::pair<paper::FontFamily, bool>, std::unique_ptr<Fonts>> kept;
    auto& fonts = kept[{form.family, form.latin_as_body}];
    if (!fonts) fonts = std::make_unique<Fonts>(form);
    return *fonts;
}

}  // namespace

Checked<File> print_paper(const paper::Paper& paper, const paper::Template& form) {
    Setter setter(fonts_for(form));
    Canvas canvas({paper::title_of(paper), paper.signature,
                   paper.dated ? ledger::print_date(*paper.dated) : std::string()});
    Drawing(canvas, setter, paper, form).draw();
    if (!setter.missing().empty()) {
        std::string missing;
        for (const char32_t character : setter.missing()) append_utf8(missing, character);
        return tl::unexpected(Issues{{Code::document_glyph_missing, {}, {missing}}});
    }
    const int pages = canvas.pages();
    return File{canvas.finish(), pages};
}

}  // namespace heng::pdf
