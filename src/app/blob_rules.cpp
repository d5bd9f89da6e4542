/// @file
/// Types by their first bytes.
#include "app/blob_rules.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace heng::app {

namespace {

struct Signature {
    std::string_view type;
    std::string_view bytes;
};

constexpr std::string_view zip = "PK\x03\x04";
constexpr std::string_view office = "application/vnd.openxmlformats-officedocument.";

constexpr auto signatures = std::to_array<Signature>({
    {"application/pdf", "%PDF-"},
    {"image/jpeg", "\xFF\xD8\xFF"},
    {"image/png", "\x89PNG\r\n\x1A\n"},
    {"application/ofd", zip},
    {"application/zip", zip},
    {office, zip},
});

}  // namespace

Result<void> check_type(const BlobRules& rules, std::string_view type) {
    if (std::find(rules.types.begin(), rules.types.end(), type) != rules.types.end()) return {};
    return refuse(Code::blob_type_refused, {}, {std::string(type), join(rules.types, ", ")});
}

Result<void> check_content(std::string_view type, std::string_view leading) {
    const auto known =
        std::find_if(signatures.begin(), signatures.end(), [type](const Signature& s) {
            return s.type == office ? type.starts_with(office) : type == s.type;
        });
    const bool fits = known != signatures.end() ? leading.starts_with(known->bytes)
                                                : leading.find('\0') == std::string_view::npos;
    if (fits) return {};
    return refuse(Code::blob_type_refused, {}, {"content", std::string(type)});
}

std::string_view type_of(std::string_view leading) {
    const auto known = std::find_if(
        signatures.begin(), signatures.end(),
        [leading](const Signature& signature) { return leading.starts_with(signature.bytes); });
    return known == signatures.end() ? "application/octet-stream" : known->type;
}

}  // namespace heng::app
