/// @file
/// Any bytes as a scheme file: loading never fails otherwise than by issues that have a place, and
/// what loads survives printing.
#include "shell/yaml/load_scheme.hpp"
#include "shell/yaml/print_scheme.hpp"

#include <cstdlib>
#include <set>

namespace {

/// Other tables have no place of their own among the files; `heng check` refuses them.
bool has_a_domain_for_each_table(const heng::scheme::Scheme& scheme) {
    std::set<std::string> without_table;
    for (const auto& domain : scheme.domains) without_table.insert(domain.id);
    for (const auto& table : scheme.tables) {
        if (without_table.erase(table.domain) == 0) return false;
    }
    return true;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* bytes, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(bytes), size);
    const auto loaded = heng::yaml::load_scheme_text("f.yaml", text);
    if (!loaded) {
        for (const heng::Error& issue : loaded.error()) {
            if (issue.place.file != "f.yaml") std::abort();
            static_cast<void>(heng::message(issue, heng::Language::zh));
        }
        return 0;
    }
    if (!has_a_domain_for_each_table(*loaded)) return 0;
    std::vector<heng::yaml::File> files;
    for (const auto& [name, printed] : heng::yaml::print_scheme(*loaded)) {
        files.push_back({name, printed});
    }
    const auto again = heng::yaml::load_scheme_files("printed", files);
    if (!again || !(*again == *loaded)) std::abort();
    return 0;
}
