#include "core/clause/number.hpp"

#include "core/clause/units.hpp"

#include <cstdint>
#include <string>

namespace heng::clause {

namespace {

char32_t sign_at(std::u32string_view text, std::size_t at) {
    return at < text.size() ? text[at] : U'\0';
}

/// 0 to 9, or −1 for a sign that is no Chinese digit.
int chinese_digit(char32_t c) {
    switch (c) {
        case U'〇':
        case U'零': return 0;
        case U'一':
        case U'壹': return 1;
        case U'二':
        case U'两':
        case U'贰': return 2;
        case U'三':
        case U'叁': return 3;
        case U'四': return 4;
        case U'五':
        case U'伍': return 5;
        case U'六': return 6;
        case U'七': return 7;
        case U'八': return 8;
        case U'九': return 9;
        default: return -1;
    }
}

/// 10 for 十, 100 for 百, and so on; 0 for other signs.
std::int64_t multiplier(char32_t c) {
    switch (c) {
        case U'十': return 10;
        case U'百': return 100;
        case U'千': return 1'000;
        case U'万': return 10'000;
        default: return 0;
    }
}

/// Whether the 百, 千 or 万 at `at` opens a unit: 百分点, 千克, 万元.
bool opens_unit(std::u32string_view text, std::size_t at) {
    const char32_t c = sign_at(text, at);
    const char32_t next = sign_at(text, at + 1);
    if (c == U'万') return true;
    if (c == U'百')
        return next == U'分' && std::u32string_view(U"点比率之").find(sign_at(text, at + 2)) !=
                                    std::u32string_view::npos;
    return c == U'千' && (next == U'克' || next == U'米' || next == U'分');
}

ReadNumber read_digits(std::u32string_view text, std::size_t at) {
    std::string digits;
    constexpr std::size_t digits_max = 24;
    bool has_point = false;
    if (text[at] == U'.') digits = "0";
    for (; at < text.size(); ++at) {
        const char32_t c = text[at];
        // 0。5 is a misprint of 0.5: nothing else puts a full stop between two digits behind a lone
        // 0.
        const bool point = c == U'.' || c == U'·' || (c == U'。' && digits == "0");
        if (point && !has_point && is_digit(sign_at(text, at + 1))) {
            has_point = true;
            if (digits.size() < digits_max) digits += '.';
        } else if (is_digit(c)) {
            if (digits.size() < digits_max) digits += static_cast<char>(c);
        } else {
            break;
        }
    }
    return {Decimal::parse(digits), at, false};
}

/// The tenths, hundredths … behind 点.
std::int64_t read_fraction(std::u32string_view text, std::size_t& at) {
    std::int64_t units = 0;
    for (std::int64_t weight = Decimal::one / 10; weight > 0; weight /= 10) {
        const int digit = chinese_digit(sign_at(text, at));
        if (digit < 0) break;
        units += digit * weight;
        ++at;
    }
    return units;
}

std::optional<ReadNumber> read_chinese(std::u32string_view text, std::size_t at) {
    if (text[at] == U'半') return ReadNumber{Decimal::of_units(Decimal::one / 2), at + 1, true};
    std::int64_t total = 0;
    std::int64_t digit = -1;
    const std::size_t begin = at;
    for (; at < text.size(); ++at) {
        const std::int64_t ten = multiplier(text[at]);
        const int next = chinese_digit(text[at]);
        if (ten > 0 && !opens_unit(text, at)) {
            if (digit < 0 && ten != 10) break;
            total += (digit < 0 ? 1 : digit) * ten;
            digit = -1;
        } else if (next >= 0) {
            const bool after_zero = digit == 0 && total > 0;
            if (digit >= 0 && !after_zero) return std::nullopt;
            digit = next;
        } else {
            break;
        }
        if (at - begin > 8) return std::nullopt;
    }
    if (at == begin) return std::nullopt;
    Decimal value = Decimal::whole(total + (digit > 0 ? digit : 0));
    if (sign_at(text, at) == U'点' && chinese_digit(sign_at(text, at + 1)) >= 0) {
        ++at;
        value += Decimal::of_units(read_fraction(text, at));
    }
    return ReadNumber{value, at, true};
}

bool opens_with_any(std::u32string_view text, std::size_t at, std::u32string_view signs) {
    const char32_t c = sign_at(text, at);
    return c != U'\0' && signs.find(c) != std::u32string_view::npos;
}

/// `part` / `whole` in hundredths, where a Decimal states it.
std::optional<Decimal> hundredths(Decimal part, Decimal whole) {
    if (!part.is_whole() || !whole.is_whole() || part >= whole || part.is_zero()) return {};
    constexpr std::int64_t places = Decimal::one * 100;
    const std::int64_t parts = part.units() / Decimal::one;
    const std::int64_t wholes = whole.units() / Decimal::one;
    if (parts * places % wholes != 0) return std::nullopt;
    return Decimal::of_units(parts * places / wholes);
}

/// 三分之二
std::optional<ReadShare> read_parts(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view joint = U"分之";
    const auto whole = read_number(text, at);
    if (!whole || !whole->value || !text.substr(whole->end).starts_with(joint)) return {};
    const auto part = read_number(text, whole->end + joint.size());
    if (!part || !part->value) return std::nullopt;
    return ReadShare{hundredths(*part->value, *whole->value), part->end};
}

/// 1/2; but 1/2天, 3/15 and 1/2/3 are none.
std::optional<ReadShare> read_ratio(std::u32string_view text, std::size_t at) {
    constexpr std::u32string_view more = U"/.0123456789";
    const Decimal whole_max = Decimal::whole(10);
    if (at > 0 && opens_with_any(text, at - 1, more)) return std::nullopt;
    if (!is_digit(text[at])) return std::nullopt;
    const auto part = read_number(text, at);
    if (!part || !part->value || sign_at(text, part->end) != U'/') return std::nullopt;
    const std::size_t second = part->end + 1;
    if (!is_digit(sign_at(text, second))) return std::nullopt;
    const auto whole = read_number(text, second);
    if (!whole || !whole->value || *whole->value > whole_max) return std::nullopt;
    if (*part->value >= *whole->value || opens_with_any(text, whole->end, more)) return {};
    const bool of_score =
        sign_at(text, whole->end) == U'分' && opens_with_any(text, whole->end + 1, U"值数");
    if (find_unit(text, whole->end).end != 0 && !of_score) return std::nullopt;
    return ReadShare{hundredths(*part->value, *whole->value), whole->end};
}

/// 九成, 九成五; but 三成员 is none.
std::optional<ReadShare> read_tenths(std::u32string_view text, std::size_t at) {
    const auto tenths = read_number(text, at);
    if (!tenths || !tenths->value || !tenths->value->is_whole()) return std::nullopt;
    if (sign_at(text, tenths->end) != U'成' || *tenths->value > Decimal::whole(10)) return {};
    if (opens_with_any(text, tenths->end + 1, U"立员果功效绩就本为长分份型套交熟")) return {};
    ReadShare out{Decimal::of_units(tenths->value->units() * 10), tenths->end + 1};
    const int digit = chinese_digit(sign_at(text, out.end));
    if (digit > 0 && find_unit(text, out.end + 1).end == 0) {
        *out.percent += Decimal::whole(digit);
        ++out.end;
    }
    return out;
}

}  // namespace

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

bool is_chinese_numeral(char32_t c) {
    return chinese_digit(c) >= 0 || multiplier(c) > 0 || c == U'半';
}

std::optional<ReadNumber> read_number(std::u32string_view text, std::size_t at) {
    const char32_t c = sign_at(text, at);
    if (is_digit(c) || (c == U'.' && is_digit(sign_at(text, at + 1)))) return read_digits(text, at);
    if (!is_chinese_numeral(c) || c == U'百' || c == U'千' || c == U'万') return std::nullopt;
    return read_chinese(text, at);
}

std::optional<ReadShare> read_share(std::u32string_view text, std::size_t at) {
    if (auto share = read_parts(text, at)) return share;
    if (auto share = read_ratio(text, at)) return share;
    return read_tenths(text, at);
}

}  // namespace heng::clause
