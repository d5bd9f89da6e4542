#include "shell/docx/body.hpp"

#include "core/base/text.hpp"
#include "core/paper/arrangement.hpp"
#include "shell/docx/box.hpp"
#include "shell/docx/table.hpp"

#include <type_traits>

namespace heng::docx {

namespace {

using paper::Form;
using std::to_string;

constexpr std::string_view red = "FF0000";
/// Of the paragraph that only carries what has to stand somewhere.
constexpr int hairline = 20;

/// What a paragraph departs from its style in.
struct Shape {
    int before = 0;                 ///< Space above, in twips.
    std::optional<int> first = {};  ///< Indents, in twips; `first` is that of the first line.
    std::optional<int> left = {};
    std::optional<int> right = {};
    std::string_view align = {};
    std::string_view colour = {};
    int half_points = 0;
    int line = 0;
    bool has_red_rule = false;
    bool keeps_next = false;
    int tab = 0;   ///< A tab stop for text that ends there.
    int rule = 0;  ///< A black one, so many eighths of a point thick.
    std::string_view rule_side = "w:top";
};

class Body {
public:
    Body(const paper::Paper& paper, const paper::Template& form)
        : paper_(paper),
          form_(form),
          page_(paper::measure(form)),
          character_(page_.width() / form.characters) {}

    std::string print() && {
        open_root(xml_, "w:document");
        xml_.open("w:body");
        head();
        keeps_last_ = !paper_.signature.empty();
        text(paper_.body, paper_.is_landscape);
        keeps_last_ = false;
        note_annexes();
        sign();
        bool is_landscape = paper_.is_landscape;
        for (std::size_t i = 0; i < paper_.annexes.size(); ++i) {
            end_section(is_landscape, i == 0);
            annex(i);
            is_landscape = paper_.annexes[i].is_landscape;
        }
        const bool is_first = paper_.annexes.empty();
        if (is_landscape && has_imprint()) {  // 版记 stands upright, on a page of its own.
            end_section(is_landscape, is_first);
            imprint();
            section(false, false);
        } else {
            imprint();
            section(is_landscape, is_first);
        }
        xml_.close().close();
        return std::move(xml_).finish();
    }

private:
    bool is_letter() const { return paper_.form == Form::letter; }
    bool has_imprint() const { return !paper_.copies.empty() || !paper_.printed_by.empty(); }
    int width(bool is_landscape) const { return is_landscape ? page_.height() : page_.width(); }

    // 版头

    void head() {
        switch (paper_.form) {
            case Form::plain: break;
            case Form::letter:
                if (!paper_.number.empty()) paragraph("Number", paper_.number, {.align = "right"});
                blank(2);
                break;
            case Form::document:
            case Form::minutes:
                red_head();
                blank(2);
                break;
        }
        if (paper_.title.empty()) return;
        const auto characters = static_cast<int>(width(paper_.is_landscape) / character_);
        for (const std::string& line :
             paper::title_lines(paper_.title, paper::title_characters(characters)))
            paragraph("PaperTitle", line);
        blank(1);
        if (!paper_.to.empty()) paragraph("Flush", join(paper_.to, "，") + "：");
    }

    /// 发文机关标志 35 mm below the text block's top, the number two lines below it, the red rule
    /// 4 mm below that (DOC-7).
    void red_head() {
        const int half_points = mark_size(paper_.mark, page_.width());
        paragraph("Mark", paper_.mark,
                  {.before = millimetre_tenths(350),
                   .colour = red,
                   .half_points = half_points,
                   .line = half_points * 10});
        blank(2);
        if (!paper_.signer) {
            paragraph("Number", paper_.number, {.has_red_rule = true});
            return;
        }
        // 上行文: the number left, who signed right, one character in from both edges, above a rule
        // that is not.
        open_paragraph("Number", {.first = character_,
                                  .align = "left",
                                  .has_red_rule = true,
                                  .tab = page_.width() - character_});
        run(paper_.number);
        xml_.open("w:r").leaf("w:tab").close();
        run("签发人：");
        const paper::Fonts named = paper::fonts_of(form_.family);
        run(paper_.signer->empty() ? std::string("　　　") : *paper_.signer, named.level2);
        xml_.close();
    }

