#include "core/base/error.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng {

namespace {

/// `text` with {0}, {1}, … replaced by the arguments; one that is missing is left out.
std::string filled(std::string_view text, const std::vector<std::string>& args) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool place = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
        if (!place) {
            out += text[at];
            continue;
        }
        const auto index = static_cast<std::size_t>(text[at + 1] - '0');
        if (index < args.size()) out += args[index];
        at += 2;
    }
    return out;
}

}  // namespace

const CatalogueEntry& entry(Code code) {
    const auto entries = catalogue();
    const auto index = static_cast<std::size_t>(code);
    INVARIANT(index < entries.size() && entries[index].code == code,
              "the catalogue lists the codes in order");
    return entries[index];
}

bool has_errors(const Issues& issues) {
    return std::any_of(issues.begin(), issues.end(),
                       [](const Error& e) { return severity(e) == Severity::error; });
}

std::string message(const Error& error, Language language) {
    const CatalogueEntry& known = entry(error.code);
    return filled(language == Language::zh ? known.zh : known.en, error.args);
}

std::string remedy(const Error& error, Language language) {
    const CatalogueEntry& known = entry(error.code);
    return filled(language == Language::zh ? known.remedy_zh : known.remedy_en, error.args);
}

std::string print(const Place& place) {
    std::string out = place.file;
    if (place.line != 0) out += ':' + std::to_string(place.line);
    if (place.column != 0) out += ':' + std::to_string(place.column);
    if (!place.item.empty()) out += (out.empty() ? "" : " ") + place.item;
    return out;
}

}  // namespace heng
