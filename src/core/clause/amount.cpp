#include "core/clause/amount.hpp"

#include "core/clause/cap_mention.hpp"
#include "core/clause/continued.hpp"
#include "core/clause/score_before.hpp"
#include "core/clause/share.hpp"
#include "core/clause/veto.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

using scheme::Effect;

/// How far an amount may stand behind its verb: 扣被考核单位年终考核总分2分.
constexpr std::uint32_t amount_gap_max = 16;
/// Rows of amounts and looks around stop here, so that the cost of a clause grows with its length
/// only.
constexpr std::size_t row_max = 64;

class AmountReader {
public:
    AmountReader(const Layout& layout, std::uint32_t token)
        : layout_(layout), words_(*layout.words), token_(token) {}

    /// @param before The mention before, which 国家级加3分,省级2分 goes on from.
    std::optional<Amount> read(const Mention* before) {
        out_.token = token_;
        out_.begin = at(token_).begin;
        switch (at(token_).role) {
            case Role::deduct: return read_verb(Effect::deduct);
            case Role::award: return read_verb(Effect::award);
            case Role::dash: return read_sign(Effect::deduct);
            case Role::plus: return read_sign(Effect::award);
            case Role::zero: return simple(AmountKind::all, Effect::zero, token_ + 1);
            case Role::veto:
            case Role::forbid:
            case Role::verdict: return read_veto(layout_, token_);
            case Role::multiply: return read_factor();
            case Role::number: return read_bare_number(before);
            case Role::exhaust: return read_exhausted();
            case Role::whole_score: return read_nothing_left();
            default: return std::nullopt;
        }
    }

private:
    const Token& at(std::size_t token) const { return words_.tokens[token]; }
    bool is(std::size_t token, Role role) const { return words_.is(token, role); }
    bool touches(std::size_t token) const {
        return token + 1 < words_.tokens.size() && at(token).end == at(token + 1).begin;
    }
    char32_t sign(std::size_t place) const { return words_.glyphs->at(place); }

    std::optional<Amount> simple(AmountKind kind, Effect effect, std::uint32_t last) {
        out_.kind = kind;
        out_.effect = effect;
        out_.last_token = last;
        out_.end = at(last - 1).end;
        return out_;
    }

    /// A verb and its score, its share, or neither.
    std::optional<Amount> read_verb(Effect effect) {
        out_.effect = effect;
        if (token_ > 0 && touches(token_ - 1) && undoes(at(token_ - 1))) return std::nullopt;
        if (names_part(words_, token_)) return std::nullopt;
        std::uint32_t i = token_ + 1;
        bool of_score = false;
        bool of_money = false;
        bool half = false;
        for (; i < words_.tokens.size() && at(i).begin <= at(token_).end + amount_gap_max; ++i) {
            const Role role = at(i).role;
            if (role == Role::number) return take_charged(i, of_score, of_money);
            if (counts_within(i)) return take_number(i + 1, of_score, of_money);
            of_score = of_score || role == Role::whole_score;
            of_money = of_money || role == Role::money;
            half = half || role == Role::half;
            if (role == Role::exhaust) return std::nullopt;
            // 扣县(市、区)1分
            if (role == Role::open && is_aside(i)) {
                i = at(i).link;
                continue;
            }
            const bool near_sign = (role == Role::colon || role == Role::open) && touches(i - 1);
            const bool score_noun = role == Role::gain && at(i).end - at(i).begin > 1;
            if (!near_sign && !score_noun && !stands_between(role)) break;
        }
        while (i > token_ + 1 && is(i - 1, Role::pause)) --i;
        if (half && !of_money) return share(Decimal::whole(50), i);
        return read_unnumbered(i, of_score);
    }

    /// The score of 扣2分 or 扣责任单位、责任人各1分.
    std::optional<Amount> take_charged(std::uint32_t i, bool of_score, bool of_money) {
        const std::uint32_t begin = at(token_).end;
        if (at(i).begin > begin) out_.charged = count_charged(words_, begin, at(i).begin);
        out_.is_apiece = is(i - 1, Role::apiece);
        bool listed = false;
        for (std::uint32_t k = token_ + 1; k < i; ++k) {
            if (is(k, Role::open) && at(k).link != no_mate) k = at(k).link;
            listed = listed || is(k, Role::pause);
        }
        if (listed && out_.charged < 2) return std::nullopt;
        return take_number(i, of_score, of_money);
    }

