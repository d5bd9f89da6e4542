#include "core/clause/band.hpp"

#include "core/clause/demand.hpp"

#include <algorithm>
#include <initializer_list>

namespace heng::clause {

namespace {

using scheme::Basis;

bool is_lead_in(char32_t c) {
    return std::u32string_view(
               U"被受获到在经由为对造成其中荣取得发生因有亮评定属列的则若如凡,、排名位居于获全年是:"
               U"且并")
               .find(c) != std::u32string_view::npos;
}

bool is_sign_of(const Words& words, std::uint32_t at, std::u32string_view signs) {
    return signs.find(words.glyphs->at(at)) != std::u32string_view::npos;
}

/// 到市集体访, 赴省上访: a destination is no tier.
bool is_destination(const Words& words, std::uint32_t begin, std::uint32_t at) {
    if (at <= begin) return false;
    const char32_t before = words.glyphs->at(at - 1);
    const char32_t earlier = at > begin + 1 ? words.glyphs->at(at - 2) : U'\0';
    return before == U'赴' || before == U'进' ||
           (before == U'到' && earlier != U'受' && earlier != U'得');
}

/// 对县人大的请示未批示: whom the clause deals with is no tier.
bool is_addressee(const Words& words, std::uint32_t begin, std::uint32_t at) {
    return at > begin && is_sign_of(words, at - 1, U"对给与");
}

/// 县委组织部检查发现…未整改: the body found what another failed to do.
bool names_finding(std::u32string_view words) {
    for (const std::u32string_view verb : {U"发现", U"通报", U"查处", U"反馈", U"指出", U"点名"}) {
        if (words.find(verb) != words.npos) return true;
    }
    return false;
}

/// 县委主要领导未调研, 市委常委会没有研究: the body that fails to act is whom the clause assesses.
/// 省级未通过 is a tier, and so is a body behind 被.
bool is_subject(const Words& words, const Slice& slice, std::uint32_t rank, std::uint32_t end) {
    const Token& token = words.tokens[rank];
    if (token.role != Role::tier || end == token.end || is_sign_of(words, end - 1, U"级")) {
        return false;
    }
    const std::u32string_view lead = words.glyphs->view(slice.begin, token.begin);
    if (lead.find_first_of(U"被受获经由") != std::u32string_view::npos) return false;
    for (std::uint32_t i = rank + 1; i < slice.last; ++i) {
        const bool fails = words.tokens[i].role == Role::negation ||
                           words.tokens[i].role == Role::miss ||
                           words.tokens[i].role == Role::below;
        if (fails && words.tokens[i].begin >= end)
            return !names_finding(words.glyphs->view(end, words.tokens[i].begin));
    }
    return false;
}

bool only_lead_in(const Words& words, std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end; ++at) {
        const char32_t c = words.glyphs->at(at);
        if (!is_lead_in(c) && c != U'“' && c != U'”') return false;
    }
    return true;
}

/// 督查室 of 省委督查室通报, 巡视组 of 中央巡视组指出: an office, up to the verb. `at` where there
/// is none.
std::uint32_t end_of_office(const Words& words, std::uint32_t at, std::uint32_t end) {
    constexpr std::uint32_t length_max = 8;
    constexpr std::u32string_view verbs[] = {
        U"通报", U"发现", U"查处", U"抽查", U"批评", U"表彰", U"点名",   U"曝光", U"约谈", U"指出",
        U"认定", U"采用", U"批示", U"表扬", U"反馈", U"组织", U"检查中", U"召开", U"会议", U"会上"};
    const std::u32string_view rest = words.glyphs->view(at, std::min(end, at + length_max));
    std::size_t stop = rest.size();
    // 县两级党委: the tiers of a row, and no office.
    if (rest.starts_with(U"两级") || rest.starts_with(U"三级") || rest.starts_with(U"各级"))
        return at;
    for (const std::u32string_view verb : verbs) stop = std::min(stop, rest.find(verb));
    std::uint32_t out = at;
    for (std::size_t i = 0; i < stop; ++i) {
        if (std::u32string_view(U",、的和或及每“”").find(rest[i]) != std::u32string_view::npos)
            break;
        const bool office =
            std::u32string_view(U"室组办部局厅委会队署").find(rest[i]) != std::u32string_view::npos;
        const char32_t next = i + 1 < rest.size() ? rest[i + 1] : U'\0';
        const bool part =
            std::u32string_view(U"门员分长议理").find(next) != std::u32string_view::npos &&
            next != U'\0';
        if (office && !part) out = at + static_cast<std::uint32_t>(i) + 1;
    }
    return out;
}

/// Signs that go on with the name of a body: 省委, 市政府, 省纪委监委, 县领导.
std::uint32_t end_of_body(const Words& words, std::uint32_t at, std::uint32_t end) {
    constexpr std::u32string_view parts[] = {
        U"纪委监委", U"纪检监察机关", U"纪委",   U"监委",     U"委办", U"委组织部",
        U"委",       U"政府",         U"领导",   U"人大",     U"政协", U"直机关",
        U"组织部",   U"监察委",       U"级以上", U"级及以上", U"级"};
    for (bool going = true; going;) {
        going = false;
        const std::u32string_view rest = words.glyphs->view(at, end);
        for (const std::u32string_view part : parts) {
            if (!rest.starts_with(part)) continue;
            at += static_cast<std::uint32_t>(part.size());
            going = true;
            break;
        }
    }
    return end_of_office(words, at, end);
}

/// A tier or a rating; 差 is one, where it is no verb as in 每差1人.
bool is_rank(const Words& words, const Token& token) {
    if (token.role == Role::tier || token.role == Role::rating) return true;
    if (token.role != Role::lack) return false;
    if (words.glyphs->view(token.begin, token.end) != U"差") return false;
    const char32_t next = words.glyphs->at(token.end);
    return next == U'的' || next == U'等' || next == U'扣' || next == U',' || next == U'(';
}

/// 全县 of 低于全县平均; but 国家级 of 入选国家级计划 is a tier.
bool names_figure(const Words& words, std::uint32_t rank) {
    const Token& token = words.tokens[rank];
    if (!words.is(rank + 1, Role::reference) || words.tokens[rank + 1].begin != token.end)
        return false;
    const Token& noun = words.tokens[rank + 1];
    const std::u32string_view name = words.glyphs->view(noun.begin, noun.end);
    return words.glyphs->at(token.end - 1) != U'级' || (name != U"计划" && name != U"任务");
}

/// 第一 of 第一季度, 第一批, 第一议题: a thing by its number. 第一的, 第一名, 第一档 are places.
bool numbers_thing(const Words& words, const Token& token, std::uint32_t end) {
    constexpr std::uint32_t bare_length = 2;
    const bool bare = token.role == Role::rating && token.detail == family::ordinal &&
                      token.end - token.begin == bare_length &&
                      words.glyphs->at(token.begin) == U'第';
    if (!bare || token.end >= end) return false;
    const std::u32string_view rest = words.glyphs->view(token.end, end);
    return std::u32string_view(U"的名位次,;。:、()“”等级类档梯方和或及与至到").find(rest.front()) ==
           std::u32string_view::npos;
}

std::uint8_t family_of(const Token& token) {
    return token.role == Role::lack ? family::grade : token.detail;
}

/// 警告、严重警告: the end of a row of ratings that starts with the token.
std::uint32_t end_of_row(const Words& words, std::uint32_t token, std::uint32_t end) {
    std::uint32_t last = token;
    for (std::uint32_t i = token + 1; i < words.tokens.size() && words.tokens[i].end <= end; ++i) {
        const Token& next = words.tokens[i];
        if (next.role == Role::pause && next.begin == words.tokens[last].end) continue;
        const bool sibling = next.role == Role::rating &&
                             next.begin == words.tokens[last].end + 1 &&
                             is_sign_of(words, next.begin - 1, U"、或和及") &&
                             next.detail == words.tokens[token].detail;
        if (!sibling) break;
        last = i;
    }
    return words.tokens[last].end;
}

/// The end of the tier that starts with the token: 市级以上, 市委、市政府, 街道或区级.
std::uint32_t end_of_rank(const Words& words, std::uint32_t token, std::uint32_t end) {
    std::uint32_t at = words.tokens[token].end;
    if (words.tokens[token].role == Role::rating) {
        // 第1次, whose measure word is no part of the word 第1.
        const bool bare = words.glyphs->at(at - 2) == U'第' && at - words.tokens[token].begin == 2;
        if (bare && at < end && is_sign_of(words, at, U"次名位")) ++at;
        const bool up = words.is(token + 1, Role::up) && words.tokens[token + 1].begin == at;
        if (up && words.tokens[token + 1].end <= end) return words.tokens[token + 1].end;
        return std::max(at, end_of_row(words, token, end));
    }
    for (std::uint32_t i = token;;) {
        const char32_t last = words.glyphs->at(at - 1);
        if (last != U'级') at = end_of_body(words, at, end);
        if (at < end && last != U'级' && words.glyphs->at(at) == U'级') ++at;
        std::uint32_t next = i + 1;
        while (next < words.tokens.size() && words.tokens[next].begin < at) ++next;
        const bool up = words.is(next, Role::up) && words.tokens[next].begin == at;
        if (up && words.tokens[next].end <= end) return words.tokens[next].end;
        std::uint32_t joint = at;
        for (const std::u32string_view word : {U"以及", U"及", U"和", U"或", U"、"}) {
            if (words.glyphs->view(at, end).starts_with(word)) {
                joint = at + static_cast<std::uint32_t>(word.size());
                break;
            }
        }
        // 市委市政府 goes on without a joint, once a body is named.
        while (next < words.tokens.size() && words.tokens[next].begin < joint) ++next;
        const bool goes_on = next < words.tokens.size() && words.tokens[next].role == Role::tier &&
                             words.tokens[next].begin == joint && words.tokens[next].end <= end;
        if (!goes_on) return at;
        at = words.tokens[next].end;
        i = next;
    }
}

/// 差(脏乱): the end of a bracket directly behind the rank, else `end`.
std::uint32_t end_of_aside(const Words& words, std::uint32_t token, std::uint32_t end) {
    constexpr std::uint32_t tokens_max = 4;
    for (std::uint32_t i = token + 1; i <= token + tokens_max && i < words.tokens.size(); ++i) {
        const Token& open = words.tokens[i];
        if (open.begin > end) break;
        if (open.begin != end || open.role != Role::open || open.link == no_mate) continue;
        return words.tokens[open.link].end;
    }
    return end;
}

/// “逐步净化” at the end of the phrase.
std::optional<Band> quote_band(const Words& words, const Slice& slice) {
    std::uint32_t open = slice.last;
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        if (words.tokens[i].role == Role::quote_open) open = i;
        if (words.tokens[i].role != Role::quote_close || open == slice.last) continue;
        constexpr std::uint32_t rest_max = 4;
        if (slice.end - words.tokens[i].end > rest_max) continue;
        Band band;
        band.kind = Band::Kind::quote;
        band.begin = words.tokens[open].end;
        band.end = words.tokens[i].begin;
        band.leads = only_lead_in(words, slice.begin, words.tokens[open].begin);
        band.prefix = words.glyphs->view(slice.begin, words.tokens[open].begin);
        band.is_rated = is_rated_quote(words, band.begin, band.end);
        return band;
    }
    return std::nullopt;
}

