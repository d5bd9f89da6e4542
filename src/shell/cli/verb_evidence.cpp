/// @file
/// `heng evidence`: takes a file in as evidence, and says by which hash acts name it; or seals all
/// that is there with the key in use.
#include "app/blob_rules.hpp"
#include "shell/cli/store_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct EvidenceOptions {
    StoreOptions store;
    std::string file;
    bool is_reseal = false;
};

void seal_evidence(const EvidenceOptions& options, Context& context) {
    const auto place = evidence_place(options.store, context);
    if (!place) return;
    const auto count = value_or_report(context.surroundings.seal_evidence(*place), context);
    if (!count) return;
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "已用现用密钥加密的佐证文件："
                               : "files sealed with the key in use: ")
                        << *count << '\n';
}

void take_evidence(const EvidenceOptions& options, Context& context) {
    const auto bytes = value_or_report(context.surroundings.read_file(options.file), context);
    const auto evidence = bytes ? open_blobs(options.store, context) : nullptr;
    if (!evidence) return;
    const std::string_view all = *bytes;
    const auto upload = value_or_report(
        evidence->begin(app::type_of(all.substr(0, app::leading_bytes_max))), context);
    if (!upload) return;
    const auto added = (*upload)->add(all);
    if (!added) return report({added.error()}, context);
    const auto blob = value_or_report((*upload)->finish(), context);
    if (blob) context.streams.out << ledger::print_digest(blob->hash) << '\n';
}

}  // namespace

void add_evidence(CLI::App& program, Context& context) {
    auto options = std::make_shared<EvidenceOptions>();
    CLI::App* verb = program.add_subcommand(
        "evidence", "收存佐证文件，给出其哈希\nTake a file in as evidence, and print its hash");
    verb->add_option(
            "--db", options->store.db,
            "存储：sqlite:路径 或 postgresql://…\nthe store: sqlite:PATH or postgresql://…")
        ->required();
    add_evidence_option(*verb, options->store);
    CLI::Option* const file = verb->add_option("FILE", options->file,
                                               "PDF、OFD、JPEG 或 PNG 文件\nPDF, OFD, JPEG or PNG");
    CLI::Option* const reseal =
        verb->add_flag("--reseal", options->is_reseal,
                       "用现用密钥加密全部佐证文件\nseal all evidence with the key in use");
    file->excludes(reseal);
    verb->callback([options, &context] {
        if (options->is_reseal) return seal_evidence(*options, context);
        if (options->file.empty()) throw CLI::RequiredError("FILE");
        take_evidence(*options, context);
    });
}

}  // namespace heng::cli
