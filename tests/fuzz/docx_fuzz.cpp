/// @file
/// Any bytes as a document, whole or as the body of one: grids or a refusal, and then a table or
/// doubts.
#include "core/intake/read_table.hpp"
#include "shell/office/read_office.hpp"
#include "shell/office/test_package.hpp"

#include <cstddef>
#include <cstdint>

namespace {

void take_in(std::string_view bytes) {
    heng::office::Limits limits;
    limits.entry_max = 1 << 20;
    const auto source = heng::office::read_office_bytes(bytes, "a.docx", limits);
    if (source) (void)heng::intake::read_table({*source}, {"counties", ""});
}

}  // namespace

/// Packed bytes are hard to find by chance: what does not begin like a zip becomes the body of a
/// whole document.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    if (text.starts_with("PK")) {
        take_in(text);
        return 0;
    }
    take_in(heng::office::test::package_of(heng::office::test::document_parts(text)));
    return 0;
}
