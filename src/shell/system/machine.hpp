#pragma once
/// @file
/// The clock and the random numbers of this machine.
#include "app/ports.hpp"

namespace heng::system {

class Clock final : public app::Clock {
public:
    ledger::Instant now() override;
};

/// 130 random bits each, as 26 digits of base 32.
class Ids final : public app::Ids {
public:
    std::string next() override;
};

}  // namespace heng::system
