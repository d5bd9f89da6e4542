#include "core/clause/reference.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

bool leads_to_reference(Role role) {
    switch (role) {
        case Role::compare:
        case Role::below:
        case Role::above:
        case Role::reach:
        case Role::lack:
        case Role::excess:
        case Role::miss:
        case Role::at_least:
        case Role::at_most:
        case Role::most: return true;
        default: return false;
    }
}

/// 未完成 and 完成 lead to a reference of a count, but compare no flat amount.
bool compares(const Words& words, const Token& lead) {
    const char32_t last = words.glyphs->at(lead.end - 1);
    if (lead.role == Role::reach) return false;
    return last != U'成' && lead.role != Role::at_least;
}

/// Words that say little alone: 任务 is a reference only as 年度任务, 下达任务.
bool is_weak(std::u32string_view head) {
    return head == U"任务" || head == U"目标" || head == U"指标" || head == U"计划" ||
           head == U"增速" || head == U"平均" || head == U"同期" || head == U"任务量" ||
           head == U"计划任务";
}

bool is_of_the_year(std::u32string_view text) {
    for (const std::u32string_view word :
         {U"年度", U"全年", U"下达", U"当年", U"本年", U"年初", U"考核",
          U"计划", U"规定", U"目标", U"上级", U"全国", U"全省", U"全市",
          U"全县", U"全区", U"全州", U"全镇", U"全乡", U"全校"}) {
        if (text.starts_with(word)) return true;
    }
    // 省下达责任指标
    return text.find(U"下达") != text.npos || text.starts_with(U"责任");
}

/// 标准 of 每低于标准1平方米: what a comparison is made with, whatever its name. The tokens from
/// `first` on are those of the counting words.
std::optional<Reference> figure_behind_comparison(const Words& words, std::uint32_t first,
                                                  std::uint32_t end) {
    constexpr std::uint32_t name_length_min = 2;
    constexpr std::uint32_t name_length_max = 10;
    for (std::uint32_t i = first; i + 1 < words.tokens.size() && words.tokens[i + 1].end <= end;
         ++i) {
        const Token& lead = words.tokens[i];
        const Token& number = words.tokens[i + 1];
        const bool compared = lead.role == Role::below || lead.role == Role::above;
        if (!compared || number.role != Role::number) continue;
        const std::uint32_t length = number.begin - lead.end;
        const bool timed = words.figure(number).kind == UnitKind::time;
        if (timed || length < name_length_min || length > name_length_max) continue;
        return Reference{words.glyphs->text(lead.end, number.begin), true, false};
    }
    return std::nullopt;
}

}  // namespace

std::optional<Reference> reference_at(const Layout& layout, std::uint32_t head) {
    const Words& words = *layout.words;
    const Token& token = words.tokens[head];
    const Phrase& phrase = layout.phrases[layout.phrase_of[head]];
    // 年度目标任务 gives two tokens; the last one is the head.
    const bool inner =
        words.is(head + 1, Role::reference) && words.tokens[head + 1].begin == token.end;
    if (inner) return std::nullopt;
    constexpr std::uint32_t lead_gap_max = 24;
    constexpr std::uint32_t name_length_max = 10;
    constexpr std::uint32_t task_length_max = 14;
    for (std::uint32_t i = head; i-- > phrase.first;) {
        const Token& lead = words.tokens[i];
        if (token.begin > lead.end + lead_gap_max) break;
        // 前两年平均数, 前一年度全省平均数: the years belong to the name.
        const bool years = lead.role == Role::number && words.figure(lead).kind == UnitKind::time &&
                           lead.begin > 0 &&
                           std::u32string_view(U"前近").find(words.glyphs->at(lead.begin - 1)) !=
                               std::u32string_view::npos;
        if (years) continue;
        if (lead.role == Role::number || lead.role == Role::every) break;
        // 每滞后序时进度1个百分点 counts from it; 滞后于序时进度的,扣1分 only describes.
        const std::u32string_view verb = words.glyphs->view(lead.begin, lead.end);
        const bool lags = verb == U"滞后" || verb == U"落后";
        if (!leads_to_reference(lead.role) && !lags) continue;
        // 与上年度相比 compares, 与往年雷同 does not.
        const bool with = words.glyphs->at(lead.begin) == U'与' && lead.role == Role::compare;
        const std::u32string_view behind = words.glyphs->view(
            token.end, std::min<std::size_t>(token.end + 3U, words.glyphs->size()));
        if (with && behind.find(U'比') == std::u32string_view::npos) continue;
        std::uint32_t begin = lead.end;
        if (words.glyphs->at(begin) == U'于' && begin < token.begin) ++begin;
        const std::u32string_view name = words.glyphs->view(begin, token.end);
        const std::u32string_view last = words.glyphs->view(token.begin, token.end);
        // 低于目标 and 未完成任务 name it in full, 各项任务 does not.
        const bool plain =
            begin == token.begin && (lead.role == Role::below || lead.role == Role::above);
        const bool qualified = name.size() > last.size() && name.size() <= task_length_max;
        // 未完成减排任务 names it too, 未完成各项任务 or 上级交办任务 does not.
        const bool own = lead.role == Role::below && !compares(words, lead) &&
                         name.size() <= task_length_max &&
                         std::u32string_view(U"各上有相其规交所重一本该").find(name.front()) ==
                             std::u32string_view::npos;
        if (is_weak(last) && !plain && !own && !(qualified && is_of_the_year(name))) {
            return std::nullopt;
        }
        if (name.size() > (is_weak(last) ? task_length_max : name_length_max)) begin = token.begin;
        Reference out;
        out.text = words.glyphs->text(begin, token.end);
        out.compared = compares(words, lead) && !lags;
        // 目标任务100% is a figure, 平均水平3个百分点 the gap to one.
        out.measured = words.is(head + 1, Role::number) &&
                       words.tokens[head + 1].begin == token.end &&
                       words.figure(words.tokens[head + 1]).unit != U"百分点";
        return out;
    }
    return std::nullopt;
}

std::optional<Reference> reference_between(const Layout& layout, std::uint32_t first,
                                           std::uint32_t begin, std::uint32_t end) {
    const Words& words = *layout.words;
    for (std::uint32_t i = first; i < words.tokens.size() && words.tokens[i].begin < end; ++i) {
        if (words.tokens[i].role != Role::reference || words.tokens[i].begin < begin) continue;
        if (auto found = reference_at(layout, i)) return found;
    }
    return figure_behind_comparison(words, first, end);
}

}  // namespace heng::clause
