#pragma once
/// @file
/// What every verb gets, and the steps that several verbs share.
#include "app/formats.hpp"
#include "app/surroundings.hpp"
#include "shell/cli/cli.hpp"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace heng::cli {

constexpr int exit_done = 0;
constexpr int exit_errors = 1;
constexpr int exit_unreadable = 2;
constexpr int exit_bug = 3;

struct Context {
    const app::Formats& formats;
    const app::Surroundings& surroundings;
    Streams streams;
    Language language = Language::zh;
    int exit_status = exit_done;
};

/// Each adds its verb, with options and description, to `program`. The verb runs when it is parsed.
void add_check(CLI::App& program, Context& context);
void add_scheme(CLI::App& program, Context& context);
void add_clauses(CLI::App& program, Context& context);
void add_score(CLI::App& program, Context& context);
void add_explain(CLI::App& program, Context& context);
void add_whatif(CLI::App& program, Context& context);
void add_errors(CLI::App& program, Context& context);
void add_reference(CLI::App& program, Context& context);
void add_demo(CLI::App& program, Context& context);
void add_account(CLI::App& program, Context& context);
void add_init(CLI::App& program, Context& context);
void add_act(CLI::App& program, Context& context);
void add_paper(CLI::App& program, Context& context);
void add_show(CLI::App& program, Context& context);
void add_book(CLI::App& program, Context& context);
void add_bundle(CLI::App& program, Context& context);
void add_backup(CLI::App& program, Context& context);
void add_restore(CLI::App& program, Context& context);
void add_evidence(CLI::App& program, Context& context);
void add_export(CLI::App& program, Context& context);
void add_import(CLI::App& program, Context& context);
void add_verify(CLI::App& program, Context& context);
void add_serve(CLI::App& program, Context& context);

/// Prints issues, one below the other, and sets the exit status that they call for.
void report(const Issues& issues, Context& context);

/// The exit status that issues call for.
int exit_status(const Issues& issues);

/// The scheme if it can be used for scoring; else its errors have been reported.
std::optional<scheme::Scheme> load_usable_scheme(const std::string& path, Context& context);

}  // namespace heng::cli