/// Words that belong to a number band: 死亡3-5人, 后退5位以上.
std::uint32_t begin_of_number(const Words& words, std::uint32_t begin, std::uint32_t floor) {
    for (const std::u32string_view word : {U"死亡", U"后退", U"进步", U"逾期", U"超期", U"任务",
                                           U"下降", U"上升", U"排名", U"前", U"后", U"第"}) {
        const auto size = static_cast<std::uint32_t>(word.size());
        if (begin < floor + size || words.glyphs->view(begin - size, begin) != word) continue;
        // 任务5000万元以上 is a band of tasks, 完成年度任务80%以下 one of shares.
        const bool opens = only_lead_in(words, floor, begin - size);
        if (word != U"任务" || opens) return begin - size;
    }
    return begin;
}

/// 24小时内未解决的: a time limit, no band.
bool has_negation(const Words& words, const Slice& slice, std::uint32_t from) {
    for (std::uint32_t i = from; i < slice.last; ++i) {
        if (words.tokens[i].role == Role::negation || words.tokens[i].role == Role::miss)
            return true;
    }
    return false;
}

/// 进京, 到省, 赴市: a place that the counted people went to, at the opening of the phrase.
std::optional<Band> place_band(const Words& words, const Slice& slice) {
    std::uint32_t at = slice.begin;
    while (at < slice.end && is_lead_in(words.glyphs->at(at)) && at + 2 < slice.end &&
           !is_sign_of(words, at, U"到")) {
        ++at;
    }
    const bool goes = at + 1 < slice.end && is_sign_of(words, at, U"进到赴去") &&
                      is_sign_of(words, at + 1, U"京省市州区县镇");
    if (!goes || (at + 2 < slice.end && is_sign_of(words, at + 2, U"级场区"))) return std::nullopt;
    Band band;
    band.kind = Band::Kind::place;
    band.begin = at;
    band.end = at + 2;
    band.leads = true;
    return band;
}

