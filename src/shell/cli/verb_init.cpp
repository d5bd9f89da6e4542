/// @file
/// `heng init`: opens a tenant's ledger with its three administrators and their accounts, and makes
/// the office's key.
#include "app/accounts/password_rules.hpp"
#include "shell/cli/account_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct InitOptions {
    StoreOptions store;
    std::string algorithm = "sm3";
    std::string system_admin;
    std::string security_admin;
    std::string audit_admin;
    std::string day;
    std::string key;
    std::string vault;
};

/// Opens the ledger and performs its first act; nothing of it stays if the act is refused.
std::optional<app::Receipt> found(const InitOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    const auto store =
        value_or_report(world.open_store(options.store.db, app::Opening::may_create), context);
    const auto hash = value_or_report(
        world.readers.make_hash(*ledger::parse_algorithm(options.algorithm)), context);
    if (!store || !hash) return std::nullopt;
    const ledger::Date today = day_or_today(options.day, context);
    const act::Actor actor{options.system_admin, cycle::Capacity::system_admin, {}};
    const act::Command command{"found",
                               {{"system_admin", options.system_admin},
                                {"security_admin", options.security_admin},
                                {"audit_admin", options.audit_admin}}};
    const auto possible = value_or_report(
        act::perform({cycle::State{}, {}, actor, today, 2, nullptr, nullptr}, command), context);
    if (!possible) return std::nullopt;
    const auto opened = value_or_report(
        app::open_ledger(**store, {options.store.tenant, options.system_admin, today}, *hash,
                         *world.clock),
        context);
    if (!opened) return std::nullopt;
    const auto desk = open_desk({*store, options.store.tenant}, context);
    if (!desk) return std::nullopt;
    return value_or_report(desk->perform(actor, command, today), context);
}

/// Makes the key first: a ledger whose office cannot sign would be half a thing.
bool make_key(const std::string& path, Context& context) {
    const auto key = value_or_report(context.surroundings.signing.make_key(), context);
    if (!key) return false;
    const auto written = context.surroundings.write_secret(path, *key);
    if (!written) report({written.error()}, context);
    return written.has_value();
}

/// An administrator, and what he signs in with at first.
struct FirstAccount {
    cycle::Capacity as = cycle::Capacity::system_admin;
    app::accounts::NewAccount account;
    std::string password;
};

/// Named like the person, or by the post where a person's id can be no name.
app::accounts::NewAccount account_of(cycle::Capacity as, const cycle::PersonId& person) {
    const std::string post(cycle::name(as));
    return {app::accounts::check_account_name(person) ? person : post, person};
}

/// Nothing is preset: each password is made here, and told once (SEC-1).
std::optional<std::vector<FirstAccount>> make_accounts(const InitOptions& options,
                                                       OpenAccounts& accounts, Context& context) {
    const std::pair<cycle::Capacity, const std::string*> people[] = {
        {cycle::Capacity::system_admin, &options.system_admin},
        {cycle::Capacity::security_admin, &options.security_admin},
        {cycle::Capacity::audit_admin, &options.audit_admin}};
    const auto here = app::accounts::at_the_machine(options.store.tenant);
    std::vector<FirstAccount> out;
    for (const auto& [as, person] : people) {
        const auto account = account_of(as, *person);
        auto password = value_or_report(accounts.administration().create(here, account), context);
        if (!password) return std::nullopt;
        out.push_back({as, account, std::move(*password)});
    }
    return out;
}

void print_accounts(const std::vector<FirstAccount>& accounts, Context& context) {
    std::ostream& out = context.streams.out;
    out << (context.language == Language::zh
                ? "三员账号及一次性口令，只显示这一次，首次登录须修改口令并绑定动态口令："
                : "accounts of the administrators, with passwords for one use, shown this once:")
        << '\n';
    for (const FirstAccount& one : accounts)
        out << "  " << cycle::name(one.as) << ' ' << one.account.name << ' ' << one.password
            << '\n';
}

void init(const InitOptions& options, Context& context) {
    const std::string key =
        options.key.empty() ? path_beside(options.store, ".key.pem") : options.key;
    if (key.empty()) throw CLI::RequiredError("--key");
    if (vault_of(options.store, options.vault, context).empty()) return;
    if (!make_key(key, context)) return;
    const auto receipt = found(options, context);
    if (!receipt) {
        context.surroundings.remove_file(key);
        return;
    }
    const auto accounts =
        OpenAccounts::open(options.store, options.vault, app::Opening::may_create, context);
    const auto made = accounts ? make_accounts(options, *accounts, context) : std::nullopt;
    if (!made) return;  // the ledger is open; heng account makes what is missing
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "已建立台账 " : "opened the ledger of ") << options.store.tenant
                        << (zh ? "，链头 " : ", head ") << print_head(receipt->head) << '\n'
                        << (zh ? "签名密钥：" : "signing key: ") << key << '\n'
                        << (zh ? "账号密钥：" : "key of the accounts: ")
                        << vault_of(options.store, options.vault, context) << '\n';
    print_accounts(*made, context);
}

}  // namespace

void add_init(CLI::App& program, Context& context) {
    auto options = std::make_shared<InitOptions>();
    CLI::App* verb = program.add_subcommand(
        "init",
        "建立台账，设立三员及其账号，生成密钥\nOpen a ledger, with its administrators and keys");
    add_store_options(*verb, options->store);
    verb->get_option("--tenant")->required();
    verb->add_option("--algorithm", options->algorithm,
                     "台账的哈希算法：sm3 或 sha256\nhash of the chain: sm3 or sha256")
        ->check(CLI::IsMember({"sm3", "sha256"}))
        ->default_str("sm3");
    verb->add_option("--system-admin", options->system_admin,
                     "系统管理员的人员编号\nid of a person")
        ->required();
    verb->add_option("--security-admin", options->security_admin,
                     "安全管理员的人员编号\nid of another")
        ->required();
    verb->add_option("--audit-admin", options->audit_admin, "审计管理员的人员编号\nid of a third")
        ->required();
    verb->add_option("--on", options->day,
                     "办理日期，默认当日\nthe day it happens on, by default today")
        ->check(check_day);
    verb->add_option("--key", options->key,
                     "市考核办私钥的存放文件；默认与 SQLite 存储同目录\nfile for the office's "
                     "private key; by default beside an SQLite store");
    add_vault_option(*verb, options->vault);
    verb->callback([options, &context] { init(*options, context); });
}

}  // namespace heng::cli
