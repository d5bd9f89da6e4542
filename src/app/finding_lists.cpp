#include "app/finding_lists.hpp"

#include "app/huge_pages.hpp"
#include "core/base/invariant.hpp"

#include <cstdlib>
#include <limits>
#include <new>

namespace heng::app {

namespace {

/// Little to begin with, since most years are small.
constexpr std::size_t first_slab_bytes = std::size_t{1} << 16U;

}  // namespace

void FindingLists::Free::operator()(void* slab) const {
    std::free(slab);
}

FindingLists::FindingLists(std::size_t units)
    : writers_(partition_count(units)), blocks_(partition_count(units)) {
    for (std::size_t partition = 0; partition < blocks_.size(); ++partition) {
        add_block(partition);
        // Not all at the same place of their page: they would share a few sets of the first cache.
        writers_[partition] += partition * 16 % block_words;
    }
}

void FindingLists::append(UnitIndex unit, BranchNumber branch, Decimal value,
                          std::string_view case_id) {
    INVARIANT(case_id.size() <= std::numeric_limits<Word>::max(), "a case has a short id");
    const std::size_t partition = unit >> partition_bits;
    push(partition, extended_bit | (unit & unit_mask));
    push_double(partition, static_cast<std::uint64_t>(value.units()));
    push(partition, branch);
    push_double(partition, case_text_.size());
    push(partition, static_cast<Word>(case_id.size()));
    case_text_ += case_id;
}

std::vector<std::size_t> FindingLists::positions() const {
    std::vector<std::size_t> positions(blocks_.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
        const auto in_block = static_cast<std::size_t>(writers_[i] - blocks_[i].back());
        positions[i] = (blocks_[i].size() - 1) * block_words + in_block;
    }
    return positions;
}

void FindingLists::push(std::size_t partition, Word word) {
    Word*& place = writers_[partition];
    *place++ = word;
    if (is_block_begin(place)) add_block(partition);
}

void FindingLists::push_double(std::size_t partition, std::uint64_t word) {
    push(partition, static_cast<Word>(word));
    push(partition, static_cast<Word>(word >> 32U));
}

void FindingLists::add_block(std::size_t partition) {
    if (free_ == slab_end_) add_slab();
    writers_[partition] = free_;
    blocks_[partition].push_back(free_);
    free_ += block_words;
}

void FindingLists::add_slab() {
    const std::size_t bytes = slabs_.empty() ? first_slab_bytes : huge_page_bytes;
    void* const slab =
        slabs_.empty() ? std::aligned_alloc(block_bytes, bytes) : allocate_huge_pages(bytes);
    if (slab == nullptr) throw std::bad_alloc();
    slabs_.emplace_back(slab);
    free_ = static_cast<Word*>(slab);
    slab_end_ = free_ + bytes / sizeof(Word);
}

}  // namespace heng::app
