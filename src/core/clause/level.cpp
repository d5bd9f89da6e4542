#include "core/clause/level.hpp"

#include "core/clause/band.hpp"
#include "core/clause/demand.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

using scheme::Basis;
using scheme::Effect;

/// 差评件超期 names a thing; 差的扣2分 a grade.
constexpr std::uint32_t grade_rest_max = 3;

bool same_words(const Words& words, const Band& a, const Band& b) {
    return words.glyphs->view(a.begin, a.end) == words.glyphs->view(b.begin, b.end);
}

/// 早退10分钟以内, 迟到或早退10分钟以上: of times the word before the number is the same.
bool same_delay(const Band& a, const Band& b) {
    constexpr std::size_t word = 2;
    const bool times = a.kind == Band::Kind::number && b.kind == Band::Kind::number &&
                       find_unit(a.unit, 0).kind == UnitKind::time;
    return times && a.prefix.size() >= word && b.prefix.size() >= word &&
           a.prefix.substr(a.prefix.size() - word) == b.prefix.substr(b.prefix.size() - word);
}

/// The measure that the words before a number name: 投诉 of 接到投诉3次, 培训率 of 培训率在80%以上.
std::u32string_view measure_of(std::u32string_view prefix) {
    constexpr std::u32string_view heads[] = {U"接到", U"收到", U"受到", U"遭到", U"被",
                                             U"发生", U"出现", U"造成", U"存在", U"若",
                                             U"如",   U"凡",   U"当",   U"全年", U"年度"};
    constexpr std::u32string_view tails = U"在为达到仅是只的有";
    for (const std::u32string_view head : heads) {
        if (prefix.starts_with(head)) prefix.remove_prefix(head.size());
    }
    while (!prefix.empty() && tails.find(prefix.back()) != tails.npos) prefix.remove_suffix(1);
    return prefix;
}

bool same_measure(const Band& a, const Band& b) {
    // 完成目标任务80%以上不足100%的…,完成不足80%的…
    if (b.prefix == U"完成" && a.is_range && a.prefix.find(b.prefix) != a.prefix.npos) return true;
    if (a.kind != Band::Kind::number || b.kind != Band::Kind::number) return false;
    const std::u32string_view first = measure_of(a.prefix);
    const std::u32string_view second = measure_of(b.prefix);
    return !first.empty() && !second.empty() &&
           (first.ends_with(second) || second.ends_with(first));
}

/// 前三名, 第四至六名, 末位: places, as words or as numbers.
bool is_place(const Band& band) {
    return band.is_place || (band.kind == Band::Kind::rank && band.family == family::ordinal);
}

bool is_rating(const Band& band) {
    return band.kind == Band::Kind::quote ||
           (band.kind == Band::Kind::rank && band.family == family::grade);
}

/// 50人以上非公企业…, 3名以上正式党员的企业…: what the numbers are of stands behind them.
bool are_of_others(const Words& words, const Band& a, const Band& b) {
    const auto noun = [&words](const Band& band) {
        const std::u32string_view rest = words.glyphs->view(
            band.end, std::min<std::size_t>(band.end + 2U, words.glyphs->size()));
        return rest.find_first_of(U"的,;。、():扣加每未不没均且") == rest.npos ? rest : U"";
    };
    return a.kind == Band::Kind::number && !a.is_plain && !b.is_plain && !noun(a).empty() &&
           !noun(b).empty() && noun(a) != noun(b);
}

/// Whether the second band stands against the first: one measure, two bands.
bool opposes(const Words& words, const Band& a, const Band& b) {
    if (a.kind != b.kind && is_place(a) && is_place(b)) return b.leads;
    if (a.kind != b.kind || same_words(words, a, b)) return false;
    const bool same_start = a.kind != Band::Kind::number && !a.prefix.empty() &&
                            !b.prefix.empty() && a.prefix.substr(0, 2) == b.prefix.substr(0, 2);
    const bool same_subject = b.leads || (!b.prefix.empty() && a.prefix.ends_with(b.prefix)) ||
                              same_start || same_delay(a, b) || same_measure(a, b);
    if (!same_subject || are_of_others(words, a, b)) return false;
    switch (a.kind) {
        // 评为“一般”…,“示范”…: behind a rating a quote may stand bare.
        case Band::Kind::quote: return a.is_rated && (b.is_rated || b.leads);
        case Band::Kind::place: return true;
        case Band::Kind::rank:
            return a.family == b.family && (a.family != family::grade || b.rest <= grade_rest_max);
        case Band::Kind::number: break;
    }
    return comparable(a.unit, b.unit);
}

struct Opposed {
    Band first;
    Band second;
};

std::optional<Opposed> opposed(const Words& words, const std::vector<Band>& a,
                               const std::vector<Band>& b) {
    for (const Band& first : a) {
        for (const Band& second : b) {
            if (opposes(words, first, second)) return Opposed{first, second};
        }
    }
    return std::nullopt;
}