    /// A bracket without figures, which belongs to the name before it.
    bool is_aside(std::uint32_t open) const {
        if (at(open).link == no_mate || open == token_ + 1) return false;
        for (std::uint32_t i = open; i < at(open).link; ++i) {
            if (is(i, Role::number) || is(i, Role::deduct) || is(i, Role::award)) return false;
        }
        return true;
    }

    /// 扣该组每人1分: the unit stands before the score. `i` is the token behind the verb.
    bool counts_within(std::uint32_t i) {
        if (!is(i, Role::every) || !is(i + 1, Role::number)) return false;
        const Unit unit = find_unit(words_.glyphs->chars, at(i).end);
        if (unit.end == 0 || unit.end != at(i + 1).begin) return false;
        out_.suffix = {static_cast<std::uint32_t>(unit.begin), static_cast<std::uint32_t>(unit.end),
                       0, 0};
        return words_.figure(at(i + 1)).kind == UnitKind::score;
    }

    /// 给予5-50分的扣分, 在2分以内酌情扣分: the score stands before the verb.
    std::optional<Amount> read_score_before() {
        const auto score = score_before(words_, token_);
        if (!score) return std::nullopt;
        const Token& number = at(score->number);
        const Figure& figure = words_.figure(number);
        out_.begin = number.begin;
        out_.values = {*figure.value};
        out_.high = score->at_choice ? figure.value : figure.high;
        out_.at_choice = score->at_choice;
        out_.suffix = score->unit;
        return simple(AmountKind::points, out_.effect, token_ + 1);
    }

    /// 不扣2分 costs nothing; 每扣1分 is a rate of something else. 未开展扣2分 does cost.
    static bool undoes(const Token& before) {
        const bool one_sign = before.end - before.begin == 1;
        return one_sign && (before.role == Role::negation || before.role == Role::every);
    }

    static bool stands_between(Role role) {
        switch (role) {
            case Role::filler:
            case Role::whole_score:
            case Role::money:
            case Role::half:
            case Role::scope:
            case Role::person:
            case Role::tier:
            case Role::rating:
            case Role::discretion:
            case Role::reference:
            case Role::respective:
            case Role::pause:
            case Role::apiece: return true;
            default: return false;
        }
    }

    std::optional<Amount> share(Decimal percent, std::uint32_t last) {
        out_.values = {percent};
        return shared(AmountKind::percent, last);
    }

    std::optional<Amount> part(std::uint32_t last) { return shared(AmountKind::part, last); }

    /// A share and the 分值 behind it.
    std::optional<Amount> shared(AmountKind kind, std::uint32_t last) {
        simple(kind, out_.effect, std::max(last, token_ + 1));
        const std::uint32_t next = out_.last_token;
        if (is(next, Role::whole_score) && at(next).begin <= out_.end + 1) {
            out_.last_token = next + 1;
            out_.end = at(next).end;
        }
        return out_;
    }

    std::optional<Amount> take_number(std::uint32_t i, bool of_score, bool of_money) {
        const Figure& figure = words_.figure(at(i));
        if (is_licence(i)) return std::nullopt;
        const bool next_money = is(i + 1, Role::money) && at(i + 1).begin <= at(i).end + 3;
        if (figure.kind == UnitKind::percent) {
            const bool plain = at(i).begin == at(token_).end;
            of_score = of_score || speaks_of_item(words_, token_, i);
            if (of_money || next_money || !(of_score || plain || ends_in_score()))
                return std::nullopt;
            if ((figure.is_share && !figure.value) || figure.high) return part(i + 1);
            if (!figure.value) return std::nullopt;
            return share(*figure.value, i + 1);
        }
        const bool score = figure.kind == UnitKind::score;
        if (!score && !(figure.unit.empty() && stands_for_score(i))) return std::nullopt;
        if (figure.unit.empty() && of_money) return std::nullopt;
        return take_row(i);
    }

