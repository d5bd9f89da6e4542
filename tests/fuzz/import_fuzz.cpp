/// @file
/// Any bytes as pasted text, tsv and csv: a table or doubts, never a crash, and nothing without its
/// place.
#include "core/base/error.hpp"
#include "core/intake/read_table.hpp"
#include "shell/office/read_office.hpp"

#include <cstddef>
#include <cstdint>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    for (const char* const name : {"a.txt", "a.tsv", "a.csv"}) {
        const auto source = heng::office::read_office_bytes(text, name);
        if (!source) continue;
        const auto intake = heng::intake::read_table({*source}, {"counties", ""});
        for (const heng::Error& issue : intake.issues)
            if (heng::message(issue, heng::Language::zh).empty()) __builtin_trap();
    }
    return 0;
}
