/// @file
/// How long the score books of the demonstration city take: every domain's, from the state to the
/// bytes of the file. `bench_books [FOLDER]` also leaves the files there.
#include "core/report/score_book.hpp"
#include "shell/xlsx/write_book.hpp"
#include "tests/app/played_city.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>

namespace heng {
namespace {

using Clock = std::chrono::steady_clock;

double milliseconds(Clock::time_point from, Clock::time_point to) {
    return std::chrono::duration<double, std::milli>(to - from).count();
}

struct Round {
    double making_ms = 0;
    double writing_ms = 0;
    std::size_t units = 0;
    std::size_t findings = 0;
    std::size_t bytes = 0;
};

Round write_all(const app::demo::Played& city, const std::string& folder) {
    Round out;
    const cycle::Rulebook& rulebook = *app::demo::story().rulebook;
    const cycle::Date day{std::chrono::year(2022), std::chrono::March, std::chrono::day(31)};
    for (const scheme::Domain& domain : rulebook.scheme().domains) {
        const auto begin = Clock::now();
        const auto scored =
            report::scored_domain(city.account.state, city.cycle(), rulebook, domain, day);
        if (!scored) continue;
        const report::Book book = report::score_book(*scored, Language::zh);
        const auto made = Clock::now();
        const std::string bytes = xlsx::write_book(book).value();
        out.making_ms += milliseconds(begin, made);
        out.writing_ms += milliseconds(made, Clock::now());
        out.bytes += bytes.size();
        out.units += scored->units.size();
        for (const auto& unit : scored->units) out.findings += unit.findings.size();
        if (!folder.empty())
            std::ofstream(folder + '/' + domain.id + ".xlsx", std::ios::binary) << bytes;
    }
    return out;
}

int run(const std::string& folder) {
    const app::demo::Played city{{}};
    std::vector<Round> rounds;
    for (int i = 0; i < 7; ++i) rounds.push_back(write_all(city, i == 0 ? folder : ""));
    std::sort(rounds.begin(), rounds.end(), [](const Round& a, const Round& b) {
        return a.making_ms + a.writing_ms < b.making_ms + b.writing_ms;
    });
    const Round& fastest = rounds.front();
    const Round& median = rounds[rounds.size() / 2];
    std::printf(
        "%zu units, %zu findings, %.1f MB: fastest %.0f ms (books %.0f, files %.0f), median %.0f "
        "ms\n",
        fastest.units, fastest.findings, static_cast<double>(fastest.bytes) / 1e6,
        fastest.making_ms + fastest.writing_ms, fastest.making_ms, fastest.writing_ms,
        median.making_ms + median.writing_ms);
    return 0;
}

}  // namespace
}  // namespace heng

int main(int argc, char** argv) {
    return heng::run(argc > 1 ? argv[1] : "");
}
