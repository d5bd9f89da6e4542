#include "shell/cli/year_options.hpp"

#include "shell/cli/terminal.hpp"

#include <chrono>
#include <ostream>
#include <thread>

namespace heng::cli {

namespace {

std::string_view stage_name(app::Stage stage, bool zh) {
    switch (stage) {
        case app::Stage::events: return zh ? "重放台账" : "replaying the ledger";
        case app::Stage::units: return zh ? "读取名单" : "reading units";
        case app::Stage::findings: return zh ? "读取扣分记录" : "reading findings";
        case app::Stage::scores: return zh ? "计分" : "scoring";
        case app::Stage::results: return zh ? "写出结果" : "writing results";
    }
    return {};
}

void report_rejection(const app::Rejection& rejection, Context& context) {
    report(rejection.issues, context);
    const std::size_t more = rejection.count - rejection.issues.size();
    const bool zh = context.language == Language::zh;
    std::ostream& err = context.streams.err;
    if (more > 0) {
        err << (zh ? "另有 " : "and ") << more << (zh ? " 处错误未列出。\n" : " more.\n");
    }
    err << (zh ? "共 " : "") << rejection.count
        << (zh ? " 处错误，未写出任何结果。\n" : " errors in all; nothing was written.\n");
}

}  // namespace

void add_year_options(CLI::App& verb, YearOptions& options) {
    verb.add_option("SCHEME", options.scheme, "方案的目录或文件\nfolder or file of the scheme")
        ->required();
    verb.add_option("--units", options.files.units,
                    "名单\nCSV: unit,domain,review,veto,serious[,name,fraud]")
        ->required();
    verb.add_option("--findings", options.files.findings,
                    "扣分记录\nCSV: unit,branch,value,status[,case,occurred_on,note]")
        ->required();
    verb.add_option(
        "--decisions", options.files.decisions,
        "市考核委研究确定的等次\nthe grades that people decided; CSV: unit,grade,reason");
    verb.add_option("--threads", options.threads,
                    "线程数，默认全部\nhow many threads, by default all")
        ->check(CLI::Range(1U, 256U));
}

unsigned threads_of(const YearOptions& options) {
    if (options.threads != 0) return options.threads;
    return std::max(1U, std::thread::hardware_concurrency());
}

app::Progress progress_to(Streams& streams, Language language) {
    if (!streams.err_is_terminal) return {};
    const auto begin = std::chrono::steady_clock::now();
    return [&streams, begin, zh = language == Language::zh](app::Stage stage, std::size_t done,
                                                            std::size_t total) {
        if (std::chrono::steady_clock::now() - begin < std::chrono::seconds(1)) return;
        const std::size_t percent = total == 0 ? 100 : done * 100 / total;
        streams.err << '\r' << stage_name(stage, zh) << ' ' << percent << "%   " << std::flush;
        if (stage == app::Stage::results && done == total) streams.err << '\n';
    };
}

std::optional<LoadedYear> load_year(const YearOptions& options, std::optional<std::string> watch,
                                    Context& context) {
    auto scheme = load_usable_scheme(options.scheme, context);
    if (!scheme) return std::nullopt;
    auto kept = std::make_unique<scheme::Scheme>(std::move(*scheme));
    const app::RunOptions run{threads_of(options), progress_to(context.streams, context.language),
                              std::move(watch)};
    auto year = context.formats.read_year(*kept, options.files, run);
    if (!year) {
        report_rejection(year.error(), context);
        return std::nullopt;
    }
    return LoadedYear{std::move(kept), std::move(*year)};
}

std::optional<std::size_t> find_unit(const app::Year& year, const YearOptions& options,
                                     const std::string& id, Context& context) {
    const auto unit = year.find(id);
    if (!unit) report({{Code::unit_unknown, {options.files.units, 0, 0, "--unit"}, {id}}}, context);
    return unit;
}

}  // namespace heng::cli
