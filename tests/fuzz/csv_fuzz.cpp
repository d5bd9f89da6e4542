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

}  // namespace

/// The input is the two tables, one behind the other, parted by a zero byte.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const heng::scheme::Scheme tables = scheme();
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const std::size_t cut = std::min(text.find('\0'), text.size());
    const std::string_view findings = cut < text.size() ? text.substr(cut + 1) : std::string_view{};
    const auto year =
        heng::csv::score_tables(tables, {"u", text.substr(0, cut)}, {"f", findings}, {1, {}, "A"});
    if (!year && year.error().count == 0) __builtin_trap();
    return 0;
}