    // 正文

    void text(const std::vector<paper::Block>& blocks, bool is_landscape) {
        for (const paper::Block& block : blocks) {
            is_last_ = keeps_last_ && &block == &blocks.back();
            std::visit([&](const auto& one) { write(one, is_landscape); }, block);
        }
        is_last_ = false;
    }

    void write(const report::Heading& heading, bool is_landscape) {
        switch (heading.level) {
            case 1: {
                const auto characters = static_cast<int>(width(is_landscape) / character_);
                for (const std::string& line :
                     paper::title_lines({heading.text}, paper::title_characters(characters)))
                    paragraph("PaperTitle", line);
                break;
            }
            case 2: paragraph("Level1", heading.text); break;
            case 3: paragraph("Level2", heading.text); break;
            default: paragraph("Level3", heading.text); break;
        }
    }
    void write(const report::Paragraph& one, bool) {
        paragraph("Body", one.text, {.keeps_next = is_last_});
    }
    void write(const report::Note& one, bool) {
        paragraph("Body", one.text, {.keeps_next = is_last_});
    }
    void write(const paper::Table& table, bool is_landscape) {
        if (!table.content.caption.empty()) paragraph("Caption", table.content.caption);
        write_table(xml_, table, width(is_landscape));
        carrier();
    }

    void note_annexes() {
        bool is_first = true;
        for (const paper::AnnexLine& line : paper::annex_lines(paper_)) {
            const bool keeps_next = !paper_.signature.empty();
            if (is_first) blank(1, keeps_next);
            is_first = false;
            const int lead = static_cast<int>(paper::half_widths(line.lead)) * character_ / 2;
            const int start = line.indent * character_ / 2;
            paragraph("Flush", line.lead + line.name,
                      {.first = -lead, .left = start + lead, .keeps_next = keeps_next});
        }
    }

    /// Two lines are left for the seal, which nobody draws (DOC-13, DOC-18).
    void sign() {
        if (paper_.signature.empty() || !paper_.dated) return;
        const std::string day = paper::print_day(*paper_.dated);
        const auto place = paper::place_signature(paper_.signature, day);
        blank(2, true);
        paragraph("Signature", paper_.signature,
                  {.right = place.signature * character_ / 2, .keeps_next = true});
        paragraph("Signature", day, {.right = place.date * character_ / 2});
    }

    // 附件, 版记

    void annex(std::size_t index) {
        const paper::Annex& annex = paper_.annexes[index];
        paragraph("AnnexMark", paper::annex_mark(paper_, index));
        blank(1);
        write(report::Heading{1, annex.title}, annex.is_landscape);
        blank(1);
        text(annex.blocks, annex.is_landscape);
    }

    /// At the foot of the text block of the last page (DOC-14): a box that hangs on the last
    /// paragraph. LibreOffice lets neither tables nor frames of that width float. A letter has no
    /// rules in it.
    void imprint() {
        if (!has_imprint()) return;
        open_carrier();
        const int height = imprint_height();
        const Box box{page_.left, page_.page_height - page_.bottom - height, page_.width(), height};
        open_box(xml_, box);
        imprint_rule(thick_rule);
        if (!paper_.copies.empty()) {
            open_paragraph(
                "Imprint",
                {.first = -copies_lead, .left = character_4 + copies_lead, .right = character_4});
            run("抄送：" + join(paper_.copies, "，") + "。");
            xml_.close();
            if (!paper_.printed_by.empty()) imprint_rule(thin_rule);
        }
        if (!paper_.printed_by.empty()) {
            open_paragraph(
                "Imprint",
                {.left = character_4, .right = character_4, .tab = page_.width() - character_4});
            run(paper_.printed_by);
            xml_.open("w:r").leaf("w:tab").close();
            run(paper::print_day(*paper_.printed_on) + "印发");
            xml_.close();
        }
        imprint_rule(thick_rule, "w:bottom");
        close_box(xml_, box);
        xml_.close();
    }

