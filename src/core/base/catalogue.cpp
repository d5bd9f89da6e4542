#include "core/base/catalogue_parts.hpp"

#include <vector>

namespace heng {

namespace {

std::vector<CatalogueEntry> all_parts() {
    std::vector<CatalogueEntry> all;
    for (const auto part : {catalogue_parts::scheme(), catalogue_parts::year(),
                            catalogue_parts::server(), catalogue_parts::office()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

}  // namespace

std::span<const CatalogueEntry> catalogue() {
    static const std::vector<CatalogueEntry> all = all_parts();
    return all;
}

}  // namespace heng