/// Whether one of the words stands where `text` ends.
bool ends_with_any(std::u32string_view text, std::initializer_list<std::u32string_view> endings) {
    return std::any_of(endings.begin(), endings.end(),
                       [text](std::u32string_view word) { return text.ends_with(word); });
}

bool is_sign(const Words& words, std::uint32_t token) {
    return words.tokens[token].end - words.tokens[token].begin <= 2 &&
           is_sign_of(words, words.tokens[token].begin, U"≤<≥>");
}

/// The end of 90%≤完成率<95% where the number opens it, or nothing.
std::optional<std::uint32_t> end_of_chain(const Words& words, const Slice& slice,
                                          std::uint32_t number) {
    constexpr std::uint32_t name_length_max = 10;
    const std::uint32_t first = number + 1;
    if (first + 2 >= slice.last) return std::nullopt;
    if (!is_sign(words, first) || words.tokens[first].begin != words.tokens[number].end) return {};
    std::uint32_t second = first + 1;
    while (second < slice.last && !is_sign(words, second)) ++second;
    if (second + 1 >= slice.last || !words.is(second + 1, Role::number)) return std::nullopt;
    const bool near = words.tokens[second].begin <= words.tokens[first].end + name_length_max &&
                      words.tokens[second + 1].begin == words.tokens[second].end;
    return near ? std::optional(words.tokens[second + 1].end) : std::nullopt;
}

