#include "core/base/decimal.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heng {
namespace {

constexpr std::int64_t text_units_max = 9'999'999'999'999'999;  // 12 digits and 4 places

Decimal any_decimal() {
    return Decimal::of_units(*rc::gen::inRange(-text_units_max, text_units_max + 1));
}

Rounding any_rounding() {
    using enum RoundingMode;
    return {*rc::gen::inRange(0, 5), *rc::gen::element(half_up, down, up)};
}

std::int64_t spacing(int places) {
    std::int64_t units = Decimal::one;
    for (int i = 0; i < places; ++i) units /= 10;
    return units;
}

RC_GTEST_PROP(DecimalProp, ParseUndoesText, ()) {
    const Decimal value = any_decimal();
    RC_ASSERT(Decimal::parse(value.text()) == value);
    RC_ASSERT(Decimal::parse(value.text(4)) == value);
}

RC_GTEST_PROP(DecimalProp, TextIsTheShortest, ()) {
    const std::string text = any_decimal().text();
    RC_ASSERT(text.find('.') == text.npos || !text.ends_with('0'));
    RC_ASSERT(!text.ends_with('.'));
}

RC_GTEST_PROP(DecimalProp, ParseTakesOnlyWhatItCanPrint, ()) {
    const auto text =
        *rc::gen::container<std::string>(rc::gen::element('0', '1', '9', '.', '-', '+', 'e', ' '));
    const auto value = Decimal::parse(text);
    if (value) RC_ASSERT(Decimal::parse(value->text()) == value);
}

RC_GTEST_PROP(DecimalProp, SubtractionUndoesAddition, ()) {
    const Decimal a = any_decimal();
    const Decimal b = any_decimal();
    RC_ASSERT(a + b - b == a);
    RC_ASSERT(a + b == b + a);
}

RC_GTEST_PROP(DecimalProp, RoundingStaysWithinOneStepAndIsDoneOnce, ()) {
    const Decimal value = any_decimal();
    const Rounding rounding = any_rounding();
    const Decimal cut = round(value, rounding);
    const std::int64_t step = spacing(rounding.places);
    const std::int64_t moved = cut.units() - value.units();
    RC_ASSERT(cut.units() % step == 0);
    RC_ASSERT(moved > -step);
    RC_ASSERT(moved < step);
    if (rounding.mode == RoundingMode::half_up) RC_ASSERT(2 * std::abs(moved) <= step);
    RC_ASSERT(round(cut, rounding) == cut);
    RC_ASSERT(round(Decimal{} - value, rounding) == Decimal{} - cut);
}

RC_GTEST_PROP(DecimalProp, DivisionUndoesMultiplication, ()) {
    const Decimal a = any_decimal();
    const Decimal b = Decimal::of_units(*rc::gen::inRange<std::int64_t>(1, 10'000'000));
    RC_ASSERT(multiply_divide(a, b, b, any_rounding()).units() % 1 == 0);
    RC_ASSERT(multiply_divide(a, b, b, {4, RoundingMode::down}) == a);
}

}  // namespace
}  // namespace heng
