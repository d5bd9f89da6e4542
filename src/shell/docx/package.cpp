#include "shell/docx/package.hpp"

#include "core/base/invariant.hpp"

#include <zip.h>
#include <memory>

namespace heng::docx {

namespace {

/// The first day that a zip file can name.
constexpr zip_uint16_t first_day = (1U << 5U) | 1U;

void add(zip_t* archive, const Part& part) {
    zip_source_t* const source =
        zip_source_buffer(archive, part.content.data(), part.content.size(), 0);
    const zip_int64_t index =
        zip_file_add(archive, part.name.c_str(), source, ZIP_FL_ENC_UTF_8 | ZIP_FL_OVERWRITE);
    INVARIANT(index >= 0, "a part in memory can be added");
    const auto at = static_cast<zip_uint64_t>(index);
    zip_file_set_dostime(archive, at, 0, first_day, 0);
    zip_set_file_compression(archive, at, ZIP_CM_DEFLATE, 6);
}

}  // namespace

std::string pack(const std::vector<Part>& parts) {
    zip_source_t* const target = zip_source_buffer_create(nullptr, 0, 0, nullptr);
    zip_source_keep(target);
    const std::unique_ptr<zip_source_t, decltype(&zip_source_free)> kept(target, zip_source_free);
    zip_t* const archive = zip_open_from_source(target, ZIP_TRUNCATE, nullptr);
    INVARIANT(archive != nullptr, "an archive in memory can be opened");
    for (const Part& part : parts) add(archive, part);
    INVARIANT(zip_close(archive) == 0, "an archive in memory can be written");
    INVARIANT(zip_source_open(target) == 0, "what was written can be read");
    zip_stat_t found;
    zip_source_stat(target, &found);
    std::string out(found.size, '\0');
    zip_source_read(target, out.data(), out.size());
    zip_source_close(target);
    return out;
}

}  // namespace heng::docx
