#include "core/cycle/documents.hpp"

#include <algorithm>
#include <array>

namespace heng::cycle {

namespace {

constexpr std::array<std::string_view, document_kind_count> names{
    "indicators_issued",  "reminder",        "supervision_order", "supervision_circular",
    "half_year_circular", "result_circular", "result_notice",     "grading_minutes",
    "explanation",        "transfer",        "interpretation"};

}  // namespace

std::string_view name(DocumentKind kind) {
    return names[static_cast<std::size_t>(kind)];
}

std::optional<DocumentKind> document_kind_named(std::string_view text) {
    const auto found = std::find(names.begin(), names.end(), text);
    if (found == names.end()) return std::nullopt;
    return static_cast<DocumentKind>(found - names.begin());
}

std::int64_t Documents::next_no(std::string_view issuer) const {
    const auto found = last_no.find(issuer);
    return found == last_no.end() ? 1 : found->second + 1;
}

void Documents::add(Document document) {
    last_no[document.issuer] = document.no;
    all.push_back(std::move(document));
}

}  // namespace heng::cycle
