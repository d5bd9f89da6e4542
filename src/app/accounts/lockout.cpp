#include "app/accounts/lockout.hpp"

namespace heng::app::accounts {

std::optional<Instant> locked_at(const Attempts& attempts, Instant now) {
    return attempts.locked_until && now < *attempts.locked_until ? attempts.locked_until
                                                                 : std::nullopt;
}

bool is_over(const Attempts& attempts, const LockRule& rule, Instant now) {
    return !locked_at(attempts, now) && now - attempts.last >= rule.locked_for;
}

Attempts with_failure(const Attempts& attempts, const LockRule& rule, Instant now) {
    if (locked_at(attempts, now)) return attempts;  // nobody was meant to try
    const bool starts_anew = attempts.locked_until || is_over(attempts, rule, now);
    Attempts out{(starts_anew ? 0 : attempts.failures) + 1, now, std::nullopt};
    if (out.failures >= rule.failures_max) out.locked_until = now + rule.locked_for;
    return out;
}

}  // namespace heng::app::accounts
