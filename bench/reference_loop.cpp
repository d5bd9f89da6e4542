/// @file
/// The yardstick of the batch benchmark: one job, hand-tuned, nothing else.
///
///     bench_reference_loop SCHEME DOMAINS UNITS.csv FINDINGS.csv RESULT.csv [THREADS]
///
/// It does what `heng score` does, from CSV to result CSV, and takes the freedom of a single
/// purpose. That freedom is to refuse more, never to take what `heng score` refuses: columns are
/// found by name but there may be no others, unit ids are 1..N in file order, values are whole and
/// at most 32,767, reviews have two decimals, fields no quotation marks, lines end with LF and rows
/// have at most 64 bytes; branch ids have at most 8, and one table serves all domains. Every field
/// is checked; bad input ends the program without saying where it stands. SCHEME has a line per
/// branch, the branches of a task together, and DOMAINS are the ids of the domains, with commas
/// between:
///
///     id basis points_1e4 step_1e4 target_1e4 task_index task_points_1e4
///
/// How it works:
/// 1. Both threads take 256 KiB chunks of the files in turn. Each row is cut by the bit mask of its
///    commas, its numbers are read eight digits at a time, and neither loops over bytes.
/// 2. A confirmed finding becomes a record of 32 bits, put into the partition of its 1,024 units.
///    So random access to 1M × 126 cells becomes appending to 977 lists.
/// 3. Each partition is then counted in 252 KiB, which stay in the L2 cache, and scored branch by
///    branch with a vectorised loop over units. The full table of counts never exists.
/// 4. Ranks come from a histogram of published totals for each domain; nothing is sorted.
/// 5. Blocks of rows are formatted in parallel and written each at its place in the file.
#include "reference/input.hpp"
#include "reference/records.hpp"
#include "reference/result.hpp"
#include "reference/scheme.hpp"
#include "reference/score.hpp"
#include "reference/units.hpp"

#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <deque>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

namespace heng::bench {
namespace {

std::size_t partition_count(std::size_t units) {
    return (units + partition_units - 1) / partition_units;
}

/// What the findings are read by.
struct Reading {
    std::array<std::size_t, 4> columns;
    BranchIndex branches;
    Statuses statuses;
    std::size_t units;
};

void parse_findings(const Rows& rows, const Reading& reading, Records& records) {
    const auto [unit_column, branch_column, value_column, status_column] = reading.columns;
    for (const char* place = rows.begin; place < rows.end;) {
        const Row<4> row(place);
        const std::string_view id = row[unit_column];
        bool is_good = id.front() != '0';
        const std::uint32_t unit = parse_number(id, is_good) - 1;
        is_good &= unit < reading.units;
        if (!is_good) [[unlikely]]
            refuse("an unknown unit");
        records.expect(unit / partition_units);
        const BranchIndex::Slot& slot = reading.branches.find(row[branch_column]);
        const std::uint32_t value = parse_count(row[value_column], is_good);
        const auto amount = static_cast<std::uint32_t>(slot.amount(value));
        is_good &= value <= record_amount_max && amount <= record_amount_max;
        if (!is_good) [[unlikely]]
            refuse("a value");
        records.append(unit / partition_units,
                       amount << cell_bits | slot.branch << partition_bits | unit % partition_units,
                       reading.statuses.counts(row[status_column]));
        place = row.next_row();
    }
}

/// Runs `work(thread, item)` for the items 0..count-1, in order of need, on some threads.
template <class Work>
void share_out(std::size_t threads, std::size_t count, Work work) {
    std::atomic<std::size_t> next = 0;
    const auto run = [&](std::size_t thread) {
        for (std::size_t item = next++; item < count; item = next++) work(thread, item);
    };
    std::vector<std::jthread> others;
    for (std::size_t thread = 1; thread < threads; ++thread) others.emplace_back(run, thread);
    run(0);
}

/// Prints how long each phase took, to stderr.
class Phases {
public:
    void done(const char* phase) {
        const auto now = std::chrono::steady_clock::now();
        std::fprintf(stderr, "%s %.1f ms  ", phase,
                     std::chrono::duration<double, std::milli>(now - last_).count());
        last_ = now;
    }