    static constexpr int thick_rule = 8;  // eighths of a point: 0.35 mm
    static constexpr int thin_rule = 6;   // 0.25 mm
    static constexpr int copies_lead = 3 * character_4;

    int imprint_height() const {
        int lines = paper_.printed_by.empty() ? 0 : 1;
        if (!paper_.copies.empty()) {
            const int room = page_.width() - 2 * character_4 - copies_lead;
            const auto length = static_cast<int>(paper::half_widths(join(paper_.copies, "，"))) + 2;
            lines += (length * character_4 / 2 + room - 1) / room;
        }
        return lines * imprint_line + (is_letter() ? 0 : 3 * hairline);
    }

    /// The text of an imprint is indented, its rules are as wide as the text block.
    void imprint_rule(int eighths, std::string_view side = "w:top") {
        if (is_letter()) return;
        open_paragraph("Imprint", {.line = hairline, .rule = eighths, .rule_side = side});
        xml_.close();
    }

    // Sections

    /// The last paragraph of a section carries its properties.
    void end_section(bool is_landscape, bool is_first) {
        xml_.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
        xml_.leaf("w:spacing", {{"w:line", to_string(hairline)}, {"w:lineRule", "exact"}});
        section(is_landscape, is_first);
        xml_.close().close();
    }

    void refer(std::string_view element, std::string_view type, std::string_view id) {
        xml_.leaf(element, {{"w:type", std::string(type)}, {"r:id", std::string(id)}});
    }

    void section(bool is_landscape, bool is_first) {
        xml_.open("w:sectPr");
        const bool has_head = is_letter() && is_first;
        refer("w:headerReference", "default",
              is_landscape ? relation::turned_odd : relation::header_none);
        refer("w:headerReference", "even",
              is_landscape ? relation::turned_even : relation::header_none);
        refer("w:footerReference", "default",
              is_landscape ? relation::footer_none : relation::footer_odd);
        refer("w:footerReference", "even",
              is_landscape ? relation::footer_none : relation::footer_even);
        if (has_head) {
            refer("w:headerReference", "first", relation::letter_header);
            refer("w:footerReference", "first", relation::letter_footer);
        }
        xml_.leaf("w:type", {{"w:val", "nextPage"}});
        page(is_landscape);
        if (has_head) xml_.leaf("w:titlePg");
        if (is_landscape)
            xml_.leaf("w:docGrid", {{"w:linePitch", to_string(page_.line_pitch)}});
        else
            xml_.leaf("w:docGrid", {{"w:type", "linesAndChars"},
                                    {"w:linePitch", to_string(page_.line_pitch)},
                                    {"w:charSpace", to_string(character_space())}});
        xml_.close();
    }

    /// How much narrower than its size a 3号 character stands, in 4096ths of a point (DOC-3).
    int character_space() const {
        constexpr int unit = 4096;
        return page_.width() * unit / 20 / form_.characters - size_3 / 2 * unit;
    }

    void page(bool is_landscape) {
        // Turned, the left edge is on top and the foot on the left.
        const int header = is_letter() ? millimetre_tenths(300) : 851;
        const int footer =
            is_letter() ? millimetre_tenths(200) : page_.bottom - number_gap - character_4;
        if (is_landscape) {
            xml_.leaf("w:pgSz", {{"w:w", to_string(page_.page_height)},
                                 {"w:h", to_string(page_.page_width)},
                                 {"w:orient", "landscape"}});
            margins(page_.left, page_.top, page_.right, page_.bottom, 400, 400);
        } else {
            xml_.leaf("w:pgSz", {{"w:w", to_string(page_.page_width)},
                                 {"w:h", to_string(page_.page_height)}});
            margins(page_.top, page_.right, page_.bottom, page_.left, header, footer);
        }
    }

    void margins(int top, int right, int bottom, int left, int header, int footer) {
        xml_.leaf("w:pgMar", {{"w:top", to_string(top)},
                              {"w:right", to_string(right)},
                              {"w:bottom", to_string(bottom)},
                              {"w:left", to_string(left)},
                              {"w:header", to_string(header)},
                              {"w:footer", to_string(footer)},
                              {"w:gutter", "0"}});
    }