    bool ends_in_score() const { return heng::clause::ends_in_score(words_, token_); }

    bool is_licence(std::uint32_t i) const {
        const std::size_t from = token_ - std::min<std::size_t>(token_, 8);
        const std::size_t to = std::min<std::size_t>(words_.tokens.size(), i + 3U);
        for (std::size_t k = from; k < to; ++k) {
            if (is(k, Role::licence)) return true;
        }
        return false;
    }

    /// 扣0.5, 扣0.5/次, 扣1、2、3分: a number that lacks its 分.
    bool stands_for_score(std::uint32_t i) const {
        if (at(i).begin != at(token_).end && !is(i - 1, Role::whole_score) &&
            !is(i - 1, Role::colon)) {
            return false;
        }
        if (i + 1 >= words_.tokens.size()) return at(i).end == words_.glyphs->size();
        if (!touches(i)) return false;
        // 扣1或2分
        if (const std::uint32_t next = behind_or(i); next != 0)
            return words_.figure(at(next)).kind == UnitKind::score;
        switch (at(i + 1).role) {
            case Role::comma:
            case Role::stop:
            case Role::close:
            case Role::slash:
            case Role::pause:
            case Role::open: return true;
            default: return false;
        }
    }

    /// One score, a range, a choice or a row of scores, then the unit.
    std::optional<Amount> take_row(std::uint32_t i) {
        std::uint32_t last = i;
        bool complete = words_.figure(at(i)).kind == UnitKind::score;
        std::vector<Decimal> values;
        std::uint32_t k = i;
        while (values.size() < row_max) {
            const Figure& figure = words_.figure(at(k));
            if (!figure.value) return std::nullopt;
            values.push_back(*figure.value);
            if (figure.kind == UnitKind::score || k == i) last = k;
            complete = complete || figure.kind == UnitKind::score;
            if (figure.high || !next_of_row(k)) break;
        }
        if (last == i) values.resize(1);
        if (!complete && pays_money(k)) return std::nullopt;
        if (!complete && !words_.figure(at(i)).unit.empty()) return std::nullopt;
        out_.values = std::move(values);
        out_.high = words_.figure(at(i)).high;
        if (out_.values.size() > 1 && (chosen_ || leaves_choice(last))) {
            out_.high = out_.values.back();
            out_.values.resize(1);
        }
        simple(AmountKind::points, out_.effect, last + 1);
        return bounded() ? std::optional<Amount>(out_) : std::nullopt;
    }

    /// 分别奖励1、3、5万元: the unit at the end of the row is of all.
    bool pays_money(std::uint32_t k) const {
        const std::uint32_t next = is(k + 1, Role::pause) ? k + 2 : k + 1;
        return is(next, Role::number) && at(next).begin <= at(k).end + 1 &&
               words_.figure(at(next)).kind == UnitKind::money;
    }

    /// 扣1分、2分、3分不等, 视情节扣0.5、1、2分: one of the row, by a person. `last` is its last
    /// token.
    bool leaves_choice(std::uint32_t last) const {
        const std::u32string_view rest = words_.glyphs->view(at(last).end, words_.glyphs->size());
        return rest.starts_with(U"不等") ||
               (token_ > 0 && is(token_ - 1, Role::discretion) && touches(token_ - 1));
    }

    /// The number behind 或 or 或者 that follows the token, or 0.
    std::uint32_t behind_or(std::uint32_t k) const {
        std::uint32_t next = k + 1;
        while (is(next, Role::filler) && next <= k + 2) ++next;
        if (!is(next, Role::number)) return 0;
        const std::u32string_view joint = words_.glyphs->view(at(k).end, at(next).begin);
        return joint == U"或" || joint == U"或者" ? next : 0;
    }

