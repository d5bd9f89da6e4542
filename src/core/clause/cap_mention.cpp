#include "core/clause/cap_mention.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

using scheme::Effect;

constexpr std::uint32_t cap_gap_max = 14;

class CapReader {
public:
    CapReader(const Layout& layout, std::uint32_t token)
        : layout_(layout), words_(*layout.words), token_(token) {}

    std::optional<CapMention> read() {
        switch (at(token_).role) {
            case Role::most: return read_most();
            case Role::exhaust: return read_exhaust();
            case Role::number: return read_limit();
            case Role::limit: return read_leading_limit();
            case Role::whole_score: return read_score_limit();
            default: return std::nullopt;
        }
    }

private:
    const Token& at(std::size_t token) const { return words_.tokens[token]; }

    bool in_reach(std::uint32_t i) const {
        return i < words_.tokens.size() && at(i).begin <= at(token_).end + cap_gap_max &&
               layout_.phrase_of[i] == layout_.phrase_of[token_];
    }

    CapMention capped(std::uint32_t last, std::optional<Decimal> points) const {
        CapMention out;
        out.whole_task = !points;
        out.points = points.value_or(Decimal{});
        out.token = token_;
        out.last_token = last;
        out.begin = at(token_).begin;
        out.end = at(last - 1).end;
        out.covers_clause = out.whole_task;
        bool deducts = false;
        bool awards = false;
        // Only the words near the cap: a phrase can be as long as the clause.
        constexpr std::uint32_t tokens_before_max = 8;
        const Phrase& phrase = layout_.phrases[layout_.phrase_of[token_]];
        const std::uint32_t from =
            std::max(phrase.first, token_ - std::min(token_, tokens_before_max));
        for (std::uint32_t i = from; i < last; ++i) {
            const Role role = at(i).role;
            deducts = deducts || role == Role::deduct;
            awards = awards || role == Role::award;
            const bool scoped =
                role == Role::scope || (role == Role::up && at(i).begin == phrase.begin);
            out.covers_clause = out.covers_clause || scoped;
            if (i < token_ && (role == Role::number || role == Role::comma)) {
                deducts = awards = false;
            }
        }
        // 最多加(扣)3分 bounds both.
        if (deducts && awards) out.covers_clause = true;
        if (deducts != awards) out.effect = deducts ? Effect::deduct : Effect::award;
        return out;
    }

    /// 最多扣3分, 累计不超过3分, 不超过该项总分.
    std::optional<CapMention> read_most() {
        if (gains_before()) return std::nullopt;
        bool of_score = false;
        for (std::uint32_t i = token_ + 1; in_reach(i); ++i) {
            const Role role = at(i).role;
            if (role == Role::gain) return std::nullopt;
            if (role == Role::number) {
                const Figure& figure = words_.figure(at(i));
                const bool score = figure.kind == UnitKind::score && figure.value && !figure.high;
                if (!score || figure.value->is_zero()) return std::nullopt;
                std::uint32_t last = i + 1;
                if (words_.is(last, Role::limit) || words_.is(last, Role::until)) ++last;
                return capped(last, figure.value);
            }
            of_score = of_score || role == Role::whole_score;
        }
        if (!of_score) return std::nullopt;
        std::uint32_t last = token_ + 1;
        while (in_reach(last)) ++last;
        return capped(last, std::nullopt);
    }

    /// 得分最高不超过100分 bounds a score, no deduction.
    bool gains_before() const {
        const Phrase& phrase = layout_.phrases[layout_.phrase_of[token_]];
        for (std::uint32_t i = token_; i-- > phrase.first && token_ - i < 4;) {
            if (at(i).role == Role::gain) return true;
        }
        return false;
    }

    /// 扣完为止, 扣满8分为止, 直至扣完本项分值, 直至本项分值扣完.
    std::optional<CapMention> read_exhaust() {
        if (names_rest()) return read_rest();
        std::optional<Decimal> points = score_before();
        for (std::uint32_t i = token_ + 1; in_reach(i); ++i) {
            const Role role = at(i).role;
            if (role == Role::number && words_.figure(at(i)).kind == UnitKind::score) {
                points = words_.figure(at(i)).value;
                if (points && points->is_zero()) points.reset();
            }
            if (role == Role::until) return exhausted(i + 1, points);
        }
        const std::uint32_t begin = at(token_).begin;
        const std::u32string_view lead = words_.glyphs->view(begin - std::min(begin, 2U), begin);
        if (lead == U"直至" || lead == U"直到" || lead == U",至" || runs_until())
            return exhausted(token_ + 1, points);
        if (const auto score = score_behind(); score && goes_on())
            return exhausted(*score + 1, std::nullopt);
        return std::nullopt;
    }

    /// 直至 of 直至该项分值扣完
    bool runs_until() const {
        const Phrase& phrase = layout_.phrases[layout_.phrase_of[token_]];
        const std::u32string_view lead = words_.glyphs->view(phrase.begin, at(token_).begin);
        return words_.is(token_ - (token_ > 0), Role::whole_score) &&
               (lead.starts_with(U"直至") || lead.starts_with(U"直到"));
    }

    /// The 全部分值 of 扣完该指标全部分值.
    std::optional<std::uint32_t> score_behind() const {
        for (std::uint32_t i = token_ + 1; in_reach(i); ++i) {
            const Role role = at(i).role;
            if (role == Role::whole_score) return i;
            if (role != Role::filler && role != Role::scope && role != Role::reference) break;
        }
        return std::nullopt;
    }

