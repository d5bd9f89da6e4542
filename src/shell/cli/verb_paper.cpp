/// @file
/// `heng paper`: the official documents of a year, listed, or written as DOCX and PDF; what people
/// print to work with; and the folder of the year's archive.
#include "core/base/text.hpp"
#include "core/paper/drafts.hpp"
#include "core/report/words.hpp"
#include "shell/cli/ledger_year.hpp"
#include "shell/cli/terminal.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <ostream>

namespace heng::cli {

namespace {

struct PaperOptions {
    StoreOptions store;
    LedgerYearOptions year;
    std::vector<std::string> documents;
    std::string kind;
    std::string draft;
    std::string unit;
    std::string task;
    std::string domain;
    bool archive = false;
    std::string form;
    std::string out;
    std::vector<std::string> formats{"docx", "pdf"};
};

constexpr std::array<const char*, 2> draft_words{"task_sheet", "ranking"};

std::optional<paper::Template> read_form(const PaperOptions& options, Context& context) {
    if (options.form.empty()) return paper::Template();
    const app::Surroundings& world = context.surroundings;
    const auto text = value_or_report(world.read_file(options.form), context);
    if (!text) return std::nullopt;
    return value_or_report(world.papers.read_template(options.form, *text), context);
}

/// All of the year, or those of one kind; nothing after `document_kind_unknown`.
std::optional<std::vector<cycle::Document>> all_of(const LedgerYear& year,
                                                   const PaperOptions& options, Context& context) {
    std::vector<cycle::Document> out = year.cycle.documents.all;
    if (options.kind.empty()) return out;
    const auto kind = value_or_report(app::find_document_kind(options.kind), context);
    if (!kind) return std::nullopt;
    std::erase_if(out, [&kind](const auto& one) { return one.kind != *kind; });
    return out;
}

/// Those asked for in ledger order; nothing after `document_absent`.
std::optional<std::vector<cycle::Document>> wanted_of(const LedgerYear& year,
                                                      const PaperOptions& options,
                                                      Context& context) {
    if (options.documents.empty()) return all_of(year, options, context);
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

/// Writes papers into the folder and keeps what is on record about each file (DOC-19).
class Folder {
public:
    Folder(const PaperOptions& options, const paper::Template& form, Context& context)
        : options_(options), form_(form), context_(context) {
        std::error_code unmade;  // what is then written says so
        std::filesystem::create_directories(options.out, unmade);
    }

    /// In every format asked for. @returns whether that went well.
    bool add(const paper::Paper& paper, const std::string& prefix = {}) {
        for (const std::string& format : options_.formats) {
            const auto file = value_or_report(
                app::print_paper(context_.surroundings.papers, paper, form_,
                                 format == "pdf" ? app::PaperFormat::pdf : app::PaperFormat::docx),
                context_);
            if (!file || !write(prefix + file->name, file->bytes, paper)) return false;
        }
        return true;
    }

    void write_register() {
        const auto path = std::filesystem::path(options_.out) / "文书登记表.csv";
        const auto written = context_.formats.write_table(path.string(), register_);
        if (!written) report({written.error()}, context_);
    }

private:
    bool write(const std::string& name, const std::string& bytes, const paper::Paper& paper) {
        const app::Surroundings& world = context_.surroundings;
        const auto written = world.write_file(std::filesystem::path(options_.out) / name, bytes);
        if (!written) report({written.error()}, context_);
        const auto digests = value_or_report(app::digest_paper(world.readers, bytes), context_);
        if (!written || !digests) return false;
        context_.streams.out << name << "\n  SHA-256 " << digests->sha256 << "\n  SM3     "
                             << digests->sm3 << '\n';
        register_.rows.push_back(
            {paper.number, paper.type, paper.tag, std::string(paper::name(paper.direction)),
             paper::title_of(paper), join(paper.to, "；"), join(paper.copies, "；"),
             paper.signer.value_or(""), paper.dated ? ledger::print_date(*paper.dated) : "",
             std::string(paper::name(paper.retention)), form_.version, name, digests->sha256,
             digests->sm3});
        return true;
    }

    const PaperOptions& options_;
    const paper::Template& form_;
    Context& context_;
    app::TextTable register_{
        {"发文字号", "文种", "类别", "行文方向", "题名", "主送", "抄送", "签发人", "成文日期",
         "保管期限", "模板版本", "文件", "SHA-256", "SM3"},
        {}};
};

paper::YearFacts facts_of(const LedgerYear& year, const paper::Template& form) {
    return {year.state, year.cycle, year.rulebook, year.day, form};
}

/// Every document of the year, numbered, with its catalogue and its register (DOC-21).
void write_archive(const LedgerYear& year, const std::vector<app::IssuedPaper>& papers,
                   const paper::Template& form, const PaperOptions& options, Context& context) {
    Folder folder(options, form, context);
    std::vector<paper::Filed> filed;
    for (const app::IssuedPaper& one : papers) {
        std::string number = std::to_string(filed.size() + 1);
        number.insert(0, 3 - std::min<std::size_t>(number.size(), 3), '0');
        const auto pdf = value_or_report(context.surroundings.papers.pdf(one.paper, form), context);
        if (!pdf || !folder.add(one.paper, number + " ")) return;
        filed.push_back({&one.paper, pdf->pages});
    }
    if (folder.add(paper::archive_catalogue(facts_of(year, form), filed))) folder.write_register();
}

void write_draft(const LedgerYear& year, const paper::Template& form, const PaperOptions& options,
                 Context& context) {
    const paper::YearFacts facts = facts_of(year, form);
    const auto draft = options.draft == draft_words[0]
                           ? paper::task_sheet(facts, options.unit, options.task)
                           : paper::ranking(facts, options.domain);
    if (!draft) return report(draft.error(), context);
    if (options.out.empty()) {
        context.streams.out << print_document(paper::document_of(*draft));
        return;
    }
    Folder(options, form, context).add(*draft);
}

void run_paper(const PaperOptions& options, Context& context) {
    const auto form = read_form(options, context);
    const auto live =
        form ? replay_until(options.store, options.year.as_of, context) : std::nullopt;
    const auto year = live ? find_ledger_year(*live, options.year, context) : std::nullopt;
    if (!year) return;
    if (!options.draft.empty()) return write_draft(*year, *form, options, context);
    const auto wanted = wanted_of(*year, options, context);
    const auto opened = wanted ? open_store(options.store, context) : std::nullopt;
    if (!opened) return;
    const auto papers = value_or_report(
        app::issued_papers(*opened->store, opened->tenant, context.surroundings.readers,
                           year->cycle.year, *wanted, *form),
        context);
    if (!papers) return;
    if (options.out.empty()) return list_documents(*papers, context);
    if (options.archive) return write_archive(*year, *papers, *form, options, context);
    Folder folder(options, *form, context);
    for (const app::IssuedPaper& one : *papers)
        if (!folder.add(one.paper)) return;
}

void add_draft_options(CLI::App& verb, PaperOptions& options) {
    verb.add_option("--draft", options.draft,
                    "不编号的材料：task_sheet 任务评分表，ranking 排名表\n"
                    "what is not issued: task_sheet, ranking")
        ->check(CLI::IsMember({draft_words[0], draft_words[1]}));
    verb.add_option("--unit", options.unit, "任务评分表的考核对象\nthe unit of a task sheet");
    verb.add_option("--task", options.task,
                    "只列一项基本任务，如 (一)\nonly one task of it, such as (一)");
    verb.add_option("--domain", options.domain,
                    "只列一个领域的排名\nonly one domain of the ranking");
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
    verb->add_option("--kind", options->kind,
                     "只要这一种文书，如 reminder\nonly documents of this kind, such as reminder");
    add_draft_options(*verb, *options);
    verb->add_option("--template", options->form,
                     "文书模板，默认国家标准\na template; by default the national standard");
    CLI::Option* const out = verb->add_option(
        "--out", options->out,
        "写入的文件夹；不写则只列出\nfolder to write to; without it they are listed");
    verb->add_flag(
            "--archive", options->archive,
            "归档：全部文书、目录和登记表\nas an archive: all of them, a catalogue, a register")
        ->needs(out);
    verb->add_option("--format", options->formats,
                     "docx、pdf，默认两者\ndocx, pdf; by default both")
        ->check(CLI::IsMember({"docx", "pdf"}));
    verb->callback([options, &context] {
        if (options->draft == draft_words[0] && options->unit.empty())
            throw CLI::RequiredError("--unit");
        run_paper(*options, context);
    });
}

}  // namespace heng::cli