    /// Moves `k` to the next score of 1分、2分 or 1分或2分.
    bool next_of_row(std::uint32_t& k) {
        const bool unit_missing = words_.figure(at(k)).unit.empty();
        std::uint32_t next = k + 1;
        if (is(next, Role::comma) && !is_paired()) return false;
        const std::uint32_t choice = behind_or(k);
        if (choice != 0) {
            next = choice;
        } else {
            const bool joint_token =
                is(next, Role::pause) || is(next, Role::comma) || is(next, Role::filler);
            if (joint_token && !is(next, Role::number)) ++next;
            if (!is(next, Role::number) || at(next).begin - at(k).end != 1) return false;
            if (std::u32string_view(U"、,和及与").find(sign(at(k).end)) ==
                std::u32string_view::npos) {
                return false;
            }
        }
        const Figure& figure = words_.figure(at(next));
        const bool fits = figure.kind == UnitKind::score || (figure.unit.empty() && unit_missing);
        if (!fits) return false;
        // 扣1分、2分以上…: the second figure opens the next condition.
        if (is(next + 1, Role::up) || is(next + 1, Role::down)) return false;
        chosen_ = chosen_ || choice != 0;
        k = next;
        return true;
    }

    bool is_paired() const {
        return token_ > 0 && (is(token_ - 1, Role::respective) || is(token_ - 1, Role::apiece));
    }

    /// Looks behind the amount: 以上 makes it a threshold, 封顶 a cap, 以内 a choice; then the
    /// unit.
    bool bounded() {
        const std::uint32_t next = out_.last_token;
        if (next < words_.tokens.size() && at(next).begin == out_.end) {
            switch (at(next).role) {
                case Role::up:
                    if (!read_upper_end(next)) return false;
                    break;
                case Role::until:
                case Role::limit: return false;
                case Role::down:
                case Role::within:
                    out_.at_choice = true;
                    out_.high = out_.values.front();
                    out_.last_token = next + 1;
                    out_.end = at(next).end;
                    break;
                default: break;
            }
        }
        read_suffix();
        return true;
    }

    /// 扣5分以上10分以下 is a range; 扣5分以上的 a threshold.
    bool read_upper_end(std::uint32_t up) {
        const std::uint32_t next = up + 1;
        if (!touches(up) || !is(next, Role::number) || !is(next + 1, Role::down)) return false;
        const Figure& figure = words_.figure(at(next));
        if (figure.kind != UnitKind::score || !figure.value) return false;
        out_.high = figure.value;
        out_.last_token = next + 2;
        out_.end = at(next + 1).end;
        return true;
    }

    /// 扣2分/次, 扣2分/每人次, 扣2分每处, 扣2分(每次).
    void read_suffix() {
        std::uint32_t next = out_.last_token;
        std::uint32_t place = out_.end;
        const bool slash = is(next, Role::slash) && at(next).begin == place;
        const bool bracket = is(next, Role::open) && is(next + 1, Role::every) && touches(next);
        if (slash || bracket) place = at(next++).end;
        // 扣1分/(人·次)
        if (slash && is(next, Role::open) && at(next).begin == place) place = at(next++).end;
        const bool every = is(next, Role::every) && at(next).begin == place;
        if (!slash && !every) return;
        if (every) place = behind_occurrence(at(next++).end);
        while (next < words_.tokens.size() && at(next).begin < place) ++next;
        const std::u32string_view text = words_.glyphs->chars;
        if (is(next, Role::number) && at(next).begin == place) {
            const Figure& figure = words_.figure(at(next));
            if (figure.unit.empty() || !figure.value || figure.value->is_zero()) return;
            out_.suffix_step = figure.value;
            place = at(next).end;
            out_.suffix = {place - static_cast<std::uint32_t>(figure.unit.size()), place, 0, 0};
        } else {
            const Unit unit = find_unit(text, place);
            if (unit.end == 0) return;
            out_.suffix = {static_cast<std::uint32_t>(unit.begin),
                           static_cast<std::uint32_t>(unit.end), 0, 0};
            place = out_.suffix.end;
        }
        if (every && !slash && !bracket && !ends_here(place)) {
            out_.suffix = {};
            out_.suffix_step.reset();
            return;
        }
        out_.end = place;
        while (next < words_.tokens.size() && at(next).begin < place) ++next;
        out_.last_token = next;
    }

    /// The glyph behind 发现 and the like: 扣0.5分/每发现1例.
    std::uint32_t behind_occurrence(std::uint32_t place) const {
        const std::u32string_view rest = words_.glyphs->view(place, words_.glyphs->size());
        for (const std::u32string_view verb : {U"发现", U"发生", U"出现", U"查实", U"查出"}) {
            if (rest.starts_with(verb)) return place + static_cast<std::uint32_t>(verb.size());
        }
        return place;
    }