    /// 每缺1次扣1分,扣完…: the phrase opens with the verb, and the one before takes points.
    bool goes_on() const {
        const std::uint32_t own = layout_.phrase_of[token_];
        if (own == 0 || layout_.phrases[own].begin != at(token_).begin) return false;
        const Phrase& before = layout_.phrases[own - 1];
        if (before.sentence != layout_.phrases[own].sentence) return false;
        for (std::uint32_t i = before.first; i < before.last; ++i) {
            if (at(i).role == Role::deduct) return true;
        }
        return false;
    }

    /// 扣至60分, 扣到0分: the score that is left.
    bool names_rest() const {
        const std::u32string_view verb = words_.glyphs->view(at(token_).begin, at(token_).end);
        constexpr std::uint32_t item_length_max = 3;
        const std::uint32_t next = words_.is(token_ + 1, Role::scope) ? token_ + 2 : token_ + 1;
        return (verb.ends_with(U'至') || verb.ends_with(U'到')) && verb.front() != U'加' &&
               words_.is(next, Role::number) &&
               at(next).begin <= at(token_).end + item_length_max &&
               words_.figure(at(next)).kind == UnitKind::score &&
               words_.figure(at(next)).value.has_value();
    }

    /// @pre names_rest()
    CapMention read_rest() const {
        std::uint32_t last = token_ + 1;
        while (!words_.is(last, Role::number)) ++last;
        const Decimal rest = *words_.figure(at(last)).value;
        if (words_.is(++last, Role::until)) ++last;
        if (rest.is_zero()) return exhausted(last, std::nullopt);
        const std::optional<Decimal> total = total_before();
        const bool fits = total && *total > rest;
        CapMention out = exhausted(last, fits ? *total - rest : rest);
        // 扣到5分为止 says as a rule how much is taken.
        out.is_unclear = !fits && words_.glyphs->at(at(token_).end - 1) == U'至';
        return out;
    }

    /// The 80分 of 基础分80分, 从100分中: what is deducted from.
    std::optional<Decimal> total_before() const {
        constexpr std::uint32_t tokens_max = 40;
        for (std::uint32_t i = token_; i-- > 0 && token_ - i <= tokens_max;) {
            if (at(i).role != Role::number || words_.figure(at(i)).kind != UnitKind::score)
                continue;
            const char32_t before = at(i).begin > 0 ? words_.glyphs->at(at(i).begin - 1) : U'\0';
            const bool named = i > 0 && at(i - 1).end + 1 >= at(i).begin &&
                               (words_.is(i - 1, Role::whole_score) ||
                                words_.is(i - 1, Role::scope) || words_.is(i - 1, Role::no_amount));
            if (named || before == U'从' || before == U'由') return words_.figure(at(i)).value;
        }
        return std::nullopt;
    }

    /// 1分扣完为止, where the score opens its phrase; 本项20分扣完为止 names the whole task.
    std::optional<Decimal> score_before() const {
        if (token_ == 0 || !words_.is(token_ - 1, Role::number)) return std::nullopt;
        const Token& number = at(token_ - 1);
        const Figure& figure = words_.figure(number);
        const bool opens = layout_.phrases[layout_.phrase_of[token_]].begin == number.begin;
        const bool score = figure.kind == UnitKind::score && !figure.high;
        return opens && score && number.end == at(token_).begin ? figure.value : std::nullopt;
    }

    CapMention exhausted(std::uint32_t last, std::optional<Decimal> points) const {
        CapMention out = capped(last, points);
        out.covers_clause = true;
        const char32_t verb = words_.glyphs->at(at(token_).begin);
        out.effect = verb == U'加' ? Effect::award : Effect::deduct;
        return out;
    }

    /// 3分封顶, 以3分为限.
    std::optional<CapMention> read_limit() {
        const Figure& figure = words_.figure(at(token_));
        const std::uint32_t next = token_ + 1;
        if (figure.kind != UnitKind::score || !figure.value || figure.value->is_zero())
            return std::nullopt;
        if (!words_.is(next, Role::limit) || at(next).begin > at(token_).end + 1)
            return std::nullopt;
        return capped(next + 1, figure.value);
    }

    /// 以该项分值为限
    std::optional<CapMention> read_score_limit() {
        const std::uint32_t next = token_ + 1;
        if (!words_.is(next, Role::limit) || at(next).begin != at(token_).end) return std::nullopt;
        return capped(next + 1, std::nullopt);
    }

    /// 封顶3分, 封顶扣3分
    std::optional<CapMention> read_leading_limit() {
        std::uint32_t next = token_ + 1;
        if (words_.is(next, Role::deduct) || words_.is(next, Role::award)) ++next;
        if (!words_.is(next, Role::number) || at(next).begin > at(token_).end + 2)
            return std::nullopt;
        const Figure& figure = words_.figure(at(next));
        const bool score =
            figure.kind == UnitKind::score && figure.value && !figure.value->is_zero();
        return score ? std::optional(capped(next + 1, figure.value)) : std::nullopt;
    }

    const Layout& layout_;
    const Words& words_;
    std::uint32_t token_;
};

}  // namespace

std::optional<CapMention> read_cap(const Layout& layout, std::uint32_t token) {
    return CapReader(layout, token).read();
}

}  // namespace heng::clause
