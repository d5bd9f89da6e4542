#pragma once
/// @file
/// Tokens with which other systems come in: a person's, for less than he may do himself. The
/// security administrator grants one, and never learns it: its text is told to the person alone,
/// who thereby agrees that another system acts for him (SEC-15).
#include "app/accounts/administration.hpp"

namespace heng::app::accounts {

struct TokenRequest {
    std::string account;  ///< Whose person the other system acts as.
    std::string label;    ///< What it is for, at most 100 characters.
    std::set<Scope> scopes;
    Instant expires_at;
};

/// Whose account it is, from where he asks.
struct TokenOwner {
    std::string tenant;
    std::string account;
    std::string remote;
};

class ApiTokens {
public:
    explicit ApiTokens(Parts parts)
        : parts_(std::move(parts)), records_(parts_.store, parts_.secrets) {}

    /// @returns what may be collected, of no use until then, or
    ///   - `act_not_permitted`, `second_person_needed`, `account_unknown`;
    ///   - `record_stage_unfit`  the account is disabled;
    ///   - `value_out_of_range`  no scope, no label, or one too long, or it would have expired
    ///     already or holds for longer than the policy lets it.
    [[nodiscard]] Result<ApiToken> grant(const Administrator& by, const TokenRequest& wanted);
    /// @returns the token, whose text is told once, or
    ///   - `record_unknown`      none of this id was granted to the owner's account;
    ///   - `record_stage_unfit`  it was collected, or would have expired.
    [[nodiscard]] Result<IssuedToken> collect(const TokenOwner& owner, const std::string& id);
    /// @returns nothing, or `act_not_permitted`, `record_unknown`.
    [[nodiscard]] Result<void> revoke(const Administrator& by, const std::string& id);
    /// @returns nothing, or `record_unknown` also for somebody else's.
    [[nodiscard]] Result<void> give_up(const TokenOwner& owner, const std::string& id);
    [[nodiscard]] Result<std::vector<ApiToken>> list(const Administrator& by) const;
    [[nodiscard]] Result<std::vector<ApiToken>> list_own(const TokenOwner& owner) const;

    /// The token of a text, or `sign_in_needed` if it is unknown, revoked or expired.
    [[nodiscard]] Result<ApiToken> authenticate(const std::string& tenant,
                                                std::string_view text) const;
    /// @returns nothing, or `token_scope_missing`.
    [[nodiscard]] static Result<void> require(const ApiToken& token, Scope scope);

private:
    [[nodiscard]] Result<void> erase(const std::string& tenant, const Kept<ApiToken>& token,
                                     TrailEntry entry);

    const Parts parts_;
    const Records records_;
    Turns turns_;
};

}  // namespace heng::app::accounts
