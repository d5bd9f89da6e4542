/// @file
/// Every `delete` of the program comes through here. Sanitizers bring their own.
#include "main/wiping.hpp"

#include <malloc.h>
#include <cstdlib>
#include <cstring>
#include <new>

namespace {

bool is_wiping = false;  // set once, before there are threads

}  // namespace

namespace heng {

void wipe_freed_memory() {
    is_wiping = true;
}

}  // namespace heng

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)

namespace {

void give_back(void* block) {
    if (is_wiping && block != nullptr) explicit_bzero(block, malloc_usable_size(block));
    std::free(block);
}

}  // namespace

void operator delete(void* block) noexcept {
    give_back(block);
}
void operator delete[](void* block) noexcept {
    give_back(block);
}
void operator delete(void* block, std::size_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::size_t) noexcept {
    give_back(block);
}
void operator delete(void* block, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete(void* block, std::size_t, std::align_val_t) noexcept {
    give_back(block);
}
void operator delete[](void* block, std::size_t, std::align_val_t) noexcept {
    give_back(block);
}

#endif
