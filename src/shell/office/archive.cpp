#include "shell/office/archive.hpp"

#include <zip.h>

#include <algorithm>
#include <array>

namespace heng::office {

namespace {

tl::unexpected<Error> malformed(const std::string& file, std::string why) {
    return refuse(Code::office_file_malformed, {file, 0, 0, ""}, {std::move(why)});
}

tl::unexpected<Error> refused(const std::string& file, std::string what) {
    return refuse(Code::office_file_refused, {file, 0, 0, ""}, {std::move(what)});
}

tl::unexpected<Error> too_large(const std::string& file, std::string what, std::size_t limit) {
    return refuse(Code::office_file_too_large, {file, 0, 0, ""},
                  {std::move(what), std::to_string(limit)});
}

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return out;
}

/// Absolute names, drives, and .. as a part of the way.
bool leads_out(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != name.npos ||
        name.find('\0') != name.npos || name.find(':') != name.npos)
        return true;
    for (std::size_t at = 0; at <= name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        if (name.substr(at, end - at) == "..") return true;
        at = end + 1;
    }
    return false;
}

bool is_active(const std::string& name) {
    return name.ends_with("vbaproject.bin") || name.find("/activex/") != name.npos ||
           name.find("/macrosheets/") != name.npos || name.find("/externallinks/") != name.npos;
}

}  // namespace

Result<Archive> Archive::open(std::string_view bytes, const std::string& file,
                              const Limits& limits) {
    if (bytes.size() > limits.file_max)
        return too_large(file, std::to_string(bytes.size()) + " B", limits.file_max);
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* opened = source == nullptr ? nullptr : zip_open_from_source(source, ZIP_RDONLY, &error);
    if (opened == nullptr) {
        std::string why = zip_error_strerror(&error);
        zip_error_fini(&error);
        if (source != nullptr) zip_source_free(source);
        return malformed(file, std::move(why));
    }
    zip_error_fini(&error);
    Archive archive(std::shared_ptr<zip>(opened, [](zip_t* held) { zip_discard(held); }), file,
                    limits);
    if (auto inspected = archive.inspect(); !inspected)
        return tl::unexpected(std::move(inspected.error()));
    return archive;
}

Result<void> Archive::inspect() {
    const auto count =
        static_cast<std::size_t>(std::max<zip_int64_t>(0, zip_get_num_entries(zip_.get(), 0)));
    if (count > limits_.entries_max)
        return too_large(file_, std::to_string(count) + " parts", limits_.entries_max);
    std::size_t total = 0;
    for (std::size_t i = 0; i < count; ++i) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(zip_.get(), i, ZIP_FL_ENC_RAW, &stat) != 0 ||
            (stat.valid & ZIP_STAT_NAME) == 0)
            return malformed(file_, "zip");
        const std::string name = stat.name;
        if (leads_out(name)) return refused(file_, name);
        if (is_active(lower(name))) return refused(file_, name);
        if ((stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE)
            return refused(file_, name + "（密码 password）");
        const bool has_sizes =
            (stat.valid & ZIP_STAT_SIZE) != 0 && (stat.valid & ZIP_STAT_COMP_SIZE) != 0;
        if (!has_sizes || stat.size > limits_.unpacked_max ||
            total + stat.size > limits_.unpacked_max)
            return too_large(file_, name, limits_.unpacked_max);
        total += stat.size;
        if (stat.size > mebibyte &&
            stat.size / std::max<zip_uint64_t>(stat.comp_size, 1) > limits_.ratio_max)
            return too_large(file_, name + "（压缩比 packed too densely）", limits_.ratio_max);
        names_.push_back(name);
    }
    std::vector<std::string> sorted;
    for (const std::string& name : names_) sorted.push_back(lower(name));
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) return refused(file_, *twice + " ×2");
    return {};
}

bool Archive::has(std::string_view name) const {
    return std::find(names_.begin(), names_.end(), name) != names_.end();
}

Result<std::string> Archive::read(const std::string& name) const {
    const auto found = std::find(names_.begin(), names_.end(), name);
    if (found == names_.end()) return malformed(file_, name);
    const auto index = static_cast<zip_uint64_t>(found - names_.begin());
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(
        zip_fopen_index(zip_.get(), index, 0), zip_fclose);
    if (!part) return malformed(file_, name);
    std::string bytes;
    std::array<char, 65536> chunk;
    while (true) {
        const zip_int64_t got = zip_fread(part.get(), chunk.data(), chunk.size());
        if (got < 0) return malformed(file_, name);
        if (got == 0) return bytes;
        bytes.append(chunk.data(), static_cast<std::size_t>(got));
        if (bytes.size() > limits_.entry_max) return too_large(file_, name, limits_.entry_max);
    }
}

}  // namespace heng::office
