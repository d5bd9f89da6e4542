#pragma once
/// @file
/// For tests: a hash that needs no library, and short chains sealed with it.
#include "core/ledger/chain.hpp"

#include <vector>

namespace heng::ledger::toy {

/// FNV-1a from four starting points: no protection against anyone, but every byte counts.
inline Digest digest(std::string_view bytes) {
    Digest out{};
    for (std::size_t lane = 0; lane < 4; ++lane) {
        std::uint64_t value = 0xcbf29ce484222325U + lane;
        for (const char byte : bytes) {
            value ^= static_cast<unsigned char>(byte);
            value *= 0x100000001b3U;
        }
        for (std::size_t i = 0; i < 8; ++i, value >>= 8)
            out[8 * lane + i] = static_cast<std::uint8_t>(value);
    }
    return out;
}

inline HashFunction hash() {
    return {Algorithm::sm3, digest};
}

inline constexpr Date day{std::chrono::year(2021), std::chrono::month(6), std::chrono::day(30)};
inline const Instant moment = Instant(std::chrono::sys_days(day)) + std::chrono::microseconds(250);

inline Draft draft(std::int64_t n) {
    Object body{{"count", n}, {"note", "谈心谈话不到位"}, {"points", "0.5"}};
    return {"p-17", "record_finding", day, "party-building-2021/1", std::move(body)};
}

/// An opening and `count - 1` further events.
inline std::vector<SealedEvent> chain(std::int64_t count, const HashFunction& hash = toy::hash(),
                                      const std::string& tenant = "city") {
    std::vector<SealedEvent> out;
    out.push_back(*seal_opening({tenant, "system", day}, moment, hash));
    for (std::int64_t n = 2; n <= count; ++n)
        out.push_back(*seal(tenant, head_of(out.back()), draft(n), moment, hash));
    return out;
}

/// `event` with its text changed and sealed again, as someone would who knows how hashes work.
inline SealedEvent forged(const SealedEvent& event, const HashFunction& hash = toy::hash()) {
    Event decoded = *decode_event(event.bytes);
    decoded.what.actor = "forger";
    SealedEvent out{event.seq, *encode_event(decoded), {}};
    out.hash = hash.digest(out.bytes);
    return out;
}

}  // namespace heng::ledger::toy
