#pragma once
/// @file
/// States as they stood at the end of a day, kept for those who look at one for a while.
#include "app/tenants.hpp"
#include "shell/http/message.hpp"

#include <deque>
#include <memory>
#include <mutex>

namespace heng::http {

/// The day of `?at=`, nothing without it, or `argument_unusable`.
[[nodiscard]] Result<std::optional<ledger::Date>> day_asked(const Request& request);

/// May be used from several threads at once.
class Past {
public:
    /// How many states are kept; each takes some megabytes.
    static constexpr std::size_t kept_max = 4;

    /// @returns the state, or what `Desk::as_of` says.
    [[nodiscard]] Checked<std::shared_ptr<const app::Live>> at(const app::Desk& desk,
                                                               ledger::Date day);

private:
    struct Kept {
        std::string tenant;
        ledger::Date day;
        std::int64_t head = 0;  ///< Of the desk when it was made.
        std::shared_ptr<const app::Live> live;
    };
    std::mutex mutex_;
    std::deque<Kept> kept_;
};

}  // namespace heng::http
