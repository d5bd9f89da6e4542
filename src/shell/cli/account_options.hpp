#pragma once
/// @file
/// What the verbs that touch accounts share: the option of the key file, and the accounts opened.
#include "app/accounts/administration.hpp"
#include "shell/cli/store_options.hpp"

#include <memory>

namespace heng::cli {

void add_vault_option(CLI::App& verb, std::string& vault);

/// The key file that is meant; empty after `argument_unusable` has been reported.
std::string vault_of(const StoreOptions& store, const std::string& vault, Context& context);

/// The accounts of a store, with all that administration needs. It stays where it was made.
class OpenAccounts {
public:
    /// @returns the accounts, or nothing after what is wrong has been reported.
    static std::unique_ptr<OpenAccounts> open(const StoreOptions& store, const std::string& vault,
                                              app::Opening opening, Context& context);

    app::accounts::Administration& administration() { return administration_; }
    app::accounts::AccountStore& store() { return *store_; }
    const app::accounts::Secrets& secrets() const { return secrets_; }

private:
    OpenAccounts(std::shared_ptr<app::accounts::AccountStore> store, app::accounts::Secrets secrets,
                 std::shared_ptr<app::Clock> clock);

    const std::shared_ptr<app::accounts::AccountStore> store_;
    const app::accounts::Secrets secrets_;
    const std::shared_ptr<app::Clock> clock_;
    app::accounts::Administration administration_;
};

}  // namespace heng::cli