    ~Phases() {
        rusage usage{};
        getrusage(RUSAGE_SELF, &usage);
        std::fprintf(stderr, "peak %ld MiB\n", usage.ru_maxrss / 1024);
    }

private:
    std::chrono::steady_clock::time_point last_ = std::chrono::steady_clock::now();
};

/// Counts and scores all partitions; yields the ranking of each domain.
std::vector<Ranking> score(const Scheme& scheme, const std::deque<Records>& records,
                           std::size_t domains, Unit* units, std::size_t count) {
    const std::size_t threads = records.size();
    std::vector<Scorer> scorers(threads, Scorer(scheme));
    std::vector<std::vector<Ranking>> shares(threads, std::vector<Ranking>(domains));
    share_out(threads, partition_count(count), [&](std::size_t thread, std::size_t partition) {
        Scorer& scorer = scorers[thread];
        scorer.clear();
        for (const Records& read : records) {
            read.for_each(partition, [&](std::uint32_t record) { scorer.add(record); });
        }
        Unit* const first = units + partition * partition_units;
        const std::size_t size = std::min(partition_units, count - partition * partition_units);
        scorer.publish(first, size);
        for (std::size_t u = 0; u < size; ++u) {
            shares[thread][first[u].domain].count(first[u].total_1e2);
        }
    });

    std::vector<Ranking>& rankings = shares[0];
    for (std::size_t domain = 0; domain < domains; ++domain) {
        for (std::size_t i = 1; i < threads; ++i) rankings[domain].merge(shares[i][domain]);
        rankings[domain].finish();
    }
    return std::move(rankings);
}

void run(const Scheme& scheme, const Domains& domains, const InputFile& units_file,
         const InputFile& findings_file, const char* result, std::size_t threads) {
    Phases phases;
    std::vector<InputFile::Buffer> buffers(threads);
    UnitReader reader(units_file, buffers[0], domains);
    const std::size_t count = reader.count();
    const Pages<Unit> unit_memory(count);
    Unit* const units = unit_memory.data();
    share_out(threads, units_file.chunks(), [&](std::size_t thread, std::size_t chunk) {
        reader.parse(chunk, units_file.read_chunk(chunk, buffers[thread]), units);
    });
    reader.check();
    phases.done("units");

    const Reading reading{
        find_columns<4>(findings_file, buffers[0], {"unit", "branch", "value", "status"}),
        BranchIndex(scheme.branches), Statuses(), count};
    std::deque<Records> records;
    for (std::size_t i = 0; i < threads; ++i) {
        records.emplace_back(partition_count(count), findings_file.size());
    }
    share_out(threads, findings_file.chunks(), [&](std::size_t thread, std::size_t chunk) {
        parse_findings(findings_file.read_chunk(chunk, buffers[thread]), reading, records[thread]);
    });
    phases.done("findings");

    const std::vector<Ranking> rankings = score(scheme, records, domains.size(), units, count);
    phases.done("score");

    ResultWriter writer(result, domains, rankings);
    std::vector<std::string> texts(threads);
    const std::size_t blocks = (count + ResultWriter::block_units - 1) / ResultWriter::block_units;
    share_out(threads, blocks, [&](std::size_t thread, std::size_t block) {
        const std::size_t first = block * ResultWriter::block_units;
        writer.write(block, units + first, std::min(ResultWriter::block_units, count - first),
                     texts[thread]);
    });
    phases.done("write");
}

}  // namespace
}  // namespace heng::bench

int main(int argc, char** argv) {
    if (argc < 6) {
        std::cerr << "usage: bench_reference_loop SCHEME DOMAINS UNITS FINDINGS RESULT [THREADS]\n";
        return 2;
    }
    try {
        using namespace heng::bench;
        const Domains domains(argv[2]);
        const InputFile units(argv[3]);
        const InputFile findings(argv[4]);
        run(read_scheme(argv[1]), domains, units, findings, argv[5],
            argc > 6 ? std::stoul(argv[6]) : 2);
    } catch (const std::exception& error) {
        std::cerr << "bench_reference_loop: " << error.what() << '\n';
        return 1;
    }
}
