/// @file
/// Any bytes are read without a crash, and the reading keeps its promises.
#include "core/clause/clause_parser.hpp"

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace {

void require(bool condition) {
    if (!condition) std::abort();
}

void check(std::string_view text, const heng::clause::Reading& reading) {
    for (const heng::clause::Doubt& doubt : reading.doubts) {
        require(doubt.offset <= text.size() && doubt.length <= text.size() - doubt.offset);
    }
    for (const heng::scheme::Branch& branch : reading.branches) {
        require(!branch.points || *branch.points > heng::Decimal{});
        require(!branch.step || *branch.step > heng::Decimal{});
        require(!branch.text.empty());
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check(text, heng::clause::read_clause(text));
    return 0;
}
