#include "shell/office/number_format.hpp"

#include "shell/office/markup.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <map>
#include <string>

namespace heng::office {

namespace {

/// Date formats that every sheet knows by number; 27 to 36 and 50 to 58 are those of Chinese
/// versions.
bool is_known_date(int id) {
    return (id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

NumberFormat format_of(std::string_view code) {
    NumberFormat format;
    bool is_quoted = false;
    bool is_bracketed = false;
    bool has_year = false;
    bool has_day = false;
    for (std::size_t i = 0; i < code.size(); ++i) {
        const char c = code[i];
        if (c == ';' && !is_quoted) break;  // further sections are for negative numbers
        if (c == '"') {
            is_quoted = !is_quoted;
        } else if (is_quoted) {
            format.suffix += c;
        } else if (c == '[' || c == ']') {
            is_bracketed = c == '[';
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (!is_bracketed) {
            has_year = has_year || c == 'y' || c == 'Y';
            has_day = has_day || c == 'd' || c == 'D' || c == 'm' || c == 'M';
            if (c == '%') format.kind = NumberKind::percent;
        }
    }
    if (has_year || (has_day && code.find('0') == code.npos && code.find('#') == code.npos)) {
        format.kind = NumberKind::date;
        format.suffix.clear();
    }
    return format;
}

int whole(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string print_date(double serial, bool counts_from_1904) {
    namespace calendar = std::chrono;
    const double day_count = std::floor(serial);
    // Day 60 of the 1900 count is a 29 February that never was.
    const int leap = !counts_from_1904 && day_count < 60 ? 1 : 0;
    const calendar::year_month_day first = counts_from_1904
                                               ? calendar::year{1904} / calendar::January / 1
                                               : calendar::year{1899} / calendar::December / 30;
    const calendar::year_month_day date{calendar::sys_days{first} +
                                        calendar::days{static_cast<int>(day_count) + leap}};
    std::string out = std::to_string(static_cast<int>(date.year())) + '-' +
                      two_digits(static_cast<unsigned>(date.month())) + '-' +
                      two_digits(static_cast<unsigned>(date.day()));
    const auto minutes = static_cast<int>(std::lround((serial - day_count) * 24 * 60));
    if (minutes > 0 && minutes < 24 * 60)
        out += ' ' + two_digits(static_cast<unsigned>(minutes / 60)) + ':' +
               two_digits(static_cast<unsigned>(minutes % 60));
    return out;
}

/// A sheet stores binary numbers; what people typed are their fifteen digits.
std::string print_number(double value) {
    std::array<char, 64> text;
    const auto fixed = std::to_chars(text.data(), text.data() + text.size(), value,
                                     std::chars_format::general, 15);
    std::string out(text.data(), fixed.ptr);
    if (out.find('e') == out.npos) return out;
    const auto plain =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed);
    return plain.ec == std::errc{} ? std::string(text.data(), plain.ptr) : out;
}

}  // namespace

std::vector<NumberFormat> number_formats(const pugi::xml_node& style_sheet) {
    std::map<int, NumberFormat> own;
    for (const pugi::xml_node& node : child(style_sheet, "numFmts").children())
        own[whole(attribute(node, "numFmtId"))] = format_of(attribute(node, "formatCode"));
    std::vector<NumberFormat> formats;
    for (const pugi::xml_node& node : child(style_sheet, "cellXfs").children()) {
        const int id = whole(attribute(node, "numFmtId"));
        NumberFormat format;
        if (const auto found = own.find(id); found != own.end())
            format = found->second;
        else if (is_known_date(id))
            format.kind = NumberKind::date;
        else if (id == 9 || id == 10)
            format.kind = NumberKind::percent;
        formats.push_back(std::move(format));
    }
    return formats;
}

std::string shown(std::string_view number, const NumberFormat& format, bool counts_from_1904) {
    double value = 0;
    const auto [stop, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    if (error != std::errc{} || stop != number.data() + number.size() || !std::isfinite(value))
        return std::string(number);
    constexpr double serial_max = 2'958'465;  // 9999-12-31
    if (format.kind == NumberKind::date && value >= 0 && value <= serial_max)
        return print_date(value, counts_from_1904);
    if (format.kind == NumberKind::percent) return print_number(value * 100) + '%' + format.suffix;
    return print_number(value) + format.suffix;
}

}  // namespace heng::office
