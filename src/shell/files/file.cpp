/// @file
/// System calls, repeated when interrupted.
#include "shell/files/file.hpp"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <system_error>

namespace heng::files {

tl::unexpected<Error> failure(const std::string& what) {
    const int reason = errno;
    const bool is_full = reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
    return refuse(is_full ? Code::store_full : Code::store_failed, {what, 0, 0, {}},
                  {std::generic_category().message(reason)});
}

File::~File() {
    if (is_open()) ::close(descriptor_);
}

File File::open(const std::string& path, int flags) {
    return File(::open(path.c_str(), flags | O_CLOEXEC, 0640));
}

Result<void> File::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t done = ::write(descriptor_, bytes.data(), bytes.size());
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return failure("write");
        bytes.remove_prefix(static_cast<std::size_t>(done));
    }
    return {};
}

Result<std::size_t> File::read(char* into, std::size_t size) {
    for (;;) {
        const ssize_t done = ::read(descriptor_, into, size);
        if (done >= 0) return static_cast<std::size_t>(done);
        if (errno != EINTR) return failure("read");
    }
}

Result<void> File::sync() {
    if (::fsync(descriptor_) != 0) return failure("fsync");
    return {};
}

}  // namespace heng::files
