/// @file
/// `heng scheme show`: the whole resolved scheme, for other programs or as files.
#include "shell/cli/verb.hpp"

#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct ShowOptions {
    std::string scheme;
    bool json = false;
};

void show(const ShowOptions& options, Context& context) {
    Checked<scheme::Scheme> loaded = context.formats.load_scheme(options.scheme);
    if (!loaded) {
        report(loaded.error(), context);
        return;
    }
    std::ostream& out = context.streams.out;
    if (options.json) {
        out << context.formats.scheme_json(*loaded) << '\n';
        return;
    }
    for (const auto& [file, text] : context.formats.print_scheme(*loaded)) {
        out << "# " << file << '\n' << text << '\n';
    }
}

}  // namespace

void add_scheme(CLI::App& program, Context& context) {
    CLI::App* group = program.add_subcommand("scheme", "查看方案\nLook at a scheme");
    group->require_subcommand(1);
    auto options = std::make_shared<ShowOptions>();
    CLI::App* verb = group->add_subcommand("show", "输出整个方案\nPrint the whole scheme");
    verb->add_option("SCHEME", options->scheme, "方案的目录或文件\nfolder or file of the scheme")
        ->required();
    verb->add_flag("--json", options->json,
                   "输出一份 JSON，不输出 YAML 文件\nas one JSON document instead of YAML files");
    verb->callback([options, &context] { show(*options, context); });
}

}  // namespace heng::cli