/// 后3名的扣1分,倒数第1名再扣1分: what comes on top excludes nothing.
bool comes_on_top(const Draft& draft) {
    const Condition& condition = draft.condition;
    const std::u32string_view verb = condition.words->glyphs->view(
        condition.begin,
        std::min<std::size_t>(condition.begin + 2U, condition.words->glyphs->size()));
    for (const std::u32string_view word :
         {U"再扣", U"另扣", U"加扣", U"再减", U"再加", U"另加", U"追加", U"额外"}) {
        if (verb == word) return true;
    }
    return false;
}

bool can_share_bands(const Draft& a, const Draft& b) {
    if (a.paired || b.paired || a.worked_out || comes_on_top(b)) return false;
    const auto flat = [](const Draft& draft) {
        return draft.free_of_cost || draft.branch.effect == Effect::zero;
    };
    const bool moves = a.branch.effect != Effect::veto && b.branch.effect != Effect::veto;
    return flat(a) || flat(b) || a.branch.effect == b.branch.effect || moves;
}

/// 优秀的加2分,不合格的扣2分 and 前三名的加2分,后三名的扣2分: of the other bands, those that cost
/// and those that earn are not of one measure.
bool effects_fit(const Draft& a, const Draft& b, const Opposed& pair) {
    const auto free = [](const Draft& draft) {
        return draft.free_of_cost || draft.branch.effect == Effect::zero;
    };
    if (free(a) || free(b) || a.branch.effect == b.branch.effect) return true;
    const bool grade = pair.first.kind == Band::Kind::rank && pair.first.family == family::grade;
    return grade || is_place(pair.first);
}

/// 被省级通报
bool is_undergone(const Band& band) {
    return band.prefix.find_first_of(U"被受获") != band.prefix.npos;
}

/// 国家级媒体稿件少于2篇…,省级媒体稿件少于5篇…: tiers with a demand each can both be missed.
bool ask_apart(const Draft& a, const Draft& b, const Opposed& pair) {
    const auto asks = [](const Draft& draft, const Band& band) {
        if (draft.branch.basis != Basis::once || !draft.branch.target || is_undergone(band))
            return false;
        const Slice& near = draft.condition.nearest();
        return band.begin >= near.begin && band.end < near.end;
    };
    return pair.first.kind == Band::Kind::rank && asks(a, pair.first) && asks(b, pair.second);
}

void put_level(Draft& draft, const Band& band) {
    if (draft.free_of_cost) return;
    scheme::Branch& branch = draft.branch;
    if (branch.basis == Basis::shortfall) return;
    const Glyphs& glyphs = *draft.condition.words->glyphs;
    // [80,90) keeps its brackets.
    const bool interval = glyphs.at(band.begin) == U'(';
    branch.level =
        interval ? glyphs.quote(band.begin, band.end) : glyphs.text(band.begin, band.end);
    const bool step_is_band =
        draft.count && draft.count->begin >= band.begin && draft.count->end <= band.end;
    if (branch.basis == Basis::once || step_is_band) {
        branch.basis = Basis::level;
        branch.per.reset();
        branch.step.reset();
    }
    branch.target.reset();
    branch.deadline.reset();
}

/// 每发生一起5人以上上访扣2分,10人以上扣5分: the bands are counted as the first of them is.
void spread_count(std::vector<Draft>& drafts, std::size_t begin, std::size_t end) {
    if (begin >= end || !drafts[begin].count) return;
    const Draft& first = drafts[begin];
    const bool opens = first.condition.words->glyphs->at(first.count->begin) == U'每';
    if (first.branch.basis != Basis::each || !opens) return;
    for (std::size_t i = begin + 1; i < end; ++i) {
        Draft& draft = drafts[i];
        const bool flat = draft.branch.basis == Basis::once && draft.branch.points;
        if (!flat || draft.free_of_cost || draft.count) continue;
        draft.branch.basis = Basis::each;
        draft.branch.per = first.branch.per;
        draft.branch.step = first.branch.step;
        draft.branch.target.reset();
        draft.branch.reference.reset();
    }
}

