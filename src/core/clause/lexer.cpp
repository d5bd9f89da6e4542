#include "core/clause/lexer.hpp"

#include "core/clause/number.hpp"

#include <algorithm>

namespace heng::clause {

namespace {

class Lexer {
public:
    Lexer(const Glyphs& glyphs, std::size_t begin, std::size_t end)
        : text_(glyphs.view(0, end)), at_(begin) {
        words_.glyphs = &glyphs;
        words_.tokens.reserve((end - begin) / 2 + 4);
    }

    Words run() {
        while (at_ < text_.size()) {
            if (skip_title() || read_interval() || read_figure() || read_word()) continue;
            ++at_;
        }
        join_brackets();
        return std::move(words_);
    }

private:
    char32_t sign(std::size_t at) const { return at < text_.size() ? text_[at] : U'\0'; }

    void push(Role role, std::size_t end, std::uint8_t detail = 0, std::uint32_t link = 0) {
        words_.tokens.push_back(
            {role, detail, static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(end), link});
        at_ = end;
    }

    bool skip_title() {
        const char32_t open = sign(at_);
        if (open != U'《' && open != U'〔' && open != U'【') return false;
        const char32_t close = open == U'《' ? U'》' : open == U'〔' ? U'〕' : U'】';
        // Titles are short; the bound keeps a row of unclosed brackets from costing a scan each.
        constexpr std::size_t title_length_max = 80;
        const std::size_t found = text_.substr(at_, title_length_max).find(close);
        at_ += found == std::u32string_view::npos ? 1 : found + 1;
        return true;
    }

    /// [80,90), (60%,80%]: a range. One bracket at least is square in the text.
    bool read_interval() {
        if (sign(at_) != U'(') return false;
        const std::optional<ReadNumber> low = read_number(text_, at_ + 1);
        if (!low || !low->value) return false;
        Figure first;
        const std::size_t comma = read_unit(*low, first);
        if (sign(comma) != U',' || !(is_digit(sign(comma + 1)))) return false;
        const std::optional<ReadNumber> high = read_number(text_, comma + 1);
        if (!high || !high->value || *high->value <= *low->value) return false;
        Figure second;
        const std::size_t close = read_unit(*high, second);
        if (sign(close) != U')' || first.unit != second.unit) return false;
        if (!is_square(at_) && !is_square(close)) return false;
        first.high = second.value;
        std::size_t end = close + 1;
        const Unit unit = find_unit(text_, end);
        if (first.unit.empty() && unit.end != 0) {
            first.unit = text_.substr(unit.begin, unit.end - unit.begin);
            first.kind = unit.kind;
            end = unit.end;
        }
        words_.figures.push_back(first);
        push(Role::number, end, 0, static_cast<std::uint32_t>(words_.figures.size() - 1));
        return true;
    }

    /// [ or ], which are round in normal form.
    bool is_square(std::size_t at) const {
        const std::string sign = words_.glyphs->quote(at, at + 1);
        return sign == "[" || sign == "]" || sign == "［" || sign == "］";
    }

    bool read_figure() {
        const char32_t c = sign(at_);
        const bool percent_words = text_.substr(at_).starts_with(U"百分之");
        if (!is_digit(c) && !is_chinese_numeral(c) && !opens_fraction()) return false;
        if (!percent_words && push_share()) return true;
        if (!percent_words && !is_digit(c)) {
            // 一票否决 and 一般 begin with a numeral, but are words.
            const std::optional<Word> word = find_word(text_, at_);
            if (word && word->length > 1) return read_word();
        }
        const std::size_t begin = percent_words ? at_ + 3 : at_;
        const std::optional<ReadNumber> number = read_number(text_, begin);
        if (!number) return skip_numerals();
        // “四个意识”, “12345”热线: the quoted name of something.
        if (at_ > 0 && text_[at_ - 1] == U'“') return skip_numerals();
        if (is_digit(c) && is_in_name(number->end)) return read_word() || skip_name();
        if (read_numbering(*number)) return true;
        Figure figure;
        std::size_t end = read_unit(*number, figure);
        if (percent_words) {
            figure.unit = U"%";
            figure.kind = UnitKind::percent;
        }
        if (number->chinese && figure.unit.empty() && !stands_alone(number->end))
            return skip_numerals();
        end = read_range(figure, read_tenths(*number, figure, end));
        words_.figures.push_back(figure);
        push(Role::number, end, 0, static_cast<std::uint32_t>(words_.figures.size() - 1));
        read_inclusion();
        return true;
    }

    /// The mark behind a number: alone it is passed over, before 以上 it is part of that word.
    void read_inclusion() {
        const std::size_t length = inclusion_length(at_);
        if (length == 0) return;
        const std::optional<Word> word =
            at_ + length < text_.size() ? find_word(text_, at_ + length) : std::nullopt;
        if (word && is_bound(word->role)) {
            push(word->role, at_ + length + word->length, inclusion_at(at_));
            close_bound();
        } else {
            at_ += length;
        }
    }

