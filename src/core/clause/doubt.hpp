#pragma once
/// @file
/// Places of a clause that the reader is not sure of. A doubt never changes a branch.
#include "core/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace heng::clause {

enum class DoubtKind : std::uint8_t {
    amount_missing,       ///< 酌情扣分: no figure.
    amount_unread,        ///< 扣牵头单位…0.5分: a score beside a verb that no branch holds.
    amount_not_positive,  ///< 扣0分
    amount_too_large,     ///< More digits or places than a Decimal holds.
    share_unclear,        ///< 扣该项分值的三分之一: no Decimal states the share.
    unit_missing,         ///< 每发现扣1分: what is counted is not named.
    pairing_unclear,      ///< 分别扣3分、2分 with a list of another length.
    list_unclear,         ///< 各扣1分 without a list.
    base_missing,         ///< 加倍扣分 with no amount before it.
    base_unclear,         ///< 加倍扣分 behind several different amounts.
    cap_unused,           ///< 最多扣3分 with no branch before it.
    cap_unclear,          ///< 扣至60分 with no total before it.
    not_text,             ///< Bytes that are not UTF-8.
};

/// A place in the given text.
struct Doubt {
    std::size_t offset = 0;  ///< In bytes.
    std::size_t length = 0;  ///< In bytes.
    DoubtKind kind = DoubtKind::amount_missing;
    std::string quote;  ///< The words there.
    bool operator==(const Doubt&) const = default;
};

/// The identifier of a kind, as in `heng clauses`: amount_missing.
std::string_view name(DoubtKind kind);
std::optional<DoubtKind> doubt_kind_named(std::string_view text);

/// One sentence for people.
std::string_view sentence(DoubtKind kind, Language language);

}  // namespace heng::clause
