#pragma once
/// @file
/// An open file of the operating system, closed when dropped; its failures in our words.
#include "core/base/result.hpp"

#include <sys/types.h>
#include <string>
#include <string_view>
#include <utility>

namespace heng::files {

class File {
public:
    File() = default;
    explicit File(int descriptor) : descriptor_(descriptor) {}
    ~File();
    File(File&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    File& operator=(File&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }

    /// @param flags  as for open(2); new files can be read by owner and group only.
    static File open(const std::string& path, int flags);

    bool is_open() const { return descriptor_ >= 0; }
    int descriptor() const { return descriptor_; }

    [[nodiscard]] Result<void> write(std::string_view bytes);
    [[nodiscard]] Result<std::size_t> read(char* into, std::size_t size);
    [[nodiscard]] Result<void> sync();

private:
    int descriptor_ = -1;
};

/// What errno says, for `what`: `store_full` for a lack of space, otherwise `store_failed`.
tl::unexpected<Error> failure(const std::string& what);

}  // namespace heng::files
