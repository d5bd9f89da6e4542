#include "core/base/error.hpp"

#include "core/base/catalogue_words.hpp"
#include "core/base/invariant.hpp"

#include <algorithm>

namespace heng {

namespace {

/// The argument that `{0}` or, in Chinese words, `{w0}` stands for; none that is missing.
struct Slot {
    std::size_t length = 0;  ///< In bytes; 0 where no slot begins.
    std::size_t index = 0;
    bool is_word = false;
};

Slot slot_at(std::string_view text) {
    if (!text.starts_with('{')) return {};
    const bool is_word = text.size() > 1 && text[1] == 'w';
    const std::size_t digit = is_word ? 2 : 1;
    if (text.size() < digit + 2 || text[digit + 1] != '}') return {};
    return {digit + 2, static_cast<std::size_t>(text[digit] - '0'), is_word};
}

/// `text` with its slots replaced by the arguments; one that is missing is left out.
std::string filled(std::string_view text, const std::vector<std::string>& args) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const Slot slot = slot_at(text.substr(at));
        if (slot.length == 0) {
            out += text[at++];
            continue;
        }
        if (slot.index < args.size())
            out += slot.is_word ? in_chinese(args[slot.index]) : args[slot.index];
        at += slot.length;
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
