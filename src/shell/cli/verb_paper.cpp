/// @file
/// `heng paper`: the official documents of a year, listed, printed, or written as DOCX and PDF.
#include "app/papers.hpp"
#include "core/base/text.hpp"
#include "core/report/words.hpp"
#include "shell/cli/ledger_year.hpp"
#include "shell/cli/terminal.hpp"

#include <algorithm>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct PaperOptions {
    StoreOptions store;
    LedgerYearOptions year;
    std::vector<std::string> documents;
    std::string form;
    std::string out;
    std::vector<std::string> formats{"docx", "pdf"};
};

std::optional<paper::Template> read_form(const PaperOptions& options, Context& context) {
    if (options.form.empty()) return paper::Template();
    const app::Surroundings& world = context.surroundings;
    const auto text = value_or_report(world.read_file(options.form), context);
    if (!text) return std::nullopt;
    return value_or_report(world.papers.read_template(options.form, *text), context);
}

/// Those asked for in ledger order, or all of the year; nothing after `document_absent`.
std::optional<std::vector<cycle::Document>> wanted_of(const LedgerYear& year,
                                                      const PaperOptions& options,
                                                      Context& context) {
    if (options.documents.empty()) return year.cycle.documents.all;
    std::vector<cycle::Document> out;
    Issues issues;
    for (const std::string& text : options.documents) {
        const auto name = app::parse_document_name(year.cycle.year, text);
        const auto found = name ? app::find_document(year.state, *name)
                                : refuse(Code::document_absent, {}, {text});
        if (found)
            out.push_back(**found);
        else
            issues.push_back(found.error());
    }
    if (!issues.empty()) {
        report(issues, context);
        return std::nullopt;
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const auto& a, const auto& b) { return a.event < b.event; });
    return out;
}

void list_documents(const std::vector<app::IssuedPaper>& papers, Context& context) {
    const report::Words words(context.language);
    report::Table table{words("文书", "Documents"),
                        {{words("编号", "id")},
                         {words("发文字号", "number")},
                         {words("文种", "type")},
                         {words("日期", "date")},
                         {words("题名", "title")},
                         {words("主送", "to")}},
                        {}};
    for (const app::IssuedPaper& one : papers)
        table.rows.push_back({app::print_document_name(one.document), one.paper.number,
                              one.paper.type, ledger::print_date(one.document.issued_on),
                              paper::title_of(one.paper), join(one.paper.to, "，")});
    context.streams.out << print_document({{std::move(table)}});
}

/// Writes one paper in every format asked for. @returns whether that went well.
bool write_paper(const paper::Paper& paper, const paper::Template& form,
                 const PaperOptions& options, Context& context) {
    const app::Surroundings& world = context.surroundings;
    for (const std::string& format : options.formats) {
        std::string bytes;
        if (format == "docx") {
            bytes = world.papers.docx(paper, form);
        } else {
            auto pdf = value_or_report(world.papers.pdf(paper, form), context);
            if (!pdf) return false;
            bytes = std::move(pdf->bytes);
        }
        const auto path =
            std::filesystem::path(options.out) / (app::file_name(paper) + "." + format);
        const auto written = world.write_file(path, bytes);
        if (!written) report({written.error()}, context);
        const auto digests = value_or_report(app::digest_paper(world.readers, bytes), context);
        if (!written || !digests) return false;
        context.streams.out << path.filename().string() << "\n  SHA-256 " << digests->sha256
                            << "\n  SM3     " << digests->sm3 << '\n';
    }
    return true;
}

void run_paper(const PaperOptions& options, Context& context) {
    const auto form = read_form(options, context);
    const auto live = form ? replay_until(options.store, options.year.as_of, context) : std::nullopt;
    const auto year = live ? find_ledger_year(*live, options.year, context) : std::nullopt;
    const auto wanted = year ? wanted_of(*year, options, context) : std::nullopt;
    const auto opened = wanted ? open_store(options.store, context) : std::nullopt;
    if (!opened) return;
    const auto papers =
        value_or_report(app::issued_papers(*opened->store, opened->tenant,
                                           context.surroundings.readers, year->cycle.year, *wanted,
                                           *form),
                        context);
    if (!papers) return;
    if (options.out.empty()) return list_documents(*papers, context);
    for (const app::IssuedPaper& one : *papers)
        if (!write_paper(one.paper, *form, options, context)) return;
}

}  // namespace

void add_paper(CLI::App& program, Context& context) {
    auto options = std::make_shared<PaperOptions>();
    CLI::App* verb = program.add_subcommand(
        "paper", "公文：列出、写成 DOCX 和 PDF\nOfficial documents: list them, write DOCX and PDF");
    add_store_options(*verb, options->store);
    add_ledger_year_options(*verb, options->year);
    verb->add_option("--document", options->documents,
                     "文书编号，如 市考核办/3；可多次，默认全部\n"
                     "the documents, such as 市考核办/3; by default all");
    verb->add_option("--template", options->form,
                     "文书模板，默认国家标准\na template; by default the national standard");
    verb->add_option("--out", options->out,
                     "写入的文件夹；不写则只列出\nfolder to write to; without it they are listed");
    verb->add_option("--format", options->formats, "docx、pdf，默认两者\ndocx, pdf; by default both")
        ->check(CLI::IsMember({"docx", "pdf"}));
    verb->callback([options, &context] { run_paper(*options, context); });
}

}  // namespace heng::cli
