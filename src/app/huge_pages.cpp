#include "app/huge_pages.hpp"

#include <cstdlib>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace heng::app {

void* allocate_huge_pages(std::size_t bytes) {
    const std::size_t whole = (bytes + huge_page_bytes - 1) / huge_page_bytes * huge_page_bytes;
    void* const pages = std::aligned_alloc(huge_page_bytes, whole);
    if (pages == nullptr) throw std::bad_alloc();
#ifdef __linux__
    madvise(pages, whole, MADV_HUGEPAGE);
#endif
    return pages;
}

}  // namespace heng::app
