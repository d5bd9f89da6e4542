#include "shell/csv/stripes.hpp"

#include "app/share_out.hpp"

#include <algorithm>
#include <vector>

namespace heng::csv {

namespace {

constexpr std::size_t stripe_bytes = std::size_t{1} << 21U;

/// Where rows begin, as far as line breaks tell.
std::size_t first_row(std::string_view text, std::size_t from) {
    const std::size_t newline = text.find('\n', from - 1);
    return newline == std::string_view::npos ? text.size() : newline + 1;
}

}  // namespace

std::size_t stripe_count(const TableText& table, std::size_t rows_begin) {
    return (table.bytes().size() - rows_begin + stripe_bytes - 1) / stripe_bytes;
}

void read_in_stripes(const TableText& table, std::size_t rows_begin, app::Stage stage,
                     const app::RunOptions& options, const ReadStripe& read) {
    struct Stripe {
        std::size_t begin = 0;
        std::size_t read_to = 0;
    };
    const std::string_view text = table.bytes();
    std::vector<Stripe> stripes(stripe_count(table, rows_begin));
    const auto limit = [&](std::size_t stripe) {
        return std::min(rows_begin + stripe * stripe_bytes, text.size());
    };
    const auto read_stripe = [&](unsigned thread, std::size_t i) {
        table.fetch(limit(i), limit(i + 1));
        stripes[i].begin = i == 0 ? rows_begin : first_row(text, limit(i));
        stripes[i].read_to = read(thread, i, stripes[i].begin, limit(i + 1));
        table.release(limit(i), limit(i + 1));
    };
    app::share_out(options.threads, stripes.size(), read_stripe, [&](std::size_t begun) {
        if (options.progress) options.progress(stage, begun, stripes.size());
    });
    std::size_t expected = rows_begin;
    for (std::size_t i = 0; i < stripes.size(); ++i) {
        if (stripes[i].begin != expected) {
            stripes[i].read_to = read(0, i, expected, limit(i + 1));
        }
        expected = stripes[i].read_to;
    }
}

}  // namespace heng::csv
