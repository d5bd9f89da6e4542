#pragma once
/// @file
/// Memory for long columns: in huge pages where the system has them, which are fewer to fault in.
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <utility>
#include <vector>

namespace heng::app {

constexpr std::size_t huge_page_bytes = std::size_t{1} << 21U;

/// At least so many bytes, from the begin of a huge page on. Give them back by std::free.
/// @returns no null; throws std::bad_alloc.
void* allocate_huge_pages(std::size_t bytes);

/// Takes huge pages for what fills some of them, and leaves elements without a value unset, so that
/// the threads that set them share the page faults. For types that may be copied bytewise.
template <class T>
struct HugePageAllocator {
    using value_type = T;

    HugePageAllocator() = default;
    template <class Other>
    explicit(false) HugePageAllocator(const HugePageAllocator<Other>&) {}

    T* allocate(std::size_t count) {
        const std::size_t bytes = count * sizeof(T);
        return static_cast<T*>(is_large(bytes) ? allocate_huge_pages(bytes)
                                               : ::operator new(bytes));
    }
    void deallocate(T* place, std::size_t count) {
        is_large(count * sizeof(T)) ? std::free(place) : ::operator delete(place);
    }
    template <class... Values>
    void construct(T* place, Values&&... values) {
        if constexpr (sizeof...(Values) > 0)
            std::construct_at(place, std::forward<Values>(values)...);
    }
    bool operator==(const HugePageAllocator&) const = default;

private:
    static constexpr bool is_large(std::size_t bytes) { return bytes >= 2 * huge_page_bytes; }
};

template <class T>
using LongVector = std::vector<T, HugePageAllocator<T>>;

}  // namespace heng::app
