#pragma once
/// @file
/// The words that place a draft in a band: ratings, tiers, number bands, of which only one can
/// apply.
#include "core/clause/draft.hpp"
#include "core/clause/name_list.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace heng::clause {

/// The words that place a draft in a band.
struct Band {
    enum class Kind : std::uint8_t { number, rank, quote, place } kind = Kind::number;
    std::uint8_t family = 0;  ///< Of a rank.
    std::uint32_t begin = 0;  ///< Glyphs of the band's words.
    std::uint32_t end = 0;
    bool leads = false;     ///< The phrase opens with it, apart from 被, 造成 and the like.
    bool headed = false;    ///< 一般(1-3人未佩戴): opens the phrase, a bracket explains it.
    bool is_range = false;  ///< 80%-90%
    bool is_place = false;  ///< 第四至六名
    bool exceeds_one = false;  ///< Its number is more than 1.
    bool is_far = false;       ///< 3天以上: its number is more than 2.
    bool is_rated = false;     ///< A quote that is a rating: 评为“示范”, “一般”.
    bool is_plain = false;  ///< 死亡1人: a number alone, which is a band only beside its siblings.
    std::uint32_t rest = 0;      ///< Glyphs of the phrase behind it.
    std::u32string_view prefix;  ///< Words of the phrase before it.
    std::u32string_view unit;
};

/// The tier or rating of a slice; the one that leads it, where several stand there.
/// @param family Only words of this family, where it is not 0.
/// @param draft_count The counting words that may follow the rank in the slice.
std::optional<Band> rank_band(const Words& words, const Slice& slice, std::uint8_t family,
                              const Count* draft_count);

/// Whether the quote whose words are the glyphs [begin, end) is a rating: “一般”, 评为“示范”,
/// “示范”等次. 未落实“双报到” and “主题党日”未开展 name things.
bool is_rated_quote(const Words& words, std::uint32_t begin, std::uint32_t end);

/// 80%-90%, 低于60%, 3人以上: the number band of a slice of the draft's condition.
std::optional<Band> number_band(const Draft& draft, const Slice& slice);

/// The bands that the draft's words offer, the likeliest first.
std::vector<Band> bands_of(const Draft& draft);

struct Rank {
    std::string text;
    std::uint8_t family = 0;
};

/// The tier or rating in the name (市级 of 受市级表彰的), or nothing.
/// @param family Looks only for words of this family, where it is not 0.
std::optional<Rank> tier_in(const Words& words, Name name, std::uint8_t family);

}  // namespace heng::clause
