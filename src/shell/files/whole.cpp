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

Result<void> write_secret(const std::filesystem::path& path, std::string_view text) {
    File file = File::open(path.string(), O_WRONLY | O_CREAT | O_EXCL);
    if (!file.is_open()) return refuse(Code::file_unwritable, {}, {path.string()});
    const bool is_private = ::fchmod(file.descriptor(), S_IRUSR | S_IWUSR) == 0;
    if (is_private && file.write(text) && file.sync()) return {};
    ::unlink(path.c_str());
    return refuse(Code::file_unwritable, {}, {path.string()});
}

}  // namespace heng::files