/// 完成率 of 90%≤完成率<95%: the measure, which other bands have before them.
std::u32string_view name_in_chain(const Words& words, std::uint32_t number) {
    std::uint32_t second = number + 2;
    while (!is_sign(words, second)) ++second;
    return words.glyphs->view(words.tokens[number + 1].end, words.tokens[second].begin);
}

bool is_place_unit(std::u32string_view unit) {
    return unit == U"名" || unit == U"位" || unit == U"次" || unit == U"档" || unit == U"等";
}

/// 后3名, 前10%: places as 末位 is. 提前10% is none.
bool is_ranked(const Words& words, const Slice& slice, std::uint32_t number) {
    const Figure& figure = words.figure(words.tokens[number]);
    const std::uint32_t begin = words.tokens[number].begin;
    const bool counts = figure.unit == U"名" || figure.unit == U"位" || figure.unit == U"%";
    if (!counts || begin == slice.begin || !is_sign_of(words, begin - 1, U"前后")) return false;
    return begin < slice.begin + 2 || !is_sign_of(words, begin - 2, U"提以之会事");
}

}  // namespace

bool is_rated_quote(const Words& words, std::uint32_t begin, std::uint32_t end) {
    constexpr std::u32string_view no = U"未没不无";
    constexpr std::u32string_view ends = U",;。:的“”、";
    constexpr std::uint32_t near = 6;
    const auto size = static_cast<std::uint32_t>(words.glyphs->size());
    const std::uint32_t open = begin - 1;
    std::u32string_view lead = words.glyphs->view(open - std::min(open, near), open);
    lead.remove_prefix(lead.find_last_of(ends) + 1);
    const std::uint32_t close = std::min(end + 1, size);
    std::u32string_view rest = words.glyphs->view(close, std::min(close + near, size));
    rest = rest.substr(0, rest.find_first_of(ends));
    if (lead.find_first_of(no) != lead.npos || rest.find_first_of(no) != rest.npos) return false;
    const std::u32string_view text = words.glyphs->view(begin, end);
    if (text.empty()) return false;
    const auto word = find_word(text, 0);
    if (word && word->length == text.size() && (word->role == Role::rating || text == U"差"))
        return true;
    for (const std::u32string_view noun : {U"等次", U"档次", U"等级"}) {
        if (rest.starts_with(noun)) return true;
    }
    return ends_with_any(lead, {U"为", U"是", U"属于", U"评价", U"评定", U"认定", U"等次", U"档次",
                                U"等级", U"结果"}) &&
           !ends_with_any(lead, {U"行为", U"作为"});
}

