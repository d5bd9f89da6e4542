#include "shell/cli/cli.hpp"

#include "app/check_scheme.hpp"
#include "core/base/invariant.hpp"
#include "core/scheme/check.hpp"
#include "shell/cli/terminal.hpp"
#include "shell/cli/verb.hpp"

#include <algorithm>
#include <ostream>

namespace heng::cli {

namespace {

/// Codes of input that could not be read at all, as against input that is wrong.
bool is_unreadable(const Error& issue) {
    switch (issue.code) {
        case Code::file_unreadable:
        case Code::text_not_utf8:
        case Code::yaml_syntax:
        case Code::yaml_too_large:
        case Code::argument_unusable:
        case Code::store_address_unknown:
        case Code::store_unreachable:
        case Code::office_file_malformed:
        case Code::office_file_refused:
        case Code::office_file_too_large:
        case Code::import_kind_unknown: return true;
        default: return false;
    }
}

void add_language(CLI::App& program, Context& context) {
    program
        .add_option_function<std::string>(
            "--lang",
            [&context](const std::string& text) {
                context.language = text == "en" ? Language::en : Language::zh;
            },
            "输出语言：zh 中文，en 英文\nlanguage of what is printed")
        ->check(CLI::IsMember({"zh", "en"}))
        ->default_str("zh");
}

/// What is wrong with the arguments. CLI11 words it in English; what people meet most is put into
/// Chinese.
std::string usage_error(const CLI::ParseError& error, Language language) {
    std::string what = error.what();
    if (language == Language::en) return what + "\nSee heng --help, or heng VERB --help.\n";
    constexpr std::string_view required = " is required";
    if (error.get_name() == "RequiredError" && what.ends_with(required)) {
        what.resize(what.size() - required.size());
        what = what == "A subcommand" ? "缺少命令，或命令有误" : "缺少 " + what;
    } else if (error.get_name() == "ExtrasError") {
        what = "有多余或不认识的参数：" + what.substr(what.find(": ") + 2);
    } else {
        what = "参数有误：" + what;
    }
    return what + "\n请用 heng --help 或 heng 命令 --help 查看用法。\n";
}

}  // namespace

int exit_status(const Issues& issues) {
    if (std::any_of(issues.begin(), issues.end(), is_unreadable)) return exit_unreadable;
    return has_errors(issues) ? exit_errors : exit_done;
}

void report(const Issues& issues, Context& context) {
    for (const Error& issue : issues) {
        context.streams.err << print_issue(issue, context.language) << '\n';
    }
    context.exit_status = std::max(context.exit_status, exit_status(issues));
}

std::optional<scheme::Scheme> load_usable_scheme(const std::string& path, Context& context) {
    Checked<scheme::Scheme> loaded = context.formats.load_scheme(path);
    if (!loaded) {
        report(loaded.error(), context);
        return std::nullopt;
    }
    const Issues issues = scheme::check_structure(*loaded);
    if (has_errors(issues)) {
        report(issues, context);
        return std::nullopt;
    }
    return std::move(*loaded);
}

int run(int argc, const char* const* argv, const app::Formats& formats,
        const app::Surroundings& surroundings, Streams streams) {
    Context context{formats, surroundings, streams, Language::zh, exit_done};
    CLI::App program(
        "衡：把考核办法变成任何人都能核对的程序\n"
        "heng: an assessment regulation as a program that anyone can check",
        "heng");
    program.set_version_flag("--version", HENG_VERSION);
    program.require_subcommand(1);
    program.fallthrough();
    add_language(program, context);
    add_check(program, context);
    add_scheme(program, context);
    add_clauses(program, context);
    add_score(program, context);
    add_explain(program, context);
    add_whatif(program, context);
    add_errors(program, context);
    add_reference(program, context);
    add_demo(program, context);
    add_init(program, context);
    add_account(program, context);
    add_act(program, context);
    add_show(program, context);
    add_paper(program, context);
    add_verify(program, context);
    add_serve(program, context);
    add_book(program, context);
    add_bundle(program, context);
    add_backup(program, context);
    add_restore(program, context);
    add_evidence(program, context);
    add_export(program, context);
    add_import(program, context);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() != 0) {
            streams.err << usage_error(error, context.language);
            return exit_unreadable;
        }
        program.exit(error, streams.out, streams.err);
        return exit_done;
    } catch (const BrokenInvariant& bug) {
        streams.err << "heng: a bug of this program, nothing was written: " << bug.what() << '\n';
        return exit_bug;
    }
    return context.exit_status;
}

}  // namespace heng::cli
