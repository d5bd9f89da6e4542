#include "shell/cli/account_options.hpp"

namespace heng::cli {

void add_vault_option(CLI::App& verb, std::string& vault) {
    verb.add_option(
        "--vault", vault,
        "账号加密密钥文件；默认与 SQLite 存储同目录\nfile of the keys that accounts are "
        "sealed with; by default beside an SQLite store");
}

std::string vault_of(const StoreOptions& store, const std::string& vault, Context& context) {
    const std::string path = vault.empty() ? path_beside(store, ".vault.key") : vault;
    if (path.empty())
        report({{Code::argument_unusable, {}, {"--vault", "", "name a file"}}}, context);
    return path;
}

OpenAccounts::OpenAccounts(std::shared_ptr<app::accounts::AccountStore> store,
                           app::accounts::Secrets secrets, std::shared_ptr<app::Clock> clock)
    : store_(std::move(store)),
      secrets_(std::move(secrets)),
      clock_(std::move(clock)),
      administration_({*store_, secrets_, *clock_, {}, {}}) {}

std::unique_ptr<OpenAccounts> OpenAccounts::open(const StoreOptions& store,
                                                 const std::string& vault, app::Opening opening,
                                                 Context& context) {
    const std::string key_file = vault_of(store, vault, context);
    if (key_file.empty()) return nullptr;
    auto secrets = value_or_report(
        context.surroundings.open_secrets(key_file, opening, app::PasswordHash::argon2id), context);
    if (!secrets) return nullptr;
    auto opened = value_or_report(context.surroundings.open_accounts(store.db, opening), context);
    if (!opened) return nullptr;
    return std::unique_ptr<OpenAccounts>(
        new OpenAccounts(std::move(*opened), std::move(*secrets), context.surroundings.clock));
}

}  // namespace heng::cli
