/// @file
/// `heng init`: opens a tenant's ledger with its three administrators, and makes the office's key.
#include "shell/cli/store_options.hpp"

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

void init(const InitOptions& options, Context& context) {
    const std::string key =
        options.key.empty() ? path_beside(options.store, ".key.pem") : options.key;
    if (key.empty()) throw CLI::RequiredError("--key");
    if (!make_key(key, context)) return;
    const auto receipt = found(options, context);
    if (!receipt) {
        context.surroundings.remove_file(key);
        return;
    }
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "已建立台账 " : "opened the ledger of ") << options.store.tenant
                        << (zh ? "，链头 " : ", head ") << print_head(receipt->head) << '\n'
                        << (zh ? "签名密钥：" : "signing key: ") << key << '\n';
}

}  // namespace

void add_init(CLI::App& program, Context& context) {
    auto options = std::make_shared<InitOptions>();
    CLI::App* verb = program.add_subcommand(
        "init", "建立台账，设立三员，生成签名密钥\nOpen a ledger, with its administrators and key");
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
    verb->callback([options, &context] { init(*options, context); });
}

}  // namespace heng::cli
