#include "core/clause/clause_parser.hpp"

#include "core/base/text.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace heng::clause {
namespace {

/// Pieces that clauses are made of, and some that they are not.
rc::Gen<std::string> any_clause() {
    const auto piece = rc::gen::element<std::string>(
        "扣1分", "扣0.5-2分", "扣3-1分", "扣1-0分", "加3分", "每", "每1起", "每少1次", "一处",
        "少于2次", "不低于90%", "全省平均水平", "国家级", "省级", "“较好”", "未报", "的", ",", ";",
        "。", "、", "(", ")", "分别", "各", "最多", "扣完为止", "加倍扣分", "酌情", "扣分",
        "不得分", "一票否决", "该项分值的", "50%", "3", "分", "/次", "1.", "\n", "《", "0",
        "999999999999", "\xFF", " ", "以上", "按10人计", "不足10人");
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(piece),
                        [](const std::vector<std::string>& pieces) { return join(pieces, ""); });
}

// RC_ASSERT takes its expression apart, and so evaluates both sides of || and &&: what may stand
// behind a missing value is asked in functions.
bool is_positive_if_any(const std::optional<Decimal>& value) {
    return !value || *value > Decimal{};
}

bool is_range_if_any(const scheme::Branch& branch) {
    return !branch.points_max || !branch.points || *branch.points_max > *branch.points;
}

void check_promises(const std::string& text, const Reading& reading) {
    for (const Doubt& doubt : reading.doubts) {
        RC_ASSERT(doubt.offset <= text.size());
        RC_ASSERT(doubt.length <= text.size() - doubt.offset);
        RC_ASSERT(!find_invalid_utf8(doubt.quote));
    }
    for (const scheme::Branch& branch : reading.branches) {
        RC_ASSERT(!branch.text.empty());
        RC_ASSERT(!find_invalid_utf8(branch.text));
        RC_ASSERT(is_positive_if_any(branch.points));
        RC_ASSERT(is_positive_if_any(branch.step));
        RC_ASSERT(is_range_if_any(branch));
        const bool counted = branch.basis == scheme::Basis::each ||
                             branch.basis == scheme::Basis::shortfall ||
                             branch.basis == scheme::Basis::excess;
        RC_ASSERT(counted == branch.step.has_value());
        RC_ASSERT(branch.basis != scheme::Basis::level || branch.level.has_value());
        const bool measured = branch.target || branch.reference;
        RC_ASSERT(branch.basis != scheme::Basis::each || !measured);
    }
}

RC_GTEST_PROP(ClauseParserProperty, KeepsItsPromisesOnClauses, ()) {
    const std::string text = *any_clause();
    check_promises(text, read_clause(text));
}

RC_GTEST_PROP(ClauseParserProperty, KeepsItsPromisesOnAnyBytes, (const std::string& text)) {
    check_promises(text, read_clause(text));
}

RC_GTEST_PROP(ClauseParserProperty, ReadsTheSameTwice, ()) {
    const std::string text = *any_clause();
    const Reading first = read_clause(text);
    const Reading second = read_clause(text);
    RC_ASSERT(first.branches == second.branches);
    RC_ASSERT(first.doubts == second.doubts);
}

RC_GTEST_PROP(ClauseParserProperty, DoesNotMindFullWidthSigns, ()) {
    const std::string text = *any_clause();
    std::string wide;
    for (const char c : text) wide += c == ',' ? "，" : c == ';' ? "；" : std::string(1, c);
    const Reading a = read_clause(text);
    const Reading b = read_clause(wide);
    RC_ASSERT(a.branches.size() == b.branches.size());
    for (std::size_t i = 0; i < a.branches.size(); ++i) {
        RC_ASSERT(scheme::same_reading(a.branches[i], b.branches[i]));
    }
}

}  // namespace
}  // namespace heng::clause