    /// 以下(不含90%): the mark behind the word.
    void close_bound() {
        const std::size_t length = inclusion_length(at_);
        if (length == 0) return;
        Token& bound = words_.tokens.back();
        bound.detail = inclusion_at(at_);
        at_ += length;
        bound.end = static_cast<std::uint32_t>(at_);
    }

    static bool is_bound(Role role) {
        return role == Role::up || role == Role::down || role == Role::within;
    }

    std::uint8_t inclusion_at(std::size_t at) const {
        return sign(at + 1) == U'不' ? inclusion::excluded : inclusion::included;
    }

    /// 扣.5分: nothing but a score stands directly behind the verb.
    bool opens_fraction() const {
        if (sign(at_) != U'.' || !is_digit(sign(at_ + 1)) || words_.tokens.empty()) return false;
        const Token& before = words_.tokens.back();
        return before.end == at_ && (before.role == Role::deduct || before.role == Role::award);
    }

    /// 三分之一, 1/2, 九成: a figure in hundredths.
    bool push_share() {
        if (at_ > 0 && (text_[at_ - 1] == U'“' || text_[at_ - 1] == U'第')) return false;
        const std::optional<ReadShare> share = read_share(text_, at_);
        if (!share) return false;
        Figure figure;
        figure.value = share->percent;
        figure.unit = U"%";
        figure.kind = UnitKind::percent;
        figure.is_share = true;
        words_.figures.push_back(figure);
        push(Role::number, share->end, 0, static_cast<std::uint32_t>(words_.figures.size() - 1));
        return true;
    }

    /// 半 of 一分半, 五 of 一分五: the end of the tenths behind a score, which are added to it.
    std::size_t read_tenths(const ReadNumber& number, Figure& figure, std::size_t end) const {
        if (figure.kind != UnitKind::score || !figure.value || !figure.value->is_whole())
            return end;
        const char32_t next = sign(end + 1);
        const bool ends = next == U'\0' || std::u32string_view(U",;。、()的每\n").find(next) !=
                                               std::u32string_view::npos;
        if (!ends || !is_chinese_numeral(sign(end))) return end;
        const std::optional<ReadNumber> part = read_number(text_, end);
        if (!part || !part->value || part->end != end + 1) return end;
        if (sign(end) == U'半') {
            *figure.value += *part->value;
        } else if (number.chinese && *part->value < Decimal::whole(10)) {
            *figure.value += Decimal::of_units(part->value->units() / 10);
        } else {
            return end;
        }
        return part->end;
    }

    /// Sets value and unit; gives the end of the unit.
    std::size_t read_unit(const ReadNumber& number, Figure& figure) const {
        figure.value = number.value;
        figure.is_ordinal = at_ > 0 && (text_[at_ - 1] == U'第' || follows_ordinal());
        const Unit unit = find_unit(text_, number.end);
        if (unit.end == 0 || is_idiom(number)) return number.end;
        figure.unit = text_.substr(unit.begin, unit.end - unit.begin);
        figure.kind = unit.kind;
        return unit.end;
    }

    /// 2 of 第1、2项.
    bool follows_ordinal() const {
        const std::size_t size = words_.tokens.size();
        if (size < 2 || words_.tokens[size - 1].role != Role::pause) return false;
        const Token& before = words_.tokens[size - 2];
        const bool ordinal = before.role == Role::number ? words_.figure(before).is_ordinal
                                                         : text_[before.begin] == U'第';
        return ordinal && before.end + 1 == at_ && words_.tokens[size - 1].end == at_;
    }

    /// 一岗双责, 一户一档: figures of speech.
    bool is_idiom(const ReadNumber& number) const {
        if (!number.chinese) return false;
        const char32_t after = sign(number.end + 1);
        return std::u32string_view(U"一双多两三").find(after) != std::u32string_view::npos &&
               after != U'\0' && number.end - at_ == 1 && !find_word(text_, number.end + 1) &&
               find_unit(text_, number.end + 2).end == 0;
    }

    /// Whether a Chinese number without a unit counts as one: 扣五, 各扣一、二、三分, 二至三次.
    bool stands_alone(std::size_t end) const {
        if (!words_.tokens.empty() && words_.tokens.back().end == at_) {
            const Role before = words_.tokens.back().role;
            if (before == Role::deduct || before == Role::award) return true;
        }
        const char32_t next = sign(end);
        const bool joins = next == U'、' || next == U'-' || next == U'至' || next == U'到';
        return joins && is_chinese_numeral(sign(end + 1));
    }

    /// 3-5人, 1分至3分, 80%-90%: one figure.
    std::size_t read_range(Figure& figure, std::size_t end) {
        reading_ = figure.value;
        const std::size_t joint_at = end + inclusion_length(end);
        const char32_t joint = sign(joint_at);
        if (joint != U'-' && joint != U'至' && joint != U'到') return end;
        std::size_t begin = joint_at + 1;
        if (sign(begin) == joint) ++begin;
        const std::optional<ReadNumber> number = read_number(text_, begin);
        if (!number || !number->value) return end;
        Figure second;
        const std::size_t second_end = read_tenths(*number, second, read_unit(*number, second));
        if (!figure.unit.empty() && figure.unit != second.unit) return end;
        figure.high = second.value;
        figure.unit = second.unit;
        figure.kind = second.kind;
        return second_end;
    }

