/// @file
/// How long papers take: plays the demonstration's year, makes every paper of it, and prints the
/// time of the longest circular in both formats. With a folder, it also writes them all there.
#include "papers/demo_papers.hpp"
#include "shell/docx/docx.hpp"
#include "shell/pdf/pdf.hpp"

#include <chrono>
#include <fstream>
#include <iostream>

namespace heng {
namespace {

double milliseconds(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - begin)
        .count();
}

void write(const std::filesystem::path& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary) << bytes;
}

/// Notes stretch the longest paper to twenty pages and a little more.
paper::Paper twenty_pages(paper::Paper paper) {
    while (pdf::print_paper(paper, {})->pages < 20)
        for (int i = 0; i < 10; ++i)
            paper.body.emplace_back(
                report::Paragraph{"各考核责任单位要对照考核指标体系和扣分细则，逐项核对监测情况，对"
                                  "未按时序进度要求推进"
                                  "工作的及时提醒，跟踪整改落实，确保年度目标任务如期完成。"});
    return paper;
}

int run(const std::string& folder) {
    app::demo::Played played({});
    const paper::Template form;
    std::vector<app::IssuedPaper> papers;
    std::cout << "all papers from the ledger: "
              << milliseconds([&] { papers = app::demo::papers_of(played, form); }) << " ms, "
              << papers.size() << " papers\n";
    const app::IssuedPaper* circular = nullptr;
    for (const app::IssuedPaper& one : papers) {
        if (one.document.kind == cycle::DocumentKind::half_year_circular) circular = &one;
        if (folder.empty()) continue;
        const auto path = std::filesystem::path(folder) / app::file_name(one.paper);
        write(path.string() + ".docx", docx::print_paper(one.paper, form));
        const auto pdf = pdf::print_paper(one.paper, form);
        if (!pdf) return std::cerr << message(pdf.error().front(), Language::en) << '\n', 1;
        write(path.string() + ".pdf", pdf->bytes);
    }
    const paper::Paper longest = twenty_pages(circular->paper);
    int pages = 0;
    const double docx = milliseconds([&] { docx::print_paper(longest, form); });
    const double pdf = milliseconds([&] { pages = pdf::print_paper(longest, form)->pages; });
    std::cout << "circular of " << pages << " pages: docx " << docx << " ms, pdf " << pdf
              << " ms\n";
    return 0;
}

}  // namespace
}  // namespace heng

int main(int argc, char** argv) {
    return heng::run(argc > 1 ? argv[1] : "");
}
