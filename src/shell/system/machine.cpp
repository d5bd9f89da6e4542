/// @file
/// Reads the system clock and the kernel's random numbers.
#include "shell/system/machine.hpp"

#include "core/base/invariant.hpp"

#include <sys/random.h>
#include <array>
#include <cerrno>

namespace heng::system {

ledger::Instant Clock::now() {
    return std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
}

std::string Ids::next() {
    constexpr std::string_view digits = "0123456789abcdefghjkmnpqrstvwxyz";
    std::array<unsigned char, 26> bytes;
    ssize_t got = 0;
    do {
        got = getrandom(bytes.data(), bytes.size(), 0);
    } while (got < 0 && errno == EINTR);
    INVARIANT(got == static_cast<ssize_t>(bytes.size()), "the kernel gives random bytes");
    std::string out;
    for (const unsigned char byte : bytes) out += digits[byte % digits.size()];
    return out;
}

}  // namespace heng::system
