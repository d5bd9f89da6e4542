/// @file
/// `heng verify`: whether a ledger holds, in a store or in a bundle.
#include "app/bundle.hpp"
#include "shell/cli/store_options.hpp"
#include "shell/cli/year_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct VerifyOptions {
    StoreOptions store;
    std::string known;
    std::string file;
    std::string key;
};

void print_holds(const std::string& tenant, const ledger::Head& head, Context& context) {
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "台账完好：" : "the ledger holds: ") << tenant
                        << (zh ? "，事件 " : ", events ") << head.seq
                        << (zh ? "，链头 " : ", head ") << print_head(head) << '\n';
}

void verify_store(const VerifyOptions& options, Context& context) {
    const auto opened = open_store(options.store, context);
    if (!opened) return;
    app::Extent extent;
    if (!options.known.empty()) {
        extent.known = value_or_report(parse_head(options.known), context);
        if (!extent.known) return;
    }
    const auto live = value_or_report(
        in_file(options.store.db,
                app::replay_store(*opened->store, opened->tenant, context.surroundings.readers,
                                  extent, progress_to(context.streams, context.language))),
        context);
    if (live) print_holds(opened->tenant, live->head, context);
}

void print_proof(const app::Verified& verified, Context& context) {
    const bool zh = context.language == Language::zh;
    std::ostream& out = context.streams.out;
    print_holds(verified.tenant, verified.head, context);
    out << (zh ? "佐证 " : "evidence ") << verified.evidence << (zh ? "，文书 " : ", documents ")
        << verified.documents << (zh ? "，结果行 " : ", result rows ") << verified.results
        << (zh ? "，已公布结果 " : ", published results ") << verified.published
        << (zh ? "，均与重新计算一致\n" : ", all as computed again\n")
        << (zh ? "签名公钥 " : "signed by the key ") << verified.public_key << '\n';
}

void verify_file(const VerifyOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    const auto text = value_or_report(world.read_file(options.file), context);
    if (!text) return;
    const auto verified = value_or_report(
        in_file(options.file, app::verify_bundle(*text, world.readers, world.signing,
                                                 progress_to(context.streams, context.language))),
        context);
    if (!verified) return;
    print_proof(*verified, context);
    if (!options.key.empty() && options.key != verified->public_key)
        report({{Code::argument_unusable,
                 {options.file, 0, 0, {}},
                 {"--office-key", options.key, "the bundle is signed by another key"}}},
               context);
}

}  // namespace

void add_verify(CLI::App& program, Context& context) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App* verb = program.add_subcommand(
        "verify", "核验台账是否完好，指出第一处不符\nVerify a ledger, naming what is wrong first");
    add_store_options(*verb, options->store);
    verb->get_option("--db")->required(false);
    verb->add_option("FILE", options->file, "存证包，与 --db 二选一\na bundle, instead of --db");
    verb->add_option("--office-key", options->key,
                     "存证包应由其签名的市考核办公钥\nof a bundle: the office's public key");
    verb->add_option("--known", options->known,
                     "另行留存的台账末端，序号:哈希\na head noted elsewhere, SEQ:HASH");
    verb->callback([options, &context] {
        if (options->file.empty() == options->store.db.empty())
            throw CLI::RequiredError("either --db or FILE");
        if (options->file.empty())
            verify_store(*options, context);
        else
            verify_file(*options, context);
    });
}

}  // namespace heng::cli
