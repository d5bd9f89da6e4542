#include "shell/files/whole.hpp"

#include "shell/files/file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>

namespace heng::files {

Result<std::string> read_whole(const std::filesystem::path& path) {
    File file = File::open(path.string(), O_RDONLY);
    std::string out;
    std::array<char, 1 << 16> piece;
    while (file.is_open()) {
        const auto size = file.read(piece.data(), piece.size());
        if (!size) break;  // a folder, say
        if (*size == 0) return out;
        out.append(piece.data(), *size);
    }
    return refuse(Code::file_unreadable, {}, {path.string()});
}

Result<std::string> read_secret(const std::filesystem::path& path) {
    const File file = File::open(path.string(), O_RDONLY);
    struct stat about {};
    if (!file.is_open() || ::fstat(file.descriptor(), &about) != 0)
        return refuse(Code::file_unreadable, {}, {path.string()});
    if ((about.st_mode & (S_IRWXG | S_IRWXO)) != 0)
        return refuse(Code::vault_key_unusable, {},
                      {path.string(), "others may read it: chmod 600"});
    return read_whole(path);
}

Result<void> write_secret(const std::filesystem::path& path, std::string_view text) {
    File file = File::open(path.string(), O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return refuse(Code::file_unwritable, {}, {path.string()});
    const bool is_private = ::fchmod(file.descriptor(), S_IRUSR | S_IWUSR) == 0;
    if (is_private && file.write(text) && file.sync()) return {};
    ::unlink(path.c_str());
    return refuse(Code::file_unwritable, {}, {path.string()});
}

Result<void> replace_secret(const std::filesystem::path& path, std::string_view text) {
    const std::filesystem::path beside = path.string() + ".new";
    const auto written = write_secret(beside, text);
    if (!written) return written;
    auto kept = keep_file(beside, path);
    if (!kept) ::unlink(beside.c_str());
    return kept;
}

Result<void> keep_file(const std::filesystem::path& unfinished,
                       const std::filesystem::path& finished) {
    const auto failed = [&] { return refuse(Code::file_unwritable, {}, {finished.string()}); };
    File file = File::open(unfinished.string(), O_RDONLY);
    if (!file.is_open() || !file.sync()) return failed();
    if (::rename(unfinished.c_str(), finished.c_str()) != 0) return failed();
    const auto folder = finished.has_parent_path() ? finished.parent_path().string() : ".";
    File entry = File::open(folder, O_RDONLY | O_DIRECTORY);
    if (!entry.is_open() || !entry.sync()) return failed();
    return {};
}

}  // namespace heng::files
