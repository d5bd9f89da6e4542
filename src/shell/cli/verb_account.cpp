/// @file
/// `heng account`: what the administrator at the machine does about accounts. Whoever works there
/// has the store and its key; the trail calls him `console`.
#include "app/accounts/record_bodies.hpp"
#include "app/accounts/trail.hpp"
#include "core/report/words.hpp"
#include "shell/cli/account_options.hpp"
#include "shell/cli/terminal.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

namespace accounts = app::accounts;

struct AccountOptions {
    StoreOptions store;
    std::string vault;
    std::string name;
    std::string person;
    bool authenticator = false;
    bool identity = false;
    std::int64_t from = 1;
};

/// What an action works with.
struct Work {
    OpenAccounts& accounts;
    const AccountOptions& options;
    const Opened& ledger;
    Context& context;

    accounts::Administration& administration() const { return accounts.administration(); }
    accounts::Administrator here() const { return accounts::at_the_machine(ledger.tenant); }
};

using Action = void (*)(const Work& work);

void report_or_say(const Result<void>& done, const Work& work) {
    if (!done) return report({done.error()}, work.context);
    work.context.streams.out << (work.context.language == Language::zh ? "已办理：" : "done: ")
                             << work.options.name << '\n';
}

void print_password(const Result<std::string>& password, const Work& work) {
    if (!password) return report({password.error()}, work.context);
    work.context.streams.out << (work.context.language == Language::zh
                                     ? "一次性口令，只显示这一次："
                                     : "password for one use, shown this once: ")
                             << *password << '\n';
}

std::string print_minute(const std::optional<ledger::Instant>& at) {
    if (!at) return std::string(report::not_applicable);
    return ledger::print_instant(*at).substr(0, 16) + 'Z';
}

std::string state_of(const accounts::AccountRow& row) {
    if (row.disabled != accounts::Disabled::no) return std::string(accounts::name(row.disabled));
    if (row.locked_until) return "locked";
    return row.must_change ? "must_change" : "enabled";
}

void list(const Work& work) {
    const auto rows = value_or_report(work.administration().list(work.here()), work.context);
    if (!rows) return;
    const report::Words words(work.context.language);
    report::Table table{words("账号", "Accounts"),
                        {{words("账号名", "name")},
                         {words("人员", "person")},
                         {words("状态", "state")},
                         {words("动态口令", "authenticator")},
                         {words("演示", "demo")},
                         {words("最近登录", "last seen")}},
                        {}};
    for (const accounts::AccountRow& row : *rows)
        table.rows.push_back({row.name, row.person, state_of(row),
                              row.has_authenticator ? words("是", "yes") : words("否", "no"),
                              row.is_demo ? words("是", "yes") : words("否", "no"),
                              print_minute(row.last_seen)});
    work.context.streams.out << print_document({{std::move(table)}});
}

void create(const Work& work) {
    const auto desk = open_desk(work.ledger, work.context);
    if (!desk) return;
    const bool is_known = desk->read([&](const app::Live& live) {
        return live.state.units_and_people.find_person(work.options.person) != nullptr;
    });
    if (!is_known)
        return report({{Code::record_unknown, {}, {"人员", "person", work.options.person}}},
                      work.context);
    print_password(
        work.administration().create(work.here(), {work.options.name, work.options.person}), work);
}

void reset(const Work& work) {
    if (work.options.authenticator)
        return report_or_say(
            work.administration().reset_authenticator(work.here(), work.options.name), work);
    if (work.options.identity)
        return report_or_say(work.administration().unlink_identity(work.here(), work.options.name),
                             work);
    print_password(work.administration().reset_password(work.here(), work.options.name), work);
}

void approve(const Work& work) {
    report_or_say(work.administration().approve(work.here(), work.options.name), work);
}
void disable(const Work& work) {
    report_or_say(work.administration().disable(work.here(), work.options.name), work);
}
void enable(const Work& work) {
    report_or_say(work.administration().enable(work.here(), work.options.name), work);
}
void unlock(const Work& work) {
    report_or_say(work.administration().unlock(work.here(), work.options.name), work);
}

void print_trail(const std::vector<accounts::TrailEntry>& page, std::ostream& out) {
    for (const accounts::TrailEntry& entry : page)
        out << entry.seq << ' ' << ledger::print_instant(entry.at) << ' ' << entry.actor << ' '
            << entry.matter << ' ' << (entry.account.empty() ? "-" : entry.account) << ' '
            << (entry.outcome == accounts::Outcome::done ? "done" : "refused")
            << (entry.detail.empty() ? "" : " " + entry.detail)
            << (entry.remote.empty() ? "" : " from " + entry.remote) << '\n';
}

