/// @file
/// `heng book`: what a ledger holds as workbooks: score books with live formulas, findings, the
/// register, extracts of the ledger, and the templates of imports.
#include "core/act/perform.hpp"
#include "core/base/text.hpp"
#include "core/report/books.hpp"
#include "shell/cli/ledger_year.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct BookOptions {
    StoreOptions store;
    LedgerYearOptions year;
    std::string kind;
    std::string actor;
    std::string domain;
    std::string act;
    std::string sheet;
    std::string out;
};

/// What a book is made of: the state, and by whom it is looked at.
struct Source {
    const BookOptions& options;
    const app::Live& live;
    view::Scope scope;
    Context& context;
};

const std::array<std::string, 5> kinds{"scores", "findings", "register", "ledger", "template"};

tl::unexpected<Issues> unusable(const char* option, const std::string& value,
                                const std::string& why) {
    return tl::unexpected(Issues{{Code::argument_unusable, {}, {option, value, why}}});
}

std::optional<int> year_of(const Source& source) {
    const auto year = find_ledger_year(source.live, source.options.year, source.context);
    return year ? std::optional(year->cycle.year) : std::nullopt;
}

Checked<report::Book> make_score_book(const Source& source, int year) {
    return report::score_book(source.scope, year, source.options.domain,
                              {source.live.state.tenant, source.live.head},
                              source.context.language);
}

Checked<report::Book> make_finding_book(const Source& source, int year) {
    view::FindingFilter filter;
    if (!source.options.domain.empty()) filter.domain = source.options.domain;
    return report::finding_book(source.scope, year, filter, source.context.language);
}

Checked<report::Book> make_template(const Source& source) {
    const act::Act* const act = act::find_act(source.options.act);
    if (act == nullptr)
        return tl::unexpected(Issues{{Code::act_unknown, {}, {source.options.act}}});
    return report::template_book(*act, source.scope, source.context.language);
}

/// The events of the ledger up to the state that is looked at.
Checked<report::Book> make_ledger_book(const Source& source) {
    const auto opened = open_store(source.options.store, source.context);
    if (!opened) return tl::unexpected(Issues{});
    std::vector<ledger::SealedEvent> events;
    const std::int64_t last = source.live.head.seq;
    const auto read =
        app::for_each_event(*opened->store, opened->tenant, 1, [&](const ledger::SealedEvent& one) {
            if (one.seq <= last) events.push_back(one);
            return one.seq < last;
        });
    if (!read) return tl::unexpected(Issues{read.error()});
    return report::ledger_book(source.scope, events, source.context.language);
}

Checked<report::Book> make_book(const Source& source) {
    const std::string& kind = source.options.kind;
    if (kind == "register") return report::register_book(source.scope, source.context.language);
    if (kind == "ledger") return make_ledger_book(source);
    if (kind == "template") return make_template(source);
    const auto year = year_of(source);
    if (!year) return tl::unexpected(Issues{});  // reported
    return kind == "scores" ? make_score_book(source, *year) : make_finding_book(source, *year);
}

/// One sheet as a table; the first where none is named.
Checked<std::string> print_sheet(const Source& source, const report::Book& book) {
    const std::string& wanted = source.options.sheet;
    std::vector<std::string> names;
    for (const report::BookSheet& sheet : book.sheets) {
        if (wanted.empty() || sheet.name == wanted)
            return source.context.formats.print_sheet(sheet);
        names.push_back(sheet.name);
    }
    return unusable("--sheet", wanted, join(names, "、"));
}

Checked<std::string> print(const Source& source, const report::Book& book) {
    if (source.options.out.ends_with(".csv")) return print_sheet(source, book);
    auto bytes = source.context.formats.print_book(book);
    if (!bytes) return tl::unexpected(Issues{bytes.error()});
    return std::move(*bytes);
}

/// Whoever holds the store sees what the office sees, and the log.
Checked<cycle::Actor> actor_of(const BookOptions& options) {
    if (!options.actor.empty()) {
        auto actor = parse_actor(options.actor);
        if (!actor) return tl::unexpected(Issues{actor.error()});
        return std::move(*actor);
    }
    const bool is_log = options.kind == "ledger";
    return cycle::Actor{{}, is_log ? cycle::Capacity::audit_admin : cycle::Capacity::office, {}};
}

void write(const Source& source, const report::Book& book) {
    Context& context = source.context;
    const auto bytes = value_or_report(print(source, book), context);
    if (!bytes) return;
    const std::string& path = source.options.out;
    const auto written = context.surroundings.write_file(path, *bytes);
    if (!written) return report({written.error()}, context);
    const bool zh = context.language == Language::zh;
    if (path != "-") context.streams.out << (zh ? "已写出 " : "wrote ") << path << '\n';
}

void run_book(const BookOptions& options, Context& context) {
    const auto actor = value_or_report(actor_of(options), context);
    if (!actor) return;
    const auto live = replay_until(options.store, options.year.as_of, context);
    if (!live) return;
    const ledger::Date day = day_or_today(options.year.as_of, context);
    const Source source{options, *live, {live->state, live->rulebooks, *actor, day}, context};
    const auto book = value_or_report(make_book(source), context);
    if (book)
        write(source, *book);
    else
        context.exit_status = std::max(context.exit_status, exit_errors);
}

}  // namespace

void add_book(CLI::App& program, Context& context) {
    auto options = std::make_shared<BookOptions>();
    CLI::App* verb = program.add_subcommand(
        "book",
        "导出计分册、扣分记录、单位库、台账摘录和导入模板\n"
        "Write score books with live formulas, findings, the register, the ledger, and templates");
    verb->add_option("KIND", options->kind,
                     "scores 计分册，findings 扣分记录，register 单位库，ledger 台账摘录，template "
                     "导入模板\nscores, findings, register, ledger, template")
        ->required()
        ->check(CLI::IsMember(std::vector<std::string>(kinds.begin(), kinds.end())));
    add_store_options(*verb, options->store);
    add_ledger_year_options(*verb, options->year);
    verb->add_option("--domain", options->domain, "领域代号\nthe domain, by its id");
    verb->add_option("--act", options->act, "模板所导入的操作\nthe act that a template is for");
    verb->add_option("--as", options->actor,
                     "只含此人所能见：人员:身份:单位\nonly what this person sees: PERSON:ROLE:OF");
    verb->add_option("--sheet", options->sheet,
                     "写 CSV 时取哪一张表，默认第一张\nthe sheet that a CSV file takes, by default "
                     "the first");
    verb->add_option("--out", options->out,
                     "写出的 .xlsx 或 .csv 文件；- 为标准输出\nthe .xlsx or .csv file to write; - "
                     "for standard output")
        ->required();
    verb->callback([options, &context] {
        if (options->kind == "scores" && options->domain.empty())
            throw CLI::RequiredError("--domain");
        if (options->kind == "template" && options->act.empty()) throw CLI::RequiredError("--act");
        run_book(*options, context);
    });
}

}  // namespace heng::cli