    bool ends_here(std::uint32_t place) const { return ends_at(words_, place); }

    /// 全扣, but not 不健全扣分.
    bool takes_all() const {
        if (out_.begin == 0 || sign(out_.begin - 1) != U'全' || out_.effect != Effect::deduct)
            return false;
        const char32_t before = out_.begin > 1 ? sign(out_.begin - 2) : U'\0';
        return std::u32string_view(U"健齐完安不").find(before) == std::u32string_view::npos;
    }

    /// 酌情扣分, 按比例扣分, 按50%扣分, 扣除该项分值.
    std::optional<Amount> read_unnumbered(std::uint32_t last, bool of_score) {
        if (is(last, Role::limit)) return std::nullopt;
        if (takes_all()) return simple(AmountKind::all, Effect::zero, last);
        if (auto amount = read_score_before()) return amount;
        // 酌情扣减, which names no score at all.
        const bool at_discretion = token_ > 0 && is(token_ - 1, Role::discretion) &&
                                   touches(token_ - 1) && ends_here(at(token_).end) &&
                                   at(token_).end - at(token_).begin > 1;
        if (!of_score && !ends_in_score() && !at_discretion) return std::nullopt;
        if (speaks_of_share(layout_, token_))
            return simple(AmountKind::proportion, out_.effect, last);
        const std::size_t from = token_ - std::min<std::size_t>(token_, 4);
        for (std::size_t k = token_; k-- > from;) {
            const Role role = at(k).role;
            if (role == Role::comma || role == Role::stop || role == Role::deduct) break;
            if (role == Role::proportion) return simple(AmountKind::proportion, out_.effect, last);
            if (role == Role::discretion) return simple(AmountKind::discretion, out_.effect, last);
            const bool percent =
                role == Role::number && words_.figure(at(k)).kind == UnitKind::percent;
            const bool rated = percent && at(token_).begin <= at(k).end + 3;
            if (rated && !is(k + 1, Role::up)) {
                if (words_.figure(at(k)).high) return part(last);
                if (words_.figure(at(k)).value) return share(*words_.figure(at(k)).value, last);
                if (words_.figure(at(k)).is_share) return part(last);
            }
        }
        for (std::uint32_t k = token_ + 1; k < last; ++k) {
            if (is(k, Role::discretion)) return simple(AmountKind::discretion, out_.effect, last);
        }
        if (!of_score || out_.effect == Effect::award) return std::nullopt;
        if (takes_part(words_, token_, last)) return part(last);
        return simple(AmountKind::all, Effect::zero, last);
    }

    /// -2分 and +1分, where the sign follows words.
    std::optional<Amount> read_sign(Effect effect) {
        out_.effect = effect;
        const std::uint32_t next = token_ + 1;
        if (!is(next, Role::number) || !touches(token_)) return std::nullopt;
        if (words_.figure(at(next)).kind != UnitKind::score) return std::nullopt;
        if (token_ > 0 && is(token_ - 1, Role::number) && touches(token_ - 1)) return std::nullopt;
        return take_row(next);
    }

    /// 加倍扣分, 扣分加倍, 减半扣.
    std::optional<Amount> read_factor() {
        constexpr std::uint32_t verb_gap_max = 2;
        std::uint32_t last = token_ + 1;
        const bool before = token_ > 0 && is(token_ - 1, Role::deduct) &&
                            at(token_).begin <= at(token_ - 1).end + verb_gap_max;
        const bool after =
            is(last, Role::deduct) && at(last).begin <= at(token_).end + verb_gap_max;
        const bool award = is(last, Role::award) && at(last).begin <= at(token_).end + verb_gap_max;
        if (!before && !after && !award) return std::nullopt;
        if (!before) ++last;
        simple(AmountKind::factor, award ? Effect::award : Effect::deduct, last);
        out_.values = {Decimal::of_units(Decimal::one / 10 * at(token_).detail)};
        return out_;
    }