/// The whole trail is verified, whatever part of it is printed.
void trail(const Work& work) {
    constexpr std::size_t page_size = 500;
    for (std::int64_t from = work.options.from;;) {
        const auto page = value_or_report(work.administration().trail(work.here(), from, page_size),
                                          work.context);
        if (!page) return;
        if (page->empty()) break;
        print_trail(*page, work.context.streams.out);
        from = page->back().seq + 1;
    }
    const auto whole = value_or_report(
        accounts::verify_trail(work.accounts.store(), work.accounts.secrets(), work.ledger.tenant),
        work.context);
    if (whole)
        work.context.streams.out << (work.context.language == Language::zh
                                         ? "审计记录完好，共 "
                                         : "the trail holds, entries: ")
                                 << *whole << '\n';
}

void reseal(const Work& work) {
    const auto count =
        value_or_report(accounts::Records(work.accounts.store(), work.accounts.secrets())
                            .reseal(work.ledger.tenant),
                        work.context);
    if (count)
        work.context.streams.out << (work.context.language == Language::zh
                                         ? "已用新密钥重新加密："
                                         : "sealed anew with the key in use: ")
                                 << *count << '\n';
}

void run(const AccountOptions& options, Context& context, Action action) {
    const auto ledger = open_store(options.store, context);
    const auto opened =
        ledger ? OpenAccounts::open(options.store, options.vault, app::Opening::existing, context)
               : nullptr;
    if (opened) action({*opened, options, *ledger, context});
}

void add_new_key(CLI::App& group, Context& context) {
    auto options = std::make_shared<AccountOptions>();
    CLI::App* verb = group.add_subcommand(
        "new-key",
        "启用新的加密密钥，旧密钥仍可解密\nTake a new key into use; the old ones still open");
    add_store_options(*verb, options->store);
    add_vault_option(*verb, options->vault);
    verb->callback([options, &context] {
        const std::string file = vault_of(options->store, options->vault, context);
        if (file.empty()) return;
        const auto added = context.surroundings.add_vault_key(file);
        if (!added) return report({added.error()}, context);
        context.streams.out << (context.language == Language::zh ? "已启用新密钥："
                                                                 : "new key in: ")
                            << file << '\n';
    });
}

}  // namespace

void add_account(CLI::App& program, Context& context) {
    CLI::App* group = program.add_subcommand("account", "管理账号\nLook after accounts");
    group->require_subcommand(1);
    const auto add = [&](const char* name, const char* description, Action action) {
        auto options = std::make_shared<AccountOptions>();
        CLI::App* verb = group->add_subcommand(name, description);
        add_store_options(*verb, options->store);
        add_vault_option(*verb, options->vault);
        verb->callback([options, &context, action] { run(*options, context, action); });
        return std::pair(verb, options);
    };
    const auto add_about_one = [&](const char* name, const char* description, Action action) {
        const auto made = add(name, description, action);
        made.first->add_option("NAME", made.second->name, "账号名\nname of the account")
            ->required();
        return made;
    };
    add("list", "账号清单\nList the accounts", list);
    const auto made = add_about_one(
        "create", "新建账号，给出一次性口令\nMake an account, and print its password", create);
    made.first->add_option("--person", made.second->person, "人员编号\nid of the person it is for")
        ->required();
    const auto reset_verb = add_about_one(
        "reset", "重置口令，给出一次性口令\nGive a new password, and print it", reset);
    reset_verb.first->add_flag("--authenticator", reset_verb.second->authenticator,
                               "改为解除动态口令绑定\ntake the authenticator away instead");
    reset_verb.first->add_flag("--identity", reset_verb.second->identity,
                               "改为解除统一身份绑定\nundo the link to an identity instead");
    add_about_one("approve", "批准新建的账号\nApprove a new account", approve);
    add_about_one("disable", "停用账号，结束其会话\nDisable an account, and end its sessions",
                  disable);
    add_about_one("enable", "启用账号\nEnable an account", enable);
    add_about_one("unlock", "解除锁定\nForget the failures to sign in", unlock);
    const auto trail_verb =
        add("trail", "审计记录，并核对其完整\nPrint the audit trail, and verify it", trail);
    trail_verb.first
        ->add_option("--from", trail_verb.second->from, "从第几条起\nnumber of the first entry")
        ->capture_default_str();
    add_new_key(*group, context);
    add("reseal", "用新密钥重新加密\nSeal everything anew with the key in use", reseal);
}

}  // namespace heng::cli