    /// (含) of 80%(含)-90%, (不含80%) of 80%(不含80%)以下; 0 where the bracket says anything else.
    std::size_t inclusion_length(std::size_t at) const {
        if (sign(at) != U'(') return 0;
        std::size_t end = at + 1;
        if (sign(end) == U'不') ++end;
        if (sign(end) != U'含') return 0;
        ++end;
        if (text_.substr(std::min(end, text_.size())).starts_with(U"本数")) end += 2;
        if (const auto number = end < text_.size() ? read_number(text_, end) : std::nullopt) {
            if (!number->value || !is_figure_before(*number->value)) return 0;
            end = std::max(number->end, find_unit(text_, number->end).end);
        }
        return sign(end) == U')' ? end + 1 - at : 0;
    }

    /// Whether the number, as it stands, names the figure before it again.
    bool is_figure_before(Decimal value) const {
        if (reading_ && *reading_ == value) return true;
        if (words_.figures.empty()) return false;
        const Figure& figure = words_.figures.back();
        return figure.value == value || figure.high == value;
    }

    /// 2. or 3、 at the start of a line or behind a full stop or an amount.
    bool read_numbering(const ReadNumber& number) {
        const char32_t mark = sign(number.end);
        if (mark != U'.' && mark != U'、' && mark != U')') return false;
        if (number.end - at_ > 2 || text_[at_] == U'半') return false;
        const char32_t next = sign(number.end + 1);
        if (is_digit(next) || is_chinese_numeral(next)) return false;
        if (!words_.tokens.empty()) {
            const Token& before = words_.tokens.back();
            const bool score = before.role == Role::number &&
                               words_.figure(before).kind == UnitKind::score && mark != U')';
            const bool bracket = before.role == Role::open && mark == U')';
            const bool fresh = before.role == Role::stop || before.role == Role::numbering ||
                               before.role == Role::colon || score || bracket;
            if (!fresh || before.end != at_) return false;
            if (bracket) {
                at_ = before.begin;
                words_.tokens.pop_back();
            }
        } else if (mark == U')') {
            return false;
        }
        push(Role::numbering, number.end + 1);
        return true;
    }

    static bool is_letter(char32_t c) {
        return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
    }

    /// 5A级, PM2.5, 4S店: the digits that end at `end` are part of a name.
    bool is_in_name(std::size_t end) const {
        if (at_ > 0 && is_letter(sign(at_ - 1))) return true;
        return is_letter(sign(end)) && find_unit(text_, end).end == 0;
    }

    bool skip_name() {
        while (is_letter(sign(at_)) || is_digit(sign(at_)) ||
               (sign(at_) == U'.' && is_digit(sign(at_ + 1)))) {
            ++at_;
        }
        return true;
    }

    bool skip_numerals() {
        while (is_chinese_numeral(sign(at_)) || is_digit(sign(at_))) ++at_;
        return true;
    }

    bool read_word() {
        const std::optional<Word> word = find_word(text_, at_);
        if (!word) return false;
        if (opens_places(*word)) {
            ++at_;
            return true;
        }
        // 满3次 compares, 满溢1处 does not.
        const char32_t next = sign(at_ + word->length);
        const bool overflows = word->length == 1 && text_[at_] == U'满' && !is_digit(next) &&
                               !is_chinese_numeral(next);
        if (word->role == Role::shield || overflows) {
            at_ += word->length;
        } else {
            push(word->role, at_ + word->length, word->detail);
            if (is_bound(word->role)) close_bound();
        }
        return true;
    }

    /// 第四至六名 is a range, whose first place would be read as a word.
    bool opens_places(const Word& word) const {
        const std::size_t end = at_ + word.length;
        const bool joined = sign(end) == U'至' || sign(end) == U'到' || sign(end) == U'-';
        // 第1 of 第11名 is no word either.
        const bool cut = is_digit(sign(end - 1)) && is_digit(sign(end));
        return text_[at_] == U'第' &&
               (cut || (joined && (is_chinese_numeral(sign(end + 1)) || is_digit(sign(end + 1)))));
    }

    void join_brackets() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < words_.tokens.size(); ++i) {
            Token& token = words_.tokens[i];
            if (token.role == Role::open) {
                token.link = no_mate;
                open.push_back(i);
            } else if (token.role == Role::close) {
                token.link = no_mate;
                if (open.empty()) continue;
                token.link = open.back();
                words_.tokens[open.back()].link = i;
                open.pop_back();
            }
        }
    }

    Words words_;
    std::u32string_view text_;
    std::size_t at_;
    std::optional<Decimal> reading_;  ///< The figure that is being read.
};

}  // namespace

Words lex(const Glyphs& glyphs, std::size_t begin, std::size_t end) {
    return Lexer(glyphs, begin, end).run();
}

}  // namespace heng::clause
