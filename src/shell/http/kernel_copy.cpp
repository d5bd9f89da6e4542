#include "shell/http/kernel_copy.hpp"

#include <sys/mman.h>
#include <unistd.h>

namespace heng::http {

std::shared_ptr<const KernelCopy> KernelCopy::make(std::string_view bytes) {
    const int file = ::memfd_create("answer", MFD_CLOEXEC);
    if (file < 0) return nullptr;
    std::shared_ptr<const KernelCopy> copy(new KernelCopy(file, bytes.size()));
    while (!bytes.empty()) {
        const ssize_t count = ::write(file, bytes.data(), bytes.size());
        if (count <= 0) return nullptr;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return copy;
}

KernelCopy::~KernelCopy() {
    ::close(file_);
}

}  // namespace heng::http
