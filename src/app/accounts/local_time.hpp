#pragma once
/// @file
/// Times as people read them in a message.
#include "core/ledger/time_text.hpp"

namespace heng::app::accounts {

/// 2021-06-30 16:15 in China's time, rounded up: nothing is said to be over before it is.
inline std::string print_local_minute(ledger::Instant at) {
    const auto local = std::chrono::ceil<std::chrono::minutes>(at) + std::chrono::hours(8);
    const std::string text = ledger::print_instant(local);
    return text.substr(0, 10) + ' ' + text.substr(11, 5);
}

}  // namespace heng::app::accounts
