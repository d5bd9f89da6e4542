/// @file
/// `heng backup` and `heng restore`: a ledger, its evidence and accounts in one file, and back.
#include "app/backup_file.hpp"
#include "shell/cli/store_options.hpp"
#include "shell/cli/year_options.hpp"

#include <fstream>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct BackupOptions {
    StoreOptions store;
    std::string file;
};

void print_done(const char* zh, const char* en, const ledger::Head& head, Context& context) {
    context.streams.out << (context.language == Language::zh ? zh : en) << print_head(head) << '\n';
}

std::shared_ptr<app::accounts::AccountStore> open_accounts(const BackupOptions& options,
                                                           app::Opening opening, Context& context) {
    return value_or_report(context.surroundings.open_accounts(options.store.db, opening), context)
        .value_or(nullptr);
}

void backup(const BackupOptions& options, Context& context) {
    const auto opened = open_store(options.store, context);
    const auto evidence = opened ? open_blobs(options.store, context) : nullptr;
    if (!evidence) return;
    const auto accounts = open_accounts(options, app::Opening::existing, context);
    if (!accounts) return;
    const auto head = value_or_report(
        app::write_backup_file(context.surroundings, {*opened->store, *accounts, *evidence},
                               opened->tenant, options.file,
                               progress_to(context.streams, context.language)),
        context);
    if (head) print_done("已备份，链头 ", "backed up, head ", *head, context);
}

void restore(const BackupOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    std::ifstream in(options.file, std::ios::binary);
    if (!in) return report({{Code::file_unreadable, {}, {options.file}}}, context);
    const auto store =
        value_or_report(world.open_store(options.store.db, app::Opening::may_create), context);
    const auto evidence = store ? open_blobs(options.store, context) : nullptr;
    if (!evidence) return;
    const auto accounts = open_accounts(options, app::Opening::may_create, context);
    if (!accounts) return;
    const auto head = value_or_report(
        in_file(options.file,
                app::restore_backup(in, {**store, *accounts, *evidence}, world.readers,
                                    progress_to(context.streams, context.language))),
        context);
    if (head) print_done("已恢复，链头 ", "restored, head ", *head, context);
}

}  // namespace

void add_backup(CLI::App& program, Context& context) {
    auto options = std::make_shared<BackupOptions>();
    CLI::App* verb = program.add_subcommand("backup",
                                            "备份台账、佐证和账号到一个文件\nBack up a ledger, its "
                                            "evidence and accounts into one file");
    add_store_options(*verb, options->store);
    add_evidence_option(*verb, options->store);
    verb->add_option("--out", options->file, "写出的文件\nfile to write")->required();
    verb->callback([options, &context] { backup(*options, context); });
}

void add_restore(CLI::App& program, Context& context) {
    auto options = std::make_shared<BackupOptions>();
    CLI::App* verb = program.add_subcommand(
        "restore", "从备份恢复到空的存储\nRestore a backup into an empty store");
    verb->add_option(
            "--db", options->store.db,
            "存储：sqlite:路径 或 postgresql://…\nthe store: sqlite:PATH or postgresql://…")
        ->required();
    add_evidence_option(*verb, options->store);
    verb->add_option("FILE", options->file, "备份文件\nthe backup")->required();
    verb->callback([options, &context] { restore(*options, context); });
}

}  // namespace heng::cli
