#pragma once
/// @file
/// The findings of a year between reading and scoring: a list for each partition of the units. So
/// the random access to all units becomes appending to some lists, and each partition is then
/// scored in cache.
#include "core/base/decimal.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace heng::app {

using UnitIndex = std::uint32_t;
/// A branch of the scheme, when the branches of all domains are counted through.
using BranchNumber = std::uint32_t;

constexpr unsigned partition_bits = 10;
constexpr std::size_t partition_units = std::size_t{1} << partition_bits;

constexpr std::size_t partition_count(std::size_t units) {
    return (units + partition_units - 1) / partition_units;
}

/// A confirmed finding as a list gives it back.
struct ListedFinding {
    std::uint32_t unit = 0;  ///< Within its partition.
    BranchNumber branch = 0;
    std::int64_t value = 0;  ///< In ten-thousandths.
};

/// What one thread has read. The lists grow by blocks; nothing is ever moved.
class FindingLists {
public:
    explicit FindingLists(std::size_t units);

    /// What fits a single word of a list: most findings there are.
    static constexpr BranchNumber compact_branches = 1U << 10U;
    static constexpr std::uint32_t compact_values = 1U << 11U;
    static constexpr bool is_compact(BranchNumber branch) { return branch < compact_branches; }

    /// Fetches into the cache where the next finding of a unit will be appended. The lists' ends do
    /// not fit the first cache, and a store that misses it holds up all behind it.
    void expect(UnitIndex unit) const { __builtin_prefetch(writers_[unit >> partition_bits], 1); }

    /// Adds a finding of a whole value `count` times: once, or not at all. That is a sum rather
    /// than a condition, which the processor would guess wrong for every finding that is not
    /// confirmed.
    /// @pre is_compact(branch), whole_value < compact_values, count <= 1
    void append(UnitIndex unit, BranchNumber branch, std::uint32_t whole_value,
                std::uint32_t count) {
        const std::size_t partition = unit >> partition_bits;
        Word*& place = writers_[partition];
        *place = whole_value << value_shift | branch << branch_shift | (unit & unit_mask);
        place += count;
        if ((reinterpret_cast<std::uintptr_t>(place) % block_bytes | (count ^ 1U)) == 0)
            [[unlikely]]
            add_block(partition);
    }

    /// Adds any finding, of a case unless `case_id` is empty.
    void append(UnitIndex unit, BranchNumber branch, Decimal value, std::string_view case_id);

    /// How far each list has come.
    std::vector<std::size_t> positions() const;

    /// Calls `use(finding, case_id)` for the findings of a partition between two positions. A case
    /// id, empty where there is none, stays valid until the next finding is appended.
    template <class Use>
    void for_each(std::size_t partition, std::size_t from, std::size_t to, Use use) const {
        while (from < to) {
            const Word* const block = blocks_[partition][from / block_words];
            const std::size_t end = std::min(to, (from / block_words + 1) * block_words);
            for (; from < end; ++from) {
                const Word word = block[from % block_words];
                if ((word & extended_bit) != 0) [[unlikely]] {
                    from = use_extended(partition, from, use);
                    continue;
                }
                use(ListedFinding{word & unit_mask, word >> branch_shift & (compact_branches - 1),
                                  Decimal::one * (word >> value_shift)},
                    std::string_view{});
            }
        }
    }

private:
    using Word = std::uint32_t;

    static constexpr std::size_t block_bytes = 4096;
    static constexpr std::size_t block_words = block_bytes / sizeof(Word);

    // A word holds whole value | branch | extended | unit of the partition. An extended one holds
    // the unit alone and is followed by six words: the value, the branch, where its case stands in
    // `case_text_`, and how long that is.
    static constexpr Word unit_mask = (1U << partition_bits) - 1;
    static constexpr Word extended_bit = 1U << partition_bits;
    static constexpr unsigned branch_shift = partition_bits + 1;
    static constexpr unsigned value_shift = branch_shift + 10;
    static constexpr std::size_t extended_words = 7;

    static bool is_block_begin(const Word* place) {
        return reinterpret_cast<std::uintptr_t>(place) % block_bytes == 0;
    }

    Word word_at(std::size_t partition, std::size_t position) const {
        return blocks_[partition][position / block_words][position % block_words];
    }
    std::uint64_t double_word_at(std::size_t partition, std::size_t position) const {
        return word_at(partition, position) | std::uint64_t{word_at(partition, position + 1)}
                                                  << 32U;
    }

    /// Uses the finding whose first word stands at `at`, and says where its last one stands.
    template <class Use>
    std::size_t use_extended(std::size_t partition, std::size_t at, Use use) const {
        const ListedFinding finding{word_at(partition, at) & unit_mask, word_at(partition, at + 3),
                                    static_cast<std::int64_t>(double_word_at(partition, at + 1))};
        const std::string_view cases = case_text_;
        use(finding, cases.substr(double_word_at(partition, at + 4), word_at(partition, at + 6)));
        return at + extended_words - 1;
    }

    void push(std::size_t partition, Word word);
    void push_double(std::size_t partition, std::uint64_t word);
    void add_block(std::size_t partition);
    void add_slab();

    struct Free {
        void operator()(void* slab) const;
    };

    std::vector<std::unique_ptr<void, Free>> slabs_;
    Word* free_ = nullptr;
    Word* slab_end_ = nullptr;
    std::vector<Word*> writers_;
    std::vector<std::vector<Word*>> blocks_;
    std::string case_text_;
};

/// The findings of one stretch of the table: what a thread's lists gained while it read that
/// stretch.
struct Stretch {
    const FindingLists* lists = nullptr;
    std::vector<std::size_t> from;
    std::vector<std::size_t> to;
};

}  // namespace heng::app
