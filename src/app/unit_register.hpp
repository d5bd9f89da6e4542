#pragma once
/// @file
/// The register (单位库) of a year: who is assessed, as columns in the order of the table.
#include "core/base/decimal.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

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
        text_ += text;
        ends_.push_back(text_.size());
    }
    void append(const TextColumn& others);

private:
    std::string text_;
    std::vector<std::size_t> ends_;
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
    std::vector<DomainIndex> domains;
    std::vector<Decimal> reviews;
    std::vector<Circumstances> circumstances;

    std::size_t size() const { return ids.size(); }
    void append(const UnitRegister& others);
};

}  // namespace heng::app
