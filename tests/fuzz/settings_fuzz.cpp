/// @file
/// Any bytes as heng.yaml: settings, or everything that is wrong with them, each with its place.
#include "shell/yaml/settings_file.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto given = heng::yaml::read_settings_file("heng.yaml", text);
    if (!given) {
        for (const heng::Error& issue : given.error())
            if (issue.place.file != "heng.yaml") std::abort();
        return 0;
    }
    const auto settings = heng::app::read_settings({{}, {}, *given});
    if (!settings && settings.error().empty()) std::abort();
    return 0;
}
