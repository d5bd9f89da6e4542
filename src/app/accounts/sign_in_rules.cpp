/// @file
/// What the security administrator sets about signing in (SEC-3): what is kept of it, and within
/// which bounds.
#include "app/accounts/administration.hpp"

#include <array>

namespace heng::app::accounts {

namespace {

struct Bounded {
    const char* field;
    std::int64_t value;
    std::int64_t min;
    std::int64_t max;
};

/// Wide enough for a city's own habits, and never so wide that a rule is none.
std::array<Bounded, 4> bounded(const SignInRules& rules) {
    return {{{"failures_max", rules.failures_max, 3, 10},
             {"locked_minutes", rules.locked_for.count(), 10, 24 * 60},
             {"idle_minutes", rules.idle_max.count(), 5, 120},
             {"administrator_idle_minutes", rules.administrator_idle_max.count(), 5, 30}}};
}

Checked<void> check(const SignInRules& rules) {
    Issues issues;
    for (const Bounded& one : bounded(rules))
        if (one.value < one.min || one.value > one.max)
            issues.push_back({Code::value_out_of_range,
                              {"", 0, 0, one.field},
                              {std::to_string(one.value),
                               std::to_string(one.min) + "–" + std::to_string(one.max)}});
    if (!issues.empty()) return tl::unexpected(std::move(issues));
    return {};
}

/// `failures_max 5, locked_minutes 30, …`
std::string print(const SignInRules& rules) {
    std::string out;
    for (const Bounded& one : bounded(rules))
        out += (out.empty() ? "" : ", ") + std::string(one.field) + ' ' + std::to_string(one.value);
    return out;
}

}  // namespace

Result<Kept<SignInRules>> Administration::sign_in_rules(const Administrator& by) const {
    return require_duty(by, Matter::list_accounts, {}).and_then([&] {
        return records_.sign_in_rules(by.tenant, parts_.policy.sign_in);
    });
}

Checked<void> Administration::set_sign_in_rules(const Administrator& by, const SignInRules& rules,
                                                std::int64_t version) {
    if (const auto allowed = require_duty(by, Matter::set_sign_in_rules, {}); !allowed)
        return tl::unexpected(Issues{allowed.error()});
    if (const auto fits = check(rules); !fits) return fits;
    TrailEntry entry = entry_of(by, Matter::set_sign_in_rules, {}, parts_.clock.now());
    entry.detail = print(rules);
    Batch batch(records_, by.tenant);
    batch.put(Kept<SignInRules>{rules, version});
    batch.note(std::move(entry));
    const auto done = batch.commit();
    if (!done) return tl::unexpected(Issues{done.error()});
    return {};
}

}  // namespace heng::app::accounts
