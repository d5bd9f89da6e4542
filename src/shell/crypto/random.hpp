#pragma once
/// @file
/// Random bytes of OpenSSL, which seeds itself from the kernel.
#include <cstddef>
#include <string>

namespace heng::crypto {

/// So many bytes that nobody can guess. May be called from several threads.
std::string random_bytes(std::size_t count);

}  // namespace heng::crypto
