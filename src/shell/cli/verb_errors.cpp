/// @file
/// `heng errors`: the catalogue of all messages, as docs/errors.md has it.
#include "shell/cli/verb.hpp"

#include <ostream>

namespace heng::cli {

void add_errors(CLI::App& program, Context& context) {
    CLI::App* verb =
        program.add_subcommand("errors", "列出全部错误和提示\nList every error and warning");
    verb->callback([&context] {
        std::ostream& out = context.streams.out;
        out << "# Errors and warnings\n\nPrinted by `heng errors`; {0}, {1} stand for the "
               "particulars, {w0} for one in Chinese words.\n\n"
               "| code | kind | 说明 | 处理 | message | remedy |\n| --- | --- | --- | --- | --- | "
               "--- |\n";
        for (const CatalogueEntry& known : catalogue()) {
            const bool is_error = known.severity == Severity::error;
            out << "| `" << known.id << "` | " << (is_error ? "error" : "warning") << " | "
                << known.zh << " | " << known.remedy_zh << " | " << known.en << " | "
                << known.remedy_en << " |\n";
        }
    });
}

}  // namespace heng::cli
