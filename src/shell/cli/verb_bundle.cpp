/// @file
/// `heng bundle`: one signed file that proves a ledger and its results.
#include "app/bundle.hpp"
#include "shell/cli/store_options.hpp"
#include "shell/cli/year_options.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct BundleOptions {
    StoreOptions store;
    std::string key;
    std::string out;
};

void bundle(const BundleOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    const std::string path =
        options.key.empty() ? path_beside(options.store, ".key.pem") : options.key;
    if (path.empty()) throw CLI::RequiredError("--key");
    const auto key = value_or_report(world.read_file(path), context);
    const auto opened = key ? open_store(options.store, context) : std::nullopt;
    const auto evidence = opened ? open_blobs(options.store, context) : nullptr;
    if (!evidence) return;
    const auto text = value_or_report(
        app::write_bundle(*opened->store, opened->tenant, *evidence, world.readers, world.signing,
                          *key, progress_to(context.streams, context.language)),
        context);
    if (!text) return;
    const auto written = world.write_file(options.out, *text);
    if (!written) return report({written.error()}, context);
    const bool zh = context.language == Language::zh;
    context.streams.out << (zh ? "已写出存证包 " : "wrote the bundle ") << options.out
                        << (zh ? "，公钥 " : ", public key ") << *world.signing.public_key(*key)
                        << '\n';
}

}  // namespace

void add_bundle(CLI::App& program, Context& context) {
    auto options = std::make_shared<BundleOptions>();
    CLI::App* verb = program.add_subcommand(
        "bundle", "写出存证包，供离线核验\nWrite a signed bundle that anyone can verify offline");
    add_store_options(*verb, options->store);
    add_evidence_option(*verb, options->store);
    verb->add_option("--key", options->key,
                     "市考核办私钥；默认与 SQLite 存储同目录\nthe office's private key; by default "
                     "beside an SQLite store");
    verb->add_option("--out", options->out, "写出的文件\nfile to write")->required();
    verb->callback([options, &context] { bundle(*options, context); });
}

}  // namespace heng::cli
