#pragma once
/// @file
/// What a tenant's papers look like (DOC-6, FONT-2): margins, fonts, line pitch, and how each
/// issuer is called. By default the national standard, GB/T 9704-2012.
#include "core/base/decimal.hpp"
#include "core/base/result.hpp"

#include <array>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace heng::paper {

/// Which names are written for the Chinese fonts; the reader's machine supplies them (FONT-1).
enum class FontFamily {
    gb2312,  ///< 仿宋_GB2312, 楷体_GB2312, 方正小标宋简体
    plain,   ///< 仿宋, 楷体, 方正小标宋简体
    gbk,     ///< 方正仿宋_GBK, 方正楷体_GBK, 方正小标宋_GBK
};
inline constexpr std::array<std::string_view, 3> font_family_words{"GB2312", "plain", "GBK"};

struct Fonts {
    std::string title;
    std::string body;
    std::string level1;  ///< 一、
    std::string level2;  ///< （一）
    std::string page_number;
    std::string latin;  ///< Of digits and letters in the text.
    bool operator==(const Fonts&) const = default;
};
Fonts fonts_of(FontFamily family);

/// How an issuer is written.
struct Issuer {
    std::string mark;                 ///< 发文机关标志, without 文件.
    std::string code;                 ///< 机关代字.
    std::string signature;            ///< 署名.
    std::string printed_by;           ///< 印发机关.
    std::vector<std::string> copies;  ///< 抄送 of everything it issues.
    bool operator==(const Issuer&) const = default;
};

struct Template {
    std::string version = "GB/T 9704-2012";
    // White margins of the page in millimetres; what is left is the text block.
    Decimal top = Decimal::whole(37);
    Decimal bottom = Decimal::whole(35);
    Decimal left = Decimal::whole(28);
    Decimal right = Decimal::whole(26);
    int lines = 22;
    int characters = 28;
    FontFamily family = FontFamily::gb2312;
    bool latin_as_body = false;  ///< Digits and letters in the body's font, not Times New Roman.
    std::map<std::string, Issuer, std::less<>> issuers;  ///< By body or unit.
    std::string minutes_mark;  ///< 纪要标志; empty: the issuer's mark and 纪要.
    bool operator==(const Template&) const = default;

    /// How the body or unit is written: as the template says, and where it says nothing, by its
    /// own name.
    Issuer issuer(std::string_view name) const;
};

/// In twips, the twentieth part of a point, rounded to the nearest.
int twips(Decimal millimetres);

/// The text block.
struct Measure {
    int page_width = 0;  ///< All in twips.
    int page_height = 0;
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;
    int line_pitch = 0;  ///< Rounded down, so that the lines fit (DOC-3).
    int width() const { return page_width - left - right; }
    int height() const { return page_height - top - bottom; }
};
Measure measure(const Template& form);

/// Everything that is wrong with it, each `document_template_unfit` with its place in `at`:
/// margins that leave no room, a grid too narrow for 3号 characters, a 代字 with brackets.
Issues check_template(const Template& form);

}  // namespace heng::paper
