#pragma once
/// @file
/// Tokens with which other systems come in: a person's, for less than he may do himself.
#include "app/accounts/administration.hpp"

namespace heng::app::accounts {

struct TokenRequest {
    std::string account;  ///< Whose person the other system acts as.
    std::string label;    ///< What it is for, at most 100 characters.
    std::set<Scope> scopes;
    Instant expires_at;
};

class ApiTokens {
public:
    explicit ApiTokens(Parts parts)
        : parts_(std::move(parts)), records_(parts_.store, parts_.secrets) {}

    /// @returns the token, whose text is told once, or
    ///   - `act_not_permitted`, `second_person_needed`, `account_unknown`;
    ///   - `record_stage_unfit`  the account is disabled;
    ///   - `value_out_of_range`  no scope, no label, or one too long, or it would have expired
    ///     already or holds for longer than the policy lets it.
    [[nodiscard]] Result<IssuedToken> issue(const Administrator& by, const TokenRequest& wanted);
    /// @returns nothing, or `act_not_permitted`, `record_unknown`.
    [[nodiscard]] Result<void> revoke(const Administrator& by, const std::string& id);
    [[nodiscard]] Result<std::vector<ApiToken>> list(const Administrator& by) const;

    /// The token of a text, or `sign_in_needed` if it is unknown, revoked or expired.
    [[nodiscard]] Result<ApiToken> authenticate(const std::string& tenant,
                                                std::string_view text) const;
    /// @returns nothing, or `token_scope_missing`.
    [[nodiscard]] static Result<void> require(const ApiToken& token, Scope scope);

private:
    const Parts parts_;
    const Records records_;
    Turns turns_;
};

}  // namespace heng::app::accounts
