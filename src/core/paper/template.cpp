#include "core/paper/template.hpp"

#include "core/base/text.hpp"

namespace heng::paper {

namespace {

constexpr Decimal page_width_mm = Decimal::whole(210);
constexpr Decimal page_height_mm = Decimal::whole(297);
/// 3号 is 16 pt; a character may stand a little closer than it is wide (DOC-3).
constexpr int narrowest_character = 15 * 20;
constexpr int lowest_line = 16 * 20;
constexpr int smallest_margin_mm = 10;
constexpr int largest_margin_mm = 80;

class Check {
public:
    explicit Check(const Template& form) : form_(form) {}

    Issues run() && {
        margin("margins.top", form_.top);
        margin("margins.bottom", form_.bottom);
        margin("margins.left", form_.left);
        margin("margins.right", form_.right);
        if (issues_.empty()) grid();
        if (form_.version.empty()) wrong("version", "", "不能为空");
        for (const auto& [name, issuer] : form_.issuers) check_issuer(name, issuer);
        return std::move(issues_);
    }

private:
    void wrong(const std::string& what, const std::string& value, const std::string& why) {
        issues_.push_back({Code::document_template_unfit, {{}, 0, 0, what}, {what, value, why}});
    }

    void margin(const std::string& what, Decimal value) {
        if (value < Decimal::whole(smallest_margin_mm) || value > Decimal::whole(largest_margin_mm))
            wrong(what, value.text(),
                  "应在 " + std::to_string(smallest_margin_mm) + " 至 " +
                      std::to_string(largest_margin_mm) + " 毫米之间");
    }

    void grid() {
        const Measure page = measure(form_);
        if (form_.characters < 1 || page.width() / form_.characters < narrowest_character)
            wrong("grid.characters", std::to_string(form_.characters), "版心容不下这么多3号字");
        if (form_.lines < 1 || page.height() / form_.lines < lowest_line)
            wrong("grid.lines", std::to_string(form_.lines), "版心容不下这么多行");
    }

    void check_issuer(const std::string& name, const Issuer& issuer) {
        const std::string at = "issuers." + name;
        if (issuer.mark.empty()) wrong(at + ".mark", "", "发文机关标志不能为空");
        if (issuer.signature.empty()) wrong(at + ".signature", "", "署名不能为空");
        const bool is_fit =
            !issuer.code.empty() && issuer.code.find("〔") == std::string::npos &&
            issuer.code.find_first_of(" \t\n\r[](){}0123456789") == std::string::npos &&
            issuer.code.find("　") == std::string::npos;
        if (!is_fit) wrong(at + ".code", issuer.code, "机关代字不能为空，不含空格、括号和数字");
    }

    const Template& form_;
    Issues issues_;
};

}  // namespace

Fonts fonts_of(FontFamily family) {
    constexpr const char* latin = "Times New Roman";
    switch (family) {
        case FontFamily::gb2312:
            return {"方正小标宋简体", "仿宋_GB2312", "黑体", "楷体_GB2312", "宋体", latin};
        case FontFamily::plain: return {"方正小标宋简体", "仿宋", "黑体", "楷体", "宋体", latin};
        case FontFamily::gbk: break;
    }
    return {"方正小标宋_GBK", "方正仿宋_GBK", "方正黑体_GBK", "方正楷体_GBK", "宋体", latin};
}

Issuer Template::issuer(std::string_view name) const {
    const auto found = issuers.find(name);
    if (found != issuers.end()) return found->second;
    const std::string own(name);
    return {own, own, own, own, {}};
}

int twips(Decimal millimetres) {
    // 1 mm is 1440 / 25.4 twips; millimetres count in ten-thousandths.
    constexpr std::int64_t numerator = 14'400;
    constexpr std::int64_t denominator = 254 * Decimal::one;
    return static_cast<int>((millimetres.units() * numerator + denominator / 2) / denominator);
}

Measure measure(const Template& form) {
    Measure out{twips(page_width_mm), twips(page_height_mm), twips(form.top),
                twips(form.bottom),   twips(form.left),      twips(form.right)};
    if (form.lines > 0) out.line_pitch = out.height() / form.lines;
    return out;
}

Issues check_template(const Template& form) {
    return Check(form).run();
}

}  // namespace heng::paper
