#pragma once
/// @file
/// How a store's tables change from release to release: forward only, in numbered steps.
/// docs/reference/stores.md describes the mechanism; each store lists its own steps.
#include "core/base/result.hpp"

#include <span>
#include <string>
#include <string_view>

namespace heng::app {

/// One step, in the SQL of one store. Steps are numbered 1, 2, 3 … and never edited once released.
struct Migration {
    int version;
    std::string_view sql;
};

/// The steps that a store at version `found` (0 when empty) still needs, up to and with `wanted`;
/// or `store_schema_newer` if a newer program has been there.
[[nodiscard]] inline Result<std::span<const Migration>> pending(std::span<const Migration> all,
                                                                int found, int wanted) {
    const int latest = static_cast<int>(all.size());
    if (found > latest)
        return refuse(Code::store_schema_newer, {},
                      {std::to_string(found), std::to_string(latest)});
    const int last = wanted < latest ? wanted : latest;
    if (found >= last) return std::span<const Migration>();
    return all.subspan(static_cast<std::size_t>(found), static_cast<std::size_t>(last - found));
}

}  // namespace heng::app
