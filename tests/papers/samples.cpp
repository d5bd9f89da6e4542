/// @file
/// Writes one paper of each kind, the calibration page and the rare characters into a folder, as
/// DOCX and PDF, for files_test.py to open them with other programs. Prints their names.
#include "core/paper/drafts.hpp"
#include "papers/demo_papers.hpp"
#include "shell/docx/docx.hpp"
#include "shell/pdf/pdf.hpp"

#include <fstream>
#include <iostream>
#include <set>

namespace heng {
namespace {

std::string repeat(std::string_view text, std::size_t times) {
    std::string out;
    for (std::size_t i = 0; i < times; ++i) out += text;
    return out;
}

paper::Paper plain(const std::string& text) {
    paper::Paper paper;
    paper.form = paper::Form::plain;
    paper.body = {report::Paragraph{text}};
    return paper;
}

void write(const std::filesystem::path& folder, const std::string& name,
           const paper::Paper& paper) {
    const auto pdf = pdf::print_paper(paper, {});
    if (!pdf) throw std::runtime_error(message(pdf.error().front(), Language::en));
    std::ofstream(folder / (name + ".docx"), std::ios::binary) << docx::print_paper(paper, {});
    std::ofstream(folder / (name + ".pdf"), std::ios::binary) << pdf->bytes;
    std::cout << name << '\n';
}

void write_year(const std::filesystem::path& folder) {
    app::demo::Played played({});
    const paper::Template form;
    const auto papers = app::demo::papers_of(played, form);
    std::set<std::string> done;
    for (const app::IssuedPaper& one : papers)
        if (done.insert(one.paper.kind).second) write(folder, one.paper.kind, one.paper);
    cycle::Rulebooks rulebooks;
    if (!app::add_missing(rulebooks, played.account.state, yaml::read_scheme_files)) return;
    const cycle::Cycle& cycle = played.cycle();
    const paper::YearFacts facts{played.account.state, cycle,
                                 *rulebooks.at(cycle.indicators.editions.back().draft),
                                 played.account.last_day, form};
    write(folder, "task_sheet", *paper::task_sheet(facts, "D07", ""));
    write(folder, "ranking_table", *paper::ranking(facts, ""));
    std::vector<paper::Filed> filed;
    for (const app::IssuedPaper& one : papers) filed.push_back({&one.paper, 1});
    write(folder, "archive_catalogue", paper::archive_catalogue(facts, filed));
}

}  // namespace
}  // namespace heng

int main(int argc, char** argv) {
    if (argc != 2) return 2;
    const std::filesystem::path folder = argv[1];
    // The first line is indented by two characters (DOC-4).
    heng::write(folder, "calibration_full", heng::plain(heng::repeat("国", 28 * 22 - 2)));
    heng::write(folder, "calibration", heng::plain(heng::repeat("国", 28 * 22 - 1)));
    heng::write(folder, "rare", heng::plain("喆堃昇昉犇玥珺璟翀赟鋆镕彧垚〔〕—％①"));
    heng::write_year(folder);
    return 0;
}
