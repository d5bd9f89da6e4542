#pragma once
/// @file
/// How failures to sign in add up, for an account name or for a remote address. Pure: what is kept
/// between two of them stands in the store, so that a restart forgets nothing (SEC-3).
#include "app/accounts/account.hpp"

namespace heng::app::accounts {

struct Attempts {
    int failures = 0;
    Instant last;
    std::optional<Instant> locked_until;
    bool operator==(const Attempts&) const = default;
};

/// How many failures lock, and for how long. Failures that lie further back count no more.
struct LockRule {
    int failures_max = 0;
    std::chrono::minutes locked_for{0};
};

inline LockRule account_rule(const SignInRules& rules) {
    return {rules.failures_max, rules.locked_for};
}
inline LockRule remote_rule(const RemotePolicy& policy) {
    return {policy.failures_max, policy.locked_for};
}

/// Until when nothing is tried, if that lies ahead.
std::optional<Instant> locked_at(const Attempts& attempts, Instant now);

/// The attempts with one failure more; locked when there are too many.
Attempts with_failure(const Attempts& attempts, const LockRule& rule, Instant now);

/// Whether nothing would be different without them.
bool is_over(const Attempts& attempts, const LockRule& rule, Instant now);

}  // namespace heng::app::accounts
