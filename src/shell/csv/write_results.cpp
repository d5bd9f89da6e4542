#include "shell/csv/write_results.hpp"

#include "app/share_out.hpp"
#include "shell/csv/result_file.hpp"
#include "shell/csv/result_printer.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <limits>
#include <utility>

namespace heng::csv {

namespace {

struct NamedColumn {
    std::string_view name;
    ResultColumn column;
};
constexpr std::array<NamedColumn, 10> columns_known{
    {{"unit", ResultColumn::unit},
     {"name", ResultColumn::name},
     {"domain", ResultColumn::domain},
     {"indicator", ResultColumn::indicator},
     {"lost", ResultColumn::lost},
     {"review", ResultColumn::review},
     {"total", ResultColumn::total},
     {"rank", ResultColumn::rank},
     {"grade", ResultColumn::grade},
     {"needs_decision", ResultColumn::needs_decision}}};

const NamedColumn* find_column(std::string_view name) {
    const auto found =
        std::find_if(columns_known.begin(), columns_known.end(),
                     [name](const NamedColumn& known) { return known.name == name; });
    return found == columns_known.end() ? nullptr : &*found;
}

std::string all_names() {
    std::string names;
    for (const NamedColumn& known : columns_known) {
        names += names.empty() ? "" : ", ";
        names += known.name;
    }
    return names;
}

std::string header(std::span<const ResultColumn> columns) {
    std::string line;
    for (const ResultColumn column : columns) {
        const auto found =
            std::find_if(columns_known.begin(), columns_known.end(),
                         [column](const NamedColumn& known) { return known.column == column; });
        line += line.empty() ? "" : ",";
        line += found->name;
    }
    return line + '\n';
}

/// Lets threads hand on their blocks in the order of the blocks.
class Turns {
public:
    /// Waits until all blocks before this one are done. False if one of them failed.
    bool wait_for(std::size_t block) const {
        for (std::size_t now = next_; now != block; now = next_) {
            if (now == failed) return false;
            next_.wait(now);
        }
        return true;
    }
    void done(std::size_t block) { set(block + 1); }
    void fail() { set(failed); }

private:
    static constexpr std::size_t failed = std::numeric_limits<std::size_t>::max();

    void set(std::size_t value) {
        next_ = value;
        next_.notify_all();
    }

    std::atomic<std::size_t> next_ = 0;
};

}  // namespace

std::vector<ResultColumn> default_columns() {
    return {ResultColumn::unit,   ResultColumn::domain,        ResultColumn::indicator,
            ResultColumn::review, ResultColumn::total,         ResultColumn::rank,
            ResultColumn::grade,  ResultColumn::needs_decision};
}

Result<std::vector<ResultColumn>> parse_columns(std::string_view text) {
    std::vector<ResultColumn> columns;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t comma = std::min(text.find(',', at), text.size());
        const std::string name(text.substr(at, comma - at));
        at = comma + 1;
        const NamedColumn* const found = find_column(name);
        if (found == nullptr) return refuse(Code::column_unknown, {}, {name, all_names()});
        if (std::find(columns.begin(), columns.end(), found->column) != columns.end()) {
            return refuse(Code::csv_header_duplicate, {}, {name});
        }
        columns.push_back(found->column);
    }
    return columns;
}

void print_results(const app::Year& year, std::span<const ResultColumn> columns,
                   const app::RunOptions& options,
                   const std::function<bool(std::string_view)>& take) {
    constexpr std::size_t block_units = 8192;
    if (!take(header(columns))) return;
    const std::size_t blocks = (year.size() + block_units - 1) / block_units;
    std::vector<ResultPrinter> printers(options.threads, ResultPrinter(year, columns));
    Turns turns;
    const auto print = [&](unsigned thread, std::size_t block) {
        try {
            const std::size_t first = block * block_units;
            const std::string_view rows =
                printers[thread].print(first, std::min(first + block_units, year.size()));
            if (!turns.wait_for(block)) return;
            take(rows) ? turns.done(block) : turns.fail();
        } catch (...) {
            turns.fail();
            throw;
        }
    };
    app::share_out(options.threads, blocks, print, [&](std::size_t begun) {
        if (options.progress) options.progress(app::Stage::results, begun, blocks);
    });
}

Result<void> write_results(const app::Year& year, std::span<const ResultColumn> columns,
                           const std::string& path, const app::RunOptions& options) {
    Result<ResultFile> file = ResultFile::create(path);
    if (!file) return tl::unexpected(file.error());
    bool is_written = true;
    print_results(year, columns, options, [&](std::string_view rows) {
        is_written = file->write(rows);
        return is_written;
    });
    if (!is_written) return refuse(Code::file_unwritable, {}, {path});
    return file->finish();
}

}  // namespace heng::csv
