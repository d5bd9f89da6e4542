#pragma once
/// @file
/// The stated amounts and caps of a clause, before their conditions are read.
#include "core/clause/layout.hpp"
#include "core/scheme/branch.hpp"

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace heng::clause {

enum class AmountKind : std::uint8_t {
    points,      ///< 扣2分, 扣1-3分
    percent,     ///< 扣该项分值的50%
    part,        ///< 扣该项分值的三分之一: a share that no Decimal states.
    all,         ///< 不得分
    veto,        ///< 一票否决
    discretion,  ///< 酌情扣分
    proportion,  ///< 按比例扣分
    factor,      ///< 加倍, 减半
};

struct Amount {
    AmountKind kind = AmountKind::points;
    scheme::Effect effect = scheme::Effect::deduct;
    std::uint32_t token = 0;       ///< The verb: 扣, 不得分.
    std::uint32_t last_token = 0;  ///< Behind the amount.
    std::uint32_t begin = 0;       ///< Glyphs, from the verb …
    std::uint32_t end = 0;         ///< … to the end of 2分/次.
    std::vector<Decimal> values;   ///< Several for 分别扣3分、2分、1分.
    std::optional<Decimal> high;   ///< Upper end of a range.
    bool is_shared_verb = false;  ///< 扣单位2分、负责人1分: all but the points is as before.
    bool at_choice = false;       ///< 扣3分以内: no lower end.
    Slice suffix;                 ///< The unit of 2分/次; empty where there is none.
    std::optional<Decimal> suffix_step;
};

struct CapMention {
    bool whole_task = false;
    Decimal points;
    bool is_unclear = false;               ///< 扣至60分 where no total is stated, read as 60.
    bool covers_clause = false;            ///< 以上, 累计, 本项, 扣完为止
    std::optional<scheme::Effect> effect;  ///< 最多加3分
    std::uint32_t token = 0;
    std::uint32_t last_token = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

/// What stands in a clause, in the order of the text. `no_amount` is 不扣分, 得满分: a band without
/// cost.
struct NoAmount {
    std::uint32_t token = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

using Mention = std::variant<Amount, CapMention, NoAmount>;

std::vector<Mention> find_mentions(const Layout& layout);

}  // namespace heng::clause
