/// @file
/// Any bytes as tables: a year or a list of what is wrong, never a crash.
#include "core/score/test_scheme.hpp"
#include "shell/csv/score_tables.hpp"

#include <cstddef>
#include <cstdint>

namespace {

heng::scheme::Scheme scheme() {
    using namespace heng::score::test;
    auto built = scheme_of(
        {task_of("6", {once("a", "2"), each("b", "0.5"), shortfall("c", "1", "5", "90")})});
    built.composition.indicators_full = heng::Decimal::whole(100);
    built.composition.review_full = heng::Decimal::whole(100);
    return built;
}

/// What stands before the next zero byte; `text` goes on behind it.
std::string_view take_table(std::string_view& text) {
    const std::size_t cut = std::min(text.find('\0'), text.size());
    const std::string_view table = text.substr(0, cut);
    text.remove_prefix(std::min(cut + 1, text.size()));
    return table;
}

}  // namespace

/// The input is the tables of units, findings and decisions, parted by zero bytes.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const heng::scheme::Scheme tables = scheme();
    std::string_view text(reinterpret_cast<const char*>(data), size);
    const heng::csv::TableText units("u", take_table(text));
    const heng::csv::TableText findings("f", take_table(text));
    const heng::csv::TableText decisions("d", take_table(text));
    const auto year = heng::csv::score_tables(tables, units, findings, {1, {}, "A"}, &decisions);
    if (!year && year.error().count == 0) __builtin_trap();
    return 0;
}