std::optional<Band> rank_band(const Words& words, const Slice& slice, std::uint8_t family,
                              const Count* draft_count) {
    std::optional<Band> found;
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        const Token& token = words.tokens[i];
        if (family != 0 && family_of(token) != family) continue;
        if (!is_rank(words, token) || (found && token.begin < found->end)) continue;
        if (is_destination(words, slice.begin, token.begin)) continue;
        if (numbers_thing(words, token, slice.end)) continue;
        // 低于全县平均: part of the name of a figure.
        if (names_figure(words, i)) continue;
        Band band;
        band.kind = Band::Kind::rank;
        band.family = family_of(token);
        band.begin = token.begin;
        band.end = end_of_rank(words, i, slice.end);
        const bool tier = band.family == family::level_of_state && token.role == Role::tier;
        if (tier && is_addressee(words, slice.begin, token.begin)) continue;
        if (tier && is_subject(words, slice, i, band.end)) continue;
        // 工作滞后被省级通报: 被 leads to the finder wherever it stands.
        band.leads = only_lead_in(words, slice.begin, token.begin) ||
                     (tier && is_sign_of(words, token.begin - 1, U"被"));
        band.prefix = words.glyphs->view(slice.begin, token.begin);
        const bool counted = draft_count != nullptr && draft_count->begin >= band.end &&
                             draft_count->begin < slice.end;
        const std::uint32_t behind = end_of_aside(words, i, band.end);
        band.headed = behind != band.end && token.begin == slice.begin;
        band.rest = (counted ? draft_count->begin : slice.end) - std::min(behind, slice.end);
        if (!found || !found->leads) found = band;
        if (found->leads) break;
    }
    return found;
}

