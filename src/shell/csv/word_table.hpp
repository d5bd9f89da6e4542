#pragma once
/// @file
/// Finds what a short word stands for, such as a branch id: almost always by one multiplication.
#include "shell/csv/bytes.hpp"

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace heng::csv {

template <class Value>
class WordTable {
public:
    /// Room for `count` words, and so much more that few share a home.
    explicit WordTable(std::size_t count)
        : shift_(60 - static_cast<unsigned>(std::bit_width(count))),
          slots_(std::size_t{1} << (64 - shift_)) {}

    /// The first value added for a word is the one that counts.
    void add(std::string_view word, Value value) {
        if (word.size() > key_bytes) {
            long_words_.emplace(word, std::move(value));
            return;
        }
        const std::uint64_t key = load_text(word);
        std::size_t at = home(key);
        while (slots_[at].length != unused && !slots_[at].holds(key, word.size())) at = after(at);
        if (slots_[at].length != unused) return;
        slots_[at] = {key, static_cast<std::uint32_t>(word.size()), std::move(value)};
    }

    /// Null for an unknown word.
    const Value* find(std::string_view word) const {
        return word.size() <= key_bytes ? find_key(load_text(word), word.size()) : find_long(word);
    }

    /// The same where the eight bytes from its begin on are readable.
    const Value* find_readable(std::string_view word) const {
        if (word.size() > key_bytes) [[unlikely]]
            return find_long(word);
        const std::uint64_t key = load_word(word.data(), word.size());
        const Slot& slot = slots_[home(key)];
        if (slot.holds(key, word.size())) [[likely]]
            return &slot.value;
        return find_key(key, word.size());
    }

private:
    static constexpr std::size_t key_bytes = 8;
    static constexpr std::uint32_t unused = key_bytes + 1;

    struct Slot {
        std::uint64_t key = 0;
        std::uint32_t length = unused;
        Value value{};
        bool holds(std::uint64_t wanted, std::size_t size) const {
            return key == wanted && length == size;
        }
    };

    std::size_t home(std::uint64_t key) const {
        return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15U) >> shift_);
    }
    std::size_t after(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

    const Value* find_key(std::uint64_t key, std::size_t size) const {
        for (std::size_t at = home(key); slots_[at].length != unused; at = after(at)) {
            if (slots_[at].holds(key, size)) return &slots_[at].value;
        }
        return nullptr;
    }

    const Value* find_long(std::string_view word) const {
        const auto found = long_words_.find(std::string(word));
        return found == long_words_.end() ? nullptr : &found->second;
    }

    unsigned shift_;
    std::vector<Slot> slots_;
    std::unordered_map<std::string, Value> long_words_;
};

}  // namespace heng::csv