/// Drafts [begin, end) are bands of one measure. A zero among them is a band only beside two
/// others.
void put_levels(std::vector<Draft>& drafts, const std::vector<std::optional<Band>>& bands,
                std::size_t begin, std::size_t end) {
    // 较上一年度后退5位以上…,后退10位以上…: the figure of the first band holds for all.
    const auto reference = begin < end && bands[begin] && bands[begin]->kind == Band::Kind::number
                               ? compared_reference(drafts[begin].condition)
                               : std::nullopt;
    std::size_t costing = 0;
    for (std::size_t i = begin; i < end; ++i) {
        const bool costs = !drafts[i].free_of_cost && drafts[i].branch.effect != Effect::zero;
        costing += costs ? 1 : 0;
    }
    const std::size_t size = end - begin;
    if (size < 2 || costing == 0) return;
    // 低于90%扣1分,低于60%不得分 are two thresholds; 1件扣0.2分,2件及以上不得分 and “一般”扣1分,
    // “差”不得分 are bands.
    const bool plain = bands[begin] && (bands[begin]->is_plain || is_rating(*bands[begin]));
    if (costing == 1 && size < 3 && !plain) return;
    spread_count(drafts, begin, end);
    for (std::size_t i = begin; i < end; ++i) {
        if (bands[i]) put_level(drafts[i], *bands[i]);
        const bool level = drafts[i].branch.basis == Basis::level;
        if (level && reference && !drafts[i].branch.reference)
            drafts[i].branch.reference = reference;
    }
}

void set_lone_range(Draft& draft) {
    const bool flat = draft.branch.basis == Basis::once && draft.branch.effect != Effect::zero;
    if (!flat || draft.branch.level || draft.paired || draft.condition.empty()) return;
    const auto band = number_band(draft, draft.condition.nearest());
    if (band && band->is_range) put_level(draft, *band);
}

bool plain_pair_fits(const Draft& a, const Draft& b, const Opposed& pair) {
    if (pair.first.kind != Band::Kind::number || pair.second.kind != Band::Kind::number)
        return true;
    const bool plain = pair.first.is_plain || pair.second.is_plain;
    if (!plain) return true;
    // 晚报1天…,晚报3天以上…: the day is counted, as it would leave the second one to no band.
    const bool late = a.count && a.count->drift == Drift::late;
    if (late && !pair.first.exceeds_one && !pair.second.is_plain && pair.second.is_far)
        return false;
    // 死亡1人的…,死亡2人的… are bands; 旷工一天…,旷工半天… and 1人次…,1批次… are counted.
    const bool counts = !pair.first.exceeds_one && !pair.second.exceeds_one;
    if (counts || pair.first.unit != pair.second.unit) return false;
    const auto every = [](const Draft& draft) {
        return draft.count && draft.condition.words->glyphs->at(draft.count->begin) == U'每';
    };
    return !every(a) && !every(b);
}

/// 被省、市、县…分别扣3分、2分、1分;被镇…扣0.5分: a tier of its own goes on from a row of tiers.
void set_tiers_behind_row(std::vector<Draft>& drafts) {
    for (std::size_t i = 1; i < drafts.size(); ++i) {
        const Draft& before = drafts[i - 1];
        Draft& draft = drafts[i];
        const bool goes_on = before.paired && before.branch.level && !draft.paired &&
                             !draft.branch.level && draft.branch.effect == before.branch.effect &&
                             draft.branch.per == before.branch.per;
        if (!goes_on || draft.worked_out || draft.condition.empty()) continue;
        const Words& words = *draft.condition.words;
        const auto& slices = draft.condition.slices;
        for (std::size_t k = 0; k < std::min<std::size_t>(slices.size(), 2); ++k) {
            const auto band = rank_band(words, slices[k], family::level_of_state, nullptr);
            if (!band || !band->leads) continue;
            put_level(draft, *band);
            break;
        }
    }
}

}  // namespace

void set_levels(std::vector<Draft>& drafts) {
    std::vector<std::optional<Band>> chosen(drafts.size());
    std::vector<Band> before;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        std::vector<Band> bands = bands_of(drafts[i]);
        // What costs nothing keeps its words in sight of the next, but they are its own bands.
        const std::uint32_t own = i > 0 && drafts[i - 1].free_of_cost ? drafts[i - 1].end : 0;
        std::erase_if(bands, [own](const Band& band) { return band.begin < own; });
        std::optional<Opposed> pair;
        if (i > 0 && can_share_bands(drafts[i - 1], drafts[i])) {
            pair = opposed(*drafts[i].condition.words, before, bands);
            if (pair && !plain_pair_fits(drafts[i - 1], drafts[i], *pair)) pair.reset();
            if (pair && !effects_fit(drafts[i - 1], drafts[i], *pair)) pair.reset();
            if (pair && ask_apart(drafts[i - 1], drafts[i], *pair)) pair.reset();
        }
        if (pair) {
            if (!chosen[i - 1]) chosen[i - 1] = pair->first;
            chosen[i] = pair->second;
            for (Band& band : bands) {
                band.is_rated = band.is_rated || band.begin == pair->second.begin;
            }
        } else {
            put_levels(drafts, chosen, begin, i);
            begin = i;
        }
        before = std::move(bands);
    }
    put_levels(drafts, chosen, begin, drafts.size());
    set_tiers_behind_row(drafts);
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        set_lone_range(drafts[i]);
    }
}

}  // namespace heng::clause