    // Paragraphs

    void blank(int count, bool keeps_next = false) {
        for (int i = 0; i < count; ++i) paragraph("Flush", "", {.keeps_next = keeps_next});
    }

    /// A paragraph without height, where the format wants one.
    void carrier() {
        open_carrier();
        xml_.close();
    }
    void open_carrier() {
        xml_.open("w:p").open("w:pPr").leaf("w:snapToGrid", {{"w:val", "0"}});
        xml_.leaf("w:spacing", {{"w:line", to_string(hairline)}, {"w:lineRule", "exact"}});
        xml_.close();
    }

    void paragraph(std::string_view style, std::string_view content, const Shape& shape = {}) {
        open_paragraph(style, shape);
        if (!content.empty()) run(content, {}, shape);
        xml_.close();
    }

    void open_paragraph(std::string_view style, const Shape& shape) {
        xml_.open("w:p").open("w:pPr").leaf("w:pStyle", {{"w:val", std::string(style)}});
        if (shape.keeps_next) xml_.leaf("w:keepNext");
        if (shape.rule > 0) {
            xml_.open("w:pBdr");
            xml_.leaf(shape.rule_side, {{"w:val", "single"},
                                        {"w:sz", to_string(shape.rule)},
                                        {"w:space", "0"},
                                        {"w:color", "000000"}});
            xml_.close();
        }
        if (shape.has_red_rule) {
            xml_.open("w:pBdr");
            xml_.leaf("w:bottom", {{"w:val", "single"},
                                   {"w:sz", "12"},
                                   {"w:space", "11"},  // 4 mm
                                   {"w:color", std::string(red)}});
            xml_.close();
        }
        if (shape.tab > 0) {
            xml_.open("w:tabs");
            xml_.leaf("w:tab", {{"w:val", "right"}, {"w:pos", to_string(shape.tab)}});
            xml_.close();
        }
        if (shape.before > 0 || shape.line > 0)
            xml_.leaf("w:spacing", {{"w:before", to_string(shape.before)},
                                    {"w:line", to_string(shape.line)},
                                    {"w:lineRule", "exact"}});
        indent(shape);
        if (!shape.align.empty()) xml_.leaf("w:jc", {{"w:val", std::string(shape.align)}});
        xml_.close();
    }

    void indent(const Shape& shape) {
        if (!shape.left && !shape.right && !shape.first) return;
        xml_.leaf("w:ind", {{"w:left", to_string(shape.left.value_or(0))},
                            {"w:right", to_string(shape.right.value_or(0))},
                            {shape.first.value_or(0) < 0 ? "w:hanging" : "w:firstLine",
                             to_string(std::abs(shape.first.value_or(0)))}});
    }

    void run(std::string_view content, std::string_view chinese = {}, const Shape& shape = {}) {
        xml_.open("w:r").open("w:rPr");
        if (chinese.empty())
            xml_.leaf("w:rFonts", {{"w:hint", "eastAsia"}});
        else
            xml_.leaf("w:rFonts", {{"w:eastAsia", std::string(chinese)}, {"w:hint", "eastAsia"}});
        if (!shape.colour.empty()) xml_.leaf("w:color", {{"w:val", std::string(shape.colour)}});
        if (shape.half_points > 0) {
            xml_.leaf("w:sz", {{"w:val", to_string(shape.half_points)}});
            xml_.leaf("w:szCs", {{"w:val", to_string(shape.half_points)}});
        }
        xml_.close();
        write_text(xml_, content);
        xml_.close();
    }

    const paper::Paper& paper_;
    const paper::Template& form_;
    paper::Measure page_;
    int character_;  ///< The width of one in the grid.
    /// The last paragraph of the text stands on one page with the signature.
    bool keeps_last_ = false;
    bool is_last_ = false;
    Xml xml_;
};

}  // namespace

std::string print_document(const paper::Paper& paper, const paper::Template& form) {
    return Body(paper, form).print();
}

}  // namespace heng::docx