std::optional<Band> number_band(const Draft& draft, const Slice& slice) {
    const Words& words = *draft.condition.words;
    std::optional<Band> plain;
    for (std::uint32_t i = slice.first; i < slice.last; ++i) {
        const Token& token = words.tokens[i];
        if (token.role != Role::number) continue;
        const bool step =
            draft.count && token.begin >= draft.count->begin && token.end <= draft.count->end;
        const Comparing comparing = comparing_of(words, slice, i);
        const Figure& figure = words.figure(token);
        Band band;
        band.is_range = figure.high.has_value();
        const bool ranked = is_ranked(words, slice, i);
        band.is_place = figure.is_ordinal || ranked;
        band.is_plain = !comparing.has_lead() && !comparing.has_tail() && !band.is_range;
        const bool within = comparing.tail == Role::within && has_negation(words, slice, i);
        if (figure.kind == UnitKind::time && (within || comparing.tail == Role::before)) continue;
        // 90%≤完成率<95%: the signs on both sides of a name.
        if (const auto end = end_of_chain(words, slice, i)) {
            band.begin = token.begin;
            band.end = *end;
            band.is_range = true;
            band.unit = figure.unit;
            band.prefix = name_in_chain(words, i);
            band.leads = only_lead_in(words, slice.begin, band.begin);
            return band;
        }
        // 第2批 names a thing, 第2次 a place in a row.
        if (band.is_place && band.is_plain && !ranked && !is_place_unit(figure.unit)) continue;
        if (step && !(band.is_plain && draft.count->end == token.end &&
                      draft.count->begin == token.begin)) {
            continue;
        }
        // 未按2%拨缴 states a share, which is no band.
        if (band.is_plain && !ranked && figure.kind == UnitKind::percent) continue;
        const bool leads_on = comparing.lead == Role::reach || comparing.lead == Role::above;
        const bool reached = leads_on && (comparing.has_tail() || band.is_range);
        band.begin = reached ? token.begin : comparing.begin;
        band.exceeds_one = figure.value && *figure.value > Decimal::whole(1);
        band.is_far = figure.value && *figure.value > Decimal::whole(2);
        band.end = comparing.end;
        band.unit = figure.unit;
        band.prefix = words.glyphs->view(slice.begin, band.begin);
        band.leads = only_lead_in(words, slice.begin, band.begin);
        const bool second = i + 1 < slice.last && !band.is_plain;
        for (std::uint32_t k = i + 1; second && k < slice.last; ++k) {
            if (words.tokens[k].role != Role::number) continue;
            const Comparing more = comparing_of(words, slice, k);
            const bool but = more.begin == band.end + 1 && is_sign_of(words, band.end, U"但且而并");
            if (more.begin != band.end && !but) continue;
            band.end = more.end;
            band.is_range = true;
        }
        band.begin = begin_of_number(words, band.begin, slice.begin);
        if (ranked || band.is_place) band.leads = only_lead_in(words, slice.begin, band.begin);
        if (!band.is_plain) return band;
        if (!plain) plain = band;
    }
    return plain;
}

std::vector<Band> bands_of(const Draft& draft) {
    std::vector<Band> out;
    constexpr std::size_t slices_max = 2;
    const auto& slices = draft.condition.slices;
    for (std::size_t i = 0; i < std::min(slices.size(), slices_max); ++i) {
        if (auto band = quote_band(*draft.condition.words, slices[i])) out.push_back(*band);
        if (auto band = number_band(draft, slices[i])) out.push_back(*band);
        const Count* count = draft.count ? &*draft.count : nullptr;
        for (std::uint8_t family = 1; family <= family::last; ++family) {
            if (auto band = rank_band(*draft.condition.words, slices[i], family, count))
                out.push_back(*band);
        }
        // 进京1人次…,赴省1批次… are told apart by what is counted, too.
        const bool counted = draft.count && draft.branch.basis == Basis::each &&
                             (draft.count->where.empty() ||
                              draft.condition.words->glyphs->at(draft.count->begin) == U'每');
        const auto place = counted ? place_band(*draft.condition.words, slices[i]) : std::nullopt;
        if (place) out.push_back(*place);
    }
    std::stable_partition(out.begin(), out.end(), [](const Band& band) { return band.headed; });
    return out;
}

std::optional<Rank> tier_in(const Words& words, Name name, std::uint8_t family) {
    Slice slice = slice_of(words, name);
    const auto first = words.tokens.begin() + slice.first;
    const auto last = words.tokens.begin() + slice.last;
    // 到县、市、省上访的,分别扣…: in a list the destinations are the tiers.
    const auto tier =
        std::find_if(first, last, [](const Token& token) { return token.role == Role::tier; });
    if (tier != last && is_destination(words, slice.begin, tier->begin)) slice.begin = tier->begin;
    const auto band = rank_band(words, slice, family, nullptr);
    if (!band) return std::nullopt;
    return Rank{words.glyphs->text(band->begin, band->end), band->family};
}

}  // namespace heng::clause
