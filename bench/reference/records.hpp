#pragma once
/// @file
/// Findings as records of 32 bits, in lists by partition of 1,024 units.
#include <sys/mman.h>

#include <cstddef>
#include <cstdint>
#include <new>
#include <vector>

namespace heng::bench {

constexpr std::size_t partition_units = 1024;
constexpr unsigned partition_bits = 10;
constexpr unsigned cell_bits = partition_bits + 7;  ///< A branch and a unit of the partition.
constexpr std::uint32_t record_amount_max = (1U << (32 - cell_bits)) - 1;

/// Zeroed memory by huge pages, taken from the system when touched.
template <class T>
class Pages {
public:
    explicit Pages(std::size_t count) : bytes_((count * sizeof(T) + huge - 1) / huge * huge) {
        void* const place = mmap(nullptr, bytes_ + huge, PROT_READ | PROT_WRITE,
                                 MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (place == MAP_FAILED) throw std::bad_alloc();
        mapped_ = place;
        const auto address = (reinterpret_cast<std::uintptr_t>(place) + huge - 1) / huge * huge;
        data_ = reinterpret_cast<T*>(address);
        madvise(data_, bytes_, MADV_HUGEPAGE);
    }
    Pages(const Pages&) = delete;
    Pages& operator=(const Pages&) = delete;
    ~Pages() { munmap(mapped_, bytes_ + huge); }

    [[nodiscard]] T* data() const { return data_; }

private:
    static constexpr std::size_t huge = 2U << 20U;

    std::size_t bytes_;
    void* mapped_ = nullptr;
    T* data_ = nullptr;
};

/// The findings that one thread has read: for each partition a list of blocks of records.
/// A record is `amount << 17 | branch << 10 | unit of the partition`.
class Records {
public:
    Records(std::size_t partitions, std::size_t findings_bytes)
        : memory_(findings_bytes / row_bytes_min + (2 * partitions + 1) * block_words),
          free_(memory_.data()),
          writers_(partitions),
          blocks_(partitions) {
        for (std::size_t i = 0; i < partitions; ++i) {
            // Not all at the same place of their page: they would share a few sets of the L1 cache.
            const std::size_t stagger = i * 16 % block_words;
            add_block(i);
            writers_[i] += stagger;
            blocks_[i].back().begin += stagger;
        }
    }

    /// Fetches into the cache where the next record of a partition goes.
    void expect(std::size_t partition) const { __builtin_prefetch(writers_[partition], 1); }

    /// Appends a record if `is_wanted`; without a branch, for one finding in ten is not confirmed.
    void append(std::size_t partition, std::uint32_t record, bool is_wanted) {
        std::uint32_t*& place = writers_[partition];
        *place = record;
        place += is_wanted;
        if (reinterpret_cast<std::uintptr_t>(place) % block_bytes == 0 && is_wanted) [[unlikely]] {
            blocks_[partition].back().end = place;
            add_block(partition);
        }
    }

    /// Calls `use` with each record of a partition.
    template <class Use>
    void for_each(std::size_t partition, Use use) const {
        for (const Block& block : blocks_[partition]) {
            const std::uint32_t* const end = block.end == nullptr ? writers_[partition] : block.end;
            for (const std::uint32_t* record = block.begin; record != end; ++record) use(*record);
        }
    }

private:
    static constexpr std::size_t block_bytes = 4096;
    static constexpr std::size_t block_words = block_bytes / sizeof(std::uint32_t);
    static constexpr std::size_t row_bytes_min = 16;  // 1,1.01,1,confirmed

    struct Block {
        const std::uint32_t* begin;
        const std::uint32_t* end;  ///< Null for the last block, which ends at its writer.
    };

    void add_block(std::size_t partition) {
        writers_[partition] = free_;
        blocks_[partition].push_back({free_, nullptr});
        free_ += block_words;
    }

    Pages<std::uint32_t> memory_;
    std::uint32_t* free_;
    std::vector<std::uint32_t*> writers_;
    std::vector<std::vector<Block>> blocks_;
};

}  // namespace heng::bench
