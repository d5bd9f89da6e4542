#include "shell/csv/result_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

namespace heng::csv {

namespace {

/// What a new file may be: the mode that open() would give it, which mkstemp() does not.
mode_t default_mode() {
    const mode_t mask = ::umask(0);
    ::umask(mask);
    return static_cast<mode_t>(0666 & ~mask);
}

/// The file itself where `path` is a link to it, so that the link stays.
std::string resolved(const std::string& path) {
    std::error_code error;
    const auto target = std::filesystem::canonical(path, error);
    return error ? path : target.string();
}

}  // namespace

Result<ResultFile> ResultFile::create(const std::string& path) {
    ResultFile result(path);
    struct stat status {};
    const bool exists = ::stat(path.c_str(), &status) == 0;
    if (path == "-") {
        result.file_ = ::dup(STDOUT_FILENO);
    } else if (exists && !S_ISREG(status.st_mode)) {
        result.file_ = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
    } else {
        result.path_ = resolved(path);
        std::string temporary = result.path_ + ".XXXXXX";
        result.file_ = ::mkstemp(temporary.data());
        if (result.file_ >= 0) {
            result.temporary_ = std::move(temporary);
            ::fchmod(result.file_, exists ? status.st_mode : default_mode());
        }
    }
    if (result.file_ < 0) return refuse(Code::file_unwritable, {}, {path});
    return result;
}

ResultFile::ResultFile(ResultFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      file_(std::exchange(other.file_, -1)) {}

ResultFile::~ResultFile() {
    if (file_ >= 0) ::close(file_);
    if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

bool ResultFile::write(std::string_view text) {
    while (!text.empty()) {
        const ssize_t count = ::write(file_, text.data(), text.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

Result<void> ResultFile::finish() {
    const bool is_closed = ::close(std::exchange(file_, -1)) == 0;
    const bool is_placed =
        temporary_.empty() || std::rename(temporary_.c_str(), path_.c_str()) == 0;
    if (!is_closed || !is_placed) return refuse(Code::file_unwritable, {}, {path_});
    temporary_.clear();
    return {};
}

}  // namespace heng::csv
