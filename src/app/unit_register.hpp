#pragma once
/// @file
/// The register (单位库) of a year: who is assessed, as columns in the order of the table.
#include "app/huge_pages.hpp"
#include "core/base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace heng::app {

/// Into the domains of the scheme.
using DomainIndex = std::uint16_t;

/// Texts one behind another, without an allocation for each.
class TextColumn {
public:
    std::size_t size() const { return ends_.size(); }
    std::string_view operator[](std::size_t i) const {
        const std::size_t begin = i == 0 ? 0 : ends_[i - 1];
        return {text_.data() + begin, ends_[i] - begin};
    }
    void append(std::string_view text) {
        text_.insert(text_.end(), text.begin(), text.end());
        ends_.push_back(text_.size());
    }
    /// Makes room, where it is known what will come.
    void reserve(std::size_t texts, std::size_t bytes) {
        ends_.reserve(texts);
        text_.reserve(bytes);
    }
    /// The texts of all parts, one part behind another.
    static TextColumn joined(std::span<const TextColumn* const> parts);

private:
    LongVector<char> text_;
    LongVector<std::size_t> ends_;
};

/// What limits the grade of a unit whatever its score (A16.4 to A16.6, A18.4).
struct Circumstances {
    bool veto = false;     ///< Barred from 较好 and above.
    bool serious = false;  ///< A major problem with serious effect.
    bool fraud = false;
};

struct UnitRegister {
    TextColumn ids;
    TextColumn names;  ///< Empty where the table has no such column.
    LongVector<DomainIndex> domains;
    LongVector<Decimal> reviews;
    LongVector<Circumstances> circumstances;

    std::size_t size() const { return ids.size(); }
    /// Makes room for so many units with ids of so many bytes.
    void reserve(std::size_t units, std::size_t id_bytes);
};

/// The units of all parts, one part behind another; put together on several threads.
UnitRegister joined(std::span<const UnitRegister* const> parts, unsigned threads);

}  // namespace heng::app
