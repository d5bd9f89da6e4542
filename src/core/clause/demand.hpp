#pragma once
/// @file
/// What an amount is measured against: targets (不少于2次, 低于90%), references (全省平均水平),
/// deadlines.
#include "core/clause/count.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace heng::clause {

/// The words around a number that compare it.
struct Comparing {
    Role lead =
        Role::filler;  ///< at_least, at_most, below, above, reach; filler where there is none.
    Role tail = Role::filler;  ///< up, down, within, before; filler where there is none.
    std::uint32_t begin = 0;   ///< Glyphs, with lead and tail.
    std::uint32_t end = 0;
    bool negated = false;  ///< 未, 没有 earlier in the phrase.
    bool open = false;     ///< 以下(不含): the number itself is not meant.
    bool has_lead() const { return lead != Role::filler; }
    bool has_tail() const { return tail != Role::filler; }
};

/// @pre `number` is a token of role number in `slice`.
Comparing comparing_of(const Words& words, const Slice& slice, std::uint32_t number);

/// The target of a flat amount: 少于2次的,扣1分. For an award the demand that was met.
std::optional<scheme::Target> flat_target(const Condition& condition, scheme::Effect effect);

/// 80%(含)以上 of 80%(含)以上不扣分,80%以下扣1分: the number of the target itself costs nothing.
bool spares(const Condition& free, const scheme::Target& target);

/// What a shortfall or an excess is measured from.
struct Origin {
    std::optional<scheme::Target> target;
    std::optional<std::string> reference;
    bool several =
        false;  ///< 分别不少于7个、4个、1个: a demand each, none of them alone the target.
    bool found() const { return target || reference || several; }
};

/// The nearest demand before the counting words, in the whole clause; one that an earlier branch or
/// sentence makes only where the count has no words of its own. `used` tells by figure which
/// numbers are steps of other branches.
Origin origin_of(const Condition& condition, const Count& count, scheme::Effect effect,
                 const std::vector<bool>& used);

/// A figure that a flat or plainly counted amount is compared with: 低于上年水平, 较上年度.
std::optional<std::string> compared_reference(const Condition& condition);

/// 3个月内, 6月底前: a bare time limit in the condition.
std::optional<std::string> find_deadline(const Condition& condition);

}  // namespace heng::clause
