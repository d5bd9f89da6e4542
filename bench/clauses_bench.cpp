/// @file
/// How many clauses a second the parser reads: the texts of tests/clauses, one after another, on
/// one core.
#include "core/clause/clause_parser.hpp"

#include <benchmark/benchmark.h>
#include <algorithm>
#include <boost/json.hpp>
#include <filesystem>
#include <fstream>

namespace {

std::vector<std::string> texts() {
    std::vector<std::string> out;
    const std::filesystem::path folder = HENG_SOURCE_DIR "/tests/clauses";
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() != ".jsonl") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);) {
            out.emplace_back(boost::json::parse(line).as_object().at("text").as_string());
        }
    }
    return out;
}

void read_clauses(benchmark::State& state) {
    const std::vector<std::string> clauses = texts();
    for (auto _ : state) {
        for (const std::string& text : clauses) {
            benchmark::DoNotOptimize(heng::clause::read_clause(text));
        }
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(clauses.size()) * state.iterations());
}
BENCHMARK(read_clauses)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
