#pragma once
/// @file
/// Finds units by their ids. Ids that end in close numbers, as most registers have them, need no
/// hashing.
#include "app/finding_lists.hpp"
#include "app/unit_register.hpp"
#include "shell/csv/bytes.hpp"

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace heng::csv {

using app::UnitIndex;

constexpr UnitIndex no_unit = std::numeric_limits<UnitIndex>::max();

/// Numbers that follow one another: 1, 2, 3 …
class DenseIds {
public:
    /// Nothing if the ids are not of this kind.
    static std::optional<DenseIds> create(const app::TextColumn& ids, unsigned threads);

    static constexpr std::size_t look_ahead = 1;
    void expect(std::string_view) const {}

    UnitIndex find(std::string_view id) const;
    /// The same where eight bytes are readable from its begin on.
    UnitIndex find_readable(std::string_view id) const {
        if (id.size() - 1 >= digits_max) return no_unit;
        return find(load_word(id.data()), id.size());
    }

private:
    static constexpr std::size_t digits_max = 8;

    UnitIndex find(std::uint64_t word, std::size_t digits) const {
        const Digits number(word, digits);
        const std::uint32_t place = number.value() - first_;
        const bool has_zero = (word % 256 == '0') & (digits != 1);
        return number.are_all() & !has_zero & (place < count_) ? place : no_unit;
    }

    std::uint32_t first_ = 0;
    std::uint32_t count_ = 0;
};

/// Ids of one prefix, maybe empty, and a number: 17, 单位-000123. Numbers have zeros in front up to
/// a width, or none.
class NumberedIds {
public:
    /// Nothing if the ids are not of this kind, or if two are equal.
    static std::optional<NumberedIds> create(const app::TextColumn& ids);

    static constexpr std::size_t look_ahead = 1;
    void expect(std::string_view) const {}

    UnitIndex find(std::string_view id) const;

    /// The same where eight bytes are readable from any byte of the id on.
    UnitIndex find_readable(std::string_view id) const {
        const std::size_t digits = id.size() - prefix_.size();
        if (digits - 1 >= digits_max || !has_prefix(id.data())) return no_unit;
        return unit_of(load_word(id.data() + prefix_.size()), digits);
    }

private:
    static constexpr std::size_t digits_max = 8;

    bool has_prefix(const char* id) const {
        if (prefix_.size() <= sizeof prefix_word_) {
            return load_word(id, prefix_.size()) == prefix_word_;
        }
        return std::memcmp(id, prefix_.data(), prefix_.size()) == 0;
    }

    /// The unit whose number the first `digits` bytes of a word say.
    UnitIndex unit_of(std::uint64_t word, std::size_t digits) const {
        const bool is_written_so = (digits == width_) | ((digits > width_) & (word % 256 != '0'));
        const Digits number(word, digits);
        const bool is_number = number.are_all() & is_written_so;
        const std::uint32_t place = number.value() - first_;
        if (!is_number || place >= range_) return no_unit;
        return units_.empty() ? place : units_[place];
    }

    void set_form(const app::TextColumn& ids);

    std::string prefix_;
    std::uint64_t prefix_word_ = 0;
    std::size_t width_ = 1;  ///< Of the shortest number: only those have zeros in front.
    std::uint32_t first_ = 0;
    std::uint32_t range_ = 0;
    std::vector<UnitIndex> units_;  ///< By number; empty where the numbers follow one another.
};

/// Ids of any kind.
class HashedIds {
public:
    /// `ids` must outlive it.
    explicit HashedIds(const app::TextColumn& ids);

    UnitIndex find(std::string_view id) const;
    /// The same where eight bytes are readable from any byte of the id on.
    UnitIndex find_readable(std::string_view id) const;
    bool has_duplicates() const { return has_duplicates_; }

    /// So many ids should be expected before the first of them is sought: each is likely to be far
    /// away in memory, and the processor fetches several at a time.
    static constexpr std::size_t look_ahead = 16;
    /// @pre as for find_readable
    void expect(std::string_view id) const { __builtin_prefetch(&slots_[home(readable_key(id))]); }

private:
    /// An id of up to 16 bytes is its own key; of a longer one, this is a hash and its text is
    /// compared.
    struct Key {
        std::uint64_t first;
        std::uint64_t last;
        bool operator==(const Key&) const = default;
    };
    struct Slot {
        Key key{};
        std::uint32_t size = 0;
        UnitIndex unit = no_unit;
    };

    /// `word(at, size)` gives up to eight bytes of the id.
    template <class Word>
    static Key key_of(std::size_t size, Word word);
    static Key readable_key(std::string_view id);
    UnitIndex find(std::string_view id, const Key& key) const;
    std::size_t home(const Key& key) const;
    bool holds(const Slot& slot, const Key& key, std::string_view id) const;

    const app::TextColumn* ids_;
    unsigned bits_;
    app::LongVector<Slot> slots_;
    bool has_duplicates_ = false;
};

using UnitIds = std::variant<DenseIds, NumberedIds, HashedIds>;

/// `ids` must outlive the result.
UnitIds index_ids(const app::TextColumn& ids, unsigned threads);

bool has_duplicates(const UnitIds& ids);
UnitIndex find_unit(const UnitIds& ids, std::string_view id);

}  // namespace heng::csv
