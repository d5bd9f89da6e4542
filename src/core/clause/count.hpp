#pragma once
/// @file
/// Counting words: 每缺1项, 每低于全省平均水平5个百分点, 一处, /次.
#include "core/clause/condition.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace heng::clause {

/// Which way the counted thing departs from what was asked.
enum class Drift : std::uint8_t {
    none,    ///< 每1起, 一处
    lack,    ///< 每少, 每低
    excess,  ///< 每超, 每增加
    late,    ///< 每逾期
};

/// The drift that a word gives to the number behind it.
std::optional<Drift> drift_of(Role role);

struct Count {
    std::optional<std::string> per;
    UnitKind kind = UnitKind::none;
    std::u32string_view unit;  ///< As `per`, in the glyphs.
    Decimal step = Decimal::whole(1);
    Drift drift = Drift::none;
    std::uint32_t begin = 0;  ///< Glyphs of the counting words.
    std::uint32_t end = 0;
    Slice where;  ///< The slice they stand in; empty for a suffix.
};

/// How the amount is counted, or nothing where it is flat.
std::optional<Count> read_count(const Condition& condition, const Amount& amount);

}  // namespace heng::clause
