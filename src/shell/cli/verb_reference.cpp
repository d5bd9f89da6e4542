/// @file
/// `heng acts`, `heng permissions` and `heng settings`: the pages docs/reference/acts.md and
/// permissions.md, and docs/operate/settings.md. `heng act-schemas`: the end of api/openapi.yaml.
#include "app/settings.hpp"
#include "core/report/act_reference.hpp"
#include "core/report/act_schemas.hpp"
#include "core/report/markdown.hpp"
#include "shell/cli/verb.hpp"

#include <ostream>

namespace heng::cli {

namespace {

void add_page(CLI::App& program, Context& context, const std::string& verb,
              const std::string& description, report::Document (*page)()) {
    program.add_subcommand(verb, description)->callback([&context, page] {
        context.streams.out << report::print_markdown(page());
    });
}

}  // namespace

void add_reference(CLI::App& program, Context& context) {
    add_page(program, context, "acts", "列出全部操作及其填写项\nList every act and its fields",
             report::act_reference);
    add_page(program, context, "permissions", "列出各身份的权限\nList who may do what",
             report::permission_reference);
    add_page(program, context, "settings",
             "列出服务器的全部设置项\nList every setting of the server", app::settings_reference);
    program
        .add_subcommand("act-schemas",
                        "列出全部操作的数据结构\nList every act as a JSON schema, in YAML")
        ->callback([&context] { context.streams.out << report::act_schemas(); });
}

}  // namespace heng::cli