    /// 扣完该项分值, where no 为止 makes it a cap.
    std::optional<Amount> read_exhausted() {
        std::uint32_t last = token_ + 1;
        while ((is(last, Role::filler) || is(last, Role::scope) || is(last, Role::reference)) &&
               at(last).begin <= at(last - 1).end + 1) {
            ++last;
        }
        if (!is(last, Role::whole_score)) return std::nullopt;
        return simple(AmountKind::all, Effect::zero, last + 1);
    }

    /// 本项分值扣完, 该项得分为零, 该项得分取消. Behind an amount the first is a cap.
    std::optional<Amount> read_nothing_left() {
        const Token& score = at(token_);
        if (std::u32string_view(U"权基标满总").find(sign(score.begin)) !=
            std::u32string_view::npos) {
            return std::nullopt;
        }
        const std::u32string_view rest = words_.glyphs->view(score.end, words_.glyphs->size());
        for (const std::u32string_view word :
             {U"扣完", U"扣光", U"扣尽", U"为零", U"为0", U"取消", U"清零", U"归零"}) {
            const auto end = static_cast<std::uint32_t>(score.end + word.size());
            if (!rest.starts_with(word) || !ends_here(end)) continue;
            if (word.front() == U'扣' && takes_points_before()) return std::nullopt;
            std::uint32_t last = token_ + 1;
            while (last < words_.tokens.size() && at(last).begin < end) ++last;
            simple(AmountKind::all, Effect::zero, last);
            out_.end = end;
            return out_;
        }
        return std::nullopt;
    }

    /// Whether the sentence takes points before the token.
    bool takes_points_before() const {
        for (std::uint32_t i = token_; i-- > 0 && token_ - i < row_max;) {
            if (is(i, Role::stop)) return false;
            if (is(i, Role::deduct) && is(i + 1, Role::number)) return true;
        }
        return false;
    }

    std::optional<Amount> read_bare_number(const Mention* before) {
        if (auto nought = read_nought()) return nought;
        const auto* amount = before == nullptr ? nullptr : std::get_if<Amount>(before);
        if (amount == nullptr || amount->kind != AmountKind::points || token_ == 0)
            return std::nullopt;
        const bool charges = charges_another(layout_, token_, *amount);
        if (!charges && !goes_on_from(layout_, token_, *amount)) return std::nullopt;
        out_.effect = amount->effect;
        out_.is_shared_verb = charges;
        return take_row(token_);
    }

    /// 计0分, 按0分计, 得分为0.
    std::optional<Amount> read_nought() {
        const Figure& figure = words_.figure(at(token_));
        if (!figure.value || !figure.value->is_zero() || figure.high) return std::nullopt;
        const bool gained =
            token_ > 0 && is(token_ - 1, Role::gain) && at(token_).begin <= at(token_ - 1).end + 2;
        const bool verb =
            token_ > 0 && (is(token_ - 1, Role::deduct) || is(token_ - 1, Role::award));
        const bool bare_nought = figure.unit.empty() && gained;
        if (verb || !(figure.kind == UnitKind::score || bare_nought)) return std::nullopt;
        if (is(token_ + 1, Role::until) || is(token_ + 1, Role::up)) return std::nullopt;
        return simple(AmountKind::all, Effect::zero, token_ + 1);
    }

    const Layout& layout_;
    const Words& words_;
    std::uint32_t token_;
    bool chosen_ = false;
    Amount out_;
};

}  // namespace

std::vector<Mention> find_mentions(const Layout& layout) {
    const Words& words = *layout.words;
    std::vector<Mention> out;
    for (std::uint32_t i = 0; i < words.tokens.size();) {
        const Mention* before = out.empty() ? nullptr : &out.back();
        if (std::optional<CapMention> cap = read_cap(layout, i)) {
            i = cap->last_token;
            out.emplace_back(*cap);
        } else if (std::optional<Amount> amount = AmountReader(layout, i).read(before)) {
            i = std::max(amount->last_token, i + 1);
            out.emplace_back(std::move(*amount));
        } else {
            const Token& token = words.tokens[i];
            if (token.role == Role::no_amount)
                out.emplace_back(NoAmount{i, token.begin, token.end});
            ++i;
        }
    }
    return out;
}

}  // namespace heng::clause
