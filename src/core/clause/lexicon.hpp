#pragma once
/// @file
/// The words that the reader knows: a table from word to meaning, and a table of counting units.
/// To teach the reader a wording, add it in lexicon.cpp or units.cpp first; a new rule comes
/// second.
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace heng::clause {

/// What a word or sign does in a clause.
enum class Role : std::uint8_t {
    // signs
    comma,
    stop,
    pause,
    colon,
    open,
    close,
    quote_open,
    quote_close,
    slash,
    dash,
    plus,
    numbering,  ///< (2), ②, 3. behind a full stop: separates like a full stop.
    number,     ///< With its unit, see Figure.
    // amounts
    deduct,
    award,
    gain,         ///< 得, 计, 记: achievement points, no branch.
    zero,         ///< 不得分
    veto,         ///< 一票否决
    forbid,       ///< 取消, 不得: a veto before 评优, 先进.
    verdict,      ///< 定为不合格: a veto unless a score decides it, as in a grading band.
    no_amount,    ///< 不扣分, 得满分: a band without cost.
    discretion,   ///< 酌情, 视情节
    proportion,   ///< 按比例
    half,         ///< 一半
    multiply,     ///< 加倍, 减半
    respective,   ///< 分别
    apiece,       ///< 各
    whole_score,  ///< 该项分值, 总分: what 扣 takes all or a share of.
    money,        ///< 奖金, 服务费: the amount is no score.
    licence,      ///< 驾照: the points are another authority's.
    // caps
    most,
    scope,
    exhaust,
    until,
    limit,
    // counting
    every,
    lack,
    excess,
    late,
    grow,
    // figures
    at_least,
    at_most,
    below,
    above,
    reach,
    up,
    down,
    within,
    before,
    negation,
    miss,
    whole_rate,
    reference,
    compare,
    // bands and tiers
    tier,
    rating,
    person,  ///< 支书, 负责人: who is charged, no tier.
    // what carries no meaning of its own
    filler,
    shield,
};

/// A word found in a text.
struct Word {
    Role role;
    std::uint8_t detail;  ///< Of `multiply` the factor's tenths, of `tier` and `rating` the family,
                          ///< of `every` the signs at its end that are the unit (单项), else 0.
    std::uint8_t length;
};

/// The longest known word that starts at `at`, or nothing.
/// @pre at < text.size()
std::optional<Word> find_word(std::u32string_view text, std::size_t at);

/// Families of `tier` and `rating`: only words of one family are set against each other.
namespace family {
constexpr std::uint8_t level_of_state = 1;  ///< 国家级, 省纪委, 市
constexpr std::uint8_t grade = 2;           ///< 优秀, 较好, 差
constexpr std::uint8_t penalty = 3;         ///< 警告, 记过
constexpr std::uint8_t prize = 4;           ///< 一等奖
constexpr std::uint8_t ordinal = 5;         ///< 第一名, 倒数第二
constexpr std::uint8_t severity = 6;        ///< 一般影响, 严重影响
constexpr std::uint8_t lamp = 7;            ///< 红灯
constexpr std::uint8_t last = lamp;
}  // namespace family

/// The detail of `up`, `down` and `within` whose bracket says whether the number itself is meant.
namespace inclusion {
constexpr std::uint8_t included = 1;  ///< 80%(含)以上, 以上(含80%)
constexpr std::uint8_t excluded = 2;  ///< 80%以下(不含)
}  // namespace inclusion

}  // namespace heng::clause
